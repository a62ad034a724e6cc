import HTTPTypes
import Kernel
package import Web

/// The routes of Accounts.
package struct AccountsRoutes: Sendable {
    let store: AccountsStore
    /// The school's name for the sign-in page; another feature keeps it.
    let schoolName: @Sendable () async throws -> String?

    package init(store: AccountsStore, schoolName: @escaping @Sendable () async throws -> String?) {
        self.store = store
        self.schoolName = schoolName
    }

    package func add(to routes: inout Routes) {
        routes.open(.get, "/api/v1/me", AccountsDocs.me, handle: me)
        routes.open(.post, "/api/v1/auth/login", AccountsDocs.login, handle: login)
        routes.open(.post, "/api/v1/auth/refresh", AccountsDocs.refresh, handle: refresh)
        routes.open(.post, "/api/v1/auth/logout", AccountsDocs.logout, handle: logout)
        routes.open(.post, "/api/v1/auth/token", AccountsDocs.token, handle: token)
        routes.open(.post, "/api/v1/auth/token/refresh", AccountsDocs.tokenRefresh, handle: refreshToken)
        routes.get("/api/v1/auth/sessions", allow: .signedIn, AccountsDocs.sessions, handle: sessions)
        routes.delete("/api/v1/auth/sessions/{id}", allow: .signedIn, AccountsDocs.endSession, handle: endSession)
        routes.post("/api/v1/auth/password", allow: .signedIn, AccountsDocs.password, handle: changePassword)
        routes.get("/api/v1/accounts", allow: .may(.manageAccounts), AccountsDocs.accounts, handle: accounts)
        routes.post("/api/v1/accounts", allow: .may(.manageAccounts), AccountsDocs.create, handle: create)
        routes.patch("/api/v1/accounts/{id}", allow: .may(.manageAccounts), AccountsDocs.change, handle: change)
    }

    private func me(_ call: OpenCall) async throws -> Reply {
        .json(try await answer(for: call.caller))
    }

    private func login(_ call: OpenCall) async throws -> Reply {
        let tokens = try await signIn(call, as: .browser)
        return AccountsCookies.set(
            tokens, on: .json(try await answer(for: tokens.principal)), secure: AccountsCookies.isSecure(call))
    }

    private func refresh(_ call: OpenCall) async throws -> Reply {
        let input = try await call.decode(RefreshInput.self, upTo: InputLimit.bytes).checked()
        guard let cookie = call.cookie(AccountsCookies.refresh), !cookie.isEmpty else {
            throw AccountsError.noRefreshToken
        }
        let tokens = try await store.renew(
            cookie, device: input.device, kind: .browser, csrf: call.header("X-CSRF-Token"))
        return AccountsCookies.set(
            tokens, on: .json(try await answer(for: tokens.principal)), secure: AccountsCookies.isSecure(call))
    }

    /// Works without an access token too, and never fails: whoever wants out is out.
    private func logout(_ call: OpenCall) async throws -> Reply {
        if let caller = call.caller, let session = caller.sessionID {
            try await store.endSession(session, of: caller.userID)
        }
        if let cookie = call.cookie(AccountsCookies.refresh), !cookie.isEmpty {
            try await store.endSession(refreshToken: cookie)
        }
        return AccountsCookies.clear(on: .noContent, secure: AccountsCookies.isSecure(call))
    }

    private func token(_ call: OpenCall) async throws -> Reply {
        .json(TokenAnswer(try await signIn(call, as: .program)))
    }

    private func refreshToken(_ call: OpenCall) async throws -> Reply {
        let input = try await call.decode(TokenRefreshInput.self, upTo: InputLimit.bytes).checked()
        let tokens = try await store.renew(input.refreshToken, device: input.device, kind: .program, csrf: nil)
        return .json(TokenAnswer(tokens))
    }

    private func sessions(_ call: Call) async throws -> Reply {
        let sessions = try await store.sessions(of: call.caller.userID)
        return .json(ListAnswer(items: sessions.map { SessionAnswer($0, current: call.caller.sessionID) }, next: nil))
    }

    private func endSession(_ call: Call) async throws -> Reply {
        try await store.endSession(try call.id("id"), of: call.caller.userID)
        return .noContent
    }

    private func changePassword(_ call: Call) async throws -> Reply {
        let input = try await call.decode(PasswordInput.self, upTo: InputLimit.bytes)
        try await store.changePassword(
            of: call.caller, current: input.current, new: input.new, from: call.remoteAddress)
        return .noContent
    }

    private func accounts(_ call: Call) async throws -> Reply {
        let limit = try call.integer("limit", default: 100, in: 1...500)
        if let cursor = call.query("cursor"), !Identifier.isValid(cursor) {
            throw InvalidInput("cursor", code: "invalid_cursor", "Use `next` of the page before.")
        }
        let found = try await store.accounts(after: call.query("cursor"), limit: limit + 1)
        let page = found.prefix(limit)
        return .json(
            ListAnswer(items: page.map(AccountAnswer.init), next: found.count > limit ? page.last?.id : nil))
    }

    /// In desktop mode this is the first account: it takes over the owner's row, ends the mode and signs the person in.
    private func create(_ call: Call) async throws -> Reply {
        let input = try await call.decode(AccountInput.self, upTo: InputLimit.bytes)
        guard call.caller.sessionID == nil else {
            let account = try await store.create(try input.checked(), by: call.caller.role)
            return .created(AccountAnswer(account), at: "/api/v1/accounts/\(account.id)")
        }
        let (new, device) = try input.checkedFirst()
        let account = try await store.takeOver(new)
        let tokens = try await store.open(for: account, on: device)
        return AccountsCookies.set(
            tokens, on: .created(AccountAnswer(account), at: "/api/v1/accounts/\(account.id)"),
            secure: AccountsCookies.isSecure(call))
    }

    private func change(_ call: Call) async throws -> Reply {
        let input = try await call.decode(AccountChangeInput.self, upTo: InputLimit.bytes)
        let account = try await store.change(try call.id("id"), try input.checked(), by: call.caller.role)
        return .json(AccountAnswer(account))
    }

    private func signIn(_ call: OpenCall, as kind: SignInSession.Kind) async throws -> IssuedTokens {
        let input = try await call.decode(LoginInput.self, upTo: InputLimit.bytes).checked()
        return try await store.signIn(
            email: input.email, password: input.password,
            on: Device(id: input.device, name: input.deviceName, kind: kind), from: call.remoteAddress)
    }

    private func answer(for caller: Principal?) async throws -> MeAnswer {
        let account = if let caller { try await store.account(caller.userID) as Account? } else { Account?.none }
        let school = try await schoolName()
        return MeAnswer(
            mode: store.isDesktop ? "desktop" : "server", account: account, school: school,
            csrf: caller?.sessionID.map(store.keys.csrfToken), session: caller?.sessionID)
    }
}
