import Persistence

/// Which change the sequence had reached when, so that removals can be forgotten by age; and wrong check-in codes, which
/// all servers of a database count together.
func createRetention(_ tx: any Transaction) throws {
    let statements: [SQL] = [
        "CREATE TABLE retention_point (at BIGINT PRIMARY KEY, change BIGINT NOT NULL)",
        """
        CREATE TABLE wrong_check_in (
            id TEXT PRIMARY KEY, session_id TEXT NOT NULL, user_id TEXT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE INDEX wrong_check_in_place ON wrong_check_in (session_id, user_id, at)",
        "CREATE INDEX wrong_check_in_at ON wrong_check_in (at)",
    ]
    for statement in statements { try tx.execute(statement) }
}
