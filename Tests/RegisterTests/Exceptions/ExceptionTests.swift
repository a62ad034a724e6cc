import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

@Suite struct ExceptionTests {
    private static let fields: [String: JSONValue] = [
        "category": "family", "firstDay": "2026-11-23", "lastDay": "2026-11-24", "reason": "Wedding",
    ]

    @Test("a student asks for themselves, the adviser decides, and the register shows excused")
    func decision() async throws {
        try await TestSchool.onEachEngine { school in
            let notice = try await school.store.requestException(Self.fields, by: school.student)["id"].text ?? ""
            let session = try await school.makeSession(date: "2026-11-23")
            #expect(try await school.shown(school.students[0], in: session) == .unmarked)
            let (row, _) = try await school.store.changeException(
                notice, ["state": "approved"], reason: "Family day", by: school.adviser)
            #expect(row["decided_by_name"].text == "Abe")
            #expect(try await school.shown(school.students[0], in: session) == .excused)
            await #expect(throws: Rejection.alreadyDecided) {
                _ = try await school.store.changeException(notice, ["state": "withdrawn"], by: school.student)
            }
        }
    }

    @Test("nobody asks for, decides on or sees what is not theirs")
    func others() async throws {
        try await TestSchool.onEachEngine { school in
            var theirs = Self.fields
            theirs["student"] = .string(school.students[1])
            let foreign = theirs
            await #expect(throws: Rejection.forbidden("You may ask for yourself only.")) {
                _ = try await school.store.requestException(foreign, by: school.student)
            }
            let notice = try await school.store.requestException(foreign, by: school.owner)["id"].text ?? ""
            for caller in [school.student, school.adviser, school.cleo] {
                await #expect(throws: RegisterError.unknownException) {
                    _ = try await school.store.exception(notice, caller)
                }
                await #expect(throws: RegisterError.unknownException) {
                    _ = try await school.store.changeException(notice, ["state": "approved"], by: caller)
                }
            }
            var device = TestDevice("S", school.student)
            device.capture(.exception, notice, ["state": "withdrawn"], at: school.clock.now)
            let verdicts = try await device.sync(school.store, at: school.clock.now).verdicts
            #expect(verdicts.map(\.code) == ["unknown_exception"])

            var own = Self.fields
            own["state"] = "approved"
            let approved = own
            await #expect(throws: Rejection.self) {
                _ = try await school.store.requestException(approved, by: school.student)
            }
            #expect(try await school.count("SELECT COUNT(*) FROM absence_notice") == 1)
        }
    }

    @Test("two people who decide differently at once are shown the disagreement")
    func disagreement() async throws {
        try await TestSchool.onEachEngine { school in
            let notice = try await school.store.requestException(Self.fields, by: school.student)["id"].text ?? ""
            var adviser = TestDevice("adviser", school.adviser)
            var director = TestDevice("director", school.director)
            try await adviser.sync(school.store, at: school.clock.now)
            try await director.sync(school.store, at: school.clock.now)
            adviser.capture(.exception, notice, ["state": "declined"], at: school.clock.now)
            school.clock.advance(seconds: 1)
            director.capture(.exception, notice, ["state": "approved"], at: school.clock.now)
            try await director.sync(school.store, at: school.clock.now)
            let lost = try #require(try await adviser.sync(school.store, at: school.clock.now).verdicts.first)
            // The adviser saw the request, not the director's decision: concurrent, and the later one is shown.
            #expect(lost.kind == .conflict)
            #expect(adviser.record("exception", notice)?["state"] == "approved")
            #expect(adviser.record("dispute", try #require(lost.dispute))?["field"] == "state")
        }
    }

    @Test(
        "days and words are checked",
        arguments: [
            (["lastDay": "2026-11-22"], "end_before_start"), (["firstDay": "2026-11-31"], "invalid_date"),
            (["lastDay": "2028-01-01"], "invalid_date"), (["category": "holiday"], "unknown_category"),
            (["reason": .string(String(repeating: "x", count: 1_001))], "text_too_long"),
            (["state": "maybe"], "unknown_state"),
        ] as [([String: JSONValue], String)])
    func refused(change: [String: JSONValue], code: String) async throws {
        try await TestSchool.onEachEngine { school in
            let fields = Self.fields.merging(change) { $1 }
            await #expect {
                _ = try await school.store.requestException(fields, by: school.student)
            } throws: { ($0 as? Rejection)?.code == code }
        }
    }

    @Test("evidence is told by its content, kept byte for byte, and not shown to teachers")
    func evidence() async throws {
        try await TestSchool.onEachEngine { school in
            let notice = try await school.store.requestException(Self.fields, by: school.student)["id"].text ?? ""
            let file = Array("%PDF-1.7\n".utf8) + [0, 255, 13, 10]
            let evidence = try Evidence(name: "../../etc/Attest <b>.exe", bytes: file)
            #expect(evidence.name == "Attest <b>.pdf")
            _ = try await school.store.store(evidence, forException: notice, by: school.student)
            let kept = try await school.store.evidence(ofException: notice, school.adviser)
            #expect(kept.bytes == file)
            #expect(kept.format == .pdf)
            await #expect(throws: RegisterError.noEvidence) {
                _ = try await school.store.evidence(ofException: notice, school.ada)
            }
            await #expect(throws: RegisterError.unknownException) {
                _ = try await school.store.evidence(ofException: notice, school.cleo)
            }
            #expect(throws: RegisterError.evidenceNotReadable) {
                try Evidence(name: "a.pdf", bytes: Array("<html>".utf8))
            }
            #expect(throws: RegisterError.evidenceTooLarge(limit: Evidence.limit)) {
                try Evidence(name: "a.pdf", bytes: file + Array(repeating: 0, count: Evidence.limit))
            }
        }
    }
}

extension TestSchool {
    func shown(_ student: String, in session: String) async throws -> ShownStatus? {
        try await store.register(of: session, ada).lines.first { $0.person["id"].text == student }?.shown
    }
}
