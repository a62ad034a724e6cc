import Documents
import Kernel
import Register
import Web

/// A view as an answer: JSON by pages, or the whole table as a file.
enum ViewReply {
    static let fileTypes = ["text/csv", WorkbookWriter.mediaType]

    static func make(
        _ query: ViewQuery, named name: String, json: (inout JSONWriter) -> Void, table: () -> Report
    ) -> Reply {
        switch query.format {
        case .json:
            var writer = JSONWriter()
            writer.object(json)
            return .json(writer)
        case .csv: return .bytes(table().csv(), type: "text/csv", fileName: name + ".csv")
        case .xlsx: return .bytes(table().workbook(), type: WorkbookWriter.mediaType, fileName: name + ".xlsx")
        }
    }
}

extension Reply {
    static func json(_ writer: JSONWriter, status: Int = 200) -> Reply {
        .bytes(writer.bytes, type: "application/json", status: status)
    }

    /// An answer of one object.
    static func object(status: Int = 200, _ body: (inout JSONWriter) -> Void) -> Reply {
        var writer = JSONWriter()
        writer.object(body)
        return .json(writer, status: status)
    }
}

extension Report.Cell {
    static func percent(of counts: Analysis.Counts?) -> Report.Cell { .init(percent: counts?.percentage) }

    /// As text, for a report's numbers are whole or percentages.
    static func number(_ number: Double?) -> Report.Cell { .init(number.map { CanonicalJSON.text($0) }) }

    static func date(_ day: CivilDate?) -> Report.Cell { day.map { .date($0) } ?? .empty }
}

extension Report {
    /// Who a row is about, before the columns of a view.
    static let studentColumns: [Column] = [
        .init("id", "Student ID"), .init("firstName", "First name"), .init("surname", "Surname"),
        .init("adviser", "Adviser"),
    ]

    static let countColumns: [Column] = [
        .init("expected", "Expected"), .init("attended", "Attended"), .init("excused", "Excused"),
        .init("absent", "Absent"), .init("percentage", "Attendance %"),
        .init("percentageWithoutExcused", "Attendance % without excused"),
    ]

    static func cells(_ student: AttendanceTable.Student) -> [Cell] {
        [.text(student.id), .text(student.firstName), .text(student.surname), .text(student.adviser)]
    }

    static func cells(_ counts: Analysis.Counts?) -> [Cell] {
        [
            .init(counts?.expected), .init(counts?.attended), .init(counts?.excused), .init(counts?.absent),
            .init(percent: counts?.percentage), .init(percent: counts?.percentageWithoutExcused),
        ]
    }
}
