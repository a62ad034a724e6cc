import Persistence

/// Sessions, marks and absence notices as they are shown now; how they came to be is in `operation`.
///
/// `versions` is JSON, field → the operation whose value is shown, in the shape devices receive it. A mark repeats its
/// session's group and day, which never change, so that a teacher's changes are found without a join.
/// `closing_order` is the stamp of the operation that closed the session, NULL while it is not closed.
func createAttendance(_ tx: any Transaction) throws {
    let statements: [SQL] = [
        """
        CREATE TABLE session (
            id TEXT PRIMARY KEY, module_id TEXT NOT NULL, group_id TEXT NOT NULL REFERENCES class_group (id),
            title TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL, start_time TEXT, end_time TEXT,
            timezone TEXT NOT NULL, location TEXT, teacher_id TEXT, teacher_name TEXT, state TEXT NOT NULL,
            origin TEXT NOT NULL, period TEXT NOT NULL, versions TEXT NOT NULL, closing_order TEXT, closed_at BIGINT,
            change BIGINT NOT NULL, deleted BIGINT NOT NULL DEFAULT 0)
        """,
        "CREATE INDEX session_change ON session (change)",
        "CREATE INDEX session_group_change ON session (group_id, change)",
        "CREATE INDEX session_group_date ON session (group_id, date)",
        "CREATE INDEX session_date ON session (date, id)",
        """
        CREATE TABLE mark (
            session_id TEXT NOT NULL REFERENCES session (id), student_id TEXT NOT NULL REFERENCES person (id),
            group_id TEXT NOT NULL, day TEXT NOT NULL, status TEXT, minutes_late BIGINT, remark TEXT,
            author_id TEXT NOT NULL, author_name TEXT NOT NULL, device_id TEXT NOT NULL,
            captured_at BIGINT NOT NULL, received_at BIGINT NOT NULL, flags TEXT NOT NULL, versions TEXT NOT NULL,
            change BIGINT NOT NULL, PRIMARY KEY (session_id, student_id))
        """,
        "CREATE INDEX mark_change ON mark (change)",
        "CREATE INDEX mark_group_change ON mark (group_id, change)",
        "CREATE INDEX mark_student_day ON mark (student_id, day)",
        """
        CREATE TABLE absence_notice (
            id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES person (id), category TEXT NOT NULL,
            first_day TEXT NOT NULL, last_day TEXT NOT NULL, reason TEXT, state TEXT NOT NULL,
            requested_by TEXT NOT NULL, requested_by_name TEXT NOT NULL, requested_at BIGINT NOT NULL,
            decided_by TEXT, decided_by_name TEXT, decided_at BIGINT,
            evidence_name TEXT, evidence_size BIGINT, evidence_type TEXT, evidence_bytes \(raw: tx.engine.blobType),
            versions TEXT NOT NULL, change BIGINT NOT NULL, deleted BIGINT NOT NULL DEFAULT 0)
        """,
        "CREATE INDEX absence_notice_change ON absence_notice (change)",
        "CREATE INDEX absence_notice_student ON absence_notice (student_id, first_day)",
        "CREATE INDEX absence_notice_state ON absence_notice (state, first_day)",
    ]
    for statement in statements { try tx.execute(statement) }
}
