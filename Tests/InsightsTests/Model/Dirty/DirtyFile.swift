import Kernel
import Documents

@testable import Insights

/// A file whose cells are written in random notations, legal and not, and what it truly says.
struct DirtyFile {
    private static let required = ["studentId", "firstName", "surname", "academicAdvisor", "startDateTime"]
    private static let optional = ["eventDescription", "present", "selfCertInfo", "cancelled", "registerType"]

    let name: String
    let bytes: [UInt8]
    let rows: [TrueRow]
    /// Where the record of each row begins, from 1: a line of the text, or a row of the sheet.
    let lines: [Int]
    let encoding: String
    let delimiter: String

    /// `earlier` rows, of files before this one, may come again in it.
    init(
        _ index: Int, people: [DirtyPerson], encodings: [DirtyText.Encoding], earlier: [TrueRow],
        _ random: inout SeededRandom
    ) {
        let isWorkbook = random.chance(0.1)
        var text = DirtyText(random.one(of: encodings), &random)
        let columns = Self.columns(&random)
        var rows: [TrueRow] = []
        var places: [Int] = []
        var table: [[String]] = isWorkbook || random.chance(0.9) ? [] : [[" "], [""]]
        table.append(Self.header(columns, &random))
        // A date with a day above 12 shows that the column is day first, whatever else stands in it.
        let dayFirst = TrueRow.Time(utc: NaiveClock.days(2025, 11, 25) * 86_400 + 36_000)
        for number in 0..<random.number(1...60) {
            var row = DirtyPerson.row(of: people, after: earlier + rows, &random)
            row.isMalformed = random.chance(0.03)
            Self.forget(columns, &row)
            if number == 0 { (row.time, row.id, row.isMalformed) = (dayFirst, people[0].id, false) }
            var cells = Self.cells(columns, &row, isDayFirst: number == 0, &random)
            if row.isMalformed {
                cells += random.one(of: [["surplus"], ["", "x"], ["0", "", "true"]])
            } else if random.chance(0.15) {
                while let last = cells.last, last.isEmpty, cells.count > 1 { cells.removeLast() }
            } else if random.chance(0.1) {
                cells += Array(repeating: random.one(of: ["", " "]), count: random.number(1...4))
            }
            rows.append(row)
            places.append(table.count)
            table.append(cells)
            if random.chance(0.05) {
                table.append(random.one(of: [[""], ["   "], ["", "", "", ""], ["\u{A0}", " "]]))
            }
        }
        self.rows = rows
        if isWorkbook {
            name = "dirty_\(index).xlsx"
            bytes = Self.workbook(table)
            lines = places.map { $0 + 1 }
            (encoding, delimiter) = ("xlsx", "")
        } else {
            name = "dirty_\(index).csv"
            var starts: [Int] = []
            for (number, cells) in table.enumerated() {
                starts.append(text.line)
                text.append(cells, isLast: number == table.count - 1, &random)
            }
            lines = places.map { starts[$0] }
            bytes = text.bytes
            (encoding, delimiter) = (text.encodingName, text.delimiterName)
        }
    }

    private static func columns(_ random: inout SeededRandom) -> [String] {
        var columns = required + optional.filter { _ in random.chance(0.93) }
        if random.chance(0.2) { columns.append("room") }
        return random.chance(0.5) ? columns.shuffled(using: &random) : columns
    }

    private static func header(_ columns: [String], _ random: inout SeededRandom) -> [String] {
        columns.map { column in
            let name = random.chance(0.6) ? column : CellNotation.anyCase(column, &random)
            return random.chance(0.2) ? random.one(of: [" ", "\u{A0}"]) + name + " " : name
        }
    }

    /// What a file has no column for, it does not say.
    private static func forget(_ columns: [String], _ row: inout TrueRow) {
        if !columns.contains("eventDescription") { row.event = TrueEvent(description: "", kind: .teaching) }
        if !columns.contains("present") { row.isPresent = false }
        if !columns.contains("selfCertInfo") { row.certificate = .none }
        if !columns.contains("cancelled") { row.isCancelled = false }
        if !columns.contains("registerType") { row.isRegisterType50 = false }
    }

    private static func cells(
        _ columns: [String], _ row: inout TrueRow, isDayFirst: Bool, _ random: inout SeededRandom
    ) -> [String] {
        var cells: [String] = []
        for column in columns { cells.append(cell(column, &row, isDayFirst: isDayFirst, &random)) }
        return cells
    }

    private static func cell(
        _ column: String, _ row: inout TrueRow, isDayFirst: Bool, _ random: inout SeededRandom
    ) -> String {
        switch column {
        case "studentId":
            return row.id.map { CellNotation.identifier($0, &random) } ?? CellNotation.blank(&random)
        case "firstName": return CellNotation.padded(row.firstName, &random)
        case "surname": return CellNotation.padded(row.surname, &random)
        case "academicAdvisor": return CellNotation.padded(row.adviser, &random)
        case "eventDescription":
            let description = row.event.description
            return CellNotation.padded(
                random.chance(0.7) ? description : CellNotation.anyCase(description, &random), &random)
        case "startDateTime":
            if isDayFirst { return "25/11/2025 10:00" }
            guard let time = row.time else { return random.one(of: DateNotation.impossible) }
            return CellNotation.padded(DateNotation.text(time, &random), &random)
        case "registerType": return CellNotation.registerType(row.isRegisterType50, &random)
        case "present":
            if !row.isPresent, random.chance(0.04) { return odd(&row, &random) }
            return CellNotation.token(row.isPresent, yes: ["present", "attended"], no: ["absent"], &random)
        case "cancelled":
            if !row.isCancelled, random.chance(0.04) { return odd(&row, &random) }
            return CellNotation.token(row.isCancelled, yes: ["cancelled", "canceled"], no: [], &random)
        case "selfCertInfo": return CellNotation.certificate(row.certificate, &random)
        default: return random.one(of: ["", "B12", "online, then B7"])
        }
    }

    private static func odd(_ row: inout TrueRow, _ random: inout SeededRandom) -> String {
        row.oddTokens += 1
        return random.one(of: CellNotation.odd)
    }

    private static func workbook(_ table: [[String]]) -> [UInt8] {
        WorkbookWriter.bytes([
            WorkbookWriter.Sheet(
                name: "Export", columns: table[0].map { WorkbookWriter.Column($0) },
                rows: table.dropFirst().map { $0.map { $0.isEmpty ? .empty : .text($0) } })
        ])
    }
}
