import Accounts
import Kernel
import Register
import Scribe

/// Where features meet, one side declares what it needs and this target joins it to the other.

/// Accounts that may be given a group to teach.
struct Teachers: UserDirectory {
    let accounts: AccountsStore

    func name(ofUser id: String) async throws -> String? {
        try await accounts.name(ofEnabled: id)
    }
}

/// An absence shows when its pack was opened.
struct CatchUps: CatchUpDirectory {
    let scribe: ScribeStore

    func openings(ofPerson person: String) async throws -> [String: Instant] {
        try await scribe.catchUpOpenings(ofPerson: person)
    }
}
