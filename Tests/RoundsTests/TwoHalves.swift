import HTTPTypes
import Kernel
import TestSupport
import Testing
import Web

/// A school whose first half belongs to whoever is tested and whose second half is none of their business.
struct TwoHalves: Sendable {
    let app: ApplicationUnderTest
    let owner: Client
    let client: Client
    let own: Half
    let other: Half

    /// Every operation that needs a sign-in, in a fixed order: reading first, removing last, the sign-in itself at the end.
    func operations() async throws -> [Operation] {
        let document = try await app.get("/api/openapi.json").json
        let order: [HTTPRequest.Method] = [.get, .put, .post, .patch, .delete]
        return try #require(document["paths"]?.object).flatMap { path, methods in
            (methods.object ?? [:]).compactMap { name, document in
                HTTPRequest.Method(name.uppercased()).map { Operation(method: $0, path: path, document: document) }
            }
        }
        .filter { $0.roles != nil && !$0.isEventStream }
        .sorted { one, other in
            func place(_ operation: Operation) -> (Int, String) {
                let endsSignIn = operation.method == .delete && operation.path.hasPrefix("/api/v1/auth/")
                return (endsSignIn ? order.count : order.firstIndex(of: operation.method) ?? 0, operation.path)
            }
            return place(one) < place(other)
        }
    }

    func otherAsTheOwnerSeesIt() async throws -> [String] {
        let paths = [
            "/api/v1/people/{id}", "/api/v1/groups/{id}", "/api/v1/groups/{id}/enrolments",
            "/api/v1/groups/{id}/teachers",
            "/api/v1/attendance/sessions/{id}/register", "/api/v1/attendance/exceptions/{id}",
            "/api/v1/attendance/disputes", "/api/v1/insights/contacts?module=\(other.moduleCode)",
            "/api/v1/insights/flags?module=\(other.moduleCode)", "/api/v1/scribe/sessions/{id}",
            "/api/v1/scribe/recordings/{id}/transcript", "/api/v1/scribe/recordings/{id}/tags",
        ]
        var found: [String] = []
        for path in paths { found.append(try await owner.get(other.address(of: path)).text) }
        return found
    }
}

/// One student with everything around them.
struct Half: Sendable {
    static let evidence = Array("%PDF-1.4\n%%EOF\n".utf8)

    let student: String
    let number: String
    let familyName: String
    let module: String
    /// The module's code.
    let moduleCode: String
    let group: String
    let enrolment: String
    let session: String
    let notice: String
    let dispute: String
    let teacher: String
    let signIn: String
    let receipt: JSONValue
    let code: String
    let contact: String
    let flag: String
    let scribe: ScribeHalf
    let compliance: ComplianceHalf

    /// What an answer to somebody of the other half must not contain.
    var secrets: [String] {
        [student, familyName, group, session, enrolment, notice, dispute, contact, flag] + scribe.secrets
            + compliance.secrets
    }

    func address(of path: String) -> String {
        var address = path
        let objects =
            [
                ("/api/v1/people/{id}", student), ("/api/v1/modules/{id}", module), ("/api/v1/groups/{id}", group),
                ("/api/v1/attendance/sessions/{id}", session), ("/api/v1/attendance/exceptions/{id}", notice),
                ("/api/v1/attendance/disputes/{id}", dispute), ("/api/v1/accounts/{id}", teacher),
                ("/api/v1/auth/sessions/{id}", signIn), ("/api/v1/imports/{id}", Identifier.v7()),
                ("/api/v1/insights/contacts/{id}", contact), ("/api/v1/insights/flags/{id}", flag),
                ("/api/v1/insights/imports/{id}", Identifier.v7()), ("/api/v1/scribe/sessions/{id}", session),
            ] + scribe.objects + compliance.objects
        for (prefix, id) in objects where address.hasPrefix(prefix) {
            address = prefix.replacing("{id}", with: id) + address.dropFirst(prefix.count)
        }
        return address.replacing("{enrolment}", with: enrolment).replacing("{user}", with: teacher)
            .replacing("{name}", with: "lusi_mbchb501.csv").replacing("{key}", with: "A")
            .replacing("{version}", with: Identifier.v7()).replacing("{finding}", with: compliance.finding)
    }

    /// A device that sets a mark, closes the session and approves the notice.
    func push(author: String) -> JSONValue {
        let device = Identifier.v7()
        func operation(_ seq: Int64, _ entity: String, _ key: String, _ fields: JSONValue) -> JSONValue {
            [
                "id": .string(Identifier.v7()), "seq": .integer(seq), "entity": .string(entity), "key": .string(key),
                "fields": fields, "seen": [:], "stamp": .string("019aa4b0f8c0-000\(seq)-\(device)"),
                "capturedAt": "2026-11-21T09:00:00.000Z", "author": .string(author), "fill": false, "settles": [],
            ]
        }
        return [
            "protocol": 1, "device": .string(device), "epoch": .null, "cursor": .null,
            "operations": [
                operation(1, "mark", "\(session):\(student)", ["status": "absent"]),
                operation(2, "session", session, ["state": "closed"]),
                operation(3, "exception", notice, ["state": "withdrawn"]),
            ],
        ]
    }
}

