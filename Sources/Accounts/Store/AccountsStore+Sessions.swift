import Kernel
import Persistence
package import Web

extension AccountsStore {
    /// Where somebody is signed in now, the last used first.
    package func sessions(of account: String) async throws -> [SignInSession] {
        let now = clock.now()
        return try await database.read { reader in
            try reader.fetchAll(
                SignInSession.self,
                """
                SELECT id, account, device, device_name, kind, created_at, rotated_at AS last_used_at, expires_at
                FROM sign_in
                WHERE account = \(account) AND ended_at IS NULL AND expires_at > \(now) AND idle_until > \(now)
                ORDER BY rotated_at DESC, id DESC
                """)
        }
    }

    /// - Throws: `notFound` unless it is a live sign-in of this account.
    package func endSession(_ id: String, of account: String) async throws {
        let now = clock.now()
        let ended = try await writing { tx in
            let ended = try tx.execute(
                """
                UPDATE sign_in SET ended_at = \(now)
                WHERE id = \(id) AND account = \(account) AND ended_at IS NULL AND expires_at > \(now)
                """)
            if ended > 0 { try tx.audit("sign_out", "session/\(id)", by: account, at: now) }
            return ended
        }
        guard ended > 0 else { throw AccountsError.notFound }
    }

    /// Signs out with nothing but a refresh token, as a browser does whose access token has expired.
    package func endSession(refreshToken: String) async throws {
        let now = clock.now()
        let hash = Digest.sha256Hex(refreshToken)
        try await writing { tx in
            let found = try tx.fetchOne(
                """
                UPDATE sign_in SET ended_at = \(now)
                WHERE id IN (SELECT sign_in FROM refresh_token WHERE hash = \(hash)) AND ended_at IS NULL
                RETURNING id, account
                """)
            guard let id = found?["id"].text else { return }
            try tx.audit("sign_out", "session/\(id)", by: found?["account"].text, at: now)
        }
    }

    /// Who an access token belongs to now: the role is today's, an ended sign-in and a disabled account are nobody.
    package func principal(accessToken: String) async throws -> Principal? {
        guard let claims = await tokens.verify(accessToken) else { return nil }
        return try await principal(session: claims.sid, of: claims.sub)
    }

    /// nil when the sign-in has ended, or the account is disabled.
    package func principal(session: String, of account: String) async throws -> Principal? {
        let now = clock.now()
        return try await cache.principal(of: session) {
            try await database.read { reader in
                try reader.fetchOne(
                    Account.self,
                    """
                    SELECT a.id, a.email, a.name, a.role, a.person_id, a.disabled, a.created_at, a.password_hash
                    FROM sign_in s JOIN account a ON a.id = s.account
                    WHERE s.id = \(session) AND a.id = \(account) AND a.disabled = 0 AND s.ended_at IS NULL
                        AND s.expires_at > \(now) AND s.idle_until > \(now)
                    """)?.principal(session: session)
            }
        }
    }

    /// Reads whether anybody has a password yet.
    package func refreshMode() async throws {
        do {
            desktop.set(
                owner: try await database.read { reader in
                    try Self.hasPassword(reader) ? nil : Self.desktopOwner(reader)?.principal(session: nil)
                })
        } catch {
            desktop.gaveUpReading()
            throw error
        }
    }

    package var isDesktop: Bool { desktop.owner != nil }
}

extension Account {
    package func principal(session: String?) -> Principal {
        Principal(userID: id, name: name, role: role, personID: personId, sessionID: session)
    }
}
