/// The one change sequence of a database: a table with one row, advanced inside the transaction that makes the change.
///
/// Why not a sequence or an identity column: their numbers are handed out when a statement runs and become visible when
/// its transaction commits, and these two orders differ. A reader that has seen change 8 would remember "8" and never
/// ask for 7, which commits a moment later. Here the row is locked from the update to the end of the transaction, so the
/// next number cannot be taken before this one is committed or rolled back: the order of numbers is the order of
/// commits, there are no holes, and whoever sees N sees every change up to N. SQLite has one writer anyway; on
/// PostgreSQL every write transaction takes this lock as its first act (`lock`), which also gives both engines the same
/// semantics: one write at a time in the whole database, whatever the number of servers.
enum ChangeSequence {
    static let advance: SQL = "UPDATE change_sequence SET value = value + 1 RETURNING value"
    static let current: SQL = "SELECT value FROM change_sequence"
    static let lock = "SELECT value FROM change_sequence FOR UPDATE"
    /// The channel on which PostgreSQL tells all servers of a database about committed changes.
    static let channel = "rounds_change"
}

extension Reader {
    /// The number of the last change this view of the database contains; 0 before the first.
    package func lastChange() throws -> Int64 {
        try integer(ChangeSequence.current) ?? 0
    }
}
