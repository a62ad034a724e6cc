package import Kernel
package import Persistence

/// An alert of the history.
package struct AlertRow: Decodable, Sendable, Equatable {
    package let id: String
    package let name: String
    package let raisedAt: Instant
    package let toldAt: Instant
    package let resolvedAt: Instant?
    /// When it was last told.
    package let value: Double
    package let limit: Double

    private enum CodingKeys: String, CodingKey {
        case id, name, raisedAt, toldAt, resolvedAt, value, limit = "bound"
    }
}

/// The history of alerts. Several servers evaluate the same database: the open rows decide who is first.
package struct AlertStore: Sendable {
    let database: Database
    let clock: WallClock

    package init(database: Database, clock: WallClock = .system) {
        self.database = database
        self.clock = clock
    }

    private static let columns: SQL = "id, name, raised_at, told_at, resolved_at, value, bound"

    /// Judges the conditions by what stands open and keeps the outcome, in one transaction.
    /// - Returns: what is to be told now, by this server alone
    package func evaluate(_ conditions: [AlertCondition]) async throws -> [AlertEvent] {
        let now = clock.now()
        return try await database.write { tx in
            let rows = try tx.fetchAll(
                AlertRow.self, "SELECT \(Self.columns) FROM operations_alert WHERE resolved_at IS NULL")
            var book = AlertBook(
                open: Dictionary(
                    uniqueKeysWithValues: rows.map { ($0.name, .init(raisedAt: $0.raisedAt, toldAt: $0.toldAt)) }))
            let events = book.evaluate(conditions, at: now)
            for event in events { try Self.keep(event, tx) }
            return events
        }
    }

    /// The last ones, newest first.
    package func history(limit: Int) async throws -> [AlertRow] {
        try await database.read { reader in
            try reader.fetchAll(
                AlertRow.self,
                "SELECT \(Self.columns) FROM operations_alert ORDER BY raised_at DESC, id DESC LIMIT \(limit)")
        }
    }

    private static func keep(_ event: AlertEvent, _ tx: any Transaction) throws {
        switch event.kind {
        case .raised:
            try tx.execute(
                """
                INSERT INTO operations_alert (\(columns))
                VALUES (\(Identifier.v7()), \(event.name), \(event.at), \(event.at), \(Instant?.none), \(event.value),
                    \(event.limit))
                """)
        case .repeated:
            try tx.execute(
                """
                UPDATE operations_alert SET told_at = \(event.at), value = \(event.value)
                WHERE name = \(event.name) AND resolved_at IS NULL
                """)
        case .resolved:
            try tx.execute(
                """
                UPDATE operations_alert SET told_at = \(event.at), resolved_at = \(event.at)
                WHERE name = \(event.name) AND resolved_at IS NULL
                """)
        }
    }
}

let alertMigrations: [Migration] = [
    Migration(name: "operations-0002 alerts") { tx in
        try tx.execute(
            """
            CREATE TABLE operations_alert (
                id TEXT PRIMARY KEY, name TEXT NOT NULL, raised_at BIGINT NOT NULL, told_at BIGINT NOT NULL,
                resolved_at BIGINT, value DOUBLE PRECISION NOT NULL, bound DOUBLE PRECISION NOT NULL
            )
            """)
        try tx.execute(
            "CREATE UNIQUE INDEX operations_alert_open ON operations_alert (name) WHERE resolved_at IS NULL")
        try tx.execute("CREATE INDEX operations_alert_raised_at ON operations_alert (raised_at)")
    }
]
