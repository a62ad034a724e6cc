import Persistence

/// Personal notes, openings of catch-up packs, and who had what deleted.
let keepMigrations: [Migration] = [
    Migration(name: "scribe-keep-0001 notes, catch-up, deletions") { tx in
        let statements: [SQL] = [
            """
            CREATE TABLE scribe_note (
                id TEXT PRIMARY KEY, session_id TEXT NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL,
                version BIGINT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, change BIGINT NOT NULL,
                UNIQUE (session_id, author))
            """,
            "CREATE INDEX scribe_note_author ON scribe_note (author, updated_at)",
            """
            CREATE TABLE scribe_catch_up (
                session_id TEXT NOT NULL, person_id TEXT NOT NULL, person_name TEXT NOT NULL, opened_at BIGINT NOT NULL,
                last_opened_at BIGINT NOT NULL, times BIGINT NOT NULL, change BIGINT NOT NULL,
                PRIMARY KEY (session_id, person_id))
            """,
            "CREATE INDEX scribe_catch_up_person ON scribe_catch_up (person_id)",
            """
            CREATE TABLE scribe_deletion (
                id TEXT PRIMARY KEY, at BIGINT NOT NULL, by_user TEXT, by_name TEXT, reason TEXT NOT NULL,
                what TEXT NOT NULL, subject TEXT NOT NULL, session_id TEXT NOT NULL, change BIGINT NOT NULL)
            """,
            "CREATE INDEX scribe_deletion_at ON scribe_deletion (at)",
            "CREATE TABLE scribe_orphan (session_id TEXT PRIMARY KEY, since BIGINT NOT NULL)",
        ]
        for statement in statements { try tx.execute(statement) }
    }
]
