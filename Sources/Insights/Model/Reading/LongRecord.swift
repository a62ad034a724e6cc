/// Finds the end of a record that is too long to be kept (a quote that is never closed, mostly), a piece at a time.
struct LongRecord {
    let delimiter: UInt8
    private var isQuoted = false
    private var isFieldStart = true
    private var justClosed = false
    private var previous: UInt8 = 0
    /// Line ends inside quotes.
    private(set) var innerLines = 0

    init(delimiter: UInt8) { self.delimiter = delimiter }

    /// The offset behind the record; nil when all of this piece belongs to it. Throws `ReadingError` at a NUL.
    mutating func end(in text: UnsafeBufferPointer<UInt8>) throws(ReadingError) -> Int? {
        for (index, byte) in text.enumerated() {
            defer { previous = byte }
            guard byte != 0 else { throw .unreadable(.otherKind) }
            let isLineEnd = byte == 0x0A || byte == 0x0D
            if isQuoted {
                isQuoted = byte != UInt8(ascii: "\"")
                justClosed = !isQuoted
                if isLineEnd, byte == 0x0D || previous != 0x0D { innerLines += 1 }
            } else if isLineEnd {
                return index + 1
            } else {
                isQuoted = byte == UInt8(ascii: "\"") && (isFieldStart || justClosed)
                justClosed = false
                isFieldStart = byte == delimiter
            }
        }
        return nil
    }
}
