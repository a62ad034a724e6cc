import Accounts
import HTTPTypes
import Kernel
import TestSupport
import Testing
import Web

/// Situations 8 to 10 of the register's specification, over HTTP: who may send what, and when.
@Suite struct SituationAccessTests {
    @Test(
        "situation 8: the token expires during three hours offline: after signing in the queue goes out under its author"
    )
    func expiredToken() async throws {
        try await SituationSchool.with { school in
            let session = try await school.session()
            let ada = try await school.teacher("Ada")
            let ben = try await school.teacher("Ben")
            var phone = school.phone(of: ada)
            for student in school.students { phone.mark(session, student, "present") }
            school.clock.advance(seconds: 3 * 3600)

            let refused = try await phone.push()
            #expect(refused.status == 401 && refused.code == "unauthenticated")
            #expect(refused.header("Content-Type") == "application/problem+json")

            // another person's login does not send it under their name, and nothing of it is stored
            phone.client = try await school.signedInAgain(ben)
            let other = try await phone.push()
            #expect(other.status == 200)
            #expect(other.codes == Array(repeating: "author_mismatch", count: 4))

            phone.client = try await school.signedInAgain(ada)
            #expect(try await phone.sync().kinds == Array(repeating: "applied", count: 4))
            #expect(phone.outbox.isEmpty)
            let owner = try await school.signedInAgain(school.owner)
            let marks = try await owner.get("/api/v1/attendance/records?session=\(session)")["items"]?.array ?? []
            #expect(marks.count == 4)
            #expect(marks.allSatisfy { $0["author"]?.string == ada.userID && $0["authorName"] == "Ada" })
            #expect(marks.allSatisfy { $0["capturedAt"] == "2026-11-21T09:00:00.000Z" })
            #expect(marks.allSatisfy { $0["receivedAt"] == "2026-11-21T12:00:00.000Z" })
        }
    }

    @Test(
        "situation 9: a teacher of another group neither reads nor writes the session, by any route",
        arguments: [true, false])
    func anotherGroup(hasMark: Bool) async throws {
        try await SituationSchool.with { school in
            let session = try await school.session()
            let student = school.students[0]
            if hasMark {
                var phone = school.phone(of: try await school.teacher("Ada"))
                phone.mark(session, student, "present")
                try await phone.sync()
            }
            let cleo = try await school.teacher("Cleo", of: school.otherGroup)
            let before = try await school.owner.get("/api/v1/attendance/sessions/\(session)/register").text
            for operation in try await school.operations() {
                let body: JSONValue? = operation.method == .get ? nil : school.everything(session, student)
                let answer = try await cleo.send(
                    operation.method, school.address(of: operation, session, student), body: body?.canonicalBytes,
                    [.contentType: "application/json"])
                let name = "\(operation.method) \(operation.path) → \(answer.status)"
                #expect(answer.status < 500, "\(name)")
                #expect(!answer.text.contains("Sam") && !answer.text.contains("\"S0\""), "\(name)")
                if operation.namesObject { #expect(!(200..<300).contains(answer.status), "\(name)") }
            }
            #expect(try await school.owner.get("/api/v1/attendance/sessions/\(session)/register").text == before)
        }
    }

    @Test("situation 9: the batch route refuses another group's session operation by operation")
    func anotherGroupByBatch() async throws {
        try await SituationSchool.with { school in
            let session = try await school.session()
            let student = school.students[0]
            var cleo = school.phone(of: try await school.teacher("Cleo", of: school.otherGroup))
            cleo.mark(session, student, "absent")
            cleo.capture("session", session, ["state": "closed"])
            cleo.capture(
                "session", wholeDay(school.group), ["group": .string(school.group), "date": .today, "period": "day"])
            let answer = try await cleo.sync()
            #expect(answer.codes == ["unknown_session", "unknown_session", "unknown_group"])
            #expect(answer.count("session") == 0 && answer.count("mark") == 0)
            #expect(!answer.text.contains("Sam"))
            let mark: JSONValue = ["session": .string(session), "student": .string(student), "status": "late"]
            for body in [mark, ["items": [mark]]] as [JSONValue] {
                let answer = try await cleo.client.post("/api/v1/attendance/records", body)
                let codes = answer["items"]?.array?.map { $0["code"]?.string } ?? [answer.code]
                #expect(codes == ["unknown_session"], "\(answer.text)")
            }
            #expect(try await school.shown(session, student) == "unmarked")
            #expect(try await school.history(session, student).isEmpty)
        }
    }

    @Test("situation 10: a student marks nobody, including themselves", arguments: TestEngine.available)
    func student(engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine) { school in
            let session = try await school.session()
            let client = try await school.app.signedIn(as: .student, personID: school.students[0])
            var phone = school.phone(of: client)
            for student in school.students.prefix(2) { phone.mark(session, student, "present") }
            phone.capture("session", session, ["state": "closed"])
            let answer = try await phone.sync()
            #expect(answer.kinds == ["rejected", "rejected", "rejected"])
            #expect(answer.codes == ["forbidden", "forbidden", "forbidden"])
            for student in school.students.prefix(2) {
                let mark: JSONValue = ["session": .string(session), "student": .string(student), "status": "present"]
                #expect(try await client.post("/api/v1/attendance/records", mark).status == 403)
                #expect(try await school.shown(session, student) == "unmarked")
                #expect(try await school.history(session, student).isEmpty)
            }
            for path in ["register", "receipt", "check-in"] {
                #expect(try await client.get("/api/v1/attendance/sessions/\(session)/\(path)").status == 403)
            }
            // of the others a student hears nothing
            #expect(answer.count("person") == 1 && !answer.text.contains("Student 1"))
        }
    }
}

