/// Width and height of a picture out of its header, before anything unpacks it.
struct PictureSize: Equatable {
    let width: Int
    let height: Int

    /// nil when the header does not say, or the file is cut short before it does.
    init?(_ head: [UInt8], kind: DocumentKind) {
        let bytes = PictureBytes(bytes: head)
        let found: (Int, Int)? =
            switch kind {
            case .png: bytes.png
            case .jpeg: bytes.jpeg
            case .tiff: bytes.tiff
            case .webp: bytes.webp
            default: nil
            }
        guard let found, found.0 > 0, found.1 > 0 else { return nil }
        (width, height) = found
    }
}

private struct PictureBytes {
    let bytes: [UInt8]

    func big(_ offset: Int, _ count: Int) -> Int? { number(offset, count, isBig: true) }
    func little(_ offset: Int, _ count: Int) -> Int? { number(offset, count, isBig: false) }

    func number(_ offset: Int, _ count: Int, isBig: Bool) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        let part = bytes[offset..<offset + count]
        return (isBig ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }

    /// IHDR is the first chunk (W3C PNG 11.2.2).
    var png: (Int, Int)? {
        guard let width = big(16, 4), let height = big(20, 4) else { return nil }
        return (width, height)
    }

    /// The first start-of-frame marker (ITU-T T.81 B.2.2); C4, C8 and CC are other segments.
    var jpeg: (Int, Int)? {
        var offset = 2
        while let mark = big(offset, 1), let type = big(offset + 1, 1), mark == 0xFF {
            if type == 0xFF {
                offset += 1
            } else if (0xC0...0xCF).contains(type), ![0xC4, 0xC8, 0xCC].contains(type) {
                guard let height = big(offset + 5, 2), let width = big(offset + 7, 2) else { return nil }
                return (width, height)
            } else if (0xD0...0xD8).contains(type) || type == 0x01 {
                offset += 2
            } else {
                guard let length = big(offset + 2, 2), length >= 2 else { return nil }
                offset += 2 + length
            }
        }
        return nil
    }

    /// Tags 256 and 257 of the first directory (TIFF 6.0 section 2).
    var tiff: (Int, Int)? {
        let isBig = bytes.first == 0x4D
        func read(_ offset: Int, _ count: Int) -> Int? { number(offset, count, isBig: isBig) }
        guard let start = read(4, 4), let count = read(start, 2) else { return nil }
        var sides: [Int: Int] = [:]
        for index in 0..<count {
            let entry = start + 2 + index * 12
            guard let tag = read(entry, 2), let type = read(entry + 2, 2) else { return nil }
            if tag == 256 || tag == 257 { sides[tag] = read(entry + 8, type == 3 ? 2 : 4) }
        }
        guard let width = sides[256], let height = sides[257] else { return nil }
        return (width, height)
    }

    /// RFC 9649: VP8X, VP8L and VP8 chunks.
    var webp: (Int, Int)? {
        switch bytes.dropFirst(12).prefix(4) {
        case [0x56, 0x50, 0x38, 0x58]:
            guard let width = little(24, 3), let height = little(27, 3) else { return nil }
            return (width + 1, height + 1)
        case [0x56, 0x50, 0x38, 0x4C]:
            guard let bits = little(21, 4) else { return nil }
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case [0x56, 0x50, 0x38, 0x20]:
            guard let width = little(26, 2), let height = little(28, 2) else { return nil }
            return (width & 0x3FFF, height & 0x3FFF)
        default: return nil
        }
    }
}
