/// A read transaction: one snapshot for all its statements.
struct PostgresReader: Reader {
    let connection: PostgresConnection
    var engine: Engine { .postgres }

    func rows(_ sql: SQL) throws -> (columns: [String], values: [[SQLValue]]) {
        try connection.query(sql).rows()
    }
}

/// A write transaction on the writer's connection.
final class PostgresSession: WriteSession {
    let log = TransactionLog()
    private(set) var setback: Setback?
    let auditSeal: AuditSeal?
    private(set) var changes = 0
    private let connection: PostgresConnection
    /// Savepoints opened and released since the last statement; they travel together with what comes next.
    private var pending: [String] = []

    /// Any number that no other program of the database uses; the letters "rounds".
    private static let migrationLock = 0x72_6f_75_6e_64_73

    init(_ connection: PostgresConnection, auditSeal: AuditSeal?) {
        self.connection = connection
        self.auditSeal = auditSeal
    }

    var engine: Engine { .postgres }

    func rows(_ sql: SQL) throws -> (columns: [String], values: [[SQLValue]]) {
        try guarded { try noted(connection.query(sql)).rows() }
    }

    func execute(_ sql: SQL) throws -> Int {
        try guarded { try noted(sql.isScript ? connection.run(sql.text) : connection.query(sql)).changed }
    }

    private func noted(_ result: PostgresResult) -> PostgresResult {
        changes += result.changed
        return result
    }

    /// One statement for any number of rows, and always the same, so it is prepared once: a list for each column.
    func insert(_ rows: [SQL], into table: SQL, onConflict: SQL) throws {
        guard !rows.isEmpty else { return }
        let lists = try PostgresLists(rows)
        try guarded {
            _ = try noted(connection.query("INSERT INTO \(table) SELECT * FROM unnest(\(lists.sql)) \(onConflict)"))
        }
    }

    func begin() throws {
        try open("BEGIN ISOLATION LEVEL READ COMMITTED; \(ChangeSequence.lock)")
    }

    /// The tables may not exist yet, so the lock is one that needs none. Building an index may take long.
    func beginMigration() throws {
        try open(
            "BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; "
                + "SELECT pg_advisory_xact_lock(\(Self.migrationLock))")
    }

    func commit() throws {
        if let change = log.highestChange {
            pending.append("SELECT pg_notify('\(ChangeSequence.channel)', current_schema() || ':\(change)')")
        }
        pending.append("SET CONSTRAINTS ALL IMMEDIATE")
        do {
            // What can fail for a reason of its own does so here, where the transaction is certainly undone.
            try flush()
        } catch {
            throw Setback.undone(error as? PersistenceError ?? .unavailable)
        }
        do {
            try connection.run("COMMIT")
        } catch {
            throw Setback.final(error as? PersistenceError ?? .unavailable)
        }
    }

    func rollback() {
        pending = []
        // A connection on which even this fails is lost, and its transaction with it.
        if connection.isInTransaction { _ = try? connection.run("ROLLBACK") }
        if connection.isInTransaction { connection.close() }
    }

    func control(_ sql: String) throws {
        pending.append(sql)
        // Going back must happen now: the next statement may be the caller's own, in a transaction that is whole again.
        if sql.hasPrefix("ROLLBACK") { try flush() }
    }

    private func open(_ script: String) throws {
        setback = nil
        pending = []
        do {
            try connection.run(script)
        } catch {
            let reason = error as? PersistenceError ?? .unavailable
            throw connection.isAlive ? Setback.final(reason) : Setback.undone(reason)
        }
    }

    private func flush() throws {
        guard !pending.isEmpty else { return }
        let script = pending.joined(separator: "; ")
        pending = []
        do {
            try connection.run(script)
        } catch {
            noteSetback(error)
            throw error
        }
    }

    /// Ends a broken statement's transaction in the log, and tells the writer when the whole of it is gone.
    private func guarded<T>(_ work: () throws -> T) throws -> T {
        try log.check()
        do {
            try flush()
            return try work()
        } catch {
            log.breakTransaction()
            noteSetback(error)
            throw error
        }
    }

    private func noteSetback(_ error: any Error) {
        guard !connection.isInTransaction || !connection.isAlive || connection.mayRunAgain else { return }
        setback = .undone(error as? PersistenceError ?? .unavailable)
    }
}
