import Foundation
import Kernel
import Persistence

/// Engines broken on purpose, for the tests of the test: each must be caught by the invariant that is there for it. They
/// wrap the server of the simulation or stand beside it; nothing in the program knows of them.
package enum Sabotage: String, Sendable, CaseIterable {
    /// What was heard before is not recognised.
    case forgetsIdempotency
    /// The answer leaves before the write is on the disk.
    case acknowledgesBeforeCommit

    func receiving(_ body: [UInt8], in database: Database) async throws -> [UInt8] {
        body
    }

    func answering(_ answer: [UInt8], in database: Database) async throws -> [UInt8] {
        answer
    }
}
