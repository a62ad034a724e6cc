import Documents
import Foundation
import Kernel
import Testing

@testable import Register

/// Reports are pure functions of facts; each case is a small school whose figures can be counted on fingers.
@Suite struct ReportTests {
    @Test(
        "the rate counts late as attended and leaves excused and unmarked out",
        arguments: [
            // present, late, absent, excused, unmarked → rate, rate when excused counts
            (8, 1, 1, 0, 0, 90.0, 90.0), (8, 0, 2, 10, 0, 80.0, 40.0), (0, 0, 0, 3, 2, nil, 0.0),
            (0, 0, 0, 0, 5, nil, nil),
            (1, 0, 2, 0, 9, 100.0 / 3, 100.0 / 3),
        ] as [(Int, Int, Int, Int, Int, Double?, Double?)])
    func rate(present: Int, late: Int, absent: Int, excused: Int, unmarked: Int, rate: Double?, counted: Double?) {
        var tally = Tally()
        (tally.present, tally.late, tally.absent) = (present, late, absent)
        (tally.excused, tally.unmarked) = (excused, unmarked)
        #expect(tally.rate(excusedCounts: false) == rate)
        #expect(tally.rate(excusedCounts: true) == counted)
    }

    @Test("who is on the roll of the day is listed, marked or not; who left is listed only when marked")
    func roll() throws {
        let facts = try Self.facts()
        let session = try #require(facts.sessions.first)
        let shown = facts.attendances(of: session).map { "\($0.student.familyName) \($0.status.rawValue)" }
        #expect(shown == ["Abe present", "Brontë late", "Khan excused", "Lee unmarked", "Young absent"])
        #expect(facts.attendances(of: session)[2].byNotice)
    }

    @Test("a session that lies ahead is in no rate")
    func future() throws {
        let report = ReportKind.studentRates.report(
            of: try Self.facts(), excusedCounts: false, today: try day("2026-11-21"), time: "12:00")
        let khan = try #require(report.rows.first { $0.contains(.text("Khan")) })
        #expect(Array(khan.suffix(3)) == [.integer(0), .integer(0), .empty])
        let abe = try #require(report.rows.first { $0.contains(.text("Abe")) })
        #expect(Array(abe.suffix(3)) == [.integer(1), .integer(1), .percent(100)])
        #expect(report.totals.first { $0.key == "rate" }?.value == .percent(100 * 2.0 / 3))
    }

    @Test("late arrivals give minutes and their mean, absentees say whether a notice or a mark speaks")
    func lists() throws {
        let facts = try Self.facts()
        let late = ReportKind.lateArrivals.report(
            of: facts, excusedCounts: false, today: try day("2026-11-21"), time: "12:00")
        #expect(late.rows.count == 1)
        #expect(late.totals.map(\.value) == [.integer(1), .integer(7)])
        let absent = ReportKind.absentees.report(
            of: facts, excusedCounts: false, today: try day("2026-11-21"), time: "12:00")
        let because = absent.rows.filter { $0.contains(.date(facts.sessions[0].date)) }.map { $0[$0.count - 2] }
        #expect(because == [.text("notice"), .text("mark")])
    }

    @Test(
        "a register is not taken when its session is over, open and without any mark",
        arguments: [("08:00", 0), ("11:59", 0), ("12:00", 1), ("23:59", 1)])
    func notTaken(time: String, expected: Int) throws {
        let report = ReportKind.notTaken.report(
            of: try Self.facts(), excusedCounts: false, today: try day("2026-11-22"), time: time)
        #expect(report.rows.count == expected)
    }

    @Test("the export opens inert in a spreadsheet and never paints unmarked as present")
    func export() throws {
        var facts = try Self.facts()
        let hostile = AttendanceFacts.Student(
            id: "s9", number: "=1+1", givenName: "<img src=x onerror=alert(1)>", familyName: "@Zed")
        facts.students["s9"] = hostile
        facts.rolls["g"]?["s9"] = [.init(firstDay: "2026-01-01", lastDay: nil)]
        let csv = AttendanceExport.report(of: facts, school: .initial(timezone: "Europe/London")).csv()
        let text = String(decoding: csv, as: UTF8.self)
        #expect(csv.prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(text.contains("'=1+1"))
        #expect(text.contains("Unmarked"))
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines[0] == "\u{FEFF}Session,Date,Module,Student number,Name,Status,Minutes late,Remark,Author,Time")
        #expect(lines[3] == "Ward round,2026-11-21,501,2,Ian Brontë,Late,7,,Dr Bell,2026-11-21 09:07")
    }

    // MARK: a small school

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private static func facts() throws -> AttendanceFacts {
        var facts = AttendanceFacts()
        let names = [
            ("s1", "1", "Hana", "Abe"), ("s2", "2", "Ian", "Brontë"), ("s3", "3", "Aisha", "Khan"),
            ("s4", "4", "Kit", "Lee"),
            ("s5", "5", "Fay", "Young"), ("s6", "6", "Gus", "Zhou"),
        ]
        for (id, number, given, family) in names {
            facts.students[id] = .init(id: id, number: number, givenName: given, familyName: family)
        }
        let always = AttendanceFacts.Period(firstDay: "2026-09-01", lastDay: nil)
        facts.rolls["g"] = [
            "s1": [always], "s2": [always], "s3": [always], "s4": [always],
            "s5": [.init(firstDay: "2026-09-01", lastDay: "2026-10-01")],
            "s6": [.init(firstDay: "2026-09-01", lastDay: "2026-10-01")],
        ]
        facts.sessions = try ["2026-11-21", "2026-11-22"].map { text in
            AttendanceFacts.Session(
                id: text, group: "g", groupName: "Year 5", module: "m", moduleCode: "501", title: "Ward round",
                date: try #require(CivilDate(text)), start: "09:00", end: "12:00", state: .open, teacherName: nil)
        }
        let at = try #require(Instant(rfc3339: "2026-11-21T09:07:30Z"))
        func mark(_ student: String, _ status: MarkStatus, _ minutes: Int? = nil) -> AttendanceFacts.Mark {
            .init(
                session: "2026-11-21", student: student, status: status, minutesLate: minutes, remark: nil,
                authorName: "Dr Bell", capturedAt: at)
        }
        facts.marks["2026-11-21"] = [
            "s1": mark("s1", .present), "s2": mark("s2", .late, 7), "s5": mark("s5", .absent),
        ]
        facts.notices["s3"] = [.init(firstDay: "2026-11-20", lastDay: "2026-11-23")]
        return facts
    }
}
