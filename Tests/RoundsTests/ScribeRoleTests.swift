import HTTPTypes
import Kernel
import TestSupport
import Testing
import Web

/// Whom a session, a recording and what hangs on it is shown to, and who may change it.
@Suite struct ScribeRoleTests {
    private struct Case: Sendable {
        let who: String
        /// Statuses for an unshared and a shared recording of the first session, and of a session out of reach.
        let unshared: Int
        let shared: Int
        let elsewhere: Int
        /// Of a correction of the shared one.
        let edit: Int
    }

    private static let table = [
        Case(who: "owner", unshared: 200, shared: 200, elsewhere: 200, edit: 200),
        Case(who: "administrator", unshared: 200, shared: 200, elsewhere: 200, edit: 200),
        Case(who: "director", unshared: 200, shared: 200, elsewhere: 200, edit: 403),
        Case(who: "teacher", unshared: 200, shared: 200, elsewhere: 404, edit: 200),
        Case(who: "stranger", unshared: 404, shared: 404, elsewhere: 404, edit: 404),
        Case(who: "adviser", unshared: 404, shared: 200, elsewhere: 404, edit: 403),
        Case(who: "student", unshared: 404, shared: 200, elsewhere: 404, edit: 403),
        Case(who: "clinician", unshared: 403, shared: 403, elsewhere: 403, edit: 403),
        Case(who: "auditor", unshared: 403, shared: 403, elsewhere: 403, edit: 403),
    ]

    @Test("Role × what is shared × what is taught, on every route of a recording")
    func recordings() async throws {
        try await ScribeSchool.with { school in
            let clients = try await school.everybody()
            let unshared = try await school.transcribed(["Not yet for students."])
            let shared = try await school.transcribed(["For everybody in the group."])
            #expect(
                try await school.teacher.patch("/api/v1/scribe/recordings/\(shared)", ["shared": true]).status == 200)
            let elsewhere = try await school.recording(to: school.other)
            _ = try await school.owner.patch("/api/v1/scribe/recordings/\(elsewhere)", ["shared": true])
            try await school.work(.saying(["In another group."]))
            for row in Self.table {
                let client = try #require(clients[row.who])
                for (recording, status) in [(unshared, row.unshared), (shared, row.shared), (elsewhere, row.elsewhere)]
                {
                    for path in [
                        "", "/media", "/original", "/transcript", "/transcript.txt", "/transcript.vtt", "/tags",
                    ] {
                        let answer = try await client.get("/api/v1/scribe/recordings/\(recording)\(path)")
                        #expect(answer.status == status, "\(row.who) GET \(path) \(answer.status)")
                        if status != 200 { #expect(!answer.text.contains("students."), "\(row.who)") }
                    }
                }
                let edit = try await client.patch("/api/v1/scribe/recordings/\(shared)", ["name": "Heart"])
                #expect(edit.status == row.edit, "\(row.who) \(edit.text)")
            }
        }
    }

    @Test("Segments, histories and tags follow their recording")
    func segments() async throws {
        try await ScribeSchool.with { school in
            let clients = try await school.everybody()
            let unshared = try await school.transcribed(["Not yet for students."])
            let segment = try #require(try await school.segments(of: unshared)[0]["id"]?.string)
            let shared = try await school.shared(["For everybody in the group."])
            let sharedSegment = try #require(try await school.segments(of: shared)[0]["id"]?.string)
            for row in Self.table {
                let client = try #require(clients[row.who])
                let history = try await client.get("/api/v1/scribe/segments/\(segment)/history")
                #expect(history.status == row.unshared, "\(row.who)")
                let open = try await client.get("/api/v1/scribe/segments/\(sharedSegment)/history")
                let wanted = row.shared == 200 && row.unshared != 200 ? 403 : row.shared
                #expect(open.status == wanted, "\(row.who): earlier wordings are not shared")
                let expected = row.edit == 403 && row.unshared == 404 && row.who == "adviser" ? 404 : row.edit
                let edit = try await client.patch("/api/v1/scribe/segments/\(segment)", ["text": "x", "version": 99])
                #expect(edit.status == (expected == 200 ? 409 : expected), "\(row.who) \(edit.text)")
                let tag = try await client.post(
                    "/api/v1/scribe/recordings/\(unshared)/tags", ["start": 0, "end": 1, "label": "mine"])
                #expect(tag.status == (row.unshared == 200 ? 201 : row.unshared), "\(row.who) \(tag.text)")
            }
        }
    }

