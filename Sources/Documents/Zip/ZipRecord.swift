/// What the local header and the directory say about one entry of an archive that is written, and the bytes of both.
/// Every time stamp is 1980-01-01, so that the same files give the same bytes.
struct ZipRecord: Sendable {
    let name: String
    /// 0 stored, 8 deflated
    let method: Int
    let checksum: UInt32
    let size: Int
    let packedSize: Int
    /// Where its local header stands.
    let header: Int

    /// Numbers up to this one stand in 32 bits, larger ones in a ZIP64 field. Tests lower it.
    static let largest = 0xFFFF_FFFE

    func localHeader(largest: Int = ZipRecord.largest) -> [UInt8] {
        // a local header has both sizes in its ZIP64 field or none
        let isWide = max(size, packedSize) > largest
        var bytes: [UInt8] = []
        bytes.append(littleEndian: 0x0403_4B50, bytes: 4)
        appendCommon(to: &bytes, isWide: isWide, sizes: isWide ? [nil, nil] : [packedSize, size])
        bytes.append(littleEndian: isWide ? 20 : 0, bytes: 2)
        bytes += Array(name.utf8)
        if isWide { Self.appendWide([size, packedSize], to: &bytes) }
        return bytes
    }

    func directoryEntry(largest: Int = ZipRecord.largest) -> [UInt8] {
        let wide = [size, packedSize, header].filter { $0 > largest }
        func narrow(_ value: Int) -> Int? { value > largest ? nil : value }
        var bytes: [UInt8] = []
        bytes.append(littleEndian: 0x0201_4B50, bytes: 4)
        bytes.append(littleEndian: wide.isEmpty ? 20 : 45, bytes: 2)  // made by: 2.0 or 4.5
        appendCommon(to: &bytes, isWide: !wide.isEmpty, sizes: [narrow(packedSize), narrow(size)])
        bytes.append(littleEndian: wide.isEmpty ? 0 : 4 + 8 * wide.count, bytes: 2)
        bytes.append(littleEndian: 0, bytes: 10)  // no comment, first disk, no attributes
        bytes.append(littleEndian: narrow(header) ?? 0xFFFF_FFFF, bytes: 4)
        bytes += Array(name.utf8)
        if !wide.isEmpty { Self.appendWide(wide, to: &bytes) }
        return bytes
    }

    /// The end of an archive: with the ZIP64 records only when a number needs them.
    static func end(count: Int, start: Int, length: Int, largest: Int = ZipRecord.largest) -> [UInt8] {
        let isWide = start > largest || length > largest || count > 0xFFFE
        var bytes: [UInt8] = []
        if isWide {
            bytes.append(littleEndian: 0x0606_4B50, bytes: 4)
            bytes.append(littleEndian: 44, bytes: 8)  // bytes of this record that follow
            bytes.append(littleEndian: 45, bytes: 2)  // made by: 4.5
            bytes.append(littleEndian: 45, bytes: 2)  // version needed
            bytes.append(littleEndian: 0, bytes: 8)  // one disk
            for number in [count, count, length, start] { bytes.append(littleEndian: number, bytes: 8) }
            bytes.append(littleEndian: 0x0706_4B50, bytes: 4)
            bytes.append(littleEndian: 0, bytes: 4)
            bytes.append(littleEndian: start + length, bytes: 8)
            bytes.append(littleEndian: 1, bytes: 4)
        }
        bytes.append(littleEndian: 0x0605_4B50, bytes: 4)
        bytes.append(littleEndian: 0, bytes: 4)
        for _ in 0..<2 { bytes.append(littleEndian: isWide ? 0xFFFF : count, bytes: 2) }
        bytes.append(littleEndian: isWide ? 0xFFFF_FFFF : length, bytes: 4)
        bytes.append(littleEndian: isWide ? 0xFFFF_FFFF : start, bytes: 4)
        bytes.append(littleEndian: 0, bytes: 2)
        return bytes
    }

    /// From the version needed to the length of the name. A size without a value stands in the ZIP64 field.
    private func appendCommon(to bytes: inout [UInt8], isWide: Bool, sizes: [Int?]) {
        bytes.append(littleEndian: isWide ? 45 : 20, bytes: 2)  // version needed: 4.5 or 2.0
        bytes.append(littleEndian: 0x0800, bytes: 2)  // names are UTF-8
        bytes.append(littleEndian: method, bytes: 2)
        bytes.append(littleEndian: 0, bytes: 2)  // 00:00
        bytes.append(littleEndian: 0x0021, bytes: 2)  // 1980-01-01
        bytes.append(littleEndian: Int(checksum), bytes: 4)
        for size in sizes { bytes.append(littleEndian: size ?? 0xFFFF_FFFF, bytes: 4) }
        bytes.append(littleEndian: name.utf8.count, bytes: 2)
    }

    /// The extra field 1.
    private static func appendWide(_ numbers: [Int], to bytes: inout [UInt8]) {
        bytes.append(littleEndian: 1, bytes: 2)
        bytes.append(littleEndian: 8 * numbers.count, bytes: 2)
        for number in numbers { bytes.append(littleEndian: number, bytes: 8) }
    }
}
