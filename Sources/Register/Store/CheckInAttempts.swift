import Kernel
import Synchronization

/// Slows down guessing: after five wrong codes for one session within a minute a student waits for the rest of it.
///
/// Kept in memory of each process: with a million codes and a change every 30 s, even a few servers leave nothing to win.
final class CheckInAttempts: Sendable {
    static let limit = 5
    static let window: Int64 = 60_000

    private struct Place: Hashable {
        let session: String
        let user: String
    }

    private let wrong = Mutex<[Place: [Instant]]>([:])

    /// Seconds until another try is allowed; nil when it is allowed now.
    func waiting(session: String, user: String, at now: Instant) -> Int? {
        wrong.withLock { wrong in
            let recent = (wrong[Place(session: session, user: user)] ?? []).filter { Self.isRecent($0, now) }
            guard recent.count >= Self.limit, let first = recent.first else { return nil }
            return max(1, Int((first.milliseconds + Self.window - now.milliseconds + 999) / 1000))
        }
    }

    func noteWrong(session: String, user: String, at now: Instant) {
        wrong.withLock { wrong in
            if wrong.count > 10_000 { wrong = wrong.filter { $0.value.contains { Self.isRecent($0, now) } } }
            wrong[Place(session: session, user: user), default: []].removeAll { !Self.isRecent($0, now) }
            wrong[Place(session: session, user: user), default: []].append(now)
        }
    }

    private static func isRecent(_ instant: Instant, _ now: Instant) -> Bool {
        instant.milliseconds + window > now.milliseconds
    }
}