    @Test("Lists, modules and search show a student what is shared and nothing else")
    func lists() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.transcribed(["The aorta leaves the heart."])
            for path in ["sessions", "modules", "search?q=aorta"] {
                let answer = try await school.student.get("/api/v1/scribe/\(path)")
                #expect(answer.status == 200 && answer["items"]?.array?.isEmpty == true, "\(path) \(answer.text)")
            }
            #expect(try await school.student.get("/api/v1/scribe/sessions/\(school.session)").status == 404)
            _ = try await school.teacher.patch("/api/v1/scribe/recordings/\(id)", ["shared": true])
            let second = try await school.recording()
            let sessions = try await school.student.get("/api/v1/scribe/sessions")
            #expect(sessions["items"]?.array?.map { $0["id"]?.string } == [school.session])
            #expect(sessions["items"]?.array?.first?["recordings"] == 1)
            #expect(sessions["items"]?.array?.first?["mayEdit"] == false)
            let session = try await school.student.get("/api/v1/scribe/sessions/\(school.session)")
            #expect(session["recordings"]?.array?.map { $0["id"]?.string } == [id])
            #expect(!session.text.contains(second))
            let modules = try await school.student.get("/api/v1/scribe/modules")
            #expect(
                modules["items"]?.array?.first?["recorded"] == 1 && modules["items"]?.array?.first?["sessions"] == 1)
            #expect(try await school.student.get("/api/v1/scribe/search?q=aorta")["items"]?.array?.count == 1)
            let all = try await school.owner.get("/api/v1/scribe/sessions")
            #expect(Set(all["items"]?.array?.compactMap { $0["id"]?.string } ?? []) == [school.session, school.other])
            let ready = try await school.owner.get(
                "/api/v1/scribe/sessions?state=queued&q=heart&module=\(school.module)")
            #expect(ready["items"]?.array?.map { $0["id"]?.string } == [school.session])
        }
    }

    @Test("Own tags are the author's alone until they are shared, and only who records shares them")
    func tags() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.transcribed(["One.", "Two."])
            _ = try await school.teacher.patch("/api/v1/scribe/recordings/\(id)", ["shared": true])
            let path = "/api/v1/scribe/recordings/\(id)/tags"
            let own = try await school.student.post(path, ["start": 0, "end": 1, "label": "confusing"])
            #expect(own.status == 201 && own["mine"] == true && own["shared"] == false)
            #expect(
                try await school.student.post(path, ["start": 0, "end": 1, "label": "x", "shared": true]).status == 403)
            #expect(try await school.teacher.get(path)["items"]?.array?.isEmpty == true)
            let tag = try #require(own["id"]?.string)
            #expect(try await school.teacher.delete("/api/v1/scribe/tags/\(tag)").status == 404)
            let exam = try await school.teacher.post(path, ["start": 1, "end": 2, "label": "exam", "shared": true])
            #expect(try await school.student.get(path)["items"]?.array?.count == 2)
            let shared = try #require(exam["id"]?.string)
            #expect(try await school.student.delete("/api/v1/scribe/tags/\(shared)").status == 403)
            #expect(try await school.student.delete("/api/v1/scribe/tags/\(tag)").status == 204)
            #expect(try await school.student.get(path)["items"]?.array?.count == 1)
            #expect(try await school.student.post("/api/v1/scribe/tags/\(tag)/restore").status == 200)
            #expect(try await school.student.get(path)["items"]?.array?.count == 2)
        }
    }

    @Test("Only who teaches the group records in it")
    func uploads() async throws {
        try await ScribeSchool.with { school in
            for (who, client) in try await school.everybody() {
                let answer = try await client.post(
                    "/api/v1/scribe/sessions/\(school.session)/uploads",
                    ["name": "a.wav", "size": 10, "purpose": "recording"])
                let expected = ["owner": 201, "administrator": 201, "teacher": 201, "stranger": 404][who] ?? 403
                #expect(answer.status == expected, "\(who) \(answer.text)")
                let other = try await client.post(
                    "/api/v1/scribe/sessions/\(school.other)/uploads",
                    ["name": "a.wav", "size": 10, "purpose": "recording"])
                let elsewhere = ["owner": 201, "administrator": 201, "teacher": 404, "stranger": 404, "adviser": 404]
                #expect(other.status == elsewhere[who] ?? 403, "\(who) \(other.text)")
            }
        }
    }
}

extension ScribeSchool {
    /// One of each role; the teacher of the group, a teacher of none, and the adviser of its student.
    func everybody() async throws -> [String: Client] {
        let adviser = try await owner.make(
            "/api/v1/people", ["kind": "staff", "number": "A1", "givenName": "Ann", "familyName": "Adviser"])
        let students = try await owner.get("/api/v1/people?kind=student")
        let student = students["items"]?.array?.first?["id"]?.string ?? ""
        _ = try await owner.patch("/api/v1/people/\(student)", ["adviser": .string(adviser)])
        var clients = ["owner": owner, "teacher": teacher, "student": self.student]
        for role in [Role.administrator, .director, .clinician, .auditor] {
            clients[role.rawValue] = try await app.signedIn(as: role)
        }
        clients["stranger"] = try await app.signedIn(as: .teacher)
        clients["adviser"] = try await app.signedIn(as: .adviser, personID: adviser)
        return clients
    }
}
