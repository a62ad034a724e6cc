import Synchronization

/// How many requests may be worked on at once. Beyond it the answer is 503 at once, so that nobody waits in a queue
/// that only grows.
final class Admission: Sendable {
    private let limit: Int
    private let active = Mutex(0)

    init(limit: Int) { self.limit = limit }

    func admit<T>(_ work: () async throws -> T) async throws -> T {
        let isFree = active.withLock { count in
            guard count < limit else { return false }
            count += 1
            return true
        }
        guard isFree else { throw WebError.busy }
        defer { active.withLock { $0 -= 1 } }
        return try await work()
    }
}
