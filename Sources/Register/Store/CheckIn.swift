import Kernel
import Persistence
import Sync
import Web

extension RegisterStore {
    /// The code to show now.
    /// - Throws: `RegisterError.unknownSession`, `.checkInOff`, `.sessionNotOpen`
    func checkInCode(for session: String, _ caller: Principal) async throws -> CheckInCode {
        try await database.read { [self] reader in
            try requireRegister(session, caller, reader)
            try requireCheckIn(session, reader)
            return CheckInCode(session: session, at: clock.now(), keys: keys)
        }
    }

    /// A student says "I am here". It is a proposal: it fills an empty place and gives way to anything the teacher marks.
    /// - Returns: the student's own mark afterwards, and whether the entry is what it shows.
    func checkIn(_ code: String, to session: String, by caller: Principal) async throws -> (row: Row?, shown: Bool) {
        let now = clock.now()
        guard let student = caller.personID else { throw RegisterError.notOnTheRoll }
        let isRight = CheckInCode.accepts(code, session: session, at: now, keys: keys)
        try await database.read { [self] reader in
            if let seconds = try CheckInAttempts.waiting(session: session, user: caller.userID, at: now, reader) {
                throw RegisterError.tooManyAttempts(seconds: seconds)
            }
            try requireSession(session, caller, reader)
            try requireCheckIn(session, reader)
        }
        guard isRight else {
            // Asked again under the write lock: of codes that arrive together no more than five are judged.
            try await database.write { [self] tx in
                if let seconds = try CheckInAttempts.waiting(session: session, user: caller.userID, at: now, tx) {
                    throw RegisterError.tooManyAttempts(seconds: seconds)
                }
                try CheckInAttempts.noteWrong(
                    identifiers.next(), session: session, user: caller.userID, at: now, tx)
            }
            throw RegisterError.wrongCode
        }
        return try await database.write { [self] tx in
            if let seconds = try CheckInAttempts.waiting(session: session, user: caller.userID, at: now, tx) {
                throw RegisterError.tooManyAttempts(seconds: seconds)
            }
            try requireSession(session, caller, tx)
            try requireCheckIn(session, tx)
            let key = MarkKey(session: session, student: student)
            let fields: [String: JSONValue] = ["status": .string(MarkStatus.present.rawValue)]
            let operation = makeOperation(
                .mark, key: key.description, fields: fields, seen: [:], by: caller, fill: true)
            let verdict = try perform(operation, by: caller, as: .selfCheckIn, in: tx)
            if verdict.flags.contains(.notEnrolled) { throw RegisterError.notOnTheRoll }
            let row = try tx.fetchOne(
                "SELECT \(MarkRecord.columns) FROM mark WHERE session_id = \(session) AND student_id = \(student)")
            return (row, verdict.kind == .applied)
        }
    }

    private func requireCheckIn(_ session: String, _ reader: any Reader) throws {
        guard try SchoolSettings.current(reader).selfCheckIn else { throw RegisterError.checkInOff }
        let state = try reader.text("SELECT state FROM session WHERE id = \(session) AND deleted = 0")
        guard state == SessionState.open.rawValue else { throw RegisterError.sessionNotOpen }
    }
}
