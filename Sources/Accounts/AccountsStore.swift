import Foundation
package import Kernel
package import Logging
package import Persistence
package import Web

/// Accounts and sign-ins. Each method is one promise, kept in one transaction; passwords are hashed before it begins.
package struct AccountsStore: Sendable {
    let database: Database
    let hasher: any PasswordHasher
    let keys: AccountsKeys
    let tokens: AccessTokens
    let settings: AccountsSettings
    let clock: WallClock
    let logger: Logger
    let cache: SignedInCache
    let desktop = DesktopMode()

    package init(
        database: Database, keys: AccountsKeys, hasher: any PasswordHasher = ScryptHasher(),
        settings: AccountsSettings = AccountsSettings(), clock: WallClock = .system,
        logger: Logger = Logger(label: "accounts")
    ) async {
        self.database = database
        self.hasher = hasher
        self.keys = keys
        self.tokens = await AccessTokens(keys: keys, lifetimeSeconds: settings.accessSeconds, clock: clock)
        self.settings = settings
        self.clock = clock
        self.logger = logger
        self.cache = SignedInCache(milliseconds: settings.cacheMilliseconds)
    }

    static let columns: SQL =
        "SELECT id, email, name, role, person_id, disabled, created_at, password_hash FROM account"

    /// To be called once after migrating: makes the owner's row at the first start and forgets what is over.
    /// - Parameter ownerName: shown beside the owner's marks until the first account is made.
    package func prepare(ownerName: String = Self.systemUserName()) async throws {
        let now = clock.now()
        try await database.write { tx in
            if try tx.integer("SELECT COUNT(*) FROM account") == 0 {
                try tx.execute(
                    """
                    INSERT INTO account (id, name, role, created_at, changed_at)
                    VALUES (\(Identifier.v7()), \(PersonName.cleaned(ownerName) ?? "Owner"), 'owner', \(now), \(now))
                    """)
            }
            try Self.purge(tx, now: now)
        }
        try await refreshMode()
    }

    /// The full name of the user who runs the program, else "Owner".
    package static func systemUserName() -> String {
        let name = NSFullUserName().prefix { $0 != "," }.trimmingCharacters(in: .whitespaces)
        return name.isEmpty || name == "root" ? "Owner" : name
    }

    package func account(_ id: String) async throws -> Account {
        let found = try await database.read { try $0.fetchOne(Account.self, Self.columns + " WHERE id = \(id)") }
        guard let found else { throw AccountsError.notFound }
        return found
    }

    package func account(email: String) async throws -> Account? {
        let email = EmailAddress.folded(email)
        return try await database.read { try $0.fetchOne(Account.self, Self.columns + " WHERE email = \(email)") }
    }

    /// In the order of creation, which is the order of the ids. Empty rows of desktop mode are accounts too.
    package func accounts(after cursor: String? = nil, limit: Int = 500) async throws -> [Account] {
        try await database.read { reader in
            try reader.fetchAll(
                Account.self, Self.columns + " WHERE id > \(cursor ?? "") ORDER BY id LIMIT \(limit)")
        }
    }

    /// Makes an account for somebody else, or from the command line (`actor` owner).
    /// - Throws: `ownerOnly`, `emailTaken`, `InvalidInput` for the password.
    package func create(_ new: NewAccount, by actor: Role) async throws -> Account {
        try AccountPolicy.mayCreate(new.role, by: actor)
        let hash = try await acceptedHash(new.password, email: new.email.text, name: new.name, field: "password")
        let now = clock.now()
        let id = Identifier.v7()
        return try await writing { tx in
            try tx.execute(
                """
                INSERT INTO account (id, email, name, role, person_id, password_hash, created_at, changed_at)
                VALUES (\(id), \(new.email.text), \(new.name), \(new.role.rawValue), \(new.personId), \(hash),
                    \(now), \(now))
                """)
            try tx.audit("account.add", "account/\(id)", at: now)
            return try Self.find(id, tx)
        }
    }

    /// The first account: the owner of desktop mode gets an address and a password and stays the author of every mark.
    /// - Throws: `desktopModeEnded` when somebody was faster.
    package func takeOver(_ new: NewAccount) async throws -> Account {
        let hash = try await acceptedHash(new.password, email: new.email.text, name: new.name, field: "password")
        let now = clock.now()
        let account = try await writing { tx in
            try Self.lockOwners(tx)
            guard try !Self.hasPassword(tx), let owner = try Self.desktopOwner(tx) else {
                throw AccountsError.desktopModeEnded
            }
            try tx.execute(
                """
                UPDATE account SET email = \(new.email.text), name = \(new.name), person_id = \(new.personId),
                    password_hash = \(hash), changed_at = \(now)
                WHERE id = \(owner.id)
                """)
            try tx.audit("account.add", "account/\(owner.id)", reason: "first_account", at: now)
            return try Self.find(owner.id, tx)
        }
        desktop.end()
        return account
    }

    /// Changes an account. Disabling it or setting its password ends its sign-ins; a new role counts from the next
    /// request.
    /// - Throws: `notFound`, `ownerOnly`, `lastOwner`, `emailTaken`, `InvalidInput` for the password.
    package func change(_ id: String, _ change: AccountChange, by actor: Role) async throws -> Account {
        let before = try await account(id)
        var hash: String?
        if let password = change.password {
            try AccountPolicy.mayChange(before, by: actor, change, activeOwners: .max)
            hash = try await acceptedHash(
                password, email: change.email?.text ?? before.email, name: change.name ?? before.name, field: "password"
            )
        }
        let now = clock.now()
        return try await writing { [hash] tx in
            try Self.lockOwners(tx)
            let old = try Self.find(id, tx)
            let owners =
                try tx.integer(
                    "SELECT COUNT(*) FROM account WHERE role = 'owner' AND disabled = 0 AND password_hash IS NOT NULL")
                ?? 0
            try AccountPolicy.mayChange(old, by: actor, change, activeOwners: Int(owners))
            if old.passwordHash == nil, change.email != nil || hash != nil { throw AccountsError.noPassword }
            try tx.execute(
                """
                UPDATE account SET email = \(change.email?.text ?? old.email), name = \(change.name ?? old.name),
                    role = \((change.role ?? old.role).rawValue), disabled = \(change.disabled ?? old.disabled),
                    person_id = \(change.personId ?? old.personId), password_hash = \(hash ?? old.passwordHash),
                    changed_at = \(now)
                WHERE id = \(id)
                """)
            if change.disabled == true || hash != nil { try Self.endSignIns(of: id, except: nil, at: now, tx) }
            try tx.audit("account.change", "account/\(id)", reason: change.parts, at: now)
            return try Self.find(id, tx)
        }
    }

    /// The name of an account that exists and is not disabled, for those who give accounts something to do.
    package func name(ofEnabled id: String) async throws -> String? {
        try await database.read { try $0.text("SELECT name FROM account WHERE id = \(id) AND disabled = 0") }
    }
}
