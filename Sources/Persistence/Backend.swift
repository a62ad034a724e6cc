/// An engine. Every method blocks: the writer's queue and the readers' lanes call it, never a cooperative thread.
protocol Backend: Sendable {
    var engine: Engine { get }
    /// Called on the writer's queue only. Throws when no connection can be had.
    func withWriter<T>(_ body: (any WriteSession) throws -> T) throws -> T
    /// Called on the queue of that lane only. The body reads from one snapshot; it may run twice when the connection
    /// turns out to be lost.
    func withReader<T>(lane: Int, _ body: (any Reader) throws -> T) throws -> T
    /// The highest change that other processes may have committed, delivered as it becomes known.
    func listen(_ heard: @escaping @Sendable (Int64) -> Void)
    /// Called once, when the writer and all lanes are idle.
    func close()
}

/// A whole transaction is gone, by no fault of the body that happened to run.
enum Setback: Error {
    /// Nothing was stored; the same bodies may run again.
    case undone(PersistenceError)
    /// Nothing more can be done: nothing was stored, or the connection was lost in the middle of the commit.
    case final(PersistenceError)

    var reason: PersistenceError {
        switch self {
        case .undone(let reason), .final(let reason): reason
        }
    }
}
