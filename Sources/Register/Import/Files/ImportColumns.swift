import Foundation
import Kernel

/// A column that a kind of file may have, under the headings people give it.
struct ImportColumn: Sendable {
    /// As the report names it.
    let label: String
    let names: Set<String>

    init(_ label: String, _ names: String...) {
        self.label = label
        self.names = Set((names + [label]).map(ImportColumn.folded))
    }

    /// `Student No.`, `student_no` and `studentNo` are one heading; marks on letters do not count.
    static func folded(_ heading: String) -> String {
        let plain = heading.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return String(plain.unicodeScalars.filter { CharacterSet.alphanumerics.contains($0) })
    }
}

/// Where the columns of a table are.
struct ImportColumns: Sendable {
    private var places: [String: Int] = [:]

    /// - Throws: `missing_columns`; of each group of alternatives in `required` one column has to be there.
    init(_ table: ImportTable, kind: ImportKind, _ columns: [ImportColumn], required: [[ImportColumn]]) throws {
        self.init(table.header, columns)
        let missing = required.filter { alternatives in !alternatives.contains { has($0) } }
        guard missing.isEmpty else {
            throw ImportError.missingColumns(
                kind: kind, missing: missing.map { $0.map(\.label).joined(separator: " or ") }, found: table.header)
        }
    }

    init(_ header: [String], _ columns: [ImportColumn]) {
        let headings = header.map(ImportColumn.folded)
        for column in columns {
            places[column.label] = headings.firstIndex { !$0.isEmpty && column.names.contains($0) }
        }
    }

    func has(_ column: ImportColumn) -> Bool { places[column.label] != nil }

    /// The cell, or nil where the column is missing or the cell blank.
    func text(_ row: ImportTable.Row, _ column: ImportColumn, upTo limit: Int = 200) throws -> String? {
        guard let place = places[column.label], !row.cells[place].isEmpty else { return nil }
        let text = row.cells[place]
        guard text.unicodeScalars.count <= limit else { throw RowProblem.tooLong(column.label, limit) }
        guard !text.utf8.contains(0) else {
            throw RowProblem(column.label, "invalid_character", "The \(column.label) holds the character U+0000.")
        }
        return text
    }

    func required(_ row: ImportTable.Row, _ column: ImportColumn, upTo limit: Int = 200) throws -> String {
        guard let text = try text(row, column, upTo: limit) else { throw RowProblem.required(column.label) }
        return text
    }

    func date(_ row: ImportTable.Row, _ column: ImportColumn, in zone: TimeZone) throws -> CivilDate? {
        guard let text = try text(row, column) else { return nil }
        guard let date = CellDate.parse(text, in: zone) else { throw RowProblem.invalidDate(column.label) }
        return date.day
    }

    func time(_ row: ImportTable.Row, _ column: ImportColumn, in zone: TimeZone) throws -> CivilTime? {
        guard let text = try text(row, column) else { return nil }
        // a time alone is read like the time of any day; workbooks give a whole day for times beyond 24 hours
        let whole = text.contains("T") || text.count > 12 ? text : "2000-01-01 " + text.replacing(".", with: ":")
        guard let time = CellDate.parse(whole, in: zone)?.time else {
            throw RowProblem(column.label, "invalid_time", "The \(column.label) is not a time of day.")
        }
        return time
    }
}
