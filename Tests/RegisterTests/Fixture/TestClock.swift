import Kernel
import Synchronization

/// A wall clock that stands still until it is told to go on.
final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ text: String) {
        instant = Mutex(Instant(rfc3339: text) ?? Instant(milliseconds: 0))
    }

    var now: Instant { instant.withLock { $0 } }
    var wall: WallClock { WallClock(now: { self.now }) }

    func advance(seconds: Int64) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }
}
