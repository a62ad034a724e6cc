/// The unsigned little-endian numbers that ZIP records are made of.
struct LittleEndian {
    let bytes: [UInt8]
    /// Where in the file the first of these bytes stands. Offsets are those of the file.
    var base = 0

    /// The offset after the last byte.
    var end: Int { base + bytes.count }

    func number(at offset: Int, bytes width: Int) throws -> Int {
        let place = offset - base
        guard place >= 0, width <= 8, place <= bytes.count - width else {
            throw DocumentError.zipDamaged(part: "a record is cut short")
        }
        var value: UInt64 = 0
        for index in 0..<width { value |= UInt64(bytes[place + index]) << (8 * UInt64(index)) }
        guard value <= UInt64(Int32.max) * 1024 else { throw DocumentError.tooLarge(what: "a number in its directory") }
        return Int(value)
    }

    /// A 32-bit field as it stands, for signatures and checksums.
    func word(at offset: Int) throws -> UInt32 { UInt32(truncatingIfNeeded: try number(at: offset, bytes: 4)) }

    func short(at offset: Int) throws -> Int { try number(at: offset, bytes: 2) }
    func long(at offset: Int) throws -> Int { try number(at: offset, bytes: 4) }

    func text(at offset: Int, bytes length: Int) throws -> String {
        guard offset >= base, offset + length <= end else {
            throw DocumentError.zipDamaged(part: "its directory is cut short")
        }
        return String(decoding: bytes[offset - base..<offset - base + length], as: UTF8.self)
    }
}

extension [UInt8] {
    mutating func append(littleEndian value: Int, bytes width: Int) {
        for index in 0..<width { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
}
