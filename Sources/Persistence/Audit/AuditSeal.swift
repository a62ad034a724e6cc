package import Foundation
import Kernel
import Synchronization

/// What the trail's end is signed and remembered by, outside the database.
///
/// Whoever can write to the database can compute SHA-256 as well as Rounds can. So the head is signed with a key from the
/// `secrets` folder, which makes a trail that was written anew show; and the head of a few seconds ago lies in a file
/// beside the key, so that putting an older head back with its right signature shows too.
package final class AuditSeal: Sendable {
    private struct State {
        var written: ContinuousClock.Instant?
        var pending: AuditHead?
    }

    /// The most time that rows can be cut off again without the file knowing of them.
    private static let interval = Duration.seconds(5)

    /// The first signs, all verify.
    private let keys: [VaultKey]
    private let anchorFile: URL
    private let state = Mutex(State())

    /// The seal of `<data>/secrets`, made at the first start.
    /// - Throws: `VaultError.unusableKeyFile`
    package init(folder: URL) throws {
        keys = try VaultKeyFile(url: folder.appending(path: "audit.key")).loadOrCreate()
        anchorFile = folder.appending(path: "audit.anchor")
    }

    func sign(_ seq: Int64, _ hash: String) -> AuditHead {
        AuditHead(seq: seq, hash: hash, signature: Self.signature(seq, hash, keys[0]))
    }

    func isSigned(_ head: AuditHead) -> Bool {
        keys.contains { head.signature == Self.signature(head.seq, head.hash, $0) }
    }

    /// The head that the file remembers; nil when there is none, or when somebody else wrote it.
    package func anchor() -> AuditHead? {
        guard let data = FileManager.default.contents(atPath: anchorFile.path),
            let head = AuditHead(line: String(decoding: data, as: UTF8.self)), isSigned(head)
        else { return nil }
        return head
    }

    /// Remembers a head that is committed, every few seconds.
    func note(_ head: AuditHead) {
        let isDue = state.withLock { state in
            state.pending = head
            guard state.written.map({ .now - $0 >= Self.interval }) ?? true else { return false }
            state.written = .now
            return true
        }
        if isDue { flush() }
    }

    /// Writes what `note` has not written yet. A file that cannot be written leaves the last one, which still holds.
    func flush() {
        guard let head = state.withLock({ $0.pending.take() }) else { return }
        // another process of this installation may be further
        if let known = anchor(), known.seq >= head.seq { return }
        write(head)
    }

    /// The trail goes on from another end: the database was put in place of another one.
    package func forgetAnchor() { unlink(anchorFile.path) }

    private func write(_ head: AuditHead) {
        let draft = anchorFile.path + ".\(UUID().uuidString)"
        guard
            FileManager.default.createFile(
                atPath: draft, contents: Data(head.line.utf8), attributes: [.posixPermissions: 0o600])
        else { return }
        if rename(draft, anchorFile.path) != 0 { unlink(draft) }
    }

    private static func signature(_ seq: Int64, _ hash: String, _ key: VaultKey) -> String {
        Hex.text(Digest.hmacSHA256(Array("rounds audit head \(seq) \(hash)".utf8), key: key.bytes))
    }
}
