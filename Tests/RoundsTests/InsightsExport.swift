import HTTPTypes
import Kernel
import TestSupport
import Web

@testable import Insights

/// Attendance exports as a dashboard writes them, a row at a time.
struct InsightsExport: Sendable {
    static let header =
        "studentId,firstName,surname,academicAdvisor,startDateTime,eventDescription,present,selfCertInfo,cancelled,registerType"

    private(set) var lines = [header]

    var bytes: [UInt8] { Array((lines.joined(separator: "\r\n") + "\r\n").utf8) }

    mutating func add(
        _ id: String, _ at: String, _ present: Bool, _ description: String = "Lecture", adviser: String = "Dr Grey",
        selfCertified: String = "", cancelled: String = "False"
    ) {
        lines.append(
            "\(id),Given \(id),Family \(id),\(adviser),\(at),\(description),\(present ? "True" : "False"),\(selfCertified),\(cancelled),1"
        )
    }

    mutating func add(line: String) { lines.append(line) }

    /// A week of one event a day for the students; student n misses the first n days.
    static func week(
        students: ClosedRange<Int> = 1...6, day: Int = 1, adviser: (Int) -> String = { _ in "Dr Grey" }
    ) -> InsightsExport {
        var export = InsightsExport()
        for student in students {
            for offset in 0..<5 {
                export.add(
                    "3620000\(student)", "2025-09-0\(day + offset) 09:00", offset >= student - 1,
                    adviser: adviser(student))
            }
        }
        return export
    }
}

extension Client {
    func importInsights(_ bytes: [UInt8], _ query: String) async throws -> Answer {
        try await send(
            .post, "/api/v1/insights/imports?\(query)", body: bytes, [.contentType: "application/octet-stream"])
    }
}

extension Answer {
    /// The students of a view by id.
    var studentsByID: [String: JSONValue] {
        Dictionary((self["students"]?.array ?? []).map { ($0["id"]?.string ?? "", $0) }) { first, _ in first }
    }

    var studentIDs: [String] { (self["students"]?.array ?? []).compactMap { $0["id"]?.string } }
}

extension ModuleView {
    /// Everything that an analysis can see, in words.
    var described: [String] {
        let table = snapshot.table
        return table.students.indices.flatMap { index -> [String] in
            let student = table.students[index]
            let rows = table.rows(of: index).map { row in
                let source = table.source[row] == 0 ? "register" : snapshot.sources[Int(table.source[row]) - 1].id
                return """
                    \(student.id) \(table.time[row]) \(table.status[row]) \(table.kind[row]) \
                    \(table.texts[Int(table.description[row])]) \(table.texts[Int(table.reason[row])]) \(source) \
                    \(table.record[row])
                    """
            }
            return ["\(student.id) \(student.firstName) \(student.surname) \(student.adviser)"] + rows
        } + snapshot.accountings.sorted { $0.key < $1.key }.map { "\($0)" }
    }
}