/// Runs `body` as a role that belongs to the first half.
func withTwoHalves(as role: Role, _ body: @escaping @Sendable (TwoHalves) async throws -> Void) async throws {
    let now = try #require(Instant(rfc3339: "2026-11-21T09:00:00Z"))
    try await withRounds(clock: WallClock(now: { now }), environment: ["RATE_LIMIT_ENABLED": "false"]) { app in
        let builder = HalfBuilder(app: app, owner: try await app.signedIn(as: .owner))
        let adviser = try await builder.make(
            "/api/v1/people", ["kind": "staff", "number": "A1", "givenName": "Ann", "familyName": "Adviser"])
        let own = try await builder.person("S1", "Ownstudent", adviser: adviser)
        let person = [Role.adviser: adviser, .student: own][role]
        let client = try await app.signedIn(as: role, personID: person)
        let stranger = try await app.signedIn(as: .teacher)
        let other = try await builder.person("S2", "Strangerson", adviser: nil)
        let teacher = role == .teacher ? client : try await app.signedIn(as: .teacher)
        try await body(
            TwoHalves(
                app: app, owner: builder.owner, client: client,
                own: try await builder.half(own, ("S1", "Ownstudent"), "MOD1", teacher: teacher, signedIn: client),
                other: try await builder.half(
                    other, ("S2", "Strangerson"), "MOD2", teacher: stranger, signedIn: stranger)))
    }
}

struct HalfBuilder: Sendable {
    let app: ApplicationUnderTest
    let owner: Client

    func make(_ path: String, _ body: JSONValue) async throws -> String {
        let answer = try await owner.post(path, body)
        guard answer.status == 201, let id = answer["id"]?.string else { throw NotBuilt(answer) }
        return id
    }

    func person(_ number: JSONValue, _ familyName: JSONValue, adviser: String?) async throws -> String {
        try await make(
            "/api/v1/people",
            [
                "kind": "student", "number": number, "givenName": "Sam", "familyName": familyName,
                "adviser": adviser.map { .string($0) } ?? .null,
            ])
    }

    func half(
        _ student: String, _ person: (number: String, familyName: String), _ code: String, teacher: Client,
        signedIn: Client
    ) async throws -> Half {
        let module = try await make("/api/v1/modules", ["code": .string(code), "title": "Anatomy"])
        let group = try await make(
            "/api/v1/groups",
            ["module": .string(module), "name": "A", "firstDay": "2026-09-01", "lastDay": "2026-12-18"])
        let enrolment = try await make("/api/v1/groups/\(group)/enrolments", ["student": .string(student)])
        let user = teacher.userID ?? ""
        _ = try await make("/api/v1/groups/\(group)/teachers", ["user": .string(user)])
        _ = try await owner.patch("/api/v1/school", ["selfCheckIn": true])
        let session = try await make(
            "/api/v1/attendance/sessions",
            ["group": .string(group), "date": "2026-11-21", "start": "09:00", "end": "10:00", "state": "open"])
        let dispute = try await disagreement(session, student)
        let notice = try await make(
            "/api/v1/attendance/exceptions",
            [
                "student": .string(student), "category": "medical", "firstDay": "2026-11-19", "lastDay": "2026-11-20",
            ])
        let place = "/api/v1/attendance/exceptions/\(notice)/evidence?name=note.pdf"
        let stored = try await owner.send(.put, place, body: Half.evidence)
        guard stored.status == 200 else { throw NotBuilt(stored) }
        let receipt = try await owner.get("/api/v1/attendance/sessions/\(session)/receipt")
        let entry = try await owner.get("/api/v1/attendance/sessions/\(session)/check-in")
        let signIns = try await signedIn.get("/api/v1/auth/sessions")
        let who: [String: JSONValue] = ["module": .string(code), "student": .string(person.number)]
        let spoken: JSONValue = .object(
            who.merging(["day": "2026-11-20", "how": "spoke", "outcome": "Settled in"]) { $1 })
        let noted = try await signedIn.post("/api/v1/insights/contacts", spoken)
        var contact = noted["id"]?.string ?? ""
        if noted.status == 403 { contact = try await make("/api/v1/insights/contacts", spoken) }
        let flag = try await make("/api/v1/insights/flags", .object(who.merging(["reason": "Missed a day"]) { $1 }))
        return Half(
            student: student, number: person.number, familyName: person.familyName, module: module, moduleCode: code,
            group: group, enrolment: enrolment, session: session, notice: notice, dispute: dispute, teacher: user,
            signIn: signIns["items"]?.array?.first?["id"]?.string ?? "", receipt: receipt.json,
            code: entry["code"]?.string ?? "", contact: contact, flag: flag,
            scribe: try await scribe(session, teacher: teacher, signedIn: signedIn),
            compliance: try await ComplianceHalf.made(by: teacher))
    }

    /// Two people mark the student differently without having seen each other's mark.
    private func disagreement(_ session: String, _ student: String) async throws -> String {
        let second = try await app.signedIn(as: .administrator)
        for (client, status) in [(owner, "present"), (second, "absent")] as [(Client, JSONValue)] {
            let answer = try await client.post(
                "/api/v1/attendance/records",
                ["session": .string(session), "student": .string(student), "status": status, "seen": [:]])
            guard answer.status == 200 || answer.status == 201 else { throw NotBuilt(answer) }
        }
        let disputes = try await owner.get("/api/v1/attendance/disputes?session=\(session)")
        guard let id = disputes["items"]?.array?.first?["id"]?.string else { throw NotBuilt(disputes) }
        return id
    }
}

/// The school of the test could not be made; says why.
private struct NotBuilt: Error, CustomStringConvertible {
    let description: String

    init(_ answer: Answer) { description = "\(answer.status) \(answer.text)" }
}
