import Foundation

/// A Codable value kept as JSON in a TEXT column, with sorted keys so that equal values are equal text:
///
///     try tx.execute("UPDATE mark SET versions = \(JSONColumn(versions)) WHERE …")
///     struct MarkRow: Decodable { let versions: JSONColumn<Versions> }      // row.versions.value
package struct JSONColumn<Value: Codable & Sendable>: Sendable {
    package let value: Value
    private let text: String

    /// Throws what `JSONEncoder` throws, for example for a number that is not finite.
    package init(_ value: Value) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.value = value
        text = String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension JSONColumn: SQLBindable {
    package var sqlValue: SQLValue { .text(text) }
    package static var sqlType: SQLType? { .text }
}

extension JSONColumn: Decodable {
    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
        value = try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
