import HTTPTypes
import Kernel
import Sync
import TestSupport
import Testing

/// Pushes that are wrong or strange: what is right in them is stored, what is not is refused by itself, nothing is lost.
@Suite struct BadInputPushTests {
    @Test("A push that is too large, of another protocol, or no push at all")
    func envelopes() async throws {
        try await SituationSchool.with { school in
            let phone = school.phone(of: try await school.teacher("Ada"))
            let before = try await school.everything()
            let many = JSONValue.array(Array(repeating: [:], count: 10_000))
            let long = JSONValue.string(String(repeating: "x", count: 1 << 20))
            func push(_ member: String, _ value: JSONValue?) -> JSONValue {
                var body = phone.request([]).object ?? [:]
                body[member] = value
                return .object(body)
            }
            for item in [
                BadInputCase(.post, "/api/v1/sync", push("operations", many), 413, "batch_too_large"),
                BadInputCase(.post, "/api/v1/sync", push("deviceName", long), 413, "too_large"),
                BadInputCase(.post, "/api/v1/attendance/records", ["items": many], 413, "batch_too_large"),
                BadInputCase(.post, "/api/v1/attendance/records", ["items": [long]], 413, "too_large"),
                BadInputCase(.post, "/api/v1/sync", push("protocol", 3), 426, "protocol_unsupported"),
                BadInputCase(.post, "/api/v1/sync", push("protocol", 0), 426, "protocol_unsupported"),
                BadInputCase(.post, "/api/v1/sync", push("protocol", "1"), 422, "invalid_input", field: "protocol"),
                BadInputCase(.post, "/api/v1/sync", push("protocol", nil), 422, "invalid_input", field: "protocol"),
                BadInputCase(.post, "/api/v1/sync", push("device", "phone"), 422, "invalid_input", field: "device"),
                BadInputCase(.post, "/api/v1/sync", push("operations", [:]), 422, "invalid_input", field: "operations"),
                BadInputCase(.post, "/api/v1/sync", push("limit", -1), 422, "invalid_input", field: "limit"),
                BadInputCase(.post, "/api/v1/sync", push("limit", 1_000_000), 422, "invalid_input", field: "limit"),
                BadInputCase(.post, "/api/v1/sync", push("cursor", 7), 422, "invalid_input", field: "cursor"),
            ] { try await item.check(phone.client) }
            #expect(try await phone.client.post("/api/v1/sync", push("operations", nil)).status == 200)
            #expect(try await phone.client.post("/api/v1/sync", push("operations", many))["limit"] == 500)
            // a cursor that is none of ours is no reason to leave a device without its records
            let lost = try await phone.client.post("/api/v1/sync", push("cursor", "nonsense"))
            #expect(lost.status == 200 && lost["reset"] == .bool(true))
            #expect(try await school.everything() == before)
        }
    }

    @Test("Each malformed operation is refused by itself; the good one beside it is applied")
    func operations() async throws {
        try await SituationSchool.with { school in
            let session = try await school.session()
            var phone = school.phone(of: try await school.teacher("Ada"))
            let good = phone.mark(session, school.students[0], "present")
            for (index, wrong) in Self.wrong(school, session).enumerated() {
                phone.mark(session, school.students[1], "absent")
                var operation = phone.outbox.removeLast().object ?? [:]
                operation.merge(wrong.changes) { $1 }
                let name = "\(index): \(wrong.changes)"
                let answer = try await phone.client.post(
                    "/api/v1/sync", phone.request([.object(operation), phone.outbox[0]]))
                #expect(answer.status == 200, "\(name) → \(answer.text.prefix(300))")
                #expect(answer.kinds.first == "rejected", "\(name)")
                #expect(answer.codes.first == wrong.code, "\(name)")
                #expect(answer.verdicts.first?["message"]?.string?.hasSuffix(".") == true, "\(name)")
                #expect(answer.verdicts.last?["id"]?.string == good)
                #expect(answer.kinds.last == (index == 0 ? "applied" : "duplicate"), "\(name)")
            }
            for text: JSONValue in [7, "mark", nil, [], [:]] {
                let answer = try await phone.client.post("/api/v1/sync", phone.request([text]))
                #expect(answer.kinds == ["rejected"] && answer.codes == ["malformed"], "\(text)")
            }
            #expect(try await school.marks(session).count == 1)
        }
    }

