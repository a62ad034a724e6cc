/// A value as both engines store it. There is no boolean and no date: booleans are 0 and 1, instants are
/// milliseconds, civil dates and times are text.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// The four column types of the SQL that SQLite and PostgreSQL share.
package enum SQLType: Sendable, Hashable {
    case integer, real, text, blob

    /// The type's name in `CAST(… AS …)`, understood by both engines.
    var castName: String {
        switch self {
        case .integer: "BIGINT"
        case .real: "DOUBLE PRECISION"
        case .text: "TEXT"
        case .blob: "BYTEA"
        }
    }
}

extension SQLValue {
    var type: SQLType? {
        switch self {
        case .null: nil
        case .integer: .integer
        case .real: .real
        case .text: .text
        case .blob: .blob
        }
    }
}
