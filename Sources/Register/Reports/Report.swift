import Documents
package import Kernel

/// A finished report: the formula that made it, and a table that looks the same as JSON, CSV and XLSX.
package struct Report: Sendable, Equatable {
    package enum Cell: Sendable, Equatable {
        case text(String)
        case integer(Int)
        /// A number of percent (62.5 means 62.5 %).
        case percent(Double)
        case date(CivilDate)
        case empty

        package init(_ text: String?) { self = text.map(Cell.text) ?? .empty }
        package init(_ integer: Int?) { self = integer.map(Cell.integer) ?? .empty }
        package init(percent: Double?) { self = percent.map(Cell.percent) ?? .empty }
    }

    package struct Column: Sendable, Equatable {
        package let key: String
        package let title: String
        /// An id, for links; left out of CSV and XLSX.
        package let isHidden: Bool

        package init(_ key: String, _ title: String, hidden: Bool = false) {
            self.key = key
            self.title = title
            isHidden = hidden
        }
    }

    package let name: String
    package let formula: String
    package let columns: [Column]
    package var rows: [[Cell]] = []
    package var totals: [(key: String, value: Cell)] = []

    package static func == (left: Report, right: Report) -> Bool {
        left.name == right.name && left.formula == right.formula && left.columns == right.columns
            && left.rows == right.rows && left.totals.map(\.key) == right.totals.map(\.key)
            && left.totals.map(\.value) == right.totals.map(\.value)
    }

    package init(name: String, formula: String, columns: [Column]) {
        self.name = name
        self.formula = formula
        self.columns = columns
    }
}

// MARK: files

extension Report {
    package func csv() -> [UInt8] {
        let shown = columns.indices.filter { !columns[$0].isHidden }
        var writer = CSVWriter(header: shown.map { columns[$0].title })
        for row in rows { writer.append(shown.map { row[$0].csv }) }
        return writer.bytes
    }

    package func workbook() -> [UInt8] {
        let shown = columns.indices.filter { !columns[$0].isHidden }
        return WorkbookWriter.bytes([
            WorkbookWriter.Sheet(
                name: name, columns: shown.map { WorkbookWriter.Column(columns[$0].title) },
                rows: rows.map { row in shown.map { row[$0].workbook } })
        ])
    }
}

extension Report.Cell {
    var csv: CSVWriter.Cell {
        switch self {
        case .text(let text): .text(text)
        case .integer(let number): .integer(Int64(number))
        case .percent(let number): .number((number * 100).rounded() / 100)
        case .date(let date): .text(date.description)
        case .empty: .empty
        }
    }

    var workbook: WorkbookWriter.Cell {
        switch self {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .percent(let number): .percent(number)
        case .date(let date): .date(date)
        case .empty: .empty
        }
    }

    /// Percentages to four decimal places.
    var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(Int64(number))
        case .percent(let number): .number((number * 10_000).rounded() / 10_000)
        case .date(let date): .string(date.description)
        case .empty: .null
        }
    }
}
