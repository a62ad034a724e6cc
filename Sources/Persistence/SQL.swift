/// A statement whose interpolated values are bound, never spliced:
///
///     "SELECT name FROM person WHERE number = \(number) AND kind IN \(list: kinds)"
///
/// `\(raw:)` splices text and is for identifiers the program itself made. Another `SQL` is interpolated whole, with its
/// values. Written once for both engines; `?` stands for nothing but a value (PostgreSQL's `?` operators have no place).
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    var text: String
    var values: [SQLValue]
    /// The type of every value, also where the value is NULL; nil where nobody knows.
    var types: [SQLType?]

    package init(stringLiteral value: String) {
        text = value
        values = []
        types = []
    }

    package init(stringInterpolation: Interpolation) {
        self = stringInterpolation.sql
    }

    package init(raw text: String) {
        self.init(stringLiteral: text)
    }

    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout SQL, right: SQL) {
        left.text += right.text
        left.values += right.values
        left.types += right.types
    }

    package struct Interpolation: StringInterpolationProtocol {
        var sql = SQL(stringLiteral: "")

        package init(literalCapacity: Int, interpolationCount: Int) {
            sql.text.reserveCapacity(literalCapacity + interpolationCount * 2)
            sql.values.reserveCapacity(interpolationCount)
            sql.types.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            sql.text += literal
        }

        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value) {
            sql.text += "?"
            let bound = value.sqlValue
            sql.values.append(bound)
            sql.types.append(bound.type ?? Value.sqlType)
        }

        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            sql.text += "?"
            sql.values.append(value?.sqlValue ?? .null)
            sql.types.append(value?.sqlValue.type ?? Value.sqlType)
        }

        package mutating func appendInterpolation(_ other: SQL) {
            sql += other
        }

        package mutating func appendInterpolation(raw text: String) {
            sql.text += text
        }

        /// `(?, ?, …)`, for IN and for VALUES. An empty list becomes a query without rows, so that `IN` is false and
        /// `NOT IN` is true.
        package mutating func appendInterpolation<Value: SQLBindable>(list values: some Collection<Value>) {
            if values.isEmpty {
                sql.text += "(SELECT CAST(NULL AS \((Value.sqlType ?? .text).castName)) WHERE 1 = 0)"
                return
            }
            for (position, value) in values.enumerated() {
                sql.text += position == 0 ? "(" : ", "
                appendInterpolation(value)
            }
            sql.text += ")"
        }
    }
}

extension SQL {
    /// Several statements in one text, as migrations write them. Only a text without values can be one.
    var isScript: Bool {
        guard values.isEmpty, let semicolon = text.utf8.firstIndex(of: UInt8(ascii: ";")) else { return false }
        return text.utf8[semicolon...].dropFirst().contains { !Self.blanks.contains($0) }
    }

    private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";")]

    /// Statements with long lists come in too many lengths to keep prepared.
    var isWorthCaching: Bool { values.count <= 64 }

    /// Refuses what an engine would lose in silence: text ends at U+0000 in SQLite's C strings (and PostgreSQL refuses
    /// it), and SQLite stores NaN as NULL.
    func checkValues() throws {
        for value in values {
            switch value {
            case .text(let text) where text.hasNullCharacter: throw PersistenceError.nullCharacter
            case .real(let number) where number.isNaN: throw DatabaseFault(.statement, "NaN in: \(text)")
            default: break
            }
        }
    }
}

extension String {
    fileprivate var hasNullCharacter: Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(0) } ?? utf8.contains(0)
    }
}
