import Kernel
package import Web

/// Tells Web who sent a request: a bearer token, else the cookies, else (until the first account) the person at the
/// machine.
package struct RoundsAuthenticator: Authenticator {
    private let store: AccountsStore

    package init(store: AccountsStore) {
        self.store = store
    }

    /// From memory, read again in the background when it is old: `rounds users add` may have made an account beside a
    /// running server, and the Host check must not keep the new users out for ever.
    package var isDesktop: Bool {
        if store.desktop.claimsReading(olderThan: .milliseconds(store.settings.cacheMilliseconds)) {
            Task { [store] in try await store.refreshMode() }
        }
        return store.isDesktop
    }

    package func signedIn(_ credentials: Credentials) async throws -> SignedIn? {
        if let bearer = credentials.bearer {
            return try await store.principal(accessToken: bearer).map { SignedIn($0, by: .bearer) }
        }
        if let cookie = credentials.cookies[AccountsCookies.access],
            let principal = try await store.principal(accessToken: cookie)
        {
            return SignedIn(principal, by: .cookie)
        }
        guard Self.isLoopback(credentials.remoteAddress), !credentials.isForwarded else { return nil }
        if store.desktop.isOlder(than: .milliseconds(store.settings.cacheMilliseconds)) {
            try await store.refreshMode()
        }
        return store.desktop.owner.map { SignedIn($0, by: .desktop) }
    }

    /// An access token that expired meanwhile ends nothing: the sign-in behind it counts.
    package func current(_ principal: Principal) async throws -> Principal? {
        guard let session = principal.sessionID else { return store.desktop.owner }
        return try await store.principal(session: session, of: principal.userID)
    }

    package func accepts(csrfToken token: String, for credentials: Credentials) async throws -> Bool {
        guard let cookie = credentials.cookies[AccountsCookies.access],
            let session = try await store.principal(accessToken: cookie)?.sessionID
        else { return false }
        return Digest.constantTimeEqual(token, store.keys.csrfToken(session: session))
    }

    static func isLoopback(_ address: String) -> Bool {
        let address = address.hasPrefix("::ffff:") ? String(address.dropFirst(7)) : address
        return address == "::1" || address.hasPrefix("127.")
    }
}
