package import Kernel
import Synchronization

/// Whether the finding of identifiers has failed lately; asked for by `/health`, so it knows without I/O.
package final class ScrubberHealth: Sendable {
    /// Nobody needs to look at a failure for longer, in milliseconds.
    private static let remembered: Int64 = 24 * 3_600_000

    private let last = Mutex<Instant?>(nil)
    private let clock: WallClock

    package init(clock: WallClock) { self.clock = clock }

    func note() { last.withLock { $0 = clock.now() } }

    /// The last failure, while it counts.
    package var lastFailure: Instant? {
        last.withLock { last in
            guard let at = last, clock.now().milliseconds - at.milliseconds < Self.remembered else { return nil }
            return at
        }
    }
}
