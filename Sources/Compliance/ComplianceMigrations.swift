package import Persistence

/// Append only. Whatever may tell of a patient is a `sealed` column (`Vault`, bound to table and id of its row); what is
/// readable is what lists, figures and searches need: kinds, rules, states, times.
package let complianceMigrations: [Migration] = [
    Migration(name: "compliance-0001 notes, reports, episodes, verdicts") { tx in
        try createNotes(tx)
        try createReports(tx)
        try createEpisodes(tx)
    },
    Migration(name: "compliance-0002 rubrics, questions, cases, batches, logbook, settings") { tx in
        try createRubrics(tx)
        try createStudy(tx)
        try createSchool(tx)
    },
]

private func run(_ statements: [SQL], _ tx: any Transaction) throws {
    for statement in statements { try tx.execute(statement) }
}

/// `sealed_name` is the name of the file or as given; `sealed_text` the note, while it is kept; `sealed_file` the bytes of a
/// file until it is read. Counts and score are of the report that is shown.
private func createNotes(_ tx: any Transaction) throws {
    let blob = tx.engine.blobType
    try run(
        [
            """
            CREATE TABLE compliance_document (
                id TEXT PRIMARY KEY, owner TEXT NOT NULL, sealed_name \(raw: blob) NOT NULL, state TEXT NOT NULL,
                error_code TEXT, message TEXT, options TEXT NOT NULL, episode TEXT, batch TEXT, report TEXT,
                note_type TEXT, discipline TEXT, score DOUBLE PRECISION, date_of_service TEXT,
                high BIGINT NOT NULL DEFAULT 0,
                medium BIGINT NOT NULL DEFAULT 0, low BIGINT NOT NULL DEFAULT 0, pending BIGINT NOT NULL DEFAULT 0,
                undeterminable BIGINT NOT NULL DEFAULT 0, rubric_id TEXT, rubric_version TEXT,
                cached BIGINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, expires_at BIGINT, deleted_at BIGINT,
                change BIGINT NOT NULL)
            """,
            "CREATE INDEX compliance_document_owner ON compliance_document (owner, created_at, id)",
            "CREATE INDEX compliance_document_episode ON compliance_document (episode)",
            "CREATE INDEX compliance_document_state ON compliance_document (state, error_code)",
            """
            CREATE TABLE compliance_original (
                document_id TEXT PRIMARY KEY, sealed_text \(raw: blob), sealed_file \(raw: blob))
            """,
            """
            CREATE TABLE compliance_cache (key TEXT PRIMARY KEY, sealed \(raw: blob) NOT NULL, at BIGINT NOT NULL)
            """,
        ], tx)
}

/// `compliance_outcome` has every rule that was considered in the report that is shown.
private func createReports(_ tx: any Transaction) throws {
    let blob = tx.engine.blobType
    try run(
        [
            """
            CREATE TABLE compliance_report (
                id TEXT PRIMARY KEY, document_id TEXT NOT NULL, at BIGINT NOT NULL, rubric_id TEXT NOT NULL,
                rubric_version TEXT NOT NULL, engine_version TEXT NOT NULL, score DOUBLE PRECISION,
                sealed \(raw: blob) NOT NULL)
            """,
            "CREATE INDEX compliance_report_document ON compliance_report (document_id, at)",
            """
            CREATE TABLE compliance_outcome (
                document_id TEXT NOT NULL, rule TEXT NOT NULL, severity TEXT NOT NULL, status TEXT NOT NULL,
                PRIMARY KEY (document_id, rule))
            """,
            "CREATE INDEX compliance_outcome_rule ON compliance_outcome (rule, status)",
            """
            CREATE TABLE compliance_verdict (
                document_id TEXT NOT NULL, finding_id TEXT NOT NULL, rule TEXT NOT NULL, correct BIGINT NOT NULL,
                sealed_comment \(raw: blob), by_user TEXT NOT NULL, at BIGINT NOT NULL,
                PRIMARY KEY (document_id, finding_id))
            """,
            "CREATE INDEX compliance_verdict_rule ON compliance_verdict (rule)",
        ], tx)
}

private func createEpisodes(_ tx: any Transaction) throws {
    let blob = tx.engine.blobType
    try run(
        [
            """
            CREATE TABLE compliance_episode (
                id TEXT PRIMARY KEY, owner TEXT NOT NULL, number BIGINT NOT NULL, sealed \(raw: blob) NOT NULL,
                version BIGINT NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, change BIGINT NOT NULL)
            """,
            "CREATE UNIQUE INDEX compliance_episode_number ON compliance_episode (owner, number)",
        ], tx)
}

/// One version is active. `activated_at` orders those that were, for the way back.
private func createRubrics(_ tx: any Transaction) throws {
    try run(
        [
            """
            CREATE TABLE compliance_rubric (
                version TEXT PRIMARY KEY, rubric_id TEXT NOT NULL, state TEXT NOT NULL, yaml TEXT NOT NULL, author TEXT,
                author_name TEXT, note TEXT NOT NULL, at BIGINT NOT NULL, activated_at BIGINT, change BIGINT NOT NULL)
            """
        ], tx)
}

private func createStudy(_ tx: any Transaction) throws {
    let blob = tx.engine.blobType
    try run(
        [
            """
            CREATE TABLE compliance_question (
                id TEXT PRIMARY KEY, owner TEXT NOT NULL, document_id TEXT, finding_id TEXT, refused BIGINT NOT NULL,
                sealed \(raw: blob) NOT NULL, at BIGINT NOT NULL)
            """,
            "CREATE INDEX compliance_question_owner ON compliance_question (owner, at)",
            """
            CREATE TABLE compliance_case (
                id TEXT PRIMARY KEY, author TEXT NOT NULL, author_name TEXT NOT NULL, title TEXT NOT NULL,
                hidden BIGINT NOT NULL, sealed \(raw: blob) NOT NULL, at BIGINT NOT NULL, deleted_at BIGINT)
            """,
            """
            CREATE TABLE compliance_case_answer (
                case_id TEXT NOT NULL, user_id TEXT NOT NULL, rules TEXT NOT NULL, at BIGINT NOT NULL,
                PRIMARY KEY (case_id, user_id))
            """,
        ], tx)
}

private func createSchool(_ tx: any Transaction) throws {
    let blob = tx.engine.blobType
    try run(
        [
            """
            CREATE TABLE compliance_batch (
                id TEXT PRIMARY KEY, owner TEXT NOT NULL, sealed_name \(raw: blob) NOT NULL, at BIGINT NOT NULL)
            """,
            "CREATE INDEX compliance_batch_owner ON compliance_batch (owner, at)",
            """
            CREATE TABLE compliance_batch_item (
                batch_id TEXT NOT NULL, position BIGINT NOT NULL, sealed_name \(raw: blob) NOT NULL, document_id TEXT,
                error_code TEXT, message TEXT, PRIMARY KEY (batch_id, position))
            """,
            """
            CREATE TABLE compliance_logbook (
                id TEXT PRIMARY KEY, student TEXT NOT NULL, day TEXT NOT NULL, hours DOUBLE PRECISION NOT NULL,
                site TEXT NOT NULL, entered_by TEXT NOT NULL, at BIGINT NOT NULL)
            """,
            "CREATE UNIQUE INDEX compliance_logbook_entry ON compliance_logbook (student, day, site)",
            "CREATE INDEX compliance_logbook_day ON compliance_logbook (day)",
            "CREATE TABLE compliance_setting (id TEXT PRIMARY KEY, value TEXT NOT NULL, change BIGINT NOT NULL)",
        ], tx)
}
