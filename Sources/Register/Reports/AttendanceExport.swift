import Foundation
import Kernel

/// One line for each student of each session, marked or not, in the school's own words and local time.
enum AttendanceExport {
    static func report(of facts: AttendanceFacts, school: SchoolSettings) -> Report {
        var report = Report(
            name: "Attendance", formula: "",
            columns: [
                .init("session", "Session"), .init("date", "Date"), .init("module", "Module"),
                .init("number", "Student number"), .init("name", "Name"), .init("status", "Status"),
                .init("minutesLate", "Minutes late"), .init("remark", "Remark"), .init("author", "Author"),
                .init("time", "Time"),
            ])
        let zone = school.zone
        for session in facts.sessions {
            for attendance in facts.attendances(of: session) {
                let mark = attendance.mark?.status == nil ? nil : attendance.mark
                report.rows.append([
                    .text(session.title), .date(session.date), .text(session.moduleCode),
                    .text(attendance.student.number), .text(attendance.student.name),
                    .text(school.word(for: attendance.status)),
                    Report.Cell(mark?.minutesLate),
                    Report.Cell(attendance.mark?.remark), Report.Cell(mark?.authorName),
                    Report.Cell(mark.map { localTime($0.capturedAt, zone) }),
                ])
            }
        }
        return report
    }

    /// `2026-11-21 09:05`
    private static func localTime(_ instant: Instant, _ zone: TimeZone) -> String {
        "\(CivilDate(instant, in: zone)) \(CivilTime(instant, in: zone))"
    }
}

extension SchoolSettings {
    func word(for status: ShownStatus) -> String {
        switch status {
        case .present: statusNames.present
        case .late: statusNames.late
        case .absent: statusNames.absent
        case .excused: statusNames.excused
        case .unmarked: statusNames.unmarked
        }
    }
}
