package import Kernel
package import Persistence

/// What the register says of a module's sessions, for whoever counts attendance elsewhere: one row for each student of a
/// session that was held.
///
/// A mark speaks for itself; without one, somebody on the roll of the day with an approved absence notice counts as
/// excused once the register was taken (the session is closed, or anybody is marked). Unmarked students, cancelled
/// sessions and sessions still to come give no row.
package enum AttendanceFeed {
    package struct Student: Sendable, Hashable {
        package var id: String
        package var number: String
        package var givenName: String
        package var familyName: String
        package var email: String?
        /// Of the staff record, else as it was written; empty without one.
        package var adviserName: String
    }

    package struct Row: Sendable, Hashable {
        package var student: Student
        package var date: CivilDate
        /// nil: the whole day
        package var start: CivilTime?
        package var title: String
        package var kind: SessionKind
        /// Never unmarked.
        package var status: MarkStatus
    }

    /// What changed after a change number, as far as it can change rows of the module; people who are no students harm
    /// nothing.
    package struct Affected: Sendable {
        package var sessions: Set<String> = []
        package var students: Set<String> = []

        package init() {}

        package var isEmpty: Bool { sessions.isEmpty && students.isEmpty }
    }

    /// Session → student → row.
    package typealias Rows = [String: [String: Row]]

    /// The module of a code, letter case ignored.
    package static func module(code: String, _ reader: any Reader) throws -> (id: String, code: String, title: String)?
    {
        let row = try reader.fetchOne(
            """
            SELECT id, code, title FROM module WHERE LOWER(code) = \(code.lowercased()) AND deleted = 0
            ORDER BY code LIMIT 1
            """)
        return row.map { ($0[0].text ?? "", $0[1].text ?? "", $0[2].text ?? "") }
    }

    /// What changed is found first, by its number, and then narrowed to the module: few things change between two answers.
    /// - Returns: nil when so much changed that reading everything is less work
    package static func affected(module: String, after change: Int64, _ reader: any Reader) throws -> Affected? {
        var affected = Affected()
        let marked = try reader.texts("SELECT DISTINCT session_id FROM mark WHERE change > \(change)")
        guard marked.count <= manyAffected else { return nil }
        for ids in marked.chunked() {
            affected.sessions.formUnion(
                try reader.texts("SELECT id FROM session WHERE id IN \(list: ids) AND module_id = \(module)"))
        }
        affected.sessions.formUnion(
            try reader.texts("SELECT id FROM session WHERE change > \(change) AND module_id = \(module)"))
        affected.students = Set(
            try reader.texts(
                """
                SELECT student_id FROM absence_notice WHERE change > \(change)
                UNION SELECT student_id FROM enrolment WHERE change > \(change)
                    AND group_id IN (SELECT id FROM class_group WHERE module_id = \(module))
                """))
        let people = try reader.texts("SELECT id FROM person WHERE change > \(change)")
        guard people.count <= manyAffected else { return nil }
        affected.students.formUnion(people)
        for ids in people.chunked() {
            affected.students.formUnion(
                try reader.texts("SELECT id FROM person WHERE adviser_id IN \(list: ids) AND kind = 'student'"))
        }
        return affected.sessions.count + affected.students.count > manyAffected ? nil : affected
    }

    private static let manyAffected = 1_500

    /// - Parameter affected: nil for all of the module. Otherwise every row of these sessions and of these students.
    package static func rows(module: String, of affected: Affected? = nil, _ reader: any Reader) throws -> Rows {
        guard let affected else { return try read(module, "", "", reader) }
        var rows: Rows = [:]
        for ids in affected.sessions.sorted().chunked() {
            let these: SQL = " AND s.id IN \(list: ids)"
            rows.merge(try read(module, these, "", reader)) { $0.merging($1) { $1 } }
        }
        for ids in affected.students.sorted().chunked() {
            let these: SQL = " AND p.id IN \(list: ids)"
            rows.merge(try read(module, "", these, reader)) { $0.merging($1) { $1 } }
        }
        return rows
    }

    /// Marks first, then the excused without one; a mark without status is as none.
    private static func read(_ module: String, _ session: SQL, _ student: SQL, _ reader: any Reader) throws -> Rows {
        let columns: SQL = """
            s.id, p.id, p.number, p.given_name, p.family_name, p.email, COALESCE(a.given_name, ''),
            COALESCE(a.family_name, ''), COALESCE(p.adviser_name, ''), s.date, s.start_time, s.title, s.kind
            """
        let adviser: SQL = "LEFT JOIN person a ON a.id = p.adviser_id AND a.deleted = 0"
        let held: SQL = "s.module_id = \(module) AND s.deleted = 0 AND s.state <> 'cancelled'"
        let marked = try reader.rows(
            """
            SELECT \(columns), m.status FROM session s JOIN mark m ON m.session_id = s.id AND m.status IS NOT NULL
            JOIN person p ON p.id = m.student_id \(adviser) WHERE \(held) \(session) \(student)
            """)
        let excused = try reader.rows(
            """
            SELECT \(columns), 'excused' FROM session s
            JOIN enrolment e ON e.group_id = s.group_id AND e.deleted = 0 AND e.first_day <= s.date
                AND (e.last_day IS NULL OR e.last_day >= s.date)
            JOIN absence_notice n ON n.student_id = e.student_id AND n.state = 'approved' AND n.deleted = 0
                AND n.first_day <= s.date AND n.last_day >= s.date
            JOIN person p ON p.id = e.student_id \(adviser)
            WHERE \(held) \(session) \(student)
                AND (s.state = 'closed' OR EXISTS
                    (SELECT 1 FROM mark t WHERE t.session_id = s.id AND t.status IS NOT NULL))
                AND NOT EXISTS (SELECT 1 FROM mark o WHERE o.session_id = s.id AND o.student_id = p.id
                    AND o.status IS NOT NULL)
            """)
        var rows: Rows = [:]
        for value in marked.values + excused.values {
            guard let row = row(value) else { continue }
            rows[value[0].text ?? "", default: [:]][row.student.id] = row
        }
        return rows
    }

    private static func row(_ value: [SQLValue]) -> Row? {
        guard let date = value[9].text.flatMap(CivilDate.init), let status = value[13].text.flatMap(MarkStatus.init)
        else { return nil }
        let staff = [value[6].text ?? "", value[7].text ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        return Row(
            student: Student(
                id: value[1].text ?? "", number: value[2].text ?? "", givenName: value[3].text ?? "",
                familyName: value[4].text ?? "", email: value[5].text,
                adviserName: staff.isEmpty ? value[8].text ?? "" : staff),
            date: date, start: value[10].text.flatMap(CivilTime.init), title: value[11].text ?? "",
            kind: value[12].text.flatMap(SessionKind.init) ?? .lecture, status: status)
    }
}

extension [String] {
    /// Parts short enough for one statement's list.
    fileprivate func chunked() -> [[String]] {
        stride(from: 0, to: count, by: 500).map { Array(self[$0..<Swift.min($0 + 500, count)]) }
    }
}
