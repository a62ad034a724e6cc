import Kernel
import Persistence
import Web

/// One session with everybody on its roll and everything marked: what the register page shows.
struct RegisterView: Sendable {
    struct Line: Sendable {
        let person: Row
        let isEnrolled: Bool
        let mark: Row?
        let notice: Row?

        var shown: ShownStatus {
            ShownStatus(mark: mark?[4].text.flatMap(MarkStatus.init), hasApprovedNotice: notice != nil)
        }
    }

    let session: Row
    let lines: [Line]
    let disputes: [Row]
}

extension RegisterStore {
    /// - Throws: `RegisterError.unknownSession` for whoever may not see all marks of it
    func register(of session: String, _ caller: Principal) async throws -> RegisterView {
        try await database.read { [self] reader in
            let place = try requireRegister(session, caller, reader)
            let enrolled = Set(
                try reader.texts(
                    """
                    SELECT student_id FROM enrolment WHERE group_id = \(place.group) AND deleted = 0
                        AND first_day <= \(place.day) AND (last_day IS NULL OR last_day >= \(place.day))
                    """))
            let marks = try byStudent(
                "SELECT \(MarkRecord.columns) FROM mark WHERE session_id = \(session)", column: "student_id", reader)
            let students = enrolled.union(marks.keys).sorted()
            let notices = try byStudent(
                """
                SELECT id, student_id, category, first_day, last_day FROM absence_notice
                WHERE first_day <= \(place.day) AND last_day >= \(place.day) AND state = 'approved' AND deleted = 0
                ORDER BY id
                """, column: "student_id", reader)
            let people = try reader.fetchAll(
                """
                SELECT \(RecordColumns.person) FROM person WHERE id IN \(list: students)
                ORDER BY family_name, given_name, id
                """)
            let disputes = try reader.fetchAll(
                """
                SELECT \(RecordColumns.dispute) FROM dispute WHERE session_id = \(session) AND settled_at IS NULL
                ORDER BY opened_at, id
                """)
            let lines = people.map { person in
                let id = person[0].text ?? ""
                return RegisterView.Line(
                    person: person, isEnrolled: enrolled.contains(id), mark: marks[id], notice: notices[id])
            }
            return RegisterView(session: try sessionRow(session, reader), lines: lines, disputes: disputes)
        }
    }

    private func byStudent(_ sql: SQL, column: String, _ reader: any Reader) throws -> [String: Row] {
        let rows = try reader.fetchAll(sql)
        return Dictionary(rows.map { ($0[column].text ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension JSONWriter {
    mutating func register(_ view: RegisterView) {
        object { json in
            json.member("session", with: { $0.session(view.session) })
            json.member("students", objects: { json in for line in view.lines { json.line(line) } })
            json.member(
                "counts",
                with: { json in
                    let counts = Dictionary(grouping: view.lines, by: \.shown).mapValues(\.count)
                    json.object {
                        for status in ShownStatus.allCases { $0.member(status.rawValue, Int64(counts[status] ?? 0)) }
                    }
                })
            json.member("disputes", objects: { json in for dispute in view.disputes { json.dispute(dispute) } })
        }
    }

    private mutating func line(_ line: RegisterView.Line) {
        object { json in
            json.member("id", line.person[0].text)
            json.member("number", line.person[2].text)
            json.member("givenName", line.person[3].text)
            json.member("familyName", line.person[4].text)
            json.member("stage", line.person[8].text)
            json.member("enrolled", line.isEnrolled)
            json.member("shown", line.shown.rawValue)
            json.member(
                "mark",
                with: { json in
                    if let mark = line.mark { json.mark(mark) } else { json.raw("null") }
                })
            json.member(
                "notice",
                with: { json in
                    guard let notice = line.notice else { return json.raw("null") }
                    json.object {
                        $0.member("id", notice[0].text)
                        $0.member("category", notice[2].text)
                        $0.member("firstDay", notice[3].text)
                        $0.member("lastDay", notice[4].text)
                    }
                })
        }
    }
}
