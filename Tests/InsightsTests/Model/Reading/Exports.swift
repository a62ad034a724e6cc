import Foundation

@testable import Insights

/// Small exports for tests.
enum Exports {
    static let header =
        "studentId,firstName,surname,academicAdvisor,eventDescription,startDateTime,registerType,present,selfCertInfo,cancelled\n"

    /// Reads a text that follows the usual header.
    static func read(_ rows: String, options: ReadingOptions = ReadingOptions()) throws -> ReadExport {
        try ExportReader.read(.bytes(Array((header + rows).utf8)), options: options)
    }

    static func read(bytes: [UInt8], options: ReadingOptions = ReadingOptions()) throws -> ReadExport {
        try ExportReader.read(.bytes(bytes), options: options)
    }

    /// Bytes in pieces of this size.
    static func pieces(_ bytes: [UInt8], _ size: Int) -> ByteSource {
        ByteSource { body in
            for start in stride(from: 0, to: bytes.count, by: size) {
                try bytes[start..<min(start + size, bytes.count)].withUnsafeBytes(body)
            }
        }
    }

    static func error(_ body: () throws -> ReadExport) -> ReadingError? {
        do {
            _ = try body()
            return nil
        } catch { return error as? ReadingError }
    }
}

extension ReadExport {
    /// Each row as a person would say it: record, id, names and adviser of the student, time, description, status, reason.
    var lines: [String] {
        rows.rows.map { row in
            let student = rows.students[Int(row.student)]
            let names = [student.firstName, student.surname, student.adviser].map { rows.texts[Int($0.text)] }
            let seconds = row.time / 1_000_000_000
            let rest = row.time % 1_000_000_000
            return [
                "\(row.record)", student.id, names.joined(separator: "/"), "\(seconds)" + (rest == 0 ? "" : "+\(rest)"),
                rows.texts[Int(row.description)], "\(row.status)", rows.texts[Int(row.reason)],
            ].joined(separator: "|")
        }
    }

    var problemTexts: [String] {
        problems.map { "\($0.record)@\($0.line) \($0.code.rawValue) \($0.column ?? "-") \($0.value ?? "-")" }
    }
}
