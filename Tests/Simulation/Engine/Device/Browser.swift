import Kernel
import Sync

/// One browser: a database for each user who signed in here, a clock of its own, and the sender of `web/sync/engine.js`.
struct Browser: Sendable {
    enum Phase: String { case idle, waiting, signedOut, otherUser, update }

    /// The database of one user on this device.
    struct Profile: Sendable {
        /// As a crash of the browser leaves it.
        var durable: Replica
        /// As a power cut leaves it: captured work is flushed to the disk, an absorbed answer need not be.
        var flushed: Replica

        init(_ replica: Replica) {
            durable = replica
            flushed = replica
        }
    }

    let index: Int
    /// The protocol version it speaks.
    let version: Int64
    var profiles: [String: Profile] = [:]
    /// Whose page is open.
    var page: String
    /// Who is signed in; nil when the sign-in expired.
    var cookie: String?
    /// How far its clock is off, in milliseconds.
    var skew: Int64 = 0
    var isUp = true
    var isOnline = true
    var isFull = false

    // What is in memory only.
    var phase = Phase.idle
    var failures = 0
    var flight: Int?
    var token = 0
    var isStale = false
    var idlePolls = 0

    init(index: Int, version: Int64, user: String) {
        self.index = index
        self.version = version
        page = user
        cookie = user
    }

    func now(_ time: Int64) -> Instant { Instant(milliseconds: time + skew) }

    var replica: Replica? { profiles[page]?.durable }

    /// Everything in memory is gone.
    mutating func crash() {
        isUp = false
        forgetMemory()
    }

    mutating func forgetMemory() {
        phase = .idle
        failures = 0
        flight = nil
        token += 1
        isStale = false
    }

    /// What the disk kept when the power went.
    mutating func cutPower() {
        profiles = profiles.mapValues { Profile($0.flushed) }
        crash()
    }
}
