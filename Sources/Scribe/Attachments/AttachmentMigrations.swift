import Persistence

/// Files that belong to a session, and their text page by page.
let scribeAttachmentMigrations: [Migration] = [
    Migration(name: "scribe-attach-0001 attachments and their pages") { tx in
        let statements: [SQL] = [
            """
            CREATE TABLE scribe_attachment (
                id TEXT PRIMARY KEY, session_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
                sha256 TEXT NOT NULL, bytes BIGINT NOT NULL, state TEXT NOT NULL, reason_code TEXT, reason TEXT,
                pages BIGINT NOT NULL DEFAULT 0, shared BIGINT NOT NULL DEFAULT 0, uploaded_by TEXT NOT NULL,
                uploaded_by_name TEXT NOT NULL, created_at BIGINT NOT NULL, deleted_at BIGINT, change BIGINT NOT NULL)
            """,
            "CREATE INDEX scribe_attachment_session ON scribe_attachment (session_id, created_at)",
            "CREATE INDEX scribe_attachment_sha256 ON scribe_attachment (sha256)",
            "CREATE INDEX scribe_attachment_deleted ON scribe_attachment (deleted_at)",
            """
            CREATE TABLE scribe_page (
                attachment_id TEXT NOT NULL, number BIGINT NOT NULL, title TEXT, text TEXT NOT NULL,
                PRIMARY KEY (attachment_id, number))
            """,
        ]
        for statement in statements { try tx.execute(statement) }
    }
]