extension SituationSchool {
    struct Operation: Sendable {
        let method: HTTPRequest.Method
        let path: String
        let parameters: [String]

        /// A list narrowed by an id answers with nothing of it; everything else that names one is refused.
        var namesObject: Bool { method != .get || path.contains("{") || path.hasSuffix("/history") }
    }

    /// Every operation of the OpenAPI file that takes the id of a session, a group or a student.
    func operations() async throws -> [Operation] {
        let document = try await app.get("/api/openapi.json").json
        let places = ["/api/v1/attendance/", "/api/v1/groups", "/api/v1/people"]
        return try #require(document["paths"]?.object).flatMap { path, methods in
            (methods.object ?? [:]).compactMap { method, operation -> Operation? in
                guard places.contains(where: path.hasPrefix), let method = HTTPRequest.Method(method.uppercased())
                else { return nil }
                let names = operation["parameters"]?.array?.filter { $0["in"] == "query" }.compactMap {
                    $0["name"]?.string
                }
                return Operation(method: method, path: path, parameters: names ?? [])
            }
        }.sorted { $0.path < $1.path }
    }

    /// The operation's address with the ids of one session and student wherever it takes one.
    func address(of operation: Operation, _ session: String, _ student: String) -> String {
        let ids = ["session": session, "student": student, "group": group, "module": module]
        let object = operation.path.hasPrefix("/api/v1/groups") ? group : session
        let id = operation.path.hasPrefix("/api/v1/people") ? student : object
        let path = operation.path.replacing("{id}", with: id).replacing("{enrolment}", with: student)
            .replacing("{user}", with: student)
        let query = operation.parameters.compactMap { name in ids[name].map { "\(name)=\($0)" } }
        return query.isEmpty ? path : "\(path)?\(query.joined(separator: "&"))"
    }

    /// A body that names the session and the student wherever a route may look for them.
    func everything(_ session: String, _ student: String) -> JSONValue {
        [
            "session": .string(session), "student": .string(student), "group": .string(group), "status": "absent",
            "state": "closed", "date": .today, "start": "14:00", "choose": "other", "decision": "approved",
            "category": "medical", "firstDay": .today, "lastDay": .today, "user": .string(student), "code": "000000",
        ]
    }

    /// A new token for the same account, as after a sign-in.
    func signedInAgain(_ client: Client) async throws -> Client {
        let token = try #require(try await login(client)["accessToken"]?.string)
        return client.with([.authorization: "Bearer \(token)"])
    }

    func login(_ client: Client, device: String = Identifier.v7()) async throws -> Answer {
        let account = try #require(try await app.accounts.accounts().first { $0.id == client.userID })
        return try await app.post(
            "/api/v1/auth/token",
            [
                "email": .string(account.email ?? ""), "password": .string(ApplicationUnderTest.password),
                "device": .string(device),
            ])
    }
}

extension JSONValue {
    static let today = JSONValue.string(SituationSchool.today)
}

/// The id that every device derives for the group's whole-day session of today.
func wholeDay(_ group: String) -> String {
    Identifier.derived(["session", group, SituationSchool.today, "day"])
}
