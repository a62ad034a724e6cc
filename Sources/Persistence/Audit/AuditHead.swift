import Foundation
import Kernel

/// Which row the trail ends with; a trail that was cut off ends before it.
package struct AuditHead: Decodable, Sendable, Equatable {
    package let seq: Int64
    package let hash: String
    /// By the key of `AuditSeal`; nil where no seal was in use.
    package let signature: String?

    /// As it stands in the anchor file.
    var line: String { "\(seq) \(hash) \(signature ?? "-")\n" }

    package init(seq: Int64, hash: String, signature: String?) {
        (self.seq, self.hash, self.signature) = (seq, hash, signature)
    }

    init?(line: String) {
        let parts = line.split(whereSeparator: \.isWhitespace)
        guard parts.count == 3, let seq = Int64(parts[0]) else { return nil }
        self.init(seq: seq, hash: String(parts[1]), signature: String(parts[2]))
    }
}

extension Reader {
    /// What the trail ends with, as the database says.
    package func auditHead() throws -> AuditHead {
        guard let head = try fetchOne(AuditHead.self, "SELECT seq, hash, signature FROM audit_head") else {
            throw PersistenceError.unreadable
        }
        return head
    }
}
