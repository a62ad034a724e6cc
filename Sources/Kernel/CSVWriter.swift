/// Writes CSV that a spreadsheet opens cleanly: RFC 4180 with CRLF, UTF-8 with a byte order mark.
///
/// Text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an
/// apostrophe before it (OWASP, "CSV Injection"). Numbers come as numbers and stay, negative ones too.
package struct CSVWriter: Sendable {
    package enum Cell: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case text(String)
        case integer(Int64)
        /// Written as the shortest decimal that reads back to the same value; not finite numbers are empty.
        case number(Double)
        case empty

        package init(stringLiteral value: String) { self = .text(value) }
        package init(integerLiteral value: Int64) { self = .integer(value) }
        package init(_ text: String?) { self = text.map(Cell.text) ?? .empty }
        package init(_ integer: Int?) { self = integer.map { .integer(Int64($0)) } ?? .empty }
        package init(_ number: Double?) { self = number.map(Cell.number) ?? .empty }
    }

    package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let delimiter: UInt8

    /// `delimiter` is `,`, `;` or a tab.
    package init(header: [String], delimiter: Character = ",") {
        self.delimiter = delimiter.asciiValue ?? UInt8(ascii: ",")
        append(header.map(Cell.text))
    }

    package mutating func append(_ cells: [Cell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            switch cell {
            case .text(let text): append(text)
            case .integer(let number): bytes.append(contentsOf: String(number).utf8)
            case .number(let number): if number.isFinite { bytes.append(contentsOf: CanonicalJSON.text(number).utf8) }
            case .empty: break
            }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func append(_ text: String) {
        let safe = Self.neutralised(text)
        guard safe.utf8.contains(where: { $0 == delimiter || Self.needsQuotes($0) }) else {
            bytes.append(contentsOf: safe.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in safe.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The text as a spreadsheet may have it; XLSX export uses it too.
    package static func neutralised(_ text: String) -> String {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: "'" + text
        default: text
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
}
