import Kernel
import Persistence

extension ImportUndo {
    /// What was built on the import since: rows changed by others, and records that hang on what it made.
    func obstacles(import id: String, _ tx: any Transaction) throws -> [ImportError.Obstacle] {
        var found: [ImportError.Obstacle] = []
        func add(_ record: String, _ count: Int, _ sentence: String) {
            if count > 0 { found.append(.init(record: record, count: count, sentence: "\(count) \(sentence)")) }
        }
        add("people", try changed(people, tx), "people were changed since")
        add("modules", try changed(modules, tx), "modules were changed since")
        add("groups", try changed(groups, tx), "groups were changed since")
        add("enrolments", try changed(enrolments, tx), "enrolments were changed since")
        add(
            "groups", try others("class_group", "module_id", modules, besides: groups.created, tx),
            "other groups are of its modules")
        add(
            "enrolments", try others("enrolment", "group_id", groups, besides: enrolments.created, tx),
            "other enrolments are in its groups")
        add(
            "enrolments", try others("enrolment", "student_id", people, besides: enrolments.created, tx),
            "other enrolments are of its students")
        add("teaching", try others("teaching", "group_id", groups, besides: [], tx), "teachers are set for its groups")
        add(
            "people", try others("person", "adviser_id", people, besides: people.created, tx),
            "other people are advised by its staff")
        add(
            "exceptions", try others("absence_notice", "student_id", people, besides: [], tx),
            "absence notices are of its students")
        add(
            "sessions", try others("session", "group_id", groups, besides: sessions.created, tx),
            "other sessions are of its groups")
        add("marks", try marksInSessions(besides: id, tx), "marks were made by others in its sessions")
        add("marks", try marksOfStudents(besides: id, tx), "marks were made by others for its students")
        add("sessions", try sessionsChanged(besides: id, tx), "of its sessions were changed since")
        return found
    }

    private func changed<T: ImportedRow>(_ rows: Rows<T>, _ tx: any Transaction) throws -> Int {
        let now = try inParts(rows.written.map(\.id)) { ids in
            try tx.fetchAll(T.self, "SELECT \(T.columns) FROM \(raw: T.table) WHERE id IN \(list: ids) AND deleted = 0")
        }
        let then = Dictionary(rows.written.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return now.count { then[$0.id] != $0 }
    }

    /// Live rows that name one of the rows that the import made, without its own.
    private func others<T>(
        _ table: String, _ column: String, _ made: Rows<T>, besides own: [String], _ tx: any Transaction
    ) throws -> Int {
        let ids = try inParts(made.created) {
            try tx.texts("SELECT id FROM \(raw: table) WHERE \(raw: column) IN \(list: $0) AND deleted = 0")
        }
        let own = Set(own)
        return ids.count { !own.contains($0) }
    }

    private func marksInSessions(besides id: String, _ tx: any Transaction) throws -> Int {
        try count(sessions.created, tx) {
            """
            SELECT COUNT(*) FROM mark WHERE session_id IN \(list: $0) AND device_id <> \(id)
                AND (status IS NOT NULL OR remark IS NOT NULL)
            """
        }
    }

    private func marksOfStudents(besides id: String, _ tx: any Transaction) throws -> Int {
        try count(people.created, tx) {
            """
            SELECT COUNT(*) FROM mark m JOIN session s ON s.id = m.session_id
            WHERE m.student_id IN \(list: $0) AND m.device_id <> \(id) AND m.status IS NOT NULL AND s.deleted = 0
            """
        }
    }

    private func sessionsChanged(besides id: String, _ tx: any Transaction) throws -> Int {
        try count(sessions.created, tx) {
            """
            SELECT COUNT(DISTINCT entity_key) FROM operation WHERE entity = 'session' AND entity_key IN \(list: $0)
                AND verdict = 'applied' AND device_id NOT IN (SELECT id FROM import)
            """
        }
    }

    private func count(_ ids: [String], _ tx: any Transaction, _ query: ([String]) -> SQL) throws -> Int {
        try inParts(ids) { [Int(try tx.integer(query($0)) ?? 0)] }.reduce(0, +)
    }
}

extension ImportUndo {
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
