package import Kernel

/// The register's reports, each a pure function of the facts.
package enum ReportKind: String, Sendable, CaseIterable {
    case studentRates = "student-rates"
    case groupDay = "group-day"
    case groupPeriod = "group-period"
    case lateArrivals = "late-arrivals"
    case absentees
    case notTaken = "not-taken"

    package var summary: String {
        switch self {
        case .studentRates: "Attendance rate of each student over a period"
        case .groupDay: "Each session of a day, with its counts"
        case .groupPeriod: "Each group over a period, with its counts"
        case .lateArrivals: "Late arrivals of a period, with minutes"
        case .absentees: "Who was absent or excused in a period"
        case .notTaken: "Sessions that are over without a single mark"
        }
    }

    /// - Parameters:
    ///   - today, time: of the school; sessions that lie ahead are in no rate.
    package func report(
        of facts: AttendanceFacts, excusedCounts: Bool, today: CivilDate, time: String
    ) -> Report {
        switch self {
        case .studentRates: Self.studentRates(facts, excusedCounts, today)
        case .groupDay: Self.groupDay(facts, excusedCounts)
        case .groupPeriod: Self.groupPeriod(facts, excusedCounts, today)
        case .lateArrivals: Self.lateArrivals(facts)
        case .absentees: Self.absentees(facts)
        case .notTaken: Self.notTaken(facts, today, time)
        }
    }

    private static let counts: [Report.Column] = [
        .init("present", "Present"), .init("late", "Late"), .init("absent", "Absent"), .init("excused", "Excused"),
        .init("unmarked", "Unmarked"),
    ]
    private static let rate: [Report.Column] = [
        .init("attended", "Attended"), .init("expected", "Expected"), .init("rate", "Rate %"),
    ]
    private static let student: [Report.Column] = [
        .init("student", "Student id", hidden: true), .init("number", "Number"), .init("givenName", "Given name"),
        .init("familyName", "Family name"),
    ]
    private static let session: [Report.Column] = [
        .init("session", "Session id", hidden: true), .init("date", "Date"), .init("start", "Start"),
        .init("module", "Module"), .init("group", "Group"), .init("title", "Session"),
    ]

    private static func cells(_ tally: Tally) -> [Report.Cell] {
        [tally.present, tally.late, tally.absent, tally.excused, tally.unmarked].map(Report.Cell.integer)
    }

    private static func rateCells(_ tally: Tally, _ excusedCounts: Bool) -> [Report.Cell] {
        [
            .integer(tally.attended), .integer(tally.expected(excusedCounts: excusedCounts)),
            Report.Cell(percent: tally.rate(excusedCounts: excusedCounts)),
        ]
    }

    private static func cells(_ student: AttendanceFacts.Student) -> [Report.Cell] {
        [.text(student.id), .text(student.number), .text(student.givenName), .text(student.familyName)]
    }

    private static func cells(_ session: AttendanceFacts.Session) -> [Report.Cell] {
        [
            .text(session.id), .date(session.date), Report.Cell(session.start), .text(session.moduleCode),
            .text(session.groupName), .text(session.title),
        ]
    }

    private static func totals(_ tally: Tally, _ excusedCounts: Bool) -> [(key: String, value: Report.Cell)] {
        Array(zip((counts + rate).map(\.key), cells(tally) + rateCells(tally, excusedCounts))).map { ($0, $1) }
    }
}

// MARK: rates

extension ReportKind {
    private static func studentRates(_ facts: AttendanceFacts, _ excusedCounts: Bool, _ today: CivilDate) -> Report {
        var report = Report(
            name: "Student rates", formula: Tally.formula(excusedCounts: excusedCounts),
            columns: student + counts + rate)
        var tallies: [String: Tally] = [:]
        for session in facts.sessions where session.date <= today {
            for attendance in facts.attendances(of: session) {
                tallies[attendance.student.id, default: Tally()].count(attendance.status)
            }
        }
        var sum = Tally()
        for student in tallies.keys.compactMap({ facts.students[$0] }).sorted(by: AttendanceFacts.precedes) {
            let tally = tallies[student.id] ?? Tally()
            sum += tally
            report.rows.append(cells(student) + cells(tally) + rateCells(tally, excusedCounts))
        }
        report.totals = [("students", .integer(report.rows.count))] + totals(sum, excusedCounts)
        return report
    }

    private static func groupDay(_ facts: AttendanceFacts, _ excusedCounts: Bool) -> Report {
        var report = Report(
            name: "Group day", formula: Tally.formula(excusedCounts: excusedCounts),
            columns: session + [.init("state", "State"), .init("onRoll", "On roll")] + counts + rate)
        var sum = Tally()
        for session in facts.sessions {
            var tally = Tally()
            for attendance in facts.attendances(of: session) { tally.count(attendance.status) }
            sum += tally
            report.rows.append(
                cells(session) + [.text(session.state.rawValue), .integer(tally.total)] + cells(tally)
                    + rateCells(tally, excusedCounts))
        }
        report.totals = [("sessions", .integer(facts.sessions.count))] + totals(sum, excusedCounts)
        return report
    }

