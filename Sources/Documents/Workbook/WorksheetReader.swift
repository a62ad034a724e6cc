import Foundation

/// Rows and cells of one sheet part.
struct WorksheetReader {
    private var xml: XMLScanner
    private let strings: [String]
    private let styles: WorkbookStyles
    private let dates: SerialDate
    private(set) var cellsLeft: Int

    init(_ part: [UInt8], strings: [String], styles: WorkbookStyles, dates: SerialDate, cellsLeft: Int) throws {
        xml = try XMLScanner(part)
        self.strings = strings
        self.styles = styles
        self.dates = dates
        self.cellsLeft = cellsLeft
    }

    mutating func rows() throws -> [Worksheet.Row] {
        var rows: [Worksheet.Row] = []
        var previous = 0
        while true {
            switch try xml.next() {
            case .start where xml.isNamed("row"):
                let number = try xml.attribute("r").flatMap { Int($0) } ?? previous + 1
                guard number >= 1, number <= 1_048_576 else { throw XMLScanner.Damaged() }
                previous = number
                let cells = try cells()
                if !cells.isEmpty { rows.append(Worksheet.Row(number: number, cells: cells)) }
            case .finished: return rows
            default: break
            }
        }
    }

    private mutating func cells() throws -> [String] {
        var cells: [String] = []
        while true {
            switch try xml.next() {
            case .start where xml.isNamed("c"):
                let column = try xml.attribute("r").flatMap(CellReference.column) ?? cells.count
                guard column < CellReference.columns else { throw XMLScanner.Damaged() }
                let text = try cell()
                guard !text.isEmpty else { continue }
                let gap = max(0, column + 1 - cells.count)
                cellsLeft -= gap
                guard cellsLeft >= 0 else { throw DocumentError.tooLarge(what: "it has too many cells") }
                for _ in 0..<gap { cells.append("") }
                cells[column] = text
            case .start: try xml.skipElement()
            case .end: return cells
            case .finished: throw XMLScanner.Damaged()
            case .text: break
            }
        }
    }

    private mutating func cell() throws -> String {
        let type = try xml.attribute("t")
        let style = try xml.attribute("s")
        var value = ""
        var inline: String?
        loop: while true {
            switch try xml.next() {
            case .start where xml.isNamed("v"): value = try xml.textOfElement()
            case .start where xml.isNamed("is"): inline = try xml.richText()
            case .start: try xml.skipElement()
            case .end: break loop
            case .finished: throw XMLScanner.Damaged()
            case .text: break
            }
        }
        if let inline { return inline }
        switch type {
        case "s":
            guard let index = Int(value) else { return "" }
            guard strings.indices.contains(index) else { throw XMLScanner.Damaged() }
            return strings[index]
        case "str", "d": return value.decodingControlCharacters
        case "e": return value
        case "b": return value == "1" ? "true" : value == "0" ? "false" : value
        default: return number(value, as: styles.format(style))
        }
    }

    private func number(_ text: String, as format: NumberFormat) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let isWhole = !text.isEmpty && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
        if isWhole, format == .number { return text }
        guard let value = Double(text), value.isFinite else { return text }
        switch format {
        case .date, .time, .dateTime:
            if let date = dates.text(value, as: format) { return date }
        case .padded(let width):
            if isWhole { return String(repeating: "0", count: max(0, width - text.utf8.count)) + text }
        case .number: break
        }
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        // Excel computes with 17 digits and shows 15
        return String(format: "%.15g", value)
    }
}

extension XMLScanner {
    /// Text of a shared or inline string: all its runs joined, without the phonetic guide (`rPh`).
    mutating func richText() throws -> String {
        var result = ""
        var depth = 1
        while depth > 0 {
            switch try next() {
            case .start where isNamed("t"): result += try textOfElement()
            case .start where isNamed("rPh"): try skipElement()
            case .start: depth += 1
            case .end: depth -= 1
            case .finished: throw Damaged()
            case .text: break
            }
        }
        return result.decodingControlCharacters
    }
}

extension String {
    /// `_xHHHH_` stands for a character that XML cannot hold (ECMA-376 Part 1, 22.9.2.19).
    var decodingControlCharacters: String {
        guard contains("_x") else { return self }
        return replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) }
                ?? String(match.output.0)
        }
    }

    /// The opposite: also protects text that only looks like such a code.
    var encodingControlCharacters: String {
        let isPlain = utf8.allSatisfy { $0 >= 32 || $0 == 9 || $0 == 10 } && !contains("_x")
        if isPlain { return self }
        let protected = replacing(/_(x[0-9A-Fa-f]{4}_)/) { "_x005F_" + $0.output.1 }
        return protected.unicodeScalars.reduce(into: "") { text, scalar in
            let isAllowed = scalar.value >= 32 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
            if isAllowed || scalar.value == 9 || scalar.value == 10 {
                text.unicodeScalars.append(scalar)
            } else {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                text += "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
            }
        }
    }
}
