import Foundation
import Kernel
import Testing

@testable import Accounts

struct AccountsKeysTests {
    private static let now = Instant(milliseconds: 1_763_717_400_000)

    private static func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rounds-keys-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.appendingPathComponent("secrets"))
    }

    private static func mode(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }

    @Test("Made at the first start, for the owner's eyes only, and the same ever after")
    func firstStart() throws {
        try Self.withFolder { folder in
            let first = try AccountsKeys.load(from: folder, at: Self.now)
            #expect(first.access.count == 1)
            #expect(first.access[0].bytes.count == 32)
            #expect(try Self.mode(folder) == 0o700)
            for name in ["access.key", "accounts.key"] {
                #expect(try Self.mode(folder.appendingPathComponent(name)) == 0o600)
            }
            let second = try AccountsKeys.load(from: folder, at: Self.now.adding(seconds: 3600))
            #expect(second.access == first.access)
            #expect(second.csrfToken(session: "s") == first.csrfToken(session: "s"))
            #expect(second.csrfToken(session: "s") != second.csrfToken(session: "t"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2, "no drafts are left")
        }
    }

    @Test("After 30 days a new key signs and the one before still verifies")
    func rotation() throws {
        try Self.withFolder { folder in
            let first = try AccountsKeys.load(from: folder, at: Self.now)
            let second = try AccountsKeys.load(from: folder, at: Self.now.adding(seconds: 31 * 86_400))
            #expect(second.access.count == 2)
            #expect(second.access[1] == first.access[0])
            #expect(second.csrfToken(session: "s") == first.csrfToken(session: "s"))
            let third = try AccountsKeys.load(from: folder, at: Self.now.adding(seconds: 62 * 86_400))
            #expect(third.access.count == 2)
            #expect(!third.access.contains(first.access[0]))
            #expect(try Self.mode(folder.appendingPathComponent("access.key")) == 0o600)
        }
    }

    @Test("A file open to others is closed again")
    func permissions() throws {
        try Self.withFolder { folder in
            _ = try AccountsKeys.load(from: folder, at: Self.now)
            let file = folder.appendingPathComponent("access.key")
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            _ = try AccountsKeys.load(from: folder, at: Self.now)
            #expect(try Self.mode(file) == 0o600)
        }
    }

    @Test("A damaged file is reported, never replaced", arguments: ["access.key", "accounts.key"])
    func damaged(_ name: String) throws {
        try Self.withFolder { folder in
            _ = try AccountsKeys.load(from: folder, at: Self.now)
            for content in ["", "hello", "k 2026-01-01T00:00:00.000Z c2hvcnQ="] {
                try Data(content.utf8).write(to: folder.appendingPathComponent(name))
                #expect(throws: AccountsError.unusableKeyFile(name)) {
                    try AccountsKeys.load(from: folder, at: Self.now)
                }
            }
        }
    }

    @Test("Names of attempts tell neither the address nor the e-mail")
    func attemptKeys() {
        let keys = AccountsKeys.ephemeral()
        let key = keys.attemptKey("account", "ada@example.org")
        #expect(!key.contains("ada"))
        #expect(key == keys.attemptKey("account", "ada@example.org"))
        #expect(key != AccountsKeys.ephemeral().attemptKey("account", "ada@example.org"))
    }
}
