/// One row of an answer. Columns have the names that the SQL gives them.
package struct Row: Sendable {
    let columns: [String]
    let values: [SQLValue]

    /// The value of a column. Asking for a column that the statement does not name is a mistake in the program.
    package subscript(_ column: String) -> SQLValue {
        guard let index = columns.firstIndex(of: column) else {
            preconditionFailure("The statement has no column \(column); it has \(columns.joined(separator: ", ")).")
        }
        return values[index]
    }

    package subscript(_ index: Int) -> SQLValue { values[index] }

    /// Columns in snake_case become properties in camelCase. Throws `DatabaseFault.decoding` with the column's name.
    package func decode<T: Decodable>(_ type: T.Type) throws -> T {
        try RowDecoder(columns: columns).decode(type, from: values)
    }
}

extension SQLValue {
    package var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    package var text: String? { if case .text(let value) = self { value } else { nil } }
    package var blob: [UInt8]? { if case .blob(let value) = self { value } else { nil } }
    package var isNull: Bool { self == .null }

    package var real: Double? {
        switch self {
        case .real(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }
}
