package import Foundation
package import Kernel
package import Persistence
import Sync
import Synchronization
import Web

/// The register: what devices push and pull, and what signed-in people ask of it over HTTP. Every write is one
/// transaction; every change of a session, a mark or an absence notice is an operation that `Push` applies.
package final class RegisterStore: Sendable {
    let database: Database
    let clock: WallClock
    let keys: RegisterKeys
    let identifiers: IdentifierSource
    private let stamps: Mutex<HybridClock>

    /// - Parameter secretsFolder: where the signing key is kept; made when missing.
    package convenience init(database: Database, clock: WallClock = .system, secretsFolder: URL) throws {
        self.init(database: database, clock: clock, keys: try RegisterKeys.load(from: secretsFolder))
    }

    package init(
        database: Database, clock: WallClock, keys: RegisterKeys, identifiers: IdentifierSource = .system
    ) {
        self.database = database
        self.clock = clock
        self.keys = keys
        self.identifiers = identifiers
        // Each process stamps as a device of its own, so two servers of one database never make the same stamp.
        stamps = Mutex(HybridClock(device: identifiers.next()))
    }

    /// A stamp after everything this server has heard.
    func stamp() -> Stamp {
        let now = clock.now()
        return stamps.withLock { $0.tick(now: now) }
    }

    /// Takes note of devices' stamps, as far as they may be ahead.
    func observe(_ stamp: Stamp) {
        let now = clock.now()
        stamps.withLock { _ = $0.observe(stamp, now: now) }
    }
}
