import Kernel
import Logging
import Persistence
package import Web

/// What somebody holds after signing in or renewing. The refresh token exists in clear only here.
package struct IssuedTokens: Sendable {
    package let principal: Principal
    package let session: String
    package let kind: SignInSession.Kind
    package let access: String
    package let accessSeconds: Int
    package let refresh: String
    package let refreshSeconds: Int
    package let csrf: String
}

/// Where somebody signs in from.
package struct Device: Sendable, Equatable {
    package let id: String
    package let name: String?
    package let kind: SignInSession.Kind

    package init(id: String, name: String? = nil, kind: SignInSession.Kind) {
        self.id = id
        self.name = name
        self.kind = kind
    }
}

extension AccountsStore {
    /// Checks a password and opens a sign-in. An unknown address costs the same work as a wrong password.
    /// - Throws: `wrongCredentials`, `tooManyAttempts`, `passwordQueueFull`.
    package func signIn(
        email: String, password: String, on device: Device, from address: String
    ) async throws -> IssuedTokens {
        let now = clock.now()
        let attempts = Attempts(database: database, keys: keys)
        let ticket = try await begin(attempts, email: email, address: address, at: now)
        let found = try await account(email: email).flatMap { $0.disabled ? nil : $0 }
        let matches = try await check(password, against: found?.passwordHash, ticket, attempts)
        guard matches, let account = found, let hash = account.passwordHash else {
            try await auditRefusal(of: email, because: .wrongCredentials)
            throw AccountsError.wrongCredentials
        }
        let stronger = hasher.isOutdated(hash) ? try await hasher.hash(password) : hash
        return try await open(for: account, on: device) { tx in
            // The account may have changed while the password was checked.
            let current = try Self.find(account.id, tx)
            guard !current.disabled, current.passwordHash == hash else { throw AccountsError.wrongCredentials }
            if stronger != hash {
                try tx.execute("UPDATE account SET password_hash = \(stronger) WHERE id = \(account.id)")
            }
            try Attempts.succeeded(ticket, tx)
        }
    }

    /// Opens a sign-in for somebody who is known otherwise: whoever just made the first account.
    package func open(for account: Account, on device: Device) async throws -> IssuedTokens {
        try await open(for: account, on: device) { _ in }
    }

    /// Replaces a refresh token by the next one.
    /// - Parameter csrf: the header's token, demanded when the refresh token came in a cookie.
    /// - Throws: `sessionEnded`, `refreshReused` (the sign-in is ended), `forgedRequest`.
    package func renew(
        _ token: String, device: String, kind: SignInSession.Kind, csrf: String?
    ) async throws -> IssuedTokens {
        let now = clock.now()
        let next = RandomToken.base64url()
        let (hash, nextHash) = (Digest.sha256Hex(token), Digest.sha256Hex(next))
        let idleUntil = now.adding(seconds: Int64(settings.idleMinutes) * 60)
        let keys = keys
        let (row, outcome) = try await database.write { tx -> (SignInRow, RefreshFamily.Outcome) in
            guard let id = try tx.text("SELECT sign_in FROM refresh_token WHERE hash = \(hash)"),
                let row = try SignInRow.lock(id, tx), row.kind == kind
            else { throw AccountsError.sessionEnded }
            if kind == .browser, !Digest.constantTimeEqual(csrf ?? "", keys.csrfToken(session: id)) {
                throw AccountsError.forgedRequest
            }
            guard try !Self.find(row.account, tx).disabled else { throw AccountsError.sessionEnded }
            var family = row.family
            let outcome = family.present(hash, from: device, next: nextHash, at: now, idleUntil: idleUntil)
            try SignInRow.save(family, id: id, tx)
            if outcome == .rotated {
                try tx.execute("INSERT INTO refresh_token (hash, sign_in) VALUES (\(nextHash), \(id))")
            }
            try tx.audit(
                "session.renew", "session/\(id)", outcome == .rotated ? .done : .refused, by: row.account,
                reason: outcome == .rotated ? nil : "\(outcome)", at: now)
            return (row, outcome)
        }
        switch outcome {
        case .rotated: break
        case .ended: throw AccountsError.sessionEnded
        case .reused:
            cache.clear()
            logger.warning("A refresh token came twice; its sign-in was ended.", metadata: ["session": "\(row.id)"])
            throw AccountsError.refreshReused
        }
        let account = try await account(row.account)
        return try await issue(for: account, session: row.id, kind: kind, refresh: next, expiresAt: row.expiresAt)
    }

