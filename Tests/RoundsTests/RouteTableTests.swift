import HTTPTypes
import Kernel
import TestSupport
import Testing
import Web

/// Route × role × own or other object, generated from the OpenAPI file. `AccessTableTests` shows that a role gets
/// through the door only where it is named; here are the objects behind the doors: two halves of a school that know
/// nothing of each other, and a teacher, an adviser and a student who belong to the first.
@Suite struct RouteTableTests {
    /// The roles whose rights end at some object.
    static let limited: [Role] = [.teacher, .adviser, .student]

    @Test("Nobody reaches an object of others, reads of it, or changes it", arguments: limited)
    func others(_ role: Role) async throws {
        try await withTwoHalves(as: role) { school in
            let before = try await school.otherAsTheOwnerSeesIt()
            for operation in try await school.operations() {
                let answer = try await operation.call(school.client, school.other)
                #expect(answer.status < 500, "\(role) \(operation.name) → \(answer.status) \(answer.text)")
                if !operation.admits(role) {
                    #expect(answer.status == 403, "\(role) \(operation.name) → \(answer.status)")
                } else if operation.isPush {
                    let verdicts = answer["verdicts"]?.array ?? answer["items"]?.array ?? []
                    #expect(verdicts.allSatisfy { $0["verdict"]?.string == "rejected" }, "\(role) \(operation.name)")
                } else if operation.name == "POST /api/v1/receipts/verify" {
                    // the signature anybody may check, the marks behind it not
                    #expect(answer["current"] == .bool(false), "\(role)")
                } else if operation.namesAnObject {
                    #expect(!(200..<300).contains(answer.status), "\(role) \(operation.name) → \(answer.status)")
                }
                for secret in school.other.secrets {
                    #expect(!answer.text.contains(secret), "\(role) \(operation.name) tells of \(secret)")
                }
            }
            #expect(try await school.otherAsTheOwnerSeesIt() == before, "\(role)")
        }
    }

    @Test("What is somebody's own is not kept from them", arguments: limited)
    func own(_ role: Role) async throws {
        try await withTwoHalves(as: role) { school in
            for operation in try await school.operations() where operation.admits(role) {
                let answer = try await operation.call(school.client, school.own)
                let expected = Operation.refusedOfOwn[operation.name]?[role]
                if let expected {
                    #expect(answer.status == expected, "\(role) \(operation.name) → \(answer.status) \(answer.text)")
                } else {
                    #expect(
                        (200..<300).contains(answer.status),
                        "\(role) \(operation.name) → \(answer.status) \(answer.text)")
                    try await AuditCoverage.check(operation, answer, school.app)
                }
            }
        }
    }

    @Test("Nobody ends another's sign-in", arguments: Role.allCases)
    func signIns(_ role: Role) async throws {
        try await withRounds { app in
            let other = try await app.signedIn(as: .owner)
            let session = try #require(
                try await other.get("/api/v1/auth/sessions")["items"]?.array?.first?["id"]?.string)
            let client = try await app.signedIn(as: role)
            #expect(try await client.delete("/api/v1/auth/sessions/\(session)").status == 404)
            #expect(try await other.get("/api/v1/me")["signedIn"] == .bool(true))
        }
    }

    @Test("Every writing route that a limited role may call is tried with a body that is right but for the object")
    func complete() async throws {
        try await withTwoHalves(as: .teacher) { school in
            for operation in try await school.operations()
            where Self.limited.contains(where: operation.admits) && operation.method != .get {
                #expect(Operation.bodies[operation.name] != nil, "\(operation.name): add a body to RouteTableTests")
            }
        }
    }
}

// MARK: routes

