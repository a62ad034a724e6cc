package import Foundation
package import Kernel

/// The secrets of signing in, made at the first start and kept in `<data>/secrets`.
///
/// `access.key` holds one line for each key of the access tokens, newest first: `kid made-at base64`. Two are active:
/// the first signs, both verify, so that tokens survive a rotation. `accounts.key` is one key for everything that must
/// not change when they rotate: the CSRF tokens and the names under which failed attempts are counted.
package struct AccountsKeys: Sendable {
    package struct AccessKey: Sendable, Equatable {
        package let kid: String
        package let madeAt: Instant
        package let bytes: [UInt8]

        package init(kid: String, madeAt: Instant, bytes: [UInt8]) {
            self.kid = kid
            self.madeAt = madeAt
            self.bytes = bytes
        }

        package static func make(at now: Instant) -> AccessKey {
            AccessKey(kid: RandomToken.hex(bytes: 8), madeAt: now, bytes: RandomToken.bytes(32))
        }
    }

    /// A key that is older than this is replaced at the next start.
    package static let rotateAfterMilliseconds: Int64 = 30 * 86_400_000
    package static let active = 2

    /// Newest first, one or two.
    package let access: [AccessKey]
    private let stable: [UInt8]

    package init(access: [AccessKey], stable: [UInt8]) {
        self.access = access
        self.stable = stable
    }

    /// Keys that live as long as the value, for tests.
    package static func ephemeral(at now: Instant = .now()) -> AccountsKeys {
        AccountsKeys(access: [.make(at: now)], stable: RandomToken.bytes(32))
    }

    /// Keys made of one secret that the operator keeps, the same on every server that knows it. Another secret signs
    /// everybody out.
    package init(secret: String) {
        func key(_ purpose: String) -> [UInt8] {
            Digest.hmacSHA256(Array("rounds \(purpose)".utf8), key: Array(secret.utf8))
        }
        let access = AccessKey(
            kid: Hex.text(Array(key("kid").prefix(8))), madeAt: Instant(milliseconds: 0), bytes: key("access"))
        self.init(access: [access], stable: key("accounts"))
    }

    /// - Throws: `AccountsError.unusableKeyFile` when a file is there but cannot be read or understood. It is never
    ///   replaced silently: that would sign everybody out.
    package static func load(from folder: URL, at now: Instant = .now()) throws -> AccountsKeys {
        let accessFile = folder.appendingPathComponent("access.key")
        let stableFile = folder.appendingPathComponent("accounts.key")
        let text = try SecretFile.loadOrCreate(accessFile) { line(.make(at: now)) }
        var keys = try text.split(separator: "\n").map { try parse($0) ?? { throw unusable(accessFile) }() }
        guard let newest = keys.first else { throw unusable(accessFile) }
        if now.milliseconds - newest.madeAt.milliseconds > rotateAfterMilliseconds {
            keys = Array(([.make(at: now)] + keys).prefix(active))
            try SecretFile.replace(accessFile, with: keys.map(line).joined())
        }
        let stable = try SecretFile.loadOrCreate(stableFile) {
            Data(RandomToken.bytes(32)).base64EncodedString() + "\n"
        }
        guard let bytes = Data(base64Encoded: stable.trimmingCharacters(in: .whitespacesAndNewlines)), bytes.count == 32
        else { throw unusable(stableFile) }
        return AccountsKeys(access: Array(keys.prefix(active)), stable: Array(bytes))
    }

    /// What the page echoes in `X-CSRF-Token`: bound to the sign-in, so another one's token is worthless.
    package func csrfToken(session: String) -> String { keyed("csrf", session) }

    /// The name under which failures are counted: neither the address nor the e-mail is in the database.
    package func attemptKey(_ kind: String, _ value: String) -> String { "\(kind):" + keyed("attempt", value) }

    private func keyed(_ purpose: String, _ value: String) -> String {
        Hex.text(Digest.hmacSHA256(Array("\(purpose)\u{1F}\(value)".utf8), key: stable))
    }

    private static func line(_ key: AccessKey) -> String {
        "\(key.kid) \(key.madeAt.rfc3339) \(Data(key.bytes).base64EncodedString())\n"
    }

    private static func parse(_ line: Substring) -> AccessKey? {
        let parts = line.split(separator: " ")
        guard parts.count == 3, let madeAt = Instant(rfc3339: String(parts[1])),
            let bytes = Data(base64Encoded: String(parts[2])), bytes.count >= 32
        else { return nil }
        return AccessKey(kid: String(parts[0]), madeAt: madeAt, bytes: Array(bytes))
    }

    private static func unusable(_ file: URL) -> AccountsError { .unusableKeyFile(file.lastPathComponent) }
}
