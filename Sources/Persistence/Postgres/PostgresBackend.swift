import CPostgres
import Logging

/// PostgreSQL through libpq: one connection writes, one for each lane reads, one listens.
final class PostgresBackend: Backend {
    let engine = Engine.postgres
    private let auditSeal: AuditSeal?
    private let writer: PostgresConnection
    private let readers: [PostgresConnection]
    private let listener: PostgresListener

    init(url: String, readers count: Int, patience: Duration, auditSeal: AuditSeal?, logger: Logger) {
        self.auditSeal = auditSeal
        writer = PostgresConnection(url: url, patience: patience)
        readers = (0..<count).map { _ in PostgresConnection(url: url, patience: patience) }
        listener = PostgresListener(connection: PostgresConnection(url: url, patience: patience), logger: logger)
    }

    func withWriter<T>(_ body: (any WriteSession) throws -> T) throws -> T {
        try writer.prepare()
        return try body(PostgresSession(writer, auditSeal: auditSeal))
    }

    /// A connection that was idle may have died without a sign, so a read that loses it is tried once more on a new one.
    func withReader<T>(lane: Int, _ body: (any Reader) throws -> T) throws -> T {
        let connection = readers[lane]
        try connection.prepare()
        do {
            return try snapshot(connection, body)
        } catch {
            guard !connection.isAlive else { throw error }
            try connection.prepare()
            return try snapshot(connection, body)
        }
    }

    func listen(_ heard: @escaping @Sendable (Int64) -> Void) {
        listener.start(heard)
    }

    func close() {
        listener.stop()
        writer.close()
        for reader in readers { reader.close() }
    }

    private func snapshot<T>(_ connection: PostgresConnection, _ body: (any Reader) throws -> T) throws -> T {
        try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        do {
            let value = try body(PostgresReader(connection: connection))
            try connection.run("COMMIT")
            return value
        } catch {
            // Nothing was written; a connection that cannot even roll back is replaced.
            if (try? connection.run("ROLLBACK")) == nil { connection.close() }
            throw error
        }
    }
}
