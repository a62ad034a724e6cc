/// A cell as its reader means it: trimmed, and every run of white space, line ends and no-break spaces inside is one space.
package enum CellText {
    package static func clean(_ text: String) -> String {
        clean(Array(text.utf8)[...])
    }

    package static func clean(_ bytes: ArraySlice<UInt8>) -> String {
        guard needsCleaning(bytes) else { return String(decoding: bytes, as: UTF8.self) }
        var cleaned: [UInt8] = []
        cleaned.reserveCapacity(bytes.count)
        var pending = false
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let space = spaceLength(bytes, at: index)
            if space > 0 {
                pending = !cleaned.isEmpty
                index += space
            } else {
                if pending { cleaned.append(0x20) }
                pending = false
                cleaned.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: cleaned, as: UTF8.self)
    }

    package static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let space = spaceLength(bytes, at: index)
            if space == 0 { return false }
            index += space
        }
        return true
    }

    /// False for a cell without white space other than single blanks inside: nearly every cell.
    private static func needsCleaning(_ bytes: ArraySlice<UInt8>) -> Bool {
        var afterSpace = true
        for byte in bytes {
            if byte < 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE1 || byte == 0xE3 || byte == 0xEF {
                return true
            }
            if byte == 0x20 && afterSpace { return true }
            afterSpace = byte == 0x20
        }
        return afterSpace && !bytes.isEmpty
    }

    /// The length of the white space character that begins here: ASCII space and controls 9…13, U+0085, U+00A0, U+1680,
    /// U+2000…U+200B, U+2028, U+2029, U+202F, U+205F, U+3000, U+FEFF; 0 when none does.
    private static func spaceLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        if first == 0x20 || (0x09...0x0D).contains(first) { return 1 }
        guard first >= 0xC2, index + 1 < bytes.endIndex else { return 0 }
        let second = bytes[index + 1]
        if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
        guard index + 2 < bytes.endIndex else { return 0 }
        let third = bytes[index + 2]
        let isSpace: Bool =
            switch (first, second) {
            case (0xE1, 0x9A): third == 0x80
            case (0xE2, 0x80): (0x80...0x8B).contains(third) || [0xA8, 0xA9, 0xAF].contains(third)
            case (0xE2, 0x81): third == 0x9F
            case (0xE3, 0x80): third == 0x80
            case (0xEF, 0xBB): third == 0xBF
            default: false
            }
        return isSpace ? 3 : 0
    }
}
