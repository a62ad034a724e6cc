/// Cuts UTF-8 bytes into records, one at a time, so that a caller can read a large file without holding all its cells.
package struct CSVScanner: Sendable {
    package let delimiter: UInt8
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    package init(_ utf8: [UInt8], delimiter: UInt8) {
        bytes = utf8
        self.delimiter = delimiter
    }

    /// The fields of one record with quotes resolved, not yet cleaned.
    package struct Record: Sendable {
        /// The line where the record begins, from 1.
        package let line: Int
        /// The fields one after the other, each ending at the offset of the same index in `ends`.
        package fileprivate(set) var content: [UInt8] = []
        package fileprivate(set) var ends: [Int] = []
        /// A quote was open when the file ended.
        package fileprivate(set) var isUnterminated = false

        package func field(_ index: Int) -> ArraySlice<UInt8> {
            content[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
        }

        package var isBlank: Bool {
            CellText.isBlank(content[...])
        }

        /// All fields, cleaned, without trailing empty ones.
        package var texts: [String] {
            var texts = ends.indices.map { CellText.clean(field($0)) }
            while texts.last == "" { texts.removeLast() }
            return texts
        }

        /// Exactly `width` cells; nil when a field beyond them has text.
        func cells(padded width: Int) -> [String]? {
            var cells: [String] = []
            cells.reserveCapacity(width)
            for index in 0..<min(width, ends.count) { cells.append(CellText.clean(field(index))) }
            for index in min(width, ends.count)..<ends.count where !CellText.isBlank(field(index)) { return nil }
            for _ in cells.count..<width { cells.append("") }
            return cells
        }

        var excerpt: [String] {
            ends.indices.prefix(64).map { String(CellText.clean(field($0).prefix(800)).prefix(200)) }
        }
    }

    /// The next record, blank ones included; nil at the end.
    package mutating func next() -> Record? {
        guard position < bytes.count else { return nil }
        var record = Record(line: line)
        var isQuoted = false
        var isFieldStart = true
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    if position < bytes.count, bytes[position] == byte {
                        record.content.append(byte)
                        position += 1
                    } else {
                        isQuoted = false
                    }
                    continue
                }
                countLine(byte)
                record.content.append(byte)
            } else if byte == delimiter {
                record.ends.append(record.content.count)
                isFieldStart = true
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
                    position += 1
                }
                line += 1
                record.ends.append(record.content.count)
                return record
            } else if byte == UInt8(ascii: "\"") && isFieldStart {
                isQuoted = true
                isFieldStart = false
            } else {
                // A quote inside an unquoted field is text: O"Neil.
                record.content.append(byte)
                isFieldStart = false
            }
        }
        record.ends.append(record.content.count)
        record.isUnterminated = isQuoted
        return record
    }

    private mutating func countLine(_ byte: UInt8) {
        let endsLine = byte == UInt8(ascii: "\n") && (position < 2 || bytes[position - 2] != UInt8(ascii: "\r"))
        if endsLine || byte == UInt8(ascii: "\r") { line += 1 }
    }
}