    /// Changes somebody's own password and ends their other sign-ins.
    /// - Throws: `noPassword` in desktop mode, `wrongCurrentPassword`, `tooManyAttempts`, `InvalidInput`.
    package func changePassword(
        of caller: Principal, current: String, new: String, from address: String
    ) async throws {
        let account = try await account(caller.userID)
        guard let hash = account.passwordHash, let email = account.email else { throw AccountsError.noPassword }
        let broken = PasswordRules.errors(in: new, email: email, name: account.name, field: "new")
        guard broken.isEmpty else { throw InvalidInput(broken) }
        let now = clock.now()
        let attempts = Attempts(database: database, keys: keys)
        let ticket = try await begin(attempts, email: email, address: address, at: now)
        guard try await check(current, against: hash, ticket, attempts) else {
            try await auditRefusal(of: email, because: .wrongCurrentPassword)
            throw AccountsError.wrongCurrentPassword
        }
        let newHash = try await hasher.hash(new)
        try await writing { tx in
            try Attempts.succeeded(ticket, tx)
            let changed = try tx.execute(
                """
                UPDATE account SET password_hash = \(newHash), changed_at = \(now)
                WHERE id = \(account.id) AND password_hash = \(hash)
                """)
            guard changed == 1 else { throw AccountsError.wrongCurrentPassword }
            try Self.endSignIns(of: account.id, except: caller.sessionID, at: now, tx)
            try tx.audit("account.password", "account/\(account.id)", by: caller.userID, at: now)
        }
    }

    private func check(
        _ password: String, against hash: String?, _ ticket: Attempts.Ticket, _ attempts: Attempts
    ) async throws -> Bool {
        do {
            return try await hasher.verify(password, against: hash ?? hasher.decoy) && hash != nil
        } catch let error as AccountsError {
            try await Requester.$current.withValue(nil) { try await attempts.withdraw(ticket) }
            throw error
        }
    }

    private func open(
        for account: Account, on device: Device, checking: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws -> IssuedTokens {
        let now = clock.now()
        let id = Identifier.v7()
        let token = RandomToken.base64url()
        let hash = Digest.sha256Hex(token)
        let expiresAt = now.adding(seconds: Int64(settings.absoluteDays) * 86_400)
        let idleUntil = min(expiresAt, now.adding(seconds: Int64(settings.idleMinutes) * 60))
        try await writing { tx in
            try checking(tx)
            try Self.purge(tx, now: now)
            // One sign-in for each device: signing in again replaces the one before.
            try tx.execute(
                """
                UPDATE sign_in SET ended_at = \(now)
                WHERE account = \(account.id) AND device = \(device.id) AND kind = \(device.kind.rawValue)
                    AND ended_at IS NULL
                """)
            try tx.execute(
                """
                INSERT INTO sign_in (id, account, device, device_name, kind, current_token, rotated_at, created_at,
                    expires_at, idle_until)
                VALUES (\(id), \(account.id), \(device.id), \(device.name), \(device.kind.rawValue), \(hash), \(now),
                    \(now), \(expiresAt), \(idleUntil))
                """)
            try tx.execute("INSERT INTO refresh_token (hash, sign_in) VALUES (\(hash), \(id))")
            try tx.audit("sign_in", "session/\(id)", by: account.id, at: now)
        }
        return try await issue(for: account, session: id, kind: device.kind, refresh: token, expiresAt: expiresAt)
    }

    private func issue(
        for account: Account, session: String, kind: SignInSession.Kind, refresh: String, expiresAt: Instant
    ) async throws -> IssuedTokens {
        IssuedTokens(
            principal: account.principal(session: session), session: session, kind: kind,
            access: try await tokens.sign(account: account.id, session: session),
            accessSeconds: settings.accessSeconds, refresh: refresh,
            refreshSeconds: Int((expiresAt.milliseconds - clock.now().milliseconds) / 1000),
            csrf: keys.csrfToken(session: session))
    }
}
