import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

@Suite struct SessionTests {
    @Test("a session is made once for its group, day and start, by hand or by a device")
    func madeOnce() async throws {
        try await TestSchool.onEachEngine { school in
            let fields: [String: JSONValue] = [
                "group": .string(school.group), "date": "2026-11-23", "start": "09:00", "end": "10:30",
            ]
            let first = try await school.store.makeSession(fields, by: school.ada)
            let second = try await school.store.makeSession(fields, by: school.ben)
            #expect(first.isNew)
            #expect(!second.isNew)
            #expect(first.row["id"].text == second.row["id"].text)
            #expect(second.row["title"].text == "Anatomy")
            #expect(second.row["timezone"].text == "Europe/London")
            #expect(second.row["module_id"].text == school.module)
        }
    }

    @Test(
        "what cannot be is refused with the field's name",
        arguments: [
            (["date": "2026-02-30"], "invalid_date", "date"), (["date": nil], "invalid_date", "date"),
            (["end": "08:59"], "end_before_start", "end"), (["end": "09:00"], "end_before_start", "end"),
            (["end": "24:00"], "invalid_time", "end"), (["start": "9:00"], "invalid_time", "start"),
            (["kind": "party"], "unknown_kind", "kind"), (["state": "gone"], "unknown_state", "state"),
            (["timezone": "Mars/Olympus"], "unknown_timezone", "timezone"),
            (["timezone": "GMT+25"], "unknown_timezone", "timezone"), (["title": " "], "required", "title"),
            (["title": .string(String(repeating: "a", count: 201))], "text_too_long", "title"),
            (["group": "x"], "malformed", "group"), (["colour": "red"], "unknown_field", "colour"),
            (["module": .string(id("other module"))], "identity_mismatch", "module"),
        ] as [([String: JSONValue], String, String)])
    func refused(change: [String: JSONValue], code: String, field: String) async throws {
        try await TestSchool.onEachEngine { school in
            var fields: [String: JSONValue] = [
                "group": .string(school.group), "date": "2026-11-23", "start": "09:00", "end": "10:30",
            ]
            fields.merge(change) { $1 }
            let complete = fields
            await #expect {
                _ = try await school.store.makeSession(complete, by: school.ada)
            } throws: { error in
                guard let rejection = error as? Rejection else { return false }
                return rejection.code == code && rejection.field == field
            }
            let made = try await school.count("SELECT COUNT(*) FROM session")
            #expect(made == 0)
        }
    }

    @Test("an id that does not follow from group, day and period is refused")
    func foreignID() async throws {
        try await TestSchool.onEachEngine { school in
            var ada = TestDevice("A", school.ada)
            let fields: [String: JSONValue] = ["group": .string(school.group), "date": "2026-11-23", "period": "day"]
            ada.capture(.session, Identifier.v7(), fields, at: school.clock.now)
            let verdicts = try await ada.sync(school.store, at: school.clock.now).verdicts
            #expect(verdicts.map(\.code) == ["identity_mismatch"])
        }
    }

    @Test("group, day and start never change; room and title do")
    func identity() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            await #expect(throws: Rejection.unknownField("date")) {
                _ = try await school.store.changeSession(session, ["date": "2026-11-24"], by: school.ada)
            }
            var ada = TestDevice("A", school.ada)
            ada.capture(.session, session, ["date": "2026-11-24"], at: school.clock.now)
            let verdicts = try await ada.sync(school.store, at: school.clock.now).verdicts
            #expect(verdicts.map(\.code) == ["identity_mismatch"])
            let changed = try await school.store.changeSession(session, ["location": "Lab 2"], by: school.ada)
            #expect(changed["location"].text == "Lab 2")
            #expect(try await school.count("SELECT COUNT(*) FROM operation WHERE entity = 'session'") == 3)
        }
    }

    @Test("reopening lets marks in again; closing tells when and gives the teacher's name")
    func reopen() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let closed = try await school.store.changeSession(
                session, ["state": "closed", "teacher": .string(school.ben.userID)], by: school.ada)
            #expect(closed["closed_at"].integer == school.clock.now.milliseconds)
            #expect(closed["teacher_name"].text == "Ben")
            let late = try await school.store.record(
                [school.record(session, school.students[0], "present")], by: school.ada)
            #expect(late[0].verdict.code == "amendment_proposed")
            let open = try await school.store.changeSession(session, ["state": "open"], by: school.ada)
            #expect(open["closed_at"].isNull)
            let now = try await school.store.record(
                [school.record(session, school.students[0], "present")], by: school.ada)
            #expect(now[0].verdict.kind == .applied)
        }
    }

    @Test("a new proposal of the same person replaces the one before")
    func proposals() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            _ = try await school.store.changeSession(session, ["state": "closed"], by: school.ada)
            for status in ["present", "absent", "late"] {
                _ = try await school.store.record([school.record(session, school.students[0], status)], by: school.ada)
            }
            _ = try await school.store.record([school.record(session, school.students[0], "excused")], by: school.ben)
            #expect(try await school.count("SELECT COUNT(*) FROM dispute") == 4)
            #expect(try await school.count("SELECT COUNT(*) FROM dispute WHERE settled_at IS NULL") == 2)
            let view = try await school.store.register(of: session, school.ada)
            #expect(view.disputes.count == 2)
            // One answer settles every proposal over the same field.
            let dispute = try #require(view.disputes.first?["id"].text)
            _ = try await school.store.settle(dispute, choosing: .kept, by: school.ben)
            #expect(try await school.count("SELECT COUNT(*) FROM dispute WHERE settled_at IS NULL") == 0)
            #expect(try await school.mark(session, school.students[0])?.status == nil)
        }
    }

    @Test("an archived group takes no new sessions")
    func archived() async throws {
        try await TestSchool.onEachEngine { school in
            let preview = try await school.store.rollOver(
                before: try #require(CivilDate("2026-12-19")), isPreview: true)
            #expect(preview == Rollover(groups: 2, modules: 1))
            _ = try await school.makeSession()
            _ = try await school.store.rollOver(before: try #require(CivilDate("2026-12-19")), isPreview: false)
            await #expect(throws: Rejection.groupArchived) { _ = try await school.makeSession(start: "11:00") }
        }
    }

    @Test("settings are checked one by one, and none is stored when one is wrong")
    func settings() async throws {
        try await TestSchool.onEachEngine { school in
            let wrong = SchoolChange(
                name: " ", timezone: "Nowhere", language: "english!", statusNames: .init(present: ""),
                excusedCounts: true)
            await #expect {
                _ = try await school.store.changeSchool(wrong)
            } throws: { error in
                (error as? InvalidInput)?.fields.map(\.field) == [
                    "name", "statusNames.present", "timezone", "language",
                ]
            }
            #expect(try await school.store.school().excusedCounts == false)
            let changed = try await school.store.changeSchool(
                SchoolChange(name: "St. George's", language: "de-CH", statusNames: .init(late: "Verspätet")))
            #expect(changed.statusNames.late == "Verspätet")
            #expect(changed.timezone == "Europe/London")
            #expect(try await school.store.school() == changed)
        }
    }
}
