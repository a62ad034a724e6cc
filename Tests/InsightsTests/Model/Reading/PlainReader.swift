import Foundation
import Kernel

@testable import Insights

/// What `ExportReader` must say to a text file, written with whole strings and Kernel's CSV reader.
struct PlainReader {
    var accounting = FileAccounting()
    var lines: [String] = []

    init(_ bytes: [UInt8]) throws {
        let table = try CSVReader().read(bytes)
        let missing = ExportColumns.required.filter { table.column($0) == nil }
        guard missing.isEmpty else { throw ReadingError.missingColumns(missing) }
        accounting.encoding = table.encoding.rawValue
        accounting.delimiter = table.delimiter == "\t" ? "tab" : String(table.delimiter)
        let rows = table.rows.map { ($0.line, Optional($0.cells)) } + table.malformed.map { ($0.line, nil) }
        for (line, cells) in rows.sorted(by: { $0.0 < $1.0 }) {
            accounting.rows += 1
            guard let cells else {
                accounting.malformed += 1
                continue
            }
            take(cells, table, line)
        }
    }

    private mutating func take(_ cells: [String], _ table: CSVTable, _ line: Int) {
        func cell(_ name: String) -> String { table.column(name).map { cells[$0] } ?? "" }
        let id = CellRules.studentId(cell("studentId"))
        guard !id.isEmpty else { return accounting.blankStudentId += 1 }
        guard let date = CellDate.parse(cell("startDateTime"), in: ReadingOptions.school) else {
            return accounting.badDate += 1
        }
        let (present, cancelled) = (CellRules.present(cell("present")), CellRules.cancelled(cell("cancelled")))
        accounting.unknownBooleans += (present == nil ? 1 : 0) + (cancelled == nil ? 1 : 0)
        guard cancelled != true else { return accounting.cancelled += 1 }
        let (certified, reason) = CellRules.selfCertified(cell("selfCertInfo"))
        let status = CellRules.status(
            present: present == true,
            authorisedAbsence: CellRules.isAuthorisedAbsence(cell("registerType")), selfCertified: certified)
        accounting.kept += 1
        lines.append(
            "\(accounting.rows)@\(line) \(id) \(SchoolTime.time(date)) \(cell("eventDescription")) \(status) \(reason)")
    }
}

extension ReadExport {
    var plainLines: [String] {
        rows.rows.map { row in
            let id = rows.students[Int(row.student)].id
            let texts = (rows.texts[Int(row.description)], rows.texts[Int(row.reason)])
            let place = "\(row.record)@\(rows.line(ofRecord: row.record))"
            return "\(place) \(id) \(row.time) \(texts.0) \(row.status) \(texts.1)"
        }
    }
}
