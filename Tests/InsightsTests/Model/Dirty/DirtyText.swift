import Kernel
@testable import Insights

/// The bytes of a table in one of the dialects of rule 1.
struct DirtyText {
    enum Encoding: CaseIterable {
        case utf8
        case utf8WithMark
        case utf16Little
        case utf16Big
        case windows1252
    }

    let encoding: Encoding
    let delimiter: Character
    private var text = ""
    /// Where the next record begins, as an editor counts lines.
    private(set) var line = 1
    private let lineEnds: [String]

    init(_ encoding: Encoding, _ random: inout SeededRandom) {
        self.encoding = encoding
        delimiter = random.one(of: [",", ",", ";", "\t"])
        lineEnds = random.one(of: [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"]])
    }

    mutating func append(_ cells: [String], isLast: Bool, _ random: inout SeededRandom) {
        var written: [String] = []
        for cell in cells { written.append(field(cell, &random)) }
        var record = written.joined(separator: String(delimiter))
        if !isLast || random.chance(0.6) { record += random.one(of: lineEnds) }
        line += record.filter(\.isNewline).count  // CRLF is one character
        text += record
    }

    private func field(_ cell: String, _ random: inout SeededRandom) -> String {
        let mustQuote =
            cell.hasPrefix("\"")
            || cell.unicodeScalars.contains { $0 == "\n" || $0 == "\r" || $0 == delimiter.unicodeScalars.first }
        guard mustQuote || random.chance(0.15) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    var bytes: [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text.utf8
        case .utf16Little: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16Big: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .windows1252: text.unicodeScalars.map { Self.windows1252[$0] ?? UInt8($0.value) }
        }
    }

    /// What the accounting calls it. A text of ASCII alone is UTF-8.
    var encodingName: String {
        switch encoding {
        case .utf8, .utf8WithMark: "utf-8"
        case .utf16Little, .utf16Big: "utf-16"
        case .windows1252: text.unicodeScalars.allSatisfy(\.isASCII) ? "utf-8" : "windows-1252"
        }
    }

    var delimiterName: String { delimiter == "\t" ? "tab" : String(delimiter) }

    /// The characters of the names and events here that Windows-1252 has outside Latin-1.
    private static let windows1252: [Unicode.Scalar: UInt8] = ["’": 0x92, "œ": 0x9C, "Œ": 0x8C, "€": 0x80, "š": 0x9A]
}
