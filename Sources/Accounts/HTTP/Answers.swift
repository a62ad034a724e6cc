import Kernel
import Web

/// What the page needs to know about whoever looks at it. Nulls are written, not left out.
struct MeAnswer: Encodable, Sendable {
    let mode: String
    let account: Account?
    let school: String?
    let csrf: String?
    let session: String?

    private enum Key: CodingKey { case mode, signedIn, user, can, school, csrf, session }

    private struct User: Encodable {
        let account: Account

        private enum Key: CodingKey { case id, name, role, personId, email }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Key.self)
            try fields.encode(account.id, forKey: .id)
            try fields.encode(account.name, forKey: .name)
            try fields.encode(account.role, forKey: .role)
            try fields.encode(account.personId, forKey: .personId)
            try fields.encode(account.email, forKey: .email)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(mode, forKey: .mode)
        try fields.encode(account != nil, forKey: .signedIn)
        try fields.encode(account.map(User.init), forKey: .user)
        let can = Permission.allCases.map { ($0, account?.role.may($0) ?? false) }
        try fields.encode(Dictionary(uniqueKeysWithValues: can), forKey: .can)
        try fields.encode(school, forKey: .school)
        try fields.encode(csrf, forKey: .csrf)
        try fields.encode(session, forKey: .session)
    }
}

/// For programs: what a browser gets in cookies.
struct TokenAnswer: Encodable, Sendable {
    let accessToken: String
    let refreshToken: String
    let tokenType = "Bearer"
    let expiresIn: Int

    init(_ tokens: IssuedTokens) {
        accessToken = tokens.access
        refreshToken = tokens.refresh
        expiresIn = tokens.accessSeconds
    }
}

struct AccountAnswer: Encodable, Sendable {
    let account: Account

    private enum Key: CodingKey { case id, email, name, role, personId, disabled, createdAt }

    init(_ account: Account) { self.account = account }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(account.id, forKey: .id)
        try fields.encode(account.email, forKey: .email)
        try fields.encode(account.name, forKey: .name)
        try fields.encode(account.role, forKey: .role)
        try fields.encode(account.personId, forKey: .personId)
        try fields.encode(account.disabled, forKey: .disabled)
        try fields.encode(account.createdAt, forKey: .createdAt)
    }
}

struct SessionAnswer: Encodable, Sendable {
    let session: SignInSession
    let current: Bool

    private enum Key: CodingKey { case id, device, deviceName, kind, createdAt, lastUsedAt, expiresAt, current }

    init(_ session: SignInSession, current: String?) {
        self.session = session
        self.current = session.id == current
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(session.id, forKey: .id)
        try fields.encode(session.device, forKey: .device)
        try fields.encode(session.deviceName, forKey: .deviceName)
        try fields.encode(session.kind, forKey: .kind)
        try fields.encode(session.createdAt, forKey: .createdAt)
        try fields.encode(session.lastUsedAt, forKey: .lastUsedAt)
        try fields.encode(session.expiresAt, forKey: .expiresAt)
        try fields.encode(current, forKey: .current)
    }
}

struct ListAnswer<Item: Encodable & Sendable>: Encodable, Sendable {
    let items: [Item]
    let next: String?

    private enum Key: CodingKey { case items, next }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(items, forKey: .items)
        try fields.encode(next, forKey: .next)
    }
}