    private static func wrong(
        _ school: SituationSchool, _ session: String
    ) -> [(changes: [String: JSONValue], code: String)] {
        let student = school.students[1]
        let nobody = Identifier.v7()
        let key = { (session: String, student: String) in JSONValue.string("\(session):\(student)") }
        let long = JSONValue.string(String(repeating: "x", count: 501))
        return [
            (["id": "1"], "malformed"), (["id": 1], "malformed"), (["seq": 0], "malformed"),
            (["seq": "1"], "malformed"),
            (["seq": .number(1e300)], "malformed"), (["entity": "person"], "malformed"), (["entity": nil], "malformed"),
            (["key": ""], "malformed"), (["key": .string(session)], "malformed"),
            (["key": "'; DROP TABLE mark"], "malformed"),
            (["fields": [:]], "malformed"), (["fields": []], "malformed"), (["fields": ["status": true]], "malformed"),
            (["fields": ["status": ["present"]]], "malformed"), (["fields": ["status": .number(0.5)]], "malformed"),
            (["fields": ["remark": "a\u{0}"]], "malformed"), (["seen": []], "malformed"),
            (["seen": ["status": "x"]], "malformed"), (["stamp": "now"], "malformed"),
            (["stamp": "ffffffffffff-0000-not-a-device"], "malformed"), (["capturedAt": "yesterday"], "malformed"),
            (["capturedAt": "2026-02-30T09:00:00Z"], "malformed"), (["author": "me"], "malformed"),
            (["fill": "no"], "malformed"), (["settles": ["x"]], "malformed"), (["reason": 7], "malformed"),
            (["author": .string(nobody)], "author_mismatch"), (["settles": [.string(nobody)]], "unknown_dispute"),
            (["fields": ["status": "asleep"]], "unknown_status"), (["fields": ["status": 1]], "unknown_status"),
            (["fields": ["minutesLate": 601]], "invalid_minutes"),
            (["fields": ["minutesLate": "5"]], "invalid_minutes"),
            (["fields": ["remark": long]], "remark_too_long"), (["fields": ["colour": "red"]], "unknown_field"),
            (["key": key(nobody, student)], "unknown_session"), (["key": key(session, nobody)], "unknown_student"),
            (["key": key(student, session)], "unknown_session"),
            (["entity": "session", "key": .string(nobody), "fields": ["state": "closed"]], "unknown_session"),
            (["entity": "session", "key": .string(session), "fields": ["state": "ajar"]], "unknown_state"),
            (["entity": "session", "key": .string(session), "fields": ["end": "08:00"]], "end_before_start"),
            (["entity": "session", "key": .string(session), "fields": ["date": "2026-11-22"]], "identity_mismatch"),
            (
                [
                    "entity": "session", "key": .string(nobody),
                    "fields": ["group": .string(school.group), "date": "2026-02-30", "period": "day"],
                ], "invalid_date"
            ),
            (["entity": "exception", "key": .string(nobody), "fields": ["state": "approved"]], "unknown_exception"),
        ]
    }

    @Test(
        "Clocks two days off, either way: both marks are kept, and neither clock wins by being wrong",
        arguments: [-2880, 2880])
    func clocks(minutes: Int64) async throws {
        try await SituationSchool.with { school in
            let session = try await school.session()
            var wrong = school.phone(of: try await school.teacher("Ada"), minutesAhead: minutes)
            var right = school.phone(of: try await school.teacher("Ben"))
            for student in school.students { wrong.mark(session, student, "absent") }
            let answer = try await wrong.sync()
            #expect(answer.kinds == ["applied", "applied", "applied", "applied"])
            #expect(answer.verdicts.allSatisfy { $0["flags"] == (minutes > 0 ? ["clock_ahead"] : []) })
            school.clock.advance(seconds: 60)
            // who saw the mark may change it whatever the clocks say
            let shown = try #require(
                try await right.sync().record("mark", "\(session):\(school.students[0])"))
            let operation = try #require(shown["versions"]?["status"]?["operation"])
            right.mark(session, school.students[0], "present", seen: ["status": operation])
            right.mark(session, school.students[1], "present")
            #expect(try await right.sync().kinds == ["applied", "applied"])
            for student in school.students.prefix(2) {
                #expect(try await school.shown(session, student) == "present")
                #expect(try await school.history(session, student).count == 2)
            }
            // and the one with the wrong clock may change it back
            let mine = try #require(try await wrong.sync().record("mark", "\(session):\(school.students[0])"))
            let current = try #require(mine["versions"]?["status"]?["operation"])
            wrong.mark(session, school.students[0], "late", seen: ["status": current])
            #expect(try await wrong.sync().kinds == ["applied"])
            #expect(try await school.shown(session, school.students[0]) == "late")
        }
    }

    @Test("Pushes that overtake each other and come again end at the same marks", arguments: TestEngine.available)
    func reordered(engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine) { school in
            let session = try await school.session()
            var phone = school.phone(of: try await school.teacher("Ada"))
            var last = ""
            for (index, status) in (["present", "absent", "late", "excused"] as [JSONValue]).enumerated() {
                last = phone.mark(
                    session, school.students[0], status, seen: index == 0 ? [:] : ["status": .string(last)])
                school.clock.advance(seconds: 1)
            }
            for place in [3, 1, 0, 2, 3, 0] {
                let answer = try await phone.client.post("/api/v1/sync", phone.request([phone.outbox[place]]))
                #expect(answer.status == 200 && answer.kinds != ["rejected"])
                #expect(try await school.shown(session, school.students[0]) == "excused")
            }
            let all = try await phone.sync()
            #expect(all.kinds == ["duplicate", "duplicate", "duplicate", "duplicate"])
            #expect(all["device"]?["heard"] == 4 && all["device"]?["gaps"] == [])
            #expect(try await school.history(session, school.students[0]).count == 4)
            #expect(try await school.owner.get("/api/v1/attendance/disputes?open=true").json["items"] == [])
        }
    }

    @Test("An id that comes again with other content is refused, and the first stays")
    func reusedID() async throws {
        try await SituationSchool.with { school in
            let session = try await school.session()
            var phone = school.phone(of: try await school.teacher("Ada"))
            phone.mark(session, school.students[0], "present")
            #expect(try await phone.push().kinds == ["applied"])
            var changed = phone.outbox[0].object ?? [:]
            changed["fields"] = ["status": "absent"]
            let answer = try await phone.client.post("/api/v1/sync", phone.request([.object(changed)]))
            #expect(answer.codes == ["id_reused"])
            // somebody else's id tells them nothing of its verdict
            let ben = try await school.teacher("Ben")
            changed["author"] = .string(ben.userID ?? "")
            #expect(try await ben.post("/api/v1/sync", phone.request([.object(changed)])).codes == ["id_reused"])
            #expect(try await school.shown(session, school.students[0]) == "present")
        }
    }
}
