import Kernel
import Persistence

extension ImportUndo {
    /// What was built on the import since: rows changed by others, and records that hang on what it made.
    func obstacles(import id: String, _ tx: any Transaction) throws -> [ImportError.Obstacle] {
        var found: [ImportError.Obstacle] = []
        func add(_ record: String, _ sentence: String, _ ids: [String], _ query: ([String]) -> SQL) throws {
            let count = try inParts(ids) { [Int(try tx.integer(query($0)) ?? 0)] }.reduce(0, +)
            if count > 0 { found.append(.init(record: record, count: count, sentence: "\(count) \(sentence)")) }
        }
        for (table, ids, noun) in [
            ("person", people.ids, "people"), ("module", modules.ids, "modules"), ("class_group", groups.ids, "groups"),
            ("enrolment", enrolments.ids, "enrolments"),
        ] {
            try add(noun, "\(noun) were changed since", ids) {
                "SELECT COUNT(*) FROM \(raw: table) WHERE id IN \(list: $0) AND change <> \(change)"
            }
        }
        try add("groups", "other groups are of its modules", modules.created) {
            "SELECT COUNT(*) FROM class_group WHERE module_id IN \(list: $0) AND deleted = 0 AND change <> \(change)"
        }
        try add("enrolments", "other enrolments are in its groups", groups.created) {
            "SELECT COUNT(*) FROM enrolment WHERE group_id IN \(list: $0) AND deleted = 0 AND change <> \(change)"
        }
        try add("enrolments", "other enrolments are of its students", people.created) {
            "SELECT COUNT(*) FROM enrolment WHERE student_id IN \(list: $0) AND deleted = 0 AND change <> \(change)"
        }
        try add("teaching", "teachers are set for its groups", groups.created) {
            "SELECT COUNT(*) FROM teaching WHERE group_id IN \(list: $0) AND deleted = 0"
        }
        try add("people", "other people are advised by its staff", people.created) {
            "SELECT COUNT(*) FROM person WHERE adviser_id IN \(list: $0) AND deleted = 0 AND change <> \(change)"
        }
        try add("exceptions", "absence notices are of its students", people.created) {
            "SELECT COUNT(*) FROM absence_notice WHERE student_id IN \(list: $0) AND deleted = 0"
        }
        let own = Set(sessions.created)
        let others = try inParts(groups.created) {
            try tx.texts("SELECT id FROM session WHERE group_id IN \(list: $0) AND deleted = 0")
        }.filter { !own.contains($0) }
        if !others.isEmpty {
            found.append(
                .init(
                    record: "sessions", count: others.count,
                    sentence: "\(others.count) other sessions are of its groups"))
        }
        try add("marks", "marks were made by others in its sessions", sessions.created) {
            """
            SELECT COUNT(*) FROM mark WHERE session_id IN \(list: $0) AND device_id <> \(id)
                AND (status IS NOT NULL OR remark IS NOT NULL)
            """
        }
        try add("marks", "marks were made by others for its students", people.created) {
            """
            SELECT COUNT(*) FROM mark m JOIN session s ON s.id = m.session_id
            WHERE m.student_id IN \(list: $0) AND m.device_id <> \(id) AND m.status IS NOT NULL AND s.deleted = 0
            """
        }
        try add("sessions", "of its sessions were changed since", sessions.created) {
            """
            SELECT COUNT(DISTINCT entity_key) FROM operation WHERE entity = 'session' AND entity_key IN \(list: $0)
                AND verdict = 'applied' AND device_id <> \(id) AND device_id NOT IN (SELECT id FROM import)
            """
        }
        return found
    }

    /// Made rows become tombstones, changed rows are as before.
    func restore(_ tx: any Transaction) throws {
        let change = try tx.nextChange()
        try remove("session", sessions.created, change, tx)
        for before in sessions.replaced {
            try tx.execute(
                """
                UPDATE session SET title = \(before.title), kind = \(before.kind), end_time = \(before.end),
                    location = \(before.location), teacher_name = \(before.teacherName),
                    state = CASE WHEN state IN ('scheduled', 'cancelled') THEN \(before.state) ELSE state END,
                    change = \(change)
                WHERE id = \(before.id) AND deleted = 0
                """)
        }
        try remove("enrolment", enrolments.created, change, tx)
        try tx.write(enrolments.replaced, change: change)
        try remove("class_group", groups.created, change, tx)
        try tx.write(groups.replaced, change: change)
        try remove("module", modules.created, change, tx)
        try tx.write(modules.replaced, change: change)
        try remove("person", people.created, change, tx)
        try tx.write(people.replaced, change: change)
    }

    private func remove(_ table: String, _ ids: [String], _ change: Int64, _ tx: any Transaction) throws {
        for start in stride(from: 0, to: ids.count, by: 1_000) {
            let part = Array(ids[start..<min(start + 1_000, ids.count)])
            try tx.execute("UPDATE \(raw: table) SET deleted = 1, change = \(change) WHERE id IN \(list: part)")
        }
    }
}
