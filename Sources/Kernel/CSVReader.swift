/// Reads CSV as people export it (RFC 4180, and what spreadsheets make of it): comma, semicolon or tab, any of the three
/// line ends, quotes with line ends inside. One pass over bytes.
package struct CSVReader: Sendable {
    /// The largest file, in bytes.
    package let limit: Int

    package init(limit: Int = 100 << 20) {
        self.limit = limit
    }

    /// Throws `CSVError`. The first record with text is the header; blank records do not count.
    package func read(_ bytes: [UInt8]) throws(CSVError) -> CSVTable {
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        guard !Self.hasSignature(bytes) else { throw .unreadable }
        let (encoding, text) = TextEncoding.detect(bytes)
        guard !text.contains(0) else { throw .unreadable }
        var scanner = CSVScanner(text, delimiter: Self.delimiter(of: text))
        guard let first = Self.firstWithText(&scanner) else { throw .emptyFile }
        let header = first.isUnterminated ? [] : first.texts
        var rows: [CSVTable.Row] = []
        var malformed: [CSVTable.Malformed] = []
        if first.isUnterminated {
            malformed.append(.init(line: first.line, reason: .unterminatedQuote, cells: first.excerpt))
        }
        while let record = scanner.next() {
            if record.isBlank && !record.isUnterminated { continue }
            if record.isUnterminated {
                malformed.append(.init(line: record.line, reason: .unterminatedQuote, cells: record.excerpt))
            } else if let cells = record.cells(padded: header.count) {
                rows.append(.init(line: record.line, cells: cells))
            } else {
                malformed.append(.init(line: record.line, reason: .surplusFields, cells: record.excerpt))
            }
        }
        return CSVTable(
            encoding: encoding, delimiter: Character(UnicodeScalar(scanner.delimiter)), header: header, rows: rows,
            malformed: malformed)
    }

    private static func firstWithText(_ scanner: inout CSVScanner) -> CSVScanner.Record? {
        while let record = scanner.next() {
            if !record.isBlank { return record }
        }
        return nil
    }

    /// The commonest of the three outside quotes in the first record with text; a comma when there is none.
    private static func delimiter(of text: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var quoted = false
        var hasText = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): quoted.toggle()
            case UInt8(ascii: "\n") where !quoted, UInt8(ascii: "\r") where !quoted:
                if hasText { return commonest(counts) }
                counts = [:]
            case UInt8(ascii: ",") where !quoted, UInt8(ascii: ";") where !quoted, UInt8(ascii: "\t") where !quoted:
                counts[byte, default: 0] += 1
            default: hasText = hasText || byte > 0x20
            }
        }
        return commonest(counts)
    }

    private static func commonest(_ counts: [UInt8: Int]) -> UInt8 {
        var best = UInt8(ascii: ",")
        for candidate in [UInt8(ascii: ";"), UInt8(ascii: "\t")]
        where counts[candidate, default: 0] > counts[best, default: 0] {
            best = candidate
        }
        return best
    }

    private static func hasSignature(_ bytes: [UInt8]) -> Bool {
        let signatures: [[UInt8]] = [
            [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], Array("%PDF".utf8), [0x1F, 0x8B],
            [0xD0, 0xCF, 0x11, 0xE0],
        ]
        return signatures.contains { bytes.starts(with: $0) }
    }
}
