extension NoteText {
    /// ASCII letters and digits, of which numbers and codes are made.
    func isCode(_ offset: Int) -> Bool { isDigit(offset) || isLatin(offset) }

    func isDigit(_ offset: Int) -> Bool {
        offset >= 0 && offset < scalars.count && scalars[offset] >= "0" && scalars[offset] <= "9"
    }

    func isLatin(_ offset: Int) -> Bool {
        guard offset >= 0, offset < scalars.count else { return false }
        let scalar = scalars[offset]
        return (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
    }

    /// Hyphens and dashes of every width that word processors write into numbers.
    func isHyphen(_ offset: Int) -> Bool {
        guard offset >= 0, offset < scalars.count else { return false }
        switch scalars[offset] {
        case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": return true
        default: return false
        }
    }

    func isBlank(_ offset: Int) -> Bool {
        guard offset >= 0, offset < scalars.count else { return false }
        return scalars[offset] == " " || scalars[offset] == "\t" || scalars[offset] == "\u{A0}"
            || scalars[offset] == "\u{202F}"
    }

    /// Letters and digits of a range, in capitals.
    func code(_ range: Range<Int>) -> [UInt8] {
        var code: [UInt8] = []
        for offset in range where isCode(offset) {
            let value = UInt8(scalars[offset].value)
            code.append(value >= 0x61 ? value - 32 : value)
        }
        return code
    }

    /// How many digits stand from `offset` on.
    func digits(from offset: Int) -> Int {
        var end = offset
        while isDigit(end) { end += 1 }
        return end - offset
    }
}
