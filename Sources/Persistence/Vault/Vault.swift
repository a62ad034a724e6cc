import Crypto
package import Foundation
import Kernel

/// Encrypts what must not lie readable in the database: AES-256 in Galois/Counter Mode (NIST SP 800-38D). The keys are in
/// a file of the data folder's `secrets`, so a copy of the database alone gives nothing away.
///
/// A record is one byte `1`, eight bytes of the key's id, twelve of the nonce, the ciphertext and sixteen bytes of tag.
/// The place that it belongs to, mostly table and id of its row, is authenticated with it: a record moved to another row
/// does not open.
package struct Vault: Sendable {
    private static let version: UInt8 = 1
    private static let headLength = 1 + VaultKey.idLength
    /// Nonce and tag.
    private static let leastSealed = 12 + 16

    /// The first seals, all open.
    private let keys: [VaultKey]

    package init(keys: [VaultKey]) {
        precondition(!keys.isEmpty, "A vault has a key.")
        self.keys = keys
    }

    /// The vault of `<data>/secrets`, made at the first start.
    /// - Throws: `VaultError.unusableKeyFile`
    package init(folder: URL) throws {
        self.init(keys: try VaultKeyFile(url: folder.appending(path: "vault.key")).loadOrCreate())
    }

    package func seal(_ bytes: [UInt8], in place: String) throws -> [UInt8] {
        let key = keys[0]
        let head = [Self.version] + key.id
        do {
            let box = try AES.GCM.seal(
                bytes, using: SymmetricKey(data: key.bytes), authenticating: Self.context(head, place))
            guard let sealed = box.combined else { throw VaultError.damaged }
            return head + sealed
        } catch is CryptoKitError {
            throw VaultError.damaged
        }
    }

    package func seal(_ text: String, in place: String) throws -> [UInt8] { try seal(Array(text.utf8), in: place) }

    /// - Throws: `VaultError.unknownKey`, `damaged` (also for a record of another place)
    package func open(_ record: [UInt8], in place: String) throws -> [UInt8] {
        guard record.count >= Self.headLength + Self.leastSealed, record[0] == Self.version else {
            throw VaultError.damaged
        }
        let head = Array(record.prefix(Self.headLength))
        guard let key = keys.first(where: { $0.id == Array(head.dropFirst()) }) else { throw VaultError.unknownKey }
        do {
            let box = try AES.GCM.SealedBox(combined: record.dropFirst(Self.headLength))
            return Array(
                try AES.GCM.open(
                    box, using: SymmetricKey(data: key.bytes), authenticating: Self.context(head, place)))
        } catch is CryptoKitError {
            throw VaultError.damaged
        }
    }

    package func text(_ record: [UInt8], in place: String) throws -> String {
        guard let text = String(validating: try open(record, in: place), as: UTF8.self) else {
            throw VaultError.damaged
        }
        return text
    }

    private static func context(_ head: [UInt8], _ place: String) -> [UInt8] { head + Array(place.utf8) }
}

/// A key and the name that records know it by.
package struct VaultKey: Sendable, Equatable {
    static let idLength = 8

    /// Eight random bytes.
    let id: [UInt8]
    /// 32 bytes.
    let bytes: [UInt8]

    package static func make() -> VaultKey {
        VaultKey(id: random(idLength), bytes: random(32))
    }

    private static func random(_ count: Int) -> [UInt8] {
        SymmetricKey(size: .init(bitCount: count * 8)).withUnsafeBytes { Array($0) }
    }
}
