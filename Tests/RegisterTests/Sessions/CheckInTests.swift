import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

@Suite struct CheckInTests {
    @Test("a student checks in with the code; the teacher sees it as the student's and can undo it")
    func checkIn() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let code = try await school.store.checkInCode(for: session, school.ada)
            #expect(code.text.count == 6)
            let (row, shown) = try await school.store.checkIn(code.text.lowercased(), to: session, by: school.student)
            #expect(shown)
            #expect(row?["flags"].text == "[\"self\"]")
            #expect(row?["author_name"].text == "Sam")
            _ = try await school.store.record([school.record(session, school.students[0], "absent")], by: school.ada)
            #expect(try await school.mark(session, school.students[0])?.flags == [])
            let again = try await school.store.checkIn(code.text, to: session, by: school.student)
            #expect(!again.shown)
            #expect(try await school.mark(session, school.students[0])?.status == .absent)
            #expect(try await school.count("SELECT COUNT(*) FROM dispute") == 0)
        }
    }

    @Test("a code is good for its half minute and the next")
    func rotation() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let code = try await school.store.checkInCode(for: session, school.ada).text
            school.clock.advance(seconds: 30)
            #expect(try await school.store.checkInCode(for: session, school.ada).text != code)
            _ = try await school.store.checkIn(code, to: session, by: school.student)
            school.clock.advance(seconds: 30)
            await #expect(throws: RegisterError.wrongCode) {
                _ = try await school.store.checkIn(code, to: session, by: school.student)
            }
        }
    }

    @Test("guessing is slowed down after five wrong codes")
    func guessing() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            for _ in 1...5 {
                await #expect(throws: RegisterError.wrongCode) {
                    _ = try await school.store.checkIn("------", to: session, by: school.student)
                }
            }
            let code = try await school.store.checkInCode(for: session, school.ada).text
            await #expect(throws: RegisterError.tooManyAttempts(seconds: 60)) {
                _ = try await school.store.checkIn(code, to: session, by: school.student)
            }
            school.clock.advance(seconds: 61)
            let fresh = try await school.store.checkInCode(for: session, school.ada).text
            #expect(try await school.store.checkIn(fresh, to: session, by: school.student).shown)
        }
    }

    @Test("wrong codes count in every server of the database and over a restart")
    func guessingElsewhere() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let second = RegisterStore(
                database: school.database, clock: school.clock.wall,
                keys: RegisterKeys(secret: Array(repeating: 7, count: 32)))
            for store in [school.store, second, school.store, second, school.store] {
                await #expect(throws: RegisterError.wrongCode) {
                    _ = try await store.checkIn("------", to: session, by: school.student)
                }
            }
            let code = try await school.store.checkInCode(for: session, school.ada).text
            for store in [school.store, second] {
                await #expect(throws: RegisterError.tooManyAttempts(seconds: 60)) {
                    _ = try await store.checkIn(code, to: session, by: school.student)
                }
            }
            school.clock.advance(seconds: 61)
            await #expect(throws: RegisterError.wrongCode) {
                _ = try await second.checkIn("------", to: session, by: school.student)
            }
            #expect(try await school.count("SELECT COUNT(*) FROM wrong_check_in") == 1, "old ones are forgotten")
        }
    }

    @Test("no check-in where the school or the session does not allow it, or for somebody who is not on the roll")
    func refused() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            let code = try await school.store.checkInCode(for: session, school.ada).text
            let stranger = Principal(userID: id("x"), name: "X", role: .student, personID: school.stranger)
            await #expect(throws: RegisterError.unknownSession) {
                _ = try await school.store.checkIn(code, to: session, by: stranger)
            }
            let leaver = Principal(userID: id("y"), name: "Y", role: .student, personID: school.leaver)
            await #expect(throws: RegisterError.notOnTheRoll) {
                _ = try await school.store.checkIn(code, to: session, by: leaver)
            }
            _ = try await school.store.changeSession(session, ["state": "closed"], by: school.ada)
            await #expect(throws: RegisterError.sessionNotOpen) {
                _ = try await school.store.checkIn(code, to: session, by: school.student)
            }
            _ = try await school.store.changeSession(session, ["state": "open"], by: school.ada)
            _ = try await school.store.changeSchool(SchoolChange(selfCheckIn: false))
            await #expect(throws: RegisterError.checkInOff) {
                _ = try await school.store.checkIn(code, to: session, by: school.student)
            }
            #expect(try await school.count("SELECT COUNT(*) FROM mark") == 0)
        }
    }
}
