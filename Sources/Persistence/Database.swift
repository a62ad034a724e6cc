import Kernel
package import Logging

/// The one database of an installation: consistent reads, durable writes, and a signal after every change.
///
/// Bodies are synchronous and run on the database's own threads. They may run a second time after a lost connection or a
/// deadlock, so they touch nothing but their reader or transaction; effects belong into `afterCommit` or after `write`.
package final class Database: Sendable {
    /// Readers of a SQLite file. More would not be faster on the few cores of a school's machine.
    private static let sqliteReaders = 4

    private let backend: any Backend
    private let lanes: Lanes
    private let writer: GroupCommit
    private let signal: ChangeSignal
    let auditSeal: AuditSeal?

    package var engine: Engine { backend.engine }

    /// Opens or creates the database, without any feature's tables; `migrate` comes next. `patience` is how long a read
    /// waits for a free connection, and a write for another process's lock. `auditSeal` signs the end of the audit trail.
    /// Throws `PersistenceError`: unavailable, unreadable, storageFull, locked.
    package static func open(
        _ location: DatabaseLocation, auditSeal: AuditSeal? = nil, patience: Duration = .seconds(5),
        logger: Logger = Logger(label: "rounds.database")
    ) async throws -> Database {
        let (backend, readers) = try await Self.backend(
            location, auditSeal: auditSeal, patience: patience, logger: logger)
        let database = Database(
            backend: backend, auditSeal: auditSeal, readers: readers, patience: patience, logger: logger)
        try await database.writer.alone { try Migrator(backend: backend).bootstrap() }
        backend.listen(database.signal.publish)
        return database
    }

    private init(
        backend: any Backend, auditSeal: AuditSeal?, readers: Int, patience: Duration, logger: Logger
    ) {
        let signal = ChangeSignal()
        self.backend = backend
        self.auditSeal = auditSeal
        self.signal = signal
        lanes = Lanes(count: readers, patience: patience)
        writer = GroupCommit(backend: backend, logger: logger, committed: signal.publish)
    }

    /// Reads from one moment of the database. Sees every write that returned before.
    package func read<T: Sendable>(_ body: @escaping @Sendable (any Reader) throws -> T) async throws -> T {
        try await lanes.run { [backend] lane in try backend.withReader(lane: lane, body) }
    }

    /// Writes all or nothing; on disk when it returns. An error of `body` undoes this body alone.
    @discardableResult package func write<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T)
        async throws -> T
    {
        let requester = Requester.current
        return try await withCheckedThrowingContinuation { continuation in
            writer.submit(
                WriteJob(
                    run: { session in
                        let value =
                            if let requester { try requester.write(session, body) } else { try body(session) }
                        return { continuation.resume(returning: value) }
                    },
                    fail: { continuation.resume(throwing: $0) }))
        }
    }

    /// Applies what is missing of the whole list of the program. Throws `PersistenceError.newerSchema` when the database
    /// knows more than the list, before anything is changed.
    package func migrate(_ migrations: [Migration]) async throws {
        try await writer.alone { [backend] in try Migrator(backend: backend).migrate(migrations) }
    }

    /// The highest committed change number, from now on, whenever it grows; on PostgreSQL also by other servers. A slow
    /// listener hears only the newest. Ends when the database closes.
    package func changes() -> AsyncStream<Int64> { signal.listen() }

    /// Lets reads and writes that were accepted finish; later ones get `unavailable`.
    package func close() async {
        await writer.close()
        await lanes.close()
        signal.close()
        auditSeal?.flush()
        await Blocking.run { [backend] in backend.close() }
    }

    /// Opening a file blocks, so it happens on a thread of its own; PostgreSQL connects on its first use.
    private static func backend(
        _ location: DatabaseLocation, auditSeal: AuditSeal?, patience: Duration, logger: Logger
    ) async throws -> (backend: any Backend, readers: Int) {
        switch location {
        case .sqlite(let path):
            (
                try await Blocking.run {
                    try SQLiteBackend(
                        path: path, readers: sqliteReaders, patience: patience, auditSeal: auditSeal)
                },
                sqliteReaders
            )
        case .postgres(let url, let poolSize):
            (
                PostgresBackend(
                    url: url, readers: max(1, poolSize), patience: patience, auditSeal: auditSeal, logger: logger),
                max(1, poolSize)
            )
        }
    }
}
