import Kernel

/// One pass over a text file: bytes in, rows out, with no more in memory than a piece of the file and the rows.
struct TextExport: ~Copyable {
    private var input: TextInput
    private var text = TextBuffer()
    private var scanner = RecordScanner(delimiter: UInt8(ascii: ","))
    private var hasDelimiter = false
    private var rows: RowAssembler
    /// The rest of a record that is too long to be one: passed over.
    private var skipping: LongRecord?

    /// A record may be this long; a quote that is never closed must not fill the memory.
    static let recordLimit = 1 << 20
    /// Bytes that are read and cut in one go; they stay in the processor's cache.
    private static let step = 1 << 17
    /// After so many bytes the number of rows is estimated.
    private static let sample = 1 << 20

    private let expectedCount: Int
    private var consumed = 0

    /// `expectedCount` bytes are to come, or so; 0 when nobody knows.
    init(options: ReadingOptions, order: StartTimes.Order, assuming: TextInput.Form, expectedCount: Int) {
        self.expectedCount = expectedCount
        input = TextInput(assuming: assuming)
        rows = RowAssembler(options: options, order: order)
    }

    mutating func read(_ piece: UnsafeRawBufferPointer) throws {
        var start = 0
        while start < piece.count {
            let end = min(start + Self.step, piece.count)
            try input.read(UnsafeRawBufferPointer(rebasing: piece[start..<end]), into: &text)
            try cut(isEnd: false)
            if consumed < Self.sample, consumed + end - start >= Self.sample {
                rows.expect(Double(expectedCount) / Double(consumed + end - start))
            }
            consumed += end - start
            start = end
        }
    }

    /// Throws `ReadingError`, or `TextInput.Restart`.
    mutating func finish() throws {
        try input.finish(into: &text)
        try cut(isEnd: true)
        guard rows.columns != nil else { throw ReadingError.emptyFile }
    }

    /// The column of start times can only be month-first, and cells were read that need an order.
    var mustRejectAmbiguous: Bool { rows.times.isMonthFirstOnly && rows.times.hasAmbiguous }

    consuming func result() -> ReadExport {
        var export = rows.result()
        export.accounting.encoding = input.encoding.rawValue
        export.accounting.delimiter = scanner.delimiter == 0x09 ? "tab" : String(UnicodeScalar(scanner.delimiter))
        return export
    }

    private mutating func cut(isEnd: Bool) throws {
        if !hasDelimiter {
            let begin = UnsafeBufferPointer(start: UnsafePointer(text.base), count: text.count)
            guard let delimiter = DelimiterFinder.find(begin, isEnd: isEnd) else {
                guard text.count < Self.recordLimit else { throw ReadingError.unreadable(.otherKind) }
                return
            }
            scanner = RecordScanner(delimiter: delimiter)
            hasDelimiter = true
        }
        if skipping != nil, try !skip() { return }
        text.drop(try scanner.scan(text.base, count: text.count, isEnd: isEnd, into: &rows))
        if text.count >= Self.recordLimit {
            guard rows.columns != nil else { throw ReadingError.unreadable(.otherKind) }
            rows.takeLong(line: scanner.line)
            skipping = LongRecord(delimiter: scanner.delimiter)
            if try skip() { try cut(isEnd: isEnd) }
        }
    }

    /// Drops what belongs to a record that is too long; false while its end is not here.
    private mutating func skip() throws -> Bool {
        guard var record = skipping else { return true }
        let end = try record.end(in: UnsafeBufferPointer(start: UnsafePointer(text.base), count: text.count))
        text.drop(end ?? text.count)
        guard end != nil else {
            skipping = record
            return false
        }
        scanner.pass(lines: record.innerLines + 1)
        skipping = nil
        return true
    }
}
