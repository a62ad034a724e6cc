import HTTPTypes
import Kernel
import Rounds
import TestSupport
import Testing
import Web

/// Route × role, generated from the OpenAPI file: nobody gets in who is not named there.
@Suite struct AccessTableTests {
    private struct Operation {
        let method: HTTPRequest.Method
        let path: String
        let document: JSONValue

        /// nil: anyone
        var roles: Set<String>? {
            document["x-rounds-access"]?["roles"]?.array.map { Set($0.compactMap(\.string)) }
        }
        var isEventStream: Bool {
            document["responses"]?["200"]?["content"]?["text/event-stream"] != nil
        }
        /// The path with an identifier that names nothing for each parameter.
        var address: String {
            path.split(separator: "/").reduce(into: "") { text, part in
                text += "/" + (part.hasPrefix("{") ? "01900000-0000-7000-8000-000000000000" : part)
            }
        }
    }

    private func operations(_ app: ApplicationUnderTest) async throws -> [Operation] {
        let document = try await app.get("/api/openapi.json").json
        return try #require(document["paths"]?.object).flatMap { path, methods in
            (methods.object ?? [:]).compactMap { name, document in
                HTTPRequest.Method(name.uppercased()).map { Operation(method: $0, path: path, document: document) }
            }
        }
    }

    @Test func everyRouteIsDescribed() async throws {
        try await withRounds { app in
            let described = Set(try await operations(app).map { "\($0.method) \($0.path)" })
            #expect(described == Set(app.application.routes.all.map { "\($0.method) \($0.path)" }))
            #expect(described.contains("GET /health") && described.contains("GET /api/openapi.json"))
        }
    }

    @Test func nobodyGetsInWithoutSigningIn() async throws {
        try await withRounds { app in
            _ = try await app.signedIn(as: .owner)
            for operation in try await operations(app) where operation.roles != nil {
                let answer = try await app.client.send(operation.method, operation.address, body: nil)
                #expect(answer.status == 401, "\(operation.method) \(operation.path)")
            }
        }
    }

    @Test(arguments: Role.allCases)
    func aRoleGetsInWhereItIsNamedOnly(role: Role) async throws {
        try await withRounds(environment: ["RATE_LIMIT_ENABLED": "false"]) { app in
            let client = try await app.signedIn(as: role)
            for operation in try await operations(app) {
                guard let roles = operation.roles, !operation.isEventStream else { continue }
                let name = "\(role.rawValue): \(operation.method) \(operation.path)"
                if !roles.contains(role.rawValue) {
                    let answer = try await client.send(operation.method, operation.address, body: nil)
                    #expect(answer.status == 403, "\(name)")
                } else if operation.method == .get {
                    let answer = try await client.get(operation.address)
                    #expect(answer.status != 401 && answer.status < 500, "\(name) → \(answer.status)")
                    #expect(
                        operation.document["responses"]?[String(answer.status)] != nil,
                        "\(name) → \(answer.status) is not documented")
                }
            }
        }
    }
}
