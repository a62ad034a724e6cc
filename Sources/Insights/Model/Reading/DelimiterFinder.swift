/// The delimiter of a file: the commonest of `, ; TAB` outside quotes in the first line with text (rule 1).
enum DelimiterFinder {
    /// Nil when the text ends before that line does.
    static func find(_ text: UnsafeBufferPointer<UInt8>, isEnd: Bool) -> UInt8? {
        var counts = (comma: 0, semicolon: 0, tab: 0)
        var isQuoted = false
        var hasText = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case 0x0A where !isQuoted, 0x0D where !isQuoted:
                if hasText { return commonest(counts) }
                counts = (0, 0, 0)
            case UInt8(ascii: ",") where !isQuoted: counts.comma += 1
            case UInt8(ascii: ";") where !isQuoted: counts.semicolon += 1
            case 0x09 where !isQuoted: counts.tab += 1
            default: hasText = hasText || byte > 0x20
            }
        }
        return isEnd ? commonest(counts) : nil
    }

    /// A comma when there is none of them.
    private static func commonest(_ counts: (comma: Int, semicolon: Int, tab: Int)) -> UInt8 {
        if counts.tab > counts.comma, counts.tab > counts.semicolon { return 0x09 }
        return counts.semicolon > counts.comma ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }
}
