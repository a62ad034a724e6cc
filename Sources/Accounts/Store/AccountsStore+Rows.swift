import Kernel
import Persistence

/// What the transactions of the store share.
extension AccountsStore {
    /// A write that changes who may do what: the cache forgets, and a taken address is said in words.
    func writing<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        let cache = cache
        do {
            return try await database.write { tx in
                tx.afterCommit { cache.clear() }
                return try body(tx)
            }
        } catch PersistenceError.duplicate {
            throw AccountsError.emailTaken
        }
    }

    /// - Throws: `InvalidInput` when the password breaks a rule, `passwordQueueFull`.
    func acceptedHash(_ password: String, email: String?, name: String?, field: String) async throws -> String {
        let errors = PasswordRules.errors(in: password, email: email, name: name, field: field)
        guard errors.isEmpty else { throw InvalidInput(errors) }
        return try await hasher.hash(password)
    }

    static func find(_ id: String, _ reader: any Reader) throws -> Account {
        guard let found = try reader.fetchOne(Account.self, columns + " WHERE id = \(id)") else {
            throw AccountsError.notFound
        }
        return found
    }

    /// PostgreSQL lets transactions run side by side: whoever counts owners holds their rows first.
    static func lockOwners(_ tx: any Transaction) throws {
        try tx.execute("UPDATE account SET changed_at = changed_at WHERE role = 'owner'")
    }

    static func hasPassword(_ reader: any Reader) throws -> Bool {
        try reader.integer("SELECT 1 FROM account WHERE password_hash IS NOT NULL LIMIT 1") != nil
    }

    static func desktopOwner(_ reader: any Reader) throws -> Account? {
        try reader.fetchOne(Account.self, columns + " WHERE role = 'owner' ORDER BY id LIMIT 1")
    }

    static func endSignIns(of account: String, except kept: String?, at now: Instant, _ tx: any Transaction) throws {
        try tx.execute(
            """
            UPDATE sign_in SET ended_at = \(now)
            WHERE account = \(account) AND ended_at IS NULL AND id <> \(kept ?? "")
            """)
    }

    /// Ended and expired sign-ins stay a week, so that an old token is still told apart from an unknown one.
    static func purge(_ tx: any Transaction, now: Instant) throws {
        let week = now.adding(seconds: -7 * 86_400)
        try tx.execute("DELETE FROM sign_in WHERE expires_at < \(week) OR ended_at < \(week)")
        try tx.execute("DELETE FROM sign_in_attempt WHERE changed_at < \(now.adding(seconds: -2 * 86_400))")
    }
}
