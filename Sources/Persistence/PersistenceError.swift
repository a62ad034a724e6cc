package import Kernel

/// What can go wrong with a database for reasons outside the program. No message holds a value of a row.
package enum PersistenceError: Failure, Equatable {
    /// The database cannot be reached, is closed, or all its connections stayed busy. When a connection is lost in the
    /// very middle of a commit nobody knows whether the write is stored, so writes must be safe to repeat.
    case unavailable
    /// Somebody else holds the write lock for longer than the wait allows.
    case locked
    /// The disk, or the database's quota, is full. Nothing of the write is stored.
    case storageFull
    /// The database was written by a newer Rounds; the names are migrations unknown to this one.
    case newerSchema([String])
    /// A unique rule: `person.number`, `enrolment.group_id, enrolment.student_id`, or the name of an index over
    /// expressions. The same text on both engines.
    case duplicate(String)
    /// A row that another row refers to is missing, or is still referred to.
    case missingReference
    /// A NOT NULL or CHECK rule.
    case refused(String)
    /// Text with U+0000, which neither engine stores.
    case nullCharacter
    /// The file exists and is no database of Rounds, or is damaged.
    case unreadable

    package var code: String {
        switch self {
        case .unavailable: "database_unavailable"
        case .locked: "database_locked"
        case .storageFull: "storage_full"
        case .newerSchema: "newer_schema"
        case .duplicate: "duplicate"
        case .missingReference: "missing_reference"
        case .refused: "rule_violated"
        case .nullCharacter: "null_character"
        case .unreadable: "database_unreadable"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .unavailable, .newerSchema, .unreadable: .unavailable(retryAfter: 5)
        case .locked: .unavailable(retryAfter: 1)
        case .storageFull: .unavailable(retryAfter: 60)
        case .duplicate, .missingReference: .conflict
        case .refused, .nullCharacter: .invalid
        }
    }

    package var sentence: String {
        switch self {
        case .unavailable: "The database is not available right now. Try again in a few seconds."
        case .locked: "The database is busy with another write. Nothing was stored; try again."
        case .storageFull: "There is no room left where the database is kept. Nothing was stored."
        case .newerSchema(let names):
            "This database was written by a newer version of Rounds (\(names.joined(separator: "; "))). "
                + "Start that version, or restore a backup from before the upgrade."
        case .duplicate: "A record with these values exists already."
        case .missingReference: "Another record that this one belongs to does not exist, or still needs this one."
        case .refused: "The record breaks a rule of the database."
        case .nullCharacter: "Text must not contain the null character (U+0000)."
        case .unreadable: "The database file is damaged or is no database of Rounds. Restore it from a backup."
        }
    }
}

/// A mistake in the program: wrong SQL, a misspelt column, a value of the wrong type. Holds SQL text, never values.
package struct DatabaseFault: Error, Equatable, CustomStringConvertible {
    package enum Kind: String, Sendable { case statement, decoding, brokenTransaction, migration }

    package let kind: Kind
    package let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    init(describing error: DecodingError, type: String) {
        switch error {
        case .keyNotFound(let key, _):
            self.init(.decoding, "\(type): the statement has no column for \(key.stringValue).")
        case .typeMismatch(let expected, let context), .valueNotFound(let expected, let context):
            self.init(.decoding, "\(type): column \(Self.path(context)) holds no \(expected).")
        case .dataCorrupted(let context):
            self.init(.decoding, "\(type): column \(Self.path(context)) cannot be read.")
        @unknown default:
            self.init(.decoding, "\(type): a column cannot be read.")
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }

    /// An earlier statement of the transaction failed and the body went on. PostgreSQL refuses that, so SQLite does.
    static let brokenTransaction = DatabaseFault(
        .brokenTransaction,
        "A statement failed earlier in this transaction. Let the error out, or run the statement in savepoint { }.")
}
