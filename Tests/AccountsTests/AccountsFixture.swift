import Kernel
import Persistence
import Synchronization
import TestSupport
import Web

@testable import Accounts

/// A store over an empty database, a clock that stands still until told, and hashes that cost nothing.
final class AccountsFixture: Sendable {
    static let password = "marble stapler ocean"
    static let device = "00000000-0000-7000-8000-0000000000d1"

    let store: AccountsStore
    let hasher: CountingHasher
    let time: TestTime

    private init(store: AccountsStore, hasher: CountingHasher, time: TestTime) {
        self.store = store
        self.hasher = hasher
        self.time = time
    }

    /// The same test on every engine.
    static func onEachEngine(
        settings: AccountsSettings = AccountsSettings(), keys: AccountsKeys = .ephemeral(),
        _ body: @Sendable (AccountsFixture) async throws -> Void
    ) async throws {
        try await withEachEngine(migrations: accountsMigrations) { database in
            let (hasher, time) = (CountingHasher(), TestTime())
            let store = await AccountsStore(
                database: database, keys: keys, hasher: hasher, settings: settings, clock: time.clock)
            try await store.prepare(ownerName: "Grace Hopper")
            try await body(AccountsFixture(store: store, hasher: hasher, time: time))
        }
    }

    /// Ends desktop mode.
    @discardableResult func makeOwner() async throws -> Account {
        try await store.takeOver(Self.new("owner@example.org", .owner))
    }

    @discardableResult func make(_ role: Role, _ email: String? = nil) async throws -> Account {
        try await store.create(Self.new(email ?? "\(role.rawValue)@example.org", role), by: .owner)
    }

    static func new(_ email: String, _ role: Role, name: String = "Somebody Else") throws -> NewAccount {
        guard let address = EmailAddress(email) else { throw AccountsError.notFound }
        return NewAccount(email: address, name: name, role: role, password: password)
    }

    func signIn(
        _ email: String, password: String = AccountsFixture.password, device: String = AccountsFixture.device,
        kind: SignInSession.Kind = .browser, from address: String = "203.0.113.7"
    ) async throws -> IssuedTokens {
        try await store.signIn(
            email: email, password: password, on: Device(id: device, name: "Tablet", kind: kind), from: address)
    }

    func renew(_ tokens: IssuedTokens, device: String = AccountsFixture.device) async throws -> IssuedTokens {
        try await store.renew(tokens.refresh, device: device, kind: tokens.kind, csrf: tokens.csrf)
    }
}

/// A clock that a test sets.
final class TestTime: Sendable {
    private let value = Mutex(Instant(milliseconds: 1_763_717_400_000))

    var clock: WallClock { WallClock(now: { self.value.withLock { $0 } }) }

    func advance(_ seconds: Int64) { value.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// "Hashes" without work, and remembers what it was asked to compare.
final class CountingHasher: PasswordHasher {
    private let verified = Mutex<[String]>([])
    let decoy = "plain:"

    /// The hashes that passwords were compared with, in order.
    var comparisons: [String] { verified.withLock { $0 } }

    func hash(_ password: String) async throws -> String { "plain:" + password }

    func verify(_ password: String, against hash: String) async throws -> Bool {
        verified.withLock { $0.append(hash) }
        return hash == "plain:" + password
    }

    func isOutdated(_ hash: String) -> Bool { false }
}

/// The code of the failure that `body` throws, or "ok".
func outcome(_ body: () async throws -> Void) async -> String {
    do {
        try await body()
        return "ok"
    } catch {
        return (error as? any Failure)?.code ?? "\(error)"
    }
}
