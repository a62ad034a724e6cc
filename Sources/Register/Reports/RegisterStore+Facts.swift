import Kernel
import Persistence
import Web

/// What a report is about.
struct FactsQuery: Sendable {
    var from: CivilDate
    var to: CivilDate
    var group: String?
    var module: String?
    var student: String?
}

extension RegisterStore {
    /// The facts of a period that the caller may see, with the school's settings of the same moment.
    func facts(_ query: FactsQuery, _ caller: Principal) async throws -> (
        facts: AttendanceFacts, school: SchoolSettings
    ) {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            return (try Self.facts(query, scope, reader), try SchoolSettings.current(reader))
        }
    }

    static func facts(_ query: FactsQuery, _ scope: Scope, _ reader: any Reader) throws -> AttendanceFacts {
        var facts = AttendanceFacts()
        var wanted: SQL = ""
        if let group = query.group { wanted += " AND s.group_id = \(group)" }
        if let module = query.module { wanted += " AND s.module_id = \(module)" }
        if let student = query.student {
            wanted +=
                " AND s.group_id IN (SELECT group_id FROM enrolment WHERE student_id = \(student) AND deleted = 0)"
        }
        let sessions: SQL = """
            FROM session s JOIN class_group g ON g.id = s.group_id JOIN module m ON m.id = s.module_id
            WHERE s.deleted = 0 AND s.state <> 'cancelled' AND s.date >= \(query.from) AND s.date <= \(query.to)
            AND \(scope.group("s.group_id")) \(wanted)
            """
        facts.sessions = try reader.rows(
            """
            SELECT s.id, s.group_id, g.name, s.module_id, m.code, s.title, s.date, s.start_time, s.end_time, s.state,
                s.teacher_name \(sessions) ORDER BY s.date, s.start_time, s.id
            """
        ).values.compactMap(session)
        var row = "\(scope.row(group: "group_id", student: "student_id"))" as SQL
        if let group = query.group { row += " AND group_id = \(group)" }
        if let student = query.student { row += " AND student_id = \(student)" }
        let rolls = try reader.rows(
            "SELECT group_id, student_id, first_day, last_day FROM enrolment WHERE deleted = 0 AND \(row)")
        for entry in rolls.values {
            facts.rolls[entry[0].text ?? "", default: [:]][entry[1].text ?? "", default: []].append(
                AttendanceFacts.Period(firstDay: entry[2].text ?? "", lastDay: entry[3].text))
        }
        let marks = try reader.rows(
            """
            SELECT session_id, student_id, status, minutes_late, remark, author_name, captured_at FROM mark
            WHERE day >= \(query.from) AND day <= \(query.to) AND \(row)
            """)
        for entry in marks.values {
            let mark = mark(entry)
            facts.marks[mark.session, default: [:]][mark.student] = mark
        }
        let notices = try reader.rows(
            """
            SELECT student_id, first_day, last_day FROM absence_notice WHERE state = 'approved' AND deleted = 0
            AND first_day <= \(query.to) AND last_day >= \(query.from) AND \(scope.student("student_id"))
            """)
        for entry in notices.values {
            facts.notices[entry[0].text ?? "", default: []].append(
                AttendanceFacts.Period(firstDay: entry[1].text ?? "", lastDay: entry[2].text))
        }
        let people = try reader.rows(
            "SELECT id, number, given_name, family_name FROM person WHERE kind = 'student' AND \(scope.student("id"))")
        for entry in people.values {
            let student = AttendanceFacts.Student(
                id: entry[0].text ?? "", number: entry[1].text ?? "", givenName: entry[2].text ?? "",
                familyName: entry[3].text ?? "")
            facts.students[student.id] = student
        }
        return facts
    }

    private static func session(_ row: [SQLValue]) -> AttendanceFacts.Session? {
        guard let date = row[6].text.flatMap(CivilDate.init) else { return nil }
        return AttendanceFacts.Session(
            id: row[0].text ?? "", group: row[1].text ?? "", groupName: row[2].text ?? "", module: row[3].text ?? "",
            moduleCode: row[4].text ?? "", title: row[5].text ?? "", date: date, start: row[7].text, end: row[8].text,
            state: row[9].text.flatMap(SessionState.init) ?? .scheduled, teacherName: row[10].text)
    }

    /// Minutes merge apart from the status, so they may stand beside *absent*; nothing but a late mark shows them.
    private static func mark(_ row: [SQLValue]) -> AttendanceFacts.Mark {
        let status = row[2].text.flatMap(MarkStatus.init)
        return AttendanceFacts.Mark(
            session: row[0].text ?? "", student: row[1].text ?? "", status: status,
            minutesLate: status == .late ? row[3].integer.map(Int.init) : nil, remark: row[4].text,
            authorName: row[5].text ?? "",
            capturedAt: Instant(milliseconds: row[6].integer ?? 0))
    }
}