/// One operation of the OpenAPI file, and how to call it for one half of the school.
struct Operation: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let document: JSONValue

    var name: String { "\(method) \(path)" }
    var roles: Set<String>? { document["x-rounds-access"]?["roles"]?.array.map { Set($0.compactMap(\.string)) } }
    var isEventStream: Bool { document["responses"]?["200"]?["content"]?["text/event-stream"] != nil }
    /// Answers 200 with a verdict for each thing that was sent.
    var isPush: Bool { name == "POST /api/v1/sync" || name == "POST /api/v1/attendance/records" }
    /// Modules are the school's catalogue; whoever reads the register may read it.
    var namesAnObject: Bool {
        !path.hasPrefix("/api/v1/modules")
            && (path.contains("{") || Self.bodies[name] != nil || namesAModule)
            && !Self.ofNobody.contains(name)
    }

    /// Name no object, or one that is everybody's: exercises and rules are for whoever studies them.
    private static let ofNobody: Set<String> = [
        "POST /api/v1/auth/password", "POST /api/v1/compliance/episodes", "POST /api/v1/compliance/documents/files",
        "GET /api/v1/compliance/teaching-cases/{id}", "POST /api/v1/compliance/teaching-cases/{id}/answer",
        "GET /api/v1/compliance/rules/{id}",
    ]

    /// Views of the analysis are asked for by module and student.
    private var namesAModule: Bool {
        method == .get && path.hasPrefix("/api/v1/insights/") && path != "/api/v1/insights/modules"
    }

    func admits(_ role: Role) -> Bool { roles?.contains(role.rawValue) ?? true }

    func call(_ client: Client, _ half: Half) async throws -> Answer {
        let address = half.address(of: path)
        if path.hasSuffix("/evidence"), method == .put {
            return try await client.send(method, address + "?name=note.pdf", body: Half.evidence)
        }
        if method == .get { return try await client.get(address + Self.query(path, half)) }
        let body = Self.bodies[name]?(half, client.userID ?? "") ?? .object([:])
        return try await client.send(
            method, address + (ScribeHalf.writingQueries[name] ?? ""),
            body: method == .delete ? nil : body.canonicalBytes, [.contentType: "application/json"])
    }

    private static func query(_ path: String, _ half: Half) -> String {
        if let query = ScribeHalf.query(path, half) { return query }
        return switch path {
        case "/api/v1/attendance/records/history": "?session=\(half.session)&student=\(half.student)"
        case _ where path.hasPrefix("/api/v1/attendance/reports/"), "/api/v1/attendance/export":
            "?from=2026-11-16&to=2026-11-22"
        case "/api/v1/insights/adviser": "?module=\(half.moduleCode)&adviser=Ann%20Adviser"
        case _ where path.hasPrefix("/api/v1/insights/"): "?module=\(half.moduleCode)&student=\(half.number)"
        default: ""
        }
    }

    /// Bodies that only the object makes wrong.
    static let bodies = otherBodies.merging(ScribeHalf.bodies) { $1 }.merging(ComplianceHalf.bodies) { $1 }

    private static let otherBodies: [String: @Sendable (Half, String) -> JSONValue] = [
        "POST /api/v1/sync": { half, user in half.push(author: user) },
        "POST /api/v1/receipts/verify": { half, _ in half.receipt },
        "POST /api/v1/attendance/sessions": { half, _ in
            ["group": .string(half.group), "date": "2026-11-20", "start": "15:00", "title": "Extra"]
        },
        "PATCH /api/v1/attendance/sessions/{id}": { _, _ in ["location": "Room 7"] },
        "POST /api/v1/attendance/sessions/{id}/check-in": { half, _ in ["code": .string(half.code)] },
        "POST /api/v1/attendance/records": { half, _ in
            ["items": [["session": .string(half.session), "student": .string(half.student), "status": "late"]]]
        },
        "POST /api/v1/attendance/disputes/{id}/settle": { _, _ in ["choose": "other"] },
        "POST /api/v1/attendance/exceptions": { half, _ in
            [
                "student": .string(half.student), "category": "medical", "firstDay": "2026-11-23",
                "lastDay": "2026-11-24",
            ]
        },
        "PATCH /api/v1/attendance/exceptions/{id}": { _, _ in ["reason": "Changed"] },
        "POST /api/v1/attendance/exceptions/{id}/decision": { _, _ in ["decision": "approved"] },
        "PUT /api/v1/attendance/exceptions/{id}/evidence": { _, _ in .null },
        "DELETE /api/v1/auth/sessions/{id}": { _, _ in .null },
        "POST /api/v1/auth/password": { _, _ in
            ["current": .string(ApplicationUnderTest.password), "new": "seven quiet herons"]
        },
        "POST /api/v1/insights/contacts": { half, _ in
            [
                "module": .string(half.moduleCode), "student": .string(half.number), "day": "2026-11-21",
                "how": "phone", "outcome": "Will come",
            ]
        },
        "DELETE /api/v1/insights/contacts/{id}": { _, _ in .null },
        "POST /api/v1/insights/flags": { half, _ in
            ["module": .string(half.moduleCode), "student": .string(half.number), "reason": "Away for long"]
        },
        "POST /api/v1/insights/flags/{id}/close": { _, _ in ["remedy": "Talked it over"] },
        "POST /api/v1/insights/flags/{id}/reopen": { _, _ in .null },
    ]

    /// What a role cannot have of its own half though the route admits it, and why.
    static let refusedOfOwn = refusedElsewhere.merging(ScribeHalf.refusedOfOwn) { $1 }
        .merging(ComplianceHalf.refusedOfOwn) { $1 }

    private static let refusedElsewhere: [String: [Role: Int]] = [
        // counters are for who runs the machine
        "GET /metrics": [.teacher: 403, .adviser: 403, .student: 403],
        // a whole class is not an adviser's business, nor is a disagreement over a mark
        "GET /api/v1/attendance/sessions/{id}/register": [.adviser: 404],
        "GET /api/v1/attendance/sessions/{id}/receipt": [.adviser: 404],
        "POST /api/v1/attendance/disputes/{id}/settle": [.adviser: 404],
        // an adviser takes the registers of groups that the account teaches, and this one teaches none
        "POST /api/v1/attendance/sessions": [.adviser: 404],
        "PATCH /api/v1/attendance/sessions/{id}": [.adviser: 404],
        "GET /api/v1/attendance/sessions/{id}/check-in": [.adviser: 404],
        "POST /api/v1/attendance/records": [.adviser: 404],
        // a teacher needs the days of an absence, not its reasons
        "GET /api/v1/attendance/exceptions/{id}/evidence": [.teacher: 404],
    ]
}
