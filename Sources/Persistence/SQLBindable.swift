package import Kernel

/// What may stand in `"\(…)"` of an `SQL`. An enum of strings conforms with an empty extension:
/// `extension Status: SQLBindable {}`.
package protocol SQLBindable {
    var sqlValue: SQLValue { get }
    /// The type of a missing value. PostgreSQL wants to know it where the surrounding SQL does not tell
    /// (`NULL IS NULL`); nil lets the server infer it.
    static var sqlType: SQLType? { get }
}

extension SQLBindable where Self: RawRepresentable, RawValue == String {
    package var sqlValue: SQLValue { .text(rawValue) }
    package static var sqlType: SQLType? { .text }
}

extension SQLValue: SQLBindable {
    package var sqlValue: SQLValue { self }
    package static var sqlType: SQLType? { nil }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
    package static var sqlType: SQLType? { Wrapped.sqlType }
}

extension Int: SQLBindable {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
    package static var sqlType: SQLType? { .integer }
}

extension Int64: SQLBindable {
    package var sqlValue: SQLValue { .integer(self) }
    package static var sqlType: SQLType? { .integer }
}

extension Bool: SQLBindable {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    package static var sqlType: SQLType? { .integer }
}

extension Double: SQLBindable {
    package var sqlValue: SQLValue { .real(self) }
    package static var sqlType: SQLType? { .real }
}

extension String: SQLBindable {
    package var sqlValue: SQLValue { .text(self) }
    package static var sqlType: SQLType? { .text }
}

extension Array: SQLBindable where Element == UInt8 {
    package var sqlValue: SQLValue { .blob(self) }
    package static var sqlType: SQLType? { .blob }
}

/// Milliseconds since 1970, as BIGINT.
extension Instant: SQLBindable {
    package var sqlValue: SQLValue { .integer(milliseconds) }
    package static var sqlType: SQLType? { .integer }
}

/// `YYYY-MM-DD`, whose order as text is the order of days.
extension CivilDate: SQLBindable {
    package var sqlValue: SQLValue { .text(description) }
    package static var sqlType: SQLType? { .text }
}

/// `HH:MM`, whose order as text is the order of the day.
extension CivilTime: SQLBindable {
    package var sqlValue: SQLValue { .text(description) }
    package static var sqlType: SQLType? { .text }
}
