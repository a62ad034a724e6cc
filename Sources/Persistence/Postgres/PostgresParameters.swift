import CPostgres

/// Values in the form libpq takes: types, pointers, lengths. Blobs go as bytes would in text format, `\x…`.
func withParameters<T>(
    _ sql: SQL,
    _ body: (_ types: [Oid], _ values: [UnsafePointer<CChar>?], _ lengths: [Int32]) throws -> T
) throws -> T {
    try sql.checkValues()
    var arena: [UInt8] = []
    var offsets: [Int?] = []
    offsets.reserveCapacity(sql.values.count)
    for value in sql.values {
        if value == .null {
            offsets.append(nil)
            continue
        }
        offsets.append(arena.count)
        switch value {
        case .null: break
        case .integer(let number): arena.append(contentsOf: String(number).utf8)
        case .real(let number): arena.append(contentsOf: number.postgresText.utf8)
        case .text(let text): arena.append(contentsOf: text.utf8)
        case .blob(let bytes): appendHex(bytes, to: &arena)
        }
        arena.append(0)
    }
    let types = sql.types.map(PostgresText.type)
    return try arena.withUnsafeBytes { bytes in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
        return try body(types, pointers, Array(repeating: 0, count: pointers.count))
    }
}

func appendHex(_ bytes: [UInt8], to arena: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    arena.append(contentsOf: "\\x".utf8)
    for byte in bytes {
        arena.append(digits[Int(byte >> 4)])
        arena.append(digits[Int(byte & 15)])
    }
}

extension Double {
    /// Shortest text that reads back as the same number.
    var postgresText: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        return description
    }
}

/// A NULL-terminated list of C strings for the time of the call.
func withCStrings<T>(_ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> T) -> T {
    func step(_ index: Int, _ pointers: [UnsafePointer<CChar>?]) -> T {
        guard index < strings.count else { return body(pointers + [nil]) }
        return strings[index].withCString { step(index + 1, pointers + [$0]) }
    }
    return step(0, [])
}
