import Foundation
import Kernel

/// Decodes rows that share their columns. A column matches a property when both are the same without underscores and
/// case, so `person_id` fills `personID` as well as `personId`. A property without a column is an error even when it is
/// optional: a misspelt column would otherwise read as nil for ever.
final class RowDecoder {
    private let folded: [String]
    private var positions: [String: Int] = [:]

    init(columns: [String]) {
        folded = columns.map(Self.fold)
    }

    func decode<T: Decodable>(_ type: T.Type, from values: [SQLValue]) throws -> T {
        do {
            return try CellDecoder.whole(type, row: RowCells(decoder: self, values: values))
        } catch let error as DecodingError {
            throw DatabaseFault(describing: error, type: "\(type)")
        }
    }

    fileprivate func position(of key: String) -> Int? {
        if let known = positions[key] { return known }
        let found = folded.firstIndex(of: Self.fold(key))
        if let found { positions[key] = found }
        return found
    }

    private static func fold(_ name: String) -> String {
        name.contains("_") || name.contains(where: \.isUppercase)
            ? name.replacing("_", with: "").lowercased() : name
    }
}

/// The cells of one row under the eyes of `Decodable`.
struct RowCells: Decoder {
    let decoder: RowDecoder
    let values: [SQLValue]
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(RowContainer<Key>(row: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "A row is not a list."))
    }

    /// A scalar is read from the first column.
    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        CellDecoder(value: values.first ?? .null, codingPath: [])
    }

    func cell(_ key: some CodingKey) throws -> CellDecoder {
        guard let index = decoder.position(of: key.stringValue) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: [key], debugDescription: "No such column."))
        }
        return CellDecoder(value: values[index], codingPath: [key])
    }
}

private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let row: RowCells
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    /// Always true, so that `decodeIfPresent` goes on to `decodeNil`, which refuses a column that is not there.
    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { try row.cell(key).value == .null }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try row.cell(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try row.cell(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try row.cell(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try row.cell(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try row.cell(key).decode(type) }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try row.cell(key).decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try row.cell(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try row.cell(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { row }
    func superDecoder(forKey key: Key) throws -> any Decoder { try row.cell(key) }
}