    private static func groupPeriod(_ facts: AttendanceFacts, _ excusedCounts: Bool, _ today: CivilDate) -> Report {
        var report = Report(
            name: "Group period", formula: Tally.formula(excusedCounts: excusedCounts),
            columns: [
                .init("groupId", "Group id", hidden: true), .init("module", "Module"), .init("group", "Group"),
                .init("sessions", "Sessions"), .init("taken", "Registers taken"),
            ] + counts + rate)
        struct Sum {
            var first: AttendanceFacts.Session
            var sessions = 0
            var taken = 0
            var tally = Tally()
        }
        var sums: [String: Sum] = [:]
        for session in facts.sessions where session.date <= today {
            var sum = sums[session.group] ?? Sum(first: session)
            sum.sessions += 1
            if facts.isTaken(session) { sum.taken += 1 }
            for attendance in facts.attendances(of: session) { sum.tally.count(attendance.status) }
            sums[session.group] = sum
        }
        var whole = Tally()
        let ordered = sums.values.sorted {
            ($0.first.moduleCode, $0.first.groupName, $0.first.group)
                < ($1.first.moduleCode, $1.first.groupName, $1.first.group)
        }
        for sum in ordered {
            whole += sum.tally
            report.rows.append(
                [
                    .text(sum.first.group), .text(sum.first.moduleCode), .text(sum.first.groupName),
                    .integer(sum.sessions), .integer(sum.taken),
                ] + cells(sum.tally) + rateCells(sum.tally, excusedCounts))
        }
        report.totals = [("groups", .integer(ordered.count))] + totals(whole, excusedCounts)
        return report
    }
}

// MARK: lists

extension ReportKind {
    private static func lateArrivals(_ facts: AttendanceFacts) -> Report {
        var report = Report(
            name: "Late arrivals", formula: "Every mark of late in the period; the mean is over marks with minutes.",
            columns: session + student + [.init("minutesLate", "Minutes late"), .init("remark", "Remark")])
        var minutes: [Int] = []
        for session in facts.sessions {
            for attendance in facts.attendances(of: session) where attendance.status == .late {
                if let late = attendance.mark?.minutesLate { minutes.append(late) }
                report.rows.append(
                    cells(session) + cells(attendance.student)
                        + [Report.Cell(attendance.mark?.minutesLate), Report.Cell(attendance.mark?.remark)])
            }
        }
        let mean = minutes.isEmpty ? nil : Int((Double(minutes.reduce(0, +)) / Double(minutes.count)).rounded())
        report.totals = [("late", .integer(report.rows.count)), ("meanMinutesLate", Report.Cell(mean))]
        return report
    }

    private static func absentees(_ facts: AttendanceFacts) -> Report {
        var report = Report(
            name: "Absentees",
            formula: "Everybody marked absent or excused in the period, or covered by an approved absence notice.",
            columns: session + student
                + [.init("status", "Status"), .init("by", "Because of"), .init("remark", "Remark")])
        var absent = 0
        var excused = 0
        for session in facts.sessions {
            for attendance in facts.attendances(of: session)
            where attendance.status == .absent || attendance.status == .excused {
                if attendance.status == .absent { absent += 1 } else { excused += 1 }
                report.rows.append(
                    cells(session) + cells(attendance.student) + [
                        .text(attendance.status.rawValue), .text(attendance.byNotice ? "notice" : "mark"),
                        Report.Cell(attendance.mark?.remark),
                    ])
            }
        }
        report.totals = [("absent", .integer(absent)), ("excused", .integer(excused))]
        return report
    }

    private static func notTaken(_ facts: AttendanceFacts, _ today: CivilDate, _ time: String) -> Report {
        var report = Report(
            name: "Not taken",
            formula: "Sessions of the period that are over, are neither closed nor cancelled, and have no mark.",
            columns: session + [.init("teacher", "Teacher"), .init("onRoll", "On roll")])
        for session in facts.sessions
        where session.isOver(today: today, time: time) && session.state != .closed && !facts.isTaken(session) {
            report.rows.append(
                cells(session)
                    + [Report.Cell(session.teacherName), .integer(facts.attendances(of: session).count)])
        }
        report.totals = [("sessions", .integer(report.rows.count))]
        return report
    }
}

extension AttendanceFacts {
    /// Somebody has a status, whoever set it.
    func isTaken(_ session: Session) -> Bool {
        marks[session.id]?.values.contains { $0.status != nil } ?? false
    }
}

extension AttendanceFacts.Session {
    /// A session without an end is over when its day is.
    func isOver(today: CivilDate, time: String) -> Bool {
        date < today || (date == today && end.map { $0 <= time } ?? false)
    }
}
