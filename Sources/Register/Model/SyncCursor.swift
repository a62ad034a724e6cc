import Foundation
import Kernel

/// How far a device has read: opaque to it, `base64url` of what the server needs to go on.
///
/// Rows are read in the order of (change, kind of record, key). All rows of one transaction share a change number, so a
/// page may end in the middle of one.
struct SyncCursor: Sendable, Equatable {
    let epoch: String
    let scope: String
    let change: Int64
    /// Place of the last record within `change`; nil when all of it was read.
    let rank: Int?
    let key: String
    /// While a device starts anew: tombstones up to this change tell it nothing.
    let startedAt: Int64

    init(epoch: String, scope: String, change: Int64, rank: Int? = nil, key: String = "", startedAt: Int64 = -1) {
        self.epoch = epoch
        self.scope = scope
        self.change = change
        self.rank = rank
        self.key = key
        self.startedAt = startedAt
    }

    /// Whether removals that are forgotten could have been news to the device. One that starts anew needs those since it
    /// started, however old the records are that it is reading; one that stopped within a change may lack the rest of it.
    func misses(removalsThrough horizon: Int64) -> Bool {
        if startedAt >= 0 { return startedAt < horizon }
        return (rank == nil ? change : change - 1) < horizon
    }

    private static let separator = "|"

    var text: String {
        let parts = ["1", epoch, scope, String(change), rank.map(String.init) ?? "", key, String(startedAt)]
        return Base64URL.encode(parts.joined(separator: Self.separator).utf8)
    }

    /// nil for anything this server did not write.
    init?(_ text: String) {
        guard text.utf8.count <= 400 else { return nil }
        guard let data = Base64URL.decode(text), let plain = String(data: data, encoding: .utf8) else { return nil }
        let parts = plain.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 7, parts[0] == "1", let change = Int64(parts[3]), let startedAt = Int64(parts[6])
        else { return nil }
        self.init(
            epoch: parts[1], scope: parts[2], change: change, rank: Int(parts[4]), key: parts[5], startedAt: startedAt)
    }
}
