import HTTPTypes
import Kernel
import TestSupport
import Testing
import Web

/// An empty school over HTTP and its owner, on every engine there is, each time anew.
func withRoster(_ body: @escaping @Sendable (RosterUnderTest) async throws -> Void) async throws {
    for engine in TestEngine.available {
        try await withRounds(on: engine, environment: ["RATE_LIMIT_ENABLED": "false"]) { app in
            try await body(RosterUnderTest(app: app, owner: try await app.signedIn(as: .owner)))
        }
    }
}

struct RosterUnderTest: Sendable {
    let app: ApplicationUnderTest
    let owner: Client

    func make(_ path: String, _ body: JSONValue) async throws -> String {
        let answer = try await owner.post("/api/v1/\(path)", body)
        guard answer.status == 201, let id = answer["id"]?.string else { throw UnexpectedAnswer(answer: answer) }
        return id
    }

    func person(_ number: String, _ familyName: String = "Student", kind: String = "student") async throws -> String {
        try await make(
            "people",
            [
                "kind": .string(kind), "number": .string(number), "givenName": "Sam",
                "familyName": .string(familyName),
            ])
    }

    func module(_ code: String = "PT101") async throws -> String {
        try await make("modules", ["code": .string(code), "title": "Anatomy"])
    }

    func group(_ module: String, _ name: String = "A") async throws -> String {
        try await make(
            "groups",
            [
                "module": .string(module), "name": .string(name), "firstDay": "2026-09-01", "lastDay": "2026-12-18",
            ])
    }

    func enrol(_ student: String, _ group: String, _ first: String? = nil, _ last: String? = nil) async throws -> Answer
    {
        var body: [String: JSONValue] = ["student": .string(student)]
        if let first { body["firstDay"] = .string(first) }
        if let last { body["lastDay"] = .string(last) }
        return try await owner.post("/api/v1/groups/\(group)/enrolments", .object(body))
    }

    /// The members of every item of a list, all pages one after the other.
    func list(_ path: String, _ member: String, as client: Client? = nil, limit: Int = 2) async throws -> [String] {
        var found: [String] = []
        var cursor = ""
        repeat {
            let separator = path.contains("?") ? "&" : "?"
            let answer = try await (client ?? owner).get("/api/v1/\(path)\(separator)limit=\(limit)\(cursor)")
            let items = try #require(answer["items"]?.array, "\(answer.text)")
            #expect(items.count <= limit)
            found += items.compactMap { $0[member]?.string }
            let next = answer["next"]?.string?.replacing("+", with: "%2B").replacing("=", with: "%3D")
            cursor = next.map { "&cursor=\($0)" } ?? ""
        } while !cursor.isEmpty && found.count < 1000
        return found
    }

    /// A list that comes whole.
    func items(_ path: String, _ member: String) async throws -> [String] {
        try await owner.get("/api/v1/\(path)")["items"]?.array?.compactMap { $0[member]?.string } ?? []
    }
}
