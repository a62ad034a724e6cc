import Foundation
import Kernel

/// One cell under the eyes of `Decodable`: a scalar, an `Instant` from its milliseconds, or anything that decodes itself
/// from a scalar (string enums, `CivilDate`, `JSONColumn`).
struct CellDecoder: Decoder, SingleValueDecodingContainer {
    let value: SQLValue
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        throw corrupted("A cell has no fields; read it as JSONColumn.")
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw corrupted("A cell is not a list; read it as JSONColumn.")
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }
    func decodeNil() -> Bool { value == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .integer(let number) = value, number == 0 || number == 1 else { throw mismatch(type) }
        return number == 1
    }

    func decode(_ type: String.Type) throws -> String {
        guard case .text(let text) = value else { throw mismatch(type) }
        return text
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard let number = value.real else { throw mismatch(type) }
        return number
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        if let special = try special(type) { return special }
        return try T(from: self)
    }

    /// A whole row as one value: types that a cell holds come from the first column, others read the row by names.
    static func whole<T: Decodable>(_ type: T.Type, row: RowCells) throws -> T {
        let first = CellDecoder(value: row.values.first ?? .null, codingPath: [])
        if let special = try first.special(type) { return special }
        return try T(from: row)
    }

    private func special<T>(_ type: T.Type) throws -> T? {
        if type == Instant.self {
            return Instant(milliseconds: try integer(Int64.self)) as? T
        }
        if type == [UInt8].self {
            guard case .blob(let bytes) = value else { throw mismatch(type) }
            return bytes as? T
        }
        if type == Data.self {
            guard case .blob(let bytes) = value else { throw mismatch(type) }
            return Data(bytes) as? T
        }
        return nil
    }

    private func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
        guard case .integer(let number) = value, let exact = T(exactly: number) else { throw mismatch(type) }
        return exact
    }

    private func mismatch(_ type: Any.Type) -> DecodingError {
        .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "The cell holds another type."))
    }

    private func corrupted(_ text: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: text))
    }
}
