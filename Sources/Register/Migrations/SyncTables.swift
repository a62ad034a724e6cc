import Persistence

/// Every operation ever captured with its verdict (the history of all marks), the disagreements a person must settle,
/// the devices with the gaps in what was heard from them, and the signed receipts.
///
/// `operation.field_values` holds the touched fields as JSON, `replaced` what they showed before. Operations that the
/// server itself makes have `seq` 0, as no device counts them.
func createSync(_ tx: any Transaction) throws {
    let statements: [SQL] = [
        """
        CREATE TABLE operation (
            id TEXT PRIMARY KEY, device_id TEXT NOT NULL, seq BIGINT NOT NULL, entity TEXT NOT NULL,
            entity_key TEXT NOT NULL, session_id TEXT, field_values TEXT NOT NULL, seen TEXT NOT NULL,
            replaced TEXT NOT NULL, stamp TEXT NOT NULL, ordering TEXT NOT NULL, fill BIGINT NOT NULL,
            reason TEXT, author_id TEXT NOT NULL, author_name TEXT NOT NULL, sender_id TEXT NOT NULL,
            captured_at BIGINT NOT NULL, received_at BIGINT NOT NULL, verdict TEXT NOT NULL, code TEXT, message TEXT,
            flags TEXT NOT NULL, dispute_id TEXT, change BIGINT NOT NULL)
        """,
        "CREATE INDEX operation_key ON operation (entity, entity_key)",
        "CREATE INDEX operation_device ON operation (device_id, seq)",
        "CREATE INDEX operation_session ON operation (session_id)",
        "CREATE INDEX operation_change ON operation (change)",
        """
        CREATE TABLE dispute (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, session_id TEXT, group_id TEXT, student_id TEXT,
            entity TEXT NOT NULL, entity_key TEXT NOT NULL, field TEXT NOT NULL, kept TEXT NOT NULL,
            other TEXT NOT NULL, proposed_by TEXT NOT NULL, opened_at BIGINT NOT NULL, settled_at BIGINT, settled_by TEXT,
            settled_by_name TEXT, settling_operation TEXT, change BIGINT NOT NULL)
        """,
        "CREATE INDEX dispute_change ON dispute (change)",
        "CREATE INDEX dispute_key ON dispute (entity, entity_key)",
        "CREATE INDEX dispute_open ON dispute (settled_at, opened_at)",
        """
        CREATE TABLE device (
            id TEXT PRIMARY KEY, user_id TEXT NOT NULL, user_name TEXT NOT NULL, name TEXT,
            first_seen BIGINT NOT NULL, last_seen BIGINT NOT NULL, heard BIGINT NOT NULL DEFAULT 0,
            gaps TEXT NOT NULL DEFAULT '[]')
        """,
        "CREATE INDEX device_user ON device (user_id)",
        """
        CREATE TABLE receipt (
            id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES session (id), count BIGINT NOT NULL,
            hash TEXT NOT NULL, signature TEXT NOT NULL, at BIGINT NOT NULL, requested_by TEXT NOT NULL)
        """,
        "CREATE INDEX receipt_session ON receipt (session_id)",
    ]
    for statement in statements { try tx.execute(statement) }
}
