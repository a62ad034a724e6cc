import CPostgres

/// Values and statements as PostgreSQL writes them.
enum PostgresText {
    /// Type numbers, fixed by PostgreSQL's catalogue (pg_type.dat).
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let int8: Oid = 20
    static let text: Oid = 25
    static let float8: Oid = 701
    private static let integers: Set<Oid> = [int8, 21, 23, 26]
    private static let texts: Set<Oid> = [text, 18, 19, 705, 1042, 1043, 114, 3802]
    private static let float4: Oid = 700
    private static let numeric: Oid = 1700
    private static let void: Oid = 2278

    /// 0 lets the server infer the type of a NULL.
    static func type(_ type: SQLType?) -> Oid {
        switch type {
        case .integer: int8
        case .real: float8
        case .text: text
        case .blob: bytea
        case nil: 0
        }
    }

    /// A value as this target knows it; nil for types that it never makes (dates, intervals, arrays).
    static func value(of bytes: UnsafeRawBufferPointer, type: Oid) -> SQLValue? {
        if texts.contains(type) { return .text(String(decoding: bytes, as: UTF8.self)) }
        if integers.contains(type) { return Int64(string(bytes)).map(SQLValue.integer) }
        switch type {
        case float8, float4: return Double(string(bytes)).map(SQLValue.real)
        case bool: return .integer(bytes.first == UInt8(ascii: "t") ? 1 : 0)
        case bytea: return blob(bytes)
        // SUM over BIGINT is NUMERIC here and an integer in SQLite; AVG has a fraction in both.
        case numeric: return Int64(string(bytes)).map(SQLValue.integer) ?? Double(string(bytes)).map(SQLValue.real)
        case void: return .null
        default: return nil
        }
    }

    /// `\x` and two digits a byte.
    private static func blob(_ bytes: UnsafeRawBufferPointer) -> SQLValue? {
        guard bytes.count >= 2, bytes.count.isMultiple(of: 2), bytes[1] == UInt8(ascii: "x") else { return nil }
        var answer: [UInt8] = []
        answer.reserveCapacity(bytes.count / 2 - 1)
        for index in stride(from: 2, to: bytes.count, by: 2) {
            guard let high = digit(bytes[index]), let low = digit(bytes[index + 1]) else { return nil }
            answer.append(high << 4 | low)
        }
        return .blob(answer)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func string(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }

    /// `?` outside of quotes and comments becomes `$1`, `$2`, …
    static func numbered(_ sql: String) -> String {
        var answer: [UInt8] = []
        answer.reserveCapacity(sql.utf8.count + 32)
        var number = 0
        var bytes = sql.utf8.makeIterator()
        var previous: UInt8 = 0
        while let byte = bytes.next() {
            if byte == UInt8(ascii: "?") {
                number += 1
                answer.append(contentsOf: "$\(number)".utf8)
            } else {
                answer.append(byte)
            }
            switch (previous, byte) {
            case (_, UInt8(ascii: "'")), (_, UInt8(ascii: "\"")):
                copy(&bytes, to: &answer) { _, next in next == byte }
            case (UInt8(ascii: "-"), UInt8(ascii: "-")):
                copy(&bytes, to: &answer) { _, next in next == UInt8(ascii: "\n") }
            case (UInt8(ascii: "/"), UInt8(ascii: "*")):
                copy(&bytes, to: &answer) { last, next in last == UInt8(ascii: "*") && next == UInt8(ascii: "/") }
            default: break
            }
            previous = answer.last ?? 0
        }
        return String(decoding: answer, as: UTF8.self)
    }

    private static func copy(
        _ bytes: inout String.UTF8View.Iterator, to answer: inout [UInt8], until isEnd: (UInt8, UInt8) -> Bool
    ) {
        var last: UInt8 = 0
        while let byte = bytes.next() {
            answer.append(byte)
            if isEnd(last, byte) { return }
            last = byte
        }
    }
}
