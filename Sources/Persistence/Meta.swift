import Kernel

extension Reader {
    /// A fact about the database itself, by name.
    package func meta(_ key: String) throws -> String? {
        try text("SELECT value FROM meta WHERE key = \(key)")
    }

    /// The identity of this database's history: a UUIDv7 made when it was first opened. A restored or replaced database
    /// that must not be continued by clients gets another one.
    package func epoch() throws -> String {
        guard let epoch = try meta("epoch") else { throw PersistenceError.unreadable }
        return epoch
    }
}

extension Transaction {
    package func setMeta(_ key: String, _ value: String) throws {
        try execute(
            """
            INSERT INTO meta (key, value) VALUES (\(key), \(value))
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """)
    }

    /// Begins a new history: whatever puts an older state in place of this database calls it, before the server starts or
    /// beside it. Devices notice the new epoch at their next sync, start anew and push what the older state lacks.
    /// - Returns: the new epoch
    @discardableResult
    package func beginEpoch() throws -> String {
        let epoch = Identifier.v7()
        try setMeta("epoch", epoch)
        return epoch
    }
}
