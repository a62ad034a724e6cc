import Persistence

/// One row of settings, the same on every host: a server in another country, or one that runs in UTC, changes no day of the
/// school's. And the imports with what is needed to undo them.
func createSchool(_ tx: any Transaction) throws {
    try tx.execute("CREATE TABLE school_setting (id TEXT PRIMARY KEY, value TEXT NOT NULL, change BIGINT NOT NULL)")
    let school = SchoolSettings.initial()
    try tx.execute("INSERT INTO school_setting (id, value, change) VALUES ('school', \(try school.stored()), 0)")
    try tx.execute(
        """
        CREATE TABLE import (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, file_name TEXT NOT NULL, file_hash TEXT NOT NULL,
            report TEXT NOT NULL, undo TEXT NOT NULL, created_at BIGINT NOT NULL, created_by TEXT NOT NULL,
            created_by_name TEXT NOT NULL, undone_at BIGINT)
        """)
    try tx.execute("CREATE INDEX import_created ON import (created_at)")
}
