import Persistence

/// People, modules, groups, and who belongs to a group on which days.
///
/// A group's table is `class_group`, as GROUP is reserved. `number` is the student or staff number of the school,
/// unique within its kind. Enrolments are dated, so that somebody who left keeps the marks of the days before.
func createRoster(_ tx: any Transaction) throws {
    let statements: [SQL] = [
        """
        CREATE TABLE person (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, number TEXT NOT NULL, given_name TEXT NOT NULL,
            family_name TEXT NOT NULL, email TEXT, adviser_id TEXT, adviser_name TEXT, stage TEXT,
            archived BIGINT NOT NULL DEFAULT 0, change BIGINT NOT NULL, deleted BIGINT NOT NULL DEFAULT 0,
            UNIQUE (kind, number))
        """,
        "CREATE INDEX person_change ON person (change)",
        "CREATE INDEX person_adviser ON person (adviser_id)",
        """
        CREATE TABLE module (
            id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
            archived BIGINT NOT NULL DEFAULT 0, change BIGINT NOT NULL, deleted BIGINT NOT NULL DEFAULT 0)
        """,
        "CREATE INDEX module_change ON module (change)",
        """
        CREATE TABLE class_group (
            id TEXT PRIMARY KEY, module_id TEXT NOT NULL REFERENCES module (id), name TEXT NOT NULL,
            first_day TEXT NOT NULL, last_day TEXT NOT NULL,
            archived BIGINT NOT NULL DEFAULT 0, change BIGINT NOT NULL, deleted BIGINT NOT NULL DEFAULT 0)
        """,
        "CREATE INDEX class_group_change ON class_group (change)",
        "CREATE INDEX class_group_module ON class_group (module_id)",
        """
        CREATE TABLE enrolment (
            id TEXT PRIMARY KEY, group_id TEXT NOT NULL REFERENCES class_group (id),
            student_id TEXT NOT NULL REFERENCES person (id), first_day TEXT NOT NULL, last_day TEXT,
            change BIGINT NOT NULL, deleted BIGINT NOT NULL DEFAULT 0)
        """,
        "CREATE INDEX enrolment_change ON enrolment (change)",
        "CREATE INDEX enrolment_group ON enrolment (group_id, student_id)",
        "CREATE INDEX enrolment_student ON enrolment (student_id)",
        """
        CREATE TABLE teaching (
            id TEXT PRIMARY KEY, group_id TEXT NOT NULL REFERENCES class_group (id), user_id TEXT NOT NULL,
            user_name TEXT NOT NULL, change BIGINT NOT NULL, deleted BIGINT NOT NULL DEFAULT 0,
            UNIQUE (group_id, user_id))
        """,
        "CREATE INDEX teaching_change ON teaching (change)",
        "CREATE INDEX teaching_user ON teaching (user_id)",
    ]
    for statement in statements { try tx.execute(statement) }
}
