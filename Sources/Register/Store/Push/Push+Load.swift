import Kernel
import Persistence
import Sync
import Web

/// One statement per table for the whole batch, and none for tables the batch does not touch.
extension Push {
    func load(_ operations: [Operation]) throws {
        try loadKnown(operations.map(\.id))
        let keys = operations.compactMap { $0.entity == .mark ? MarkKey($0.key) : nil }
        let sessionIDs = Set(keys.map(\.session)).union(operations.lazy.filter { $0.entity == .session }.map(\.key))
        let statedGroups = Set(
            operations.lazy.filter { $0.entity == .session }.compactMap { $0.fields["group"]?.string })

        if !sessionIDs.isEmpty {
            for row in try tx.fetchAll(
                "SELECT \(SessionRecord.columns) FROM session WHERE id IN \(list: sessionIDs.sorted())")
            {
                let session = try SessionRecord(row)
                sessions[session.id] = session
            }
            try loadTaught()
        }
        if !statedGroups.isEmpty { try loadGroups(statedGroups) }
        if !keys.isEmpty { try loadMarks(keys, fills: operations.filter { $0.entity == .mark && $0.fill }) }
        try loadNotices(operations.filter { $0.entity == .exception })
        try loadDisputes(operations.flatMap(\.settles))
    }

    private func loadKnown(_ ids: [String]) throws {
        let rows = try tx.fetchAll(
            """
            SELECT id, author_id, entity_key, field_values, verdict, code, message, flags, dispute_id FROM operation
            WHERE id IN \(list: ids)
            """)
        for row in rows {
            let id = row[0].text ?? ""
            known[id] = KnownOperation(
                author: row[1].text ?? "", key: row[2].text ?? "", fields: row[3].text ?? "",
                verdict: Verdict(
                    id: id, row[4].text.flatMap(Verdict.Kind.init) ?? .applied, code: row[5].text, message: row[6].text,
                    flags: try MarkFlag.stored(row[7].text ?? "[]"), dispute: row[8].text))
        }
    }

    private func loadTaught() throws {
        guard sender.role.reach(.takeRegister) == .taught else { return }
        taught = Set(
            try tx.fetchAll("SELECT group_id FROM teaching WHERE user_id = \(sender.userID) AND deleted = 0").compactMap
            {
                $0[0].text
            })
    }

    private func loadGroups(_ ids: Set<String>) throws {
        let rows = try tx.fetchAll(
            """
            SELECT g.id, g.module_id, m.title, g.archived FROM class_group g JOIN module m ON m.id = g.module_id
            WHERE g.id IN \(list: ids.sorted()) AND g.deleted = 0
            """)
        for row in rows {
            groups[row[0].text ?? ""] = GroupFacts(
                module: row[1].text ?? "", moduleTitle: row[2].text ?? "", isArchived: row[3].integer == 1)
        }
    }

    private func loadMarks(_ keys: [MarkKey], fills: [Operation]) throws {
        let studentIDs = Set(keys.map(\.student)).sorted()
        let rows = try tx.fetchAll(
            """
            SELECT \(MarkRecord.columns) FROM mark
            WHERE session_id IN \(list: Set(keys.map(\.session)).sorted()) AND student_id IN \(list: studentIDs)
            """)
        for row in rows {
            let mark = try MarkRecord(row)
            marks[mark.key] = mark
        }
        let people = "SELECT id FROM person WHERE id IN \(list: studentIDs) AND kind = 'student' AND deleted = 0" as SQL
        students = Set(try tx.fetchAll(people).compactMap { $0[0].text })
        let groupIDs = Set(sessions.values.map(\.group)).union(groups.keys).sorted()
        let enrolments = try tx.fetchAll(
            """
            SELECT group_id, student_id, first_day, last_day, deleted FROM enrolment
            WHERE group_id IN \(list: groupIDs) AND student_id IN \(list: studentIDs)
            """)
        for row in enrolments {
            roll.add(
                Roll.Enrolment(firstDay: row[2].text ?? "", lastDay: row[3].text, deleted: row[4].integer == 1),
                group: row[0].text ?? "", student: row[1].text ?? "")
        }
        if !fills.isEmpty { try loadApprovedDays(fills.compactMap { MarkKey($0.key)?.student }) }
    }

    private func loadApprovedDays(_ studentIDs: [String]) throws {
        let rows = try tx.fetchAll(
            """
            SELECT student_id, first_day, last_day FROM absence_notice
            WHERE student_id IN \(list: studentIDs) AND state = 'approved' AND deleted = 0
            """)
        for row in rows {
            guard let first = row[1].text, let last = row[2].text, first <= last else { continue }
            approvedDays[row[0].text ?? "", default: []].append(first...last)
        }
    }

    private func loadNotices(_ operations: [Operation]) throws {
        guard !operations.isEmpty else { return }
        let ids = operations.map(\.key)
        for row in try tx.fetchAll("SELECT \(NoticeRecord.columns) FROM absence_notice WHERE id IN \(list: ids)") {
            let notice = try NoticeRecord(row)
            notices[notice.id] = notice
        }
        let named = Set(operations.compactMap { $0.fields["student"]?.string }).sorted()
        let rows = try tx.fetchAll(
            "SELECT id FROM person WHERE id IN \(list: named) AND kind = 'student' AND deleted = 0")
        students.formUnion(rows.compactMap { $0[0].text })
        if sender.role.reach(.decideAbsences) == .advisees, let person = sender.personID {
            let rows = try tx.fetchAll("SELECT id FROM person WHERE adviser_id = \(person) AND deleted = 0")
            advisees = Set(rows.compactMap { $0[0].text })
        }
    }

    private func loadDisputes(_ ids: [String]) throws {
        guard !ids.isEmpty else { return }
        let rows = try tx.fetchAll(
            "SELECT id, kind, entity, entity_key, settled_at, field FROM dispute WHERE id IN \(list: ids)")
        for row in rows {
            disputes[row[0].text ?? ""] = KnownDispute(
                kind: row[1].text.flatMap(DisputeKind.init) ?? .concurrent, entity: row[2].text ?? "",
                key: row[3].text ?? "", field: row[5].text ?? "", isSettled: !row[4].isNull)
        }
    }
}
