import Foundation
import Persistence

/// One row of settings, written with the host's own time zone so that a laptop is right from the first minute, and the
/// imports with what is needed to undo them.
func createSchool(_ tx: any Transaction) throws {
    try tx.execute("CREATE TABLE school_setting (id TEXT PRIMARY KEY, value TEXT NOT NULL, change BIGINT NOT NULL)")
    let host = TimeZone.current.identifier
    let school = SchoolSettings.initial(timezone: SessionFields.isTimezone(host) ? host : "UTC")
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
