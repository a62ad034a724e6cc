import Foundation
import Kernel
import Persistence

/// Counts sign-in attempts. One is counted as a failure before its password is looked at and taken back when it was
/// right, so that a hundred guesses sent at once do not slip past the limit together.
struct Attempts: Sendable {
    let database: Database
    let keys: AccountsKeys

    struct Ticket: Sendable {
        let account: String
        let address: String
        let at: Instant
    }

    private struct Stored: Decodable {
        let recent: JSONColumn<[Int64]>
        let level: Int
        let lockedUntil: Instant?

        var lockout: Lockout {
            Lockout(recent: recent.value.map { Instant(milliseconds: $0) }, level: level, lockedUntil: lockedUntil)
        }
    }

    /// - Throws: `tooManyAttempts` while the e-mail address or the remote address is locked.
    func begin(email: String, address: String, at now: Instant) async throws -> Ticket {
        let ticket = Ticket(
            account: keys.attemptKey("account", EmailAddress.folded(email)),
            address: keys.attemptKey("address", address), at: now)
        let wait = try await database.write { tx -> Int? in
            var account = try Self.lock(ticket.account, now, tx)
            var address = try Self.lock(ticket.address, now, tx)
            if let wait = [account.wait(at: now), address.wait(at: now)].compactMap({ $0 }).max() { return wait }
            account.recordFailure(at: now, rule: .account)
            address.recordFailure(at: now, rule: .address)
            try Self.save(account, ticket.account, tx)
            try Self.save(address, ticket.address, tx)
            return nil
        }
        if let wait { throw AccountsError.tooManyAttempts(retryAfter: wait) }
        return ticket
    }

    /// A right password forgets the account's failures, but only this one of the address: whoever has one password must
    /// not be able to guess others for ever.
    static func succeeded(_ ticket: Ticket, _ tx: any Transaction) throws {
        try tx.execute("DELETE FROM sign_in_attempt WHERE attempt_key = \(ticket.account)")
        var address = try lock(ticket.address, ticket.at, tx)
        address.takeBack(ticket.at, rule: .address)
        try save(address, ticket.address, tx)
    }

    /// The password was never looked at.
    func withdraw(_ ticket: Ticket) async throws {
        try await database.write { tx in
            for (key, rule) in [(ticket.account, LockoutRule.account), (ticket.address, .address)] {
                var lockout = try Self.lock(key, ticket.at, tx)
                lockout.takeBack(ticket.at, rule: rule)
                try Self.save(lockout, key, tx)
            }
        }
    }

    /// Reads a row and holds it until the transaction ends.
    private static func lock(_ key: String, _ now: Instant, _ tx: any Transaction) throws -> Lockout {
        let stored = try tx.fetchOne(
            Stored.self,
            """
            INSERT INTO sign_in_attempt (attempt_key, recent, level, changed_at) VALUES (\(key), '[]', 0, \(now))
            ON CONFLICT (attempt_key) DO UPDATE SET changed_at = excluded.changed_at
            RETURNING recent, level, locked_until
            """)
        return stored?.lockout ?? Lockout()
    }

    private static func save(_ lockout: Lockout, _ key: String, _ tx: any Transaction) throws {
        let recent = try JSONColumn(lockout.recent.map(\.milliseconds))
        try tx.execute(
            """
            UPDATE sign_in_attempt
            SET recent = \(recent), level = \(lockout.level), locked_until = \(lockout.lockedUntil)
            WHERE attempt_key = \(key)
            """)
    }
}
