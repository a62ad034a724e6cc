import Persistence

/// AI notes, questions and study cards. All of them are seen by their author alone.
let studyMigrations: [Migration] = [
    Migration(name: "scribe-study-0001 AI notes, questions, cards") { tx in
        let statements: [SQL] = [
            // a version for each making; content is JSON of Language's StudyNotes
            """
            CREATE TABLE scribe_ai_notes (
                id TEXT PRIMARY KEY, session_id TEXT NOT NULL, author TEXT NOT NULL, at BIGINT NOT NULL,
                provider TEXT NOT NULL, content TEXT NOT NULL, deleted_at BIGINT, change BIGINT NOT NULL)
            """,
            "CREATE INDEX scribe_ai_notes_session ON scribe_ai_notes (session_id, author, at)",
            // asked about a session or a module, the other is NULL; thread is the id of its first question
            """
            CREATE TABLE scribe_question (
                id TEXT PRIMARY KEY, thread TEXT NOT NULL, session_id TEXT, module_id TEXT, author TEXT NOT NULL,
                question TEXT NOT NULL, answer TEXT NOT NULL, refused BIGINT NOT NULL, citations TEXT NOT NULL,
                provider TEXT NOT NULL, at BIGINT NOT NULL, deleted_at BIGINT, change BIGINT NOT NULL)
            """,
            "CREATE INDEX scribe_question_session ON scribe_question (session_id, author, at)",
            "CREATE INDEX scribe_question_module ON scribe_question (module_id, author, at)",
            "CREATE INDEX scribe_question_thread ON scribe_question (thread, author, at)",
            // content is JSON of Language's StudyCards
            """
            CREATE TABLE scribe_study (
                id TEXT PRIMARY KEY, session_id TEXT NOT NULL, author TEXT NOT NULL, at BIGINT NOT NULL,
                content TEXT NOT NULL, deleted_at BIGINT, change BIGINT NOT NULL, UNIQUE (session_id, author))
            """,
        ]
        for statement in statements { try tx.execute(statement) }
    },
    // something was left out for good, or before it came here
    Migration(name: "scribe-study-0002 what was withdrawn") { tx in
        for table in ["scribe_ai_notes", "scribe_question"] {
            try tx.execute("ALTER TABLE \(raw: table) ADD COLUMN withdrawn BIGINT NOT NULL DEFAULT 0")
        }
    },
]
