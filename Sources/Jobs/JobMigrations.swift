package import Persistence

/// Append only.
package let jobsMigrations: [Migration] = [
    Migration(name: "jobs-0001 jobs and schedules") { try createJobs($0) }
]

/// `failures` and `crashes` count from the last finished piece. `lease` names one stay of the job at one worker and is
/// never used again; `lease_until` says when others may take the job away from it.
private func createJobs(_ tx: any Transaction) throws {
    let statements: [SQL] = [
        """
        CREATE TABLE job (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, owner TEXT, payload TEXT NOT NULL,
            state TEXT NOT NULL, progress DOUBLE PRECISION NOT NULL DEFAULT 0, message TEXT, error_code TEXT,
            attempts BIGINT NOT NULL DEFAULT 0, failures BIGINT NOT NULL DEFAULT 0, crashes BIGINT NOT NULL DEFAULT 0,
            checkpoint TEXT, not_before BIGINT NOT NULL, lease TEXT, holder TEXT, lease_until BIGINT,
            created_at BIGINT NOT NULL, started_at BIGINT, finished_at BIGINT)
        """,
        "CREATE UNIQUE INDEX job_unfinished ON job (kind, subject) WHERE state IN ('queued', 'running')",
        "CREATE INDEX job_state ON job (state, kind, created_at, id)",
        "CREATE INDEX job_subject ON job (subject, created_at)",
        "CREATE INDEX job_finished ON job (finished_at)",
        "CREATE TABLE job_schedule (name TEXT PRIMARY KEY, last_due BIGINT NOT NULL)",
    ]
    for statement in statements { try tx.execute(statement) }
}
