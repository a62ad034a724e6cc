package import Persistence

/// Append only.
package let insightsMigrations: [Migration] = [
    Migration(name: "insights-0001 imports, settings, contacts, flags") { try createInsights($0) }
]

/// What was imported, byte for byte, and what staff note of students. The tables of attendance themselves are never stored:
/// they follow from these bytes and from the register.
///
/// `insight_chunk` holds a file in parts, packed (`PackedBytes`); `size` is that of the part unpacked. Parts without a row
/// in `insight_import` belong to a file that is still arriving or never came to its end. `position` orders the files of a
/// module as they came; `module` is '' where a file holds for every module.
private func createInsights(_ tx: any Transaction) throws {
    let statements: [SQL] = [
        """
        CREATE TABLE insight_import (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, module TEXT NOT NULL, bytes BIGINT NOT NULL,
            sha256 TEXT NOT NULL, date_order TEXT, position BIGINT NOT NULL, imported_at BIGINT NOT NULL,
            imported_by TEXT NOT NULL, imported_by_name TEXT NOT NULL, undone BIGINT NOT NULL DEFAULT 0,
            change BIGINT NOT NULL, UNIQUE (module, kind, sha256))
        """,
        "CREATE INDEX insight_import_change ON insight_import (change)",
        """
        CREATE TABLE insight_chunk (
            import_id TEXT NOT NULL, number BIGINT NOT NULL, size BIGINT NOT NULL,
            bytes \(raw: tx.engine.blobType) NOT NULL, PRIMARY KEY (import_id, number))
        """,
        "CREATE TABLE insight_setting (id TEXT PRIMARY KEY, value TEXT NOT NULL, change BIGINT NOT NULL)",
        """
        CREATE TABLE insight_contact (
            id TEXT PRIMARY KEY, module TEXT NOT NULL, student TEXT NOT NULL, day TEXT NOT NULL, how TEXT NOT NULL,
            outcome TEXT NOT NULL, noted_at BIGINT NOT NULL, noted_by TEXT NOT NULL, noted_by_name TEXT NOT NULL,
            deleted BIGINT NOT NULL DEFAULT 0, change BIGINT NOT NULL)
        """,
        "CREATE INDEX insight_contact_student ON insight_contact (module, student, day)",
        """
        CREATE TABLE insight_flag (
            id TEXT PRIMARY KEY, module TEXT NOT NULL, student TEXT NOT NULL, reason TEXT NOT NULL,
            opened_at BIGINT NOT NULL, opened_by TEXT NOT NULL, opened_by_name TEXT NOT NULL, remedy TEXT,
            closed_at BIGINT, closed_by TEXT, closed_by_name TEXT, change BIGINT NOT NULL)
        """,
        "CREATE INDEX insight_flag_student ON insight_flag (module, student)",
    ]
    for statement in statements { try tx.execute(statement) }
}
