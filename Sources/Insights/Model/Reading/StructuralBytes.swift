/// Finds the bytes that matter to CSV: the delimiter, quotes, and everything below a blank (line ends, NUL, tabs).
struct StructuralBytes: ~Copyable {
    /// Bytes looked at in one go; places are for one such block.
    static let block = 1 << 14

    let places: UnsafeMutablePointer<UInt32>
    private let delimiter: SIMD16<UInt8>
    private let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    private let blank = SIMD16<UInt8>(repeating: 0x20)

    init(delimiter: UInt8) {
        self.delimiter = SIMD16(repeating: delimiter)
        places = .allocate(capacity: Self.block + 64)
    }

    deinit { places.deallocate() }

    /// Writes the offsets of such bytes in `start..<end` to `places`, ascending; gives their number. Loads whole words, up to
    /// `TextBuffer.margin` bytes behind `end`.
    @inline(__always)
    func find(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        var found = 0
        var offset = start
        while offset < end {
            var bits = self.bits(base, offset) | self.bits(base, offset + 16) << 16
            bits |= self.bits(base, offset + 32) << 32 | self.bits(base, offset + 48) << 48
            if end - offset < 64 { bits &= 1 << UInt64(end - offset) - 1 }
            while bits != 0 {
                places[found] = UInt32(truncatingIfNeeded: offset + bits.trailingZeroBitCount)
                found += 1
                bits &= bits - 1
            }
            offset += 64
        }
        return found
    }

    /// One bit per byte.
    @inline(__always)
    private func bits(_ base: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
        let bytes = UnsafeRawPointer(base + offset).loadUnaligned(as: SIMD16<UInt8>.self)
        let mask = (bytes .== delimiter) .| (bytes .== quote) .| (bytes .< blank)
        let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        // each byte is all ones or zero: keep bit i of byte i, and add the bytes up in the highest one
        let kept = (words & 0x8040_2010_0804_0201)
        let low = (kept[0] &* 0x0101_0101_0101_0101) >> 56
        let high = (kept[1] &* 0x0101_0101_0101_0101) >> 56
        return low | high << 8
    }
}
