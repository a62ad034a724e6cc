import Kernel
import Persistence

/// What the audit trail hears of sign-ins that did not come about.
extension AccountsStore {
    /// Counts an attempt. Being locked out is a row; the counting itself is not.
    func begin(
        _ attempts: Attempts, email: String, address: String, at now: Instant
    ) async throws -> Attempts.Ticket {
        do {
            return try await Requester.$current.withValue(nil) {
                try await attempts.begin(email: email, address: address, at: now)
            }
        } catch let error as AccountsError {
            if case .tooManyAttempts = error { try await auditRefusal(of: email, because: error) }
            throw error
        }
    }

    /// The address that was typed is not kept: it may be a password in the wrong field.
    func auditRefusal(of email: String, because error: AccountsError) async throws {
        let now = clock.now()
        let account = try await account(email: email)
        try await database.write { tx in
            try tx.audit(
                "sign_in", account.map { "account/\($0.id)" } ?? "account", .refused, by: account?.id,
                reason: error.code, at: now)
        }
    }
}

extension AccountChange {
    /// What is changed, without the values.
    var parts: String {
        [
            ("name", name != nil), ("email", email != nil), ("role", role != nil), ("disabled", disabled != nil),
            ("person", personId != nil), ("password", password != nil),
        ].filter(\.1).map(\.0).joined(separator: ",")
    }
}
