import Kernel

/// Cuts text into records and fields (RFC 4180 and what spreadsheets make of it): quotes only at the beginning of a field,
/// line ends inside them, a quote elsewhere is text, and LF, CR or CRLF end a record.
struct RecordScanner: ~Copyable {
    let delimiter: UInt8
    private let structure: StructuralBytes
    private var fields = RecordFields()
    /// Fields with doubled quotes, or with text behind their quotes.
    private var unresolved: [Int] = []
    /// The line where the next record begins, from 1.
    private(set) var line = 1

    private static let quote = UInt8(ascii: "\"")

    /// A record with a zero byte is malformed; a file with a zero byte in its header, or in more records than this, is no text.
    private static let zeroLimit = 100
    private var zeroRecords = 0

    init(delimiter: UInt8) {
        self.delimiter = delimiter
        structure = StructuralBytes(delimiter: delimiter)
    }

    /// The record that is being cut.
    private struct Open {
        var start = 0
        var fieldStart = 0
        var isQuoted = false
        /// Where the quotes of this field were closed; -1 when it has none.
        var closed = -1
        /// It has doubled quotes inside.
        var hasEscapes = false
        var innerLines = 0
        var hasZero = false
    }

    /// Hands the records of a text to `rows`; gives the offset of the first one that is not complete yet. At the end of the
    /// file every record is.
    mutating func scan(
        _ base: UnsafeMutablePointer<UInt8>, count: Int, isEnd: Bool, into rows: inout RowAssembler
    ) throws -> Int {
        var open = Open()
        var done = 0
        var block = 0
        while block < count {
            let end = min(block + StructuralBytes.block, count)
            let found = structure.find(base, from: block, to: end)
            block = end
            for index in 0..<found {
                let place = Int(structure.places[index])
                if place < done { continue }
                let byte = base[place]
                if open.isQuoted {
                    if byte == Self.quote {
                        if place + 1 == count, !isEnd { return finishEarly(open) }
                        if place + 1 < count, base[place + 1] == Self.quote {
                            open.hasEscapes = true
                            done = place + 2
                        } else {
                            open.isQuoted = false
                            open.closed = place
                        }
                    } else if byte == 0x0A {
                        if base[max(place, 1) - 1] != 0x0D { open.innerLines += 1 }
                    } else if byte == 0x0D {
                        open.innerLines += 1
                    } else if byte == 0 {
                        open.hasZero = true
                    }
                } else if byte == delimiter {
                    endField(&open, base, place)
                    open.fieldStart = place + 1
                } else if byte == 0x0A || byte == 0x0D {
                    if byte == 0x0D, place + 1 == count, !isEnd { return finishEarly(open) }
                    endField(&open, base, place)
                    let isPair = byte == 0x0D && place + 1 < count && base[place + 1] == 0x0A
                    done = place + (isPair ? 2 : 1)
                    try endRecord(open, base, into: &rows)
                    line += open.innerLines + 1
                    open = Open(start: done, fieldStart: done)
                } else if byte == Self.quote {
                    if place == open.fieldStart { open.isQuoted = true }
                } else if byte == 0 {
                    open.hasZero = true
                }
            }
        }
        guard isEnd else { return finishEarly(open) }
        if open.start < count {
            let isWhole = !open.isQuoted
            endField(&open, base, count)
            try endRecord(open, base, into: &rows, isWhole: isWhole)
        }
        return count
    }

    /// Lines that somebody else read.
    mutating func pass(lines: Int) { line += lines }

    /// Puts aside what was found of a record that is not complete.
    private mutating func finishEarly(_ open: Open) -> Int {
        fields.removeAll()
        unresolved.removeAll()
        return open.start
    }

    @inline(__always)
    private mutating func endField(_ open: inout Open, _ base: UnsafeMutablePointer<UInt8>, _ end: Int) {
        if open.closed < 0, !open.isQuoted {
            fields.append(base, open.fieldStart, end)
        } else {
            endQuotedField(&open, base, end)
        }
    }

    private mutating func endQuotedField(_ open: inout Open, _ base: UnsafeMutablePointer<UInt8>, _ end: Int) {
        defer { (open.closed, open.hasEscapes) = (-1, false) }
        if !open.hasEscapes, open.closed + 1 == end {
            return fields.append(base, open.fieldStart + 1, open.closed)
        }
        if fields.count < fields.width {
            unresolved.append(fields.count)
            fields.append(base, open.fieldStart, end)
        } else {
            var copy = Array(UnsafeBufferPointer(start: base + open.fieldStart, count: end - open.fieldStart))
            let count = copy.withUnsafeMutableBufferPointer { buffer in
                buffer.baseAddress.map { Self.resolve($0, 0, buffer.count) } ?? 0
            }
            if !CellText.isBlank(copy[..<count]) { fields.hasSurplus = true }
        }
    }

    /// Writes the content of a field that begins with a quote over the field: doubled quotes inside are one, and what
    /// follows the closing one is text. Gives the content's end.
    private static func resolve(_ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var target = start
        var isQuoted = true
        var index = start + 1
        while index < end {
            let byte = base[index]
            index += 1
            if isQuoted, byte == quote {
                guard index < end, base[index] == quote else {
                    isQuoted = false
                    continue
                }
                index += 1
            }
            base[target] = byte
            target += 1
        }
        return target
    }

    private mutating func endRecord(
        _ open: Open, _ base: UnsafeMutablePointer<UInt8>, into rows: inout RowAssembler, isWhole: Bool = true
    ) throws {
        if !unresolved.isEmpty { resolve(base) }
        if open.hasZero {
            zeroRecords += 1
            guard rows.columns != nil, zeroRecords <= Self.zeroLimit else {
                throw ReadingError.unreadable(.otherKind)
            }
        }
        if rows.columns != nil {
            rows.take(fields, base, line: line, isWhole: isWhole && !open.hasZero)
        } else if !fields.isBlank(base) || !isWhole {
            fields.width = try rows.header(isWhole ? fields.texts(base) : [])
        }
        fields.removeAll()
    }

    /// Only now, because a record that is not complete is cut again.
    private mutating func resolve(_ base: UnsafeMutablePointer<UInt8>) {
        for index in unresolved {
            let (start, end) = fields.place(index)
            fields.shorten(index, to: Self.resolve(base, start, end))
        }
        unresolved.removeAll(keepingCapacity: true)
    }
}
