import GRDB

/// SQLite's result codes as our errors (https://www.sqlite.org/rescode.html).
enum SQLiteFailure {
    static func error(for error: DatabaseError) -> any Error {
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return PersistenceError.duplicate(subject(error))
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            return PersistenceError.missingReference
        default:
            break
        }
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: return PersistenceError.refused(subject(error))
        case .SQLITE_BUSY, .SQLITE_LOCKED: return PersistenceError.locked
        case .SQLITE_FULL: return PersistenceError.storageFull
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return PersistenceError.unreadable
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_INTERRUPT, .SQLITE_NOMEM, .SQLITE_PROTOCOL,
            .SQLITE_ABORT:
            return PersistenceError.unavailable
        default:
            return DatabaseFault(.statement, "\(error.message ?? error.resultCode.description) in: \(error.sql ?? "")")
        }
    }

    /// The same where nothing but an outside reason is possible: opening, beginning, committing.
    static func reason(for error: DatabaseError) -> PersistenceError {
        self.error(for: error) as? PersistenceError ?? .unavailable
    }

    /// `UNIQUE constraint failed: person.number` → `person.number`; an index over expressions appears as
    /// `index 'name'` and gives its name.
    private static func subject(_ error: DatabaseError) -> String {
        let message = error.message ?? ""
        let subject = message.firstRange(of: "failed: ").map { String(message[$0.upperBound...]) } ?? message
        let quoted = subject.split(separator: "'", omittingEmptySubsequences: false)
        return subject.hasPrefix("index '") && quoted.count == 3 ? String(quoted[1]) : subject
    }
}
