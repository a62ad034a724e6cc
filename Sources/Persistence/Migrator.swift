import Kernel

/// Brings a database to the program's schema. Every step is one transaction that also records its name, so a process
/// killed at any moment leaves the state before or after a step, and the next start goes on from there.
struct Migrator {
    let backend: any Backend

    /// What `Persistence` itself needs; every database starts with it.
    static let own =
        [
            Migration(name: "persistence-0001 meta and change sequence") { transaction in
                try transaction.execute(
                    """
                    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
                    CREATE TABLE change_sequence (
                        only_row BIGINT PRIMARY KEY CHECK (only_row = 1),
                        value BIGINT NOT NULL
                    );
                    INSERT INTO change_sequence (only_row, value) VALUES (1, 0);
                    """)
                try transaction.setMeta("epoch", Identifier.v7())
            }
        ] + AuditTrail.migrations

    /// Creates what is needed to know anything about the database. Safe to repeat and to race.
    func bootstrap() throws {
        _ = try inTransaction { transaction in
            try transaction.execute(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)
                """)
        }
        for migration in Self.own { try apply(migration) }
    }

    /// Refuses, before anything is touched, a database with a migration that this program does not know.
    func migrate(_ migrations: [Migration]) throws {
        let known = Set((Self.own + migrations).map(\.name))
        guard known.count == Self.own.count + migrations.count else {
            throw DatabaseFault(.migration, "Two migrations have the same name.")
        }
        let applied = try inTransaction {
            try $0.fetchAll(String.self, "SELECT name FROM schema_migration ORDER BY name")
        }
        let unknown = applied.filter { !known.contains($0) }
        guard unknown.isEmpty else { throw PersistenceError.newerSchema(unknown) }
        for migration in migrations where !applied.contains(migration.name) { try apply(migration) }
    }

    private func apply(_ migration: Migration) throws {
        try inTransaction { transaction in
            // Asked again under the lock: another server may have been faster.
            let done = try transaction.integer("SELECT 1 FROM schema_migration WHERE name = \(migration.name)")
            guard done == nil else { return }
            try migration.run(transaction)
            try transaction.execute(
                "INSERT INTO schema_migration (name, applied_at) VALUES (\(migration.name), \(Instant.now()))")
        }
    }

    private func inTransaction<T>(_ work: (any Transaction) throws -> T) throws -> T {
        try backend.withWriter { session in
            session.log.clear()
            do {
                try session.beginMigration()
                let value = try work(session)
                try session.log.check()
                try session.commit()
                return value
            } catch {
                session.rollback()
                throw (error as? Setback)?.reason ?? error
            }
        }
    }
}
