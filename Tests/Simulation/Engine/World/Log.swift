import Kernel
import Sync

/// What the simulation itself knows to have happened; the invariants hold the final state against it.
struct Log: Sendable {
    struct Captured: Sendable {
        let operation: Operation
        let browser: Int
    }

    struct Acknowledged: Sendable {
        let id: String
        let outcome: String
        /// Which life of the server it was, counted by restores.
        let life: Int
    }

    struct Answered: Sendable {
        let told: Wire.Told
        let life: Int
    }

    /// Operations that some device has promised to keep, by id.
    var captured: [String: Captured] = [:]
    /// Verdicts that reached a device and were written there.
    var acknowledged: [Acknowledged] = []
    /// Verdicts that left the server, whether or not they arrived, in order.
    var answered: [Answered] = []
    /// Devices whose site data was wiped.
    var wiped: Set<String> = []
    /// Refused operations that a person let go of.
    var released: Set<String> = []
    /// Captures that the device refused and said so.
    var refused = 0
    var life = 0
    /// Faults that struck, and refusals of whole requests, by name.
    var met: [String: Int] = [:]
    var requests = 0
}
