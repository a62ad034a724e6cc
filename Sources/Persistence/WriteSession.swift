/// An engine's connection inside a write transaction, used on the writer's queue only.
protocol WriteSession: Transaction {
    var log: TransactionLog { get }
    var auditSeal: AuditSeal? { get }
    /// Rows written so far on this connection, to tell whether a body changed anything.
    var changes: Int { get }
    /// Opens the transaction and takes the database's one write lock.
    func begin() throws
    /// Makes everything durable, or throws a `Setback`.
    func commit() throws
    /// Ends a transaction that cannot or shall not commit; harmless when there is none.
    func rollback()
    /// Set when the engine threw the whole transaction away by itself (disk full, deadlock, lost connection).
    var setback: Setback? { get }
    /// Runs transaction control, also in a broken transaction. May be put off until the next statement.
    func control(_ sql: String) throws
    /// Opens a transaction on a database that may have no tables yet, one at a time over all processes.
    func beginMigration() throws
}

/// What happens besides the rows: actions for after the commit, the highest change number, and whether a statement
/// failed. It goes back with the savepoint that it belongs to.
final class TransactionLog {
    private(set) var actions: [@Sendable () -> Void] = []
    private(set) var highestChange: Int64?
    /// Rows of the audit trail.
    private(set) var audits = 0
    private(set) var isBroken = false
    private(set) var depth = 0

    struct Position {
        let actions: Int
        let highestChange: Int64?
        let audits: Int
    }

    var position: Position { Position(actions: actions.count, highestChange: highestChange, audits: audits) }

    func add(_ action: @escaping @Sendable () -> Void) { actions.append(action) }
    func note(change: Int64) { highestChange = change }
    func noteAudit() { audits += 1 }
    func breakTransaction() { isBroken = true }
    func enter() { depth += 1 }
    func leave() { depth -= 1 }

    func check() throws {
        if isBroken { throw DatabaseFault.brokenTransaction }
    }

    func goBack(to position: Position) {
        actions.removeSubrange(position.actions...)
        highestChange = position.highestChange
        audits = position.audits
        isBroken = false
    }

    func clear() {
        goBack(to: Position(actions: 0, highestChange: nil, audits: 0))
    }
}

extension WriteSession {
    package func afterCommit(_ action: @escaping @Sendable () -> Void) {
        log.add(action)
    }

    package func nextChange() throws -> Int64 {
        guard let number = try integer(ChangeSequence.advance) else { throw PersistenceError.unreadable }
        log.note(change: number)
        return number
    }

    package func savepoint<T>(_ body: () throws -> T) throws -> T {
        try log.check()
        let name = "level\(log.depth)"
        let position = log.position
        try control("SAVEPOINT \(name)")
        log.enter()
        defer { log.leave() }
        do {
            let value = try body()
            try log.check()
            try control("RELEASE SAVEPOINT \(name)")
            return value
        } catch {
            if setback == nil {
                try control("ROLLBACK TO SAVEPOINT \(name)")
                try control("RELEASE SAVEPOINT \(name)")
                log.goBack(to: position)
            }
            throw error
        }
    }
}
