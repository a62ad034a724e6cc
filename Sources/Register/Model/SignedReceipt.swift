package import Kernel

/// The server's word that it holds these marks: their number and hash (`Sync.Receipt`) with time and signature.
package struct SignedReceipt: Codable, Sendable, Equatable {
    package let id: String
    package let session: String
    package let count: Int
    package let hash: String
    /// HMAC-SHA-256, lowercase hexadecimal, over the other members.
    package let signature: String
    package let at: Instant

    init(id: String, session: String, count: Int, hash: String, signature: String, at: Instant) {
        self.id = id
        self.session = session
        self.count = count
        self.hash = hash
        self.signature = signature
        self.at = at
    }

    init(id: String, session: String, count: Int, hash: String, at: Instant, keys: RegisterKeys) {
        self.init(
            id: id, session: session, count: count, hash: hash,
            signature: Self.signature(id: id, session: session, count: count, hash: hash, at: at, keys: keys), at: at)
    }

    func isSigned(with keys: RegisterKeys) -> Bool {
        Digest.constantTimeEqual(
            signature, Self.signature(id: id, session: session, count: count, hash: hash, at: at, keys: keys))
    }

    /// Over canonical JSON, so that no two receipts can look alike.
    private static func signature(
        id: String, session: String, count: Int, hash: String, at: Instant, keys: RegisterKeys
    ) -> String {
        let signed = JSONValue.array([
            "rounds-signed-receipt-1", .string(id), .string(session), .integer(Int64(count)), .string(hash),
            .string(at.rfc3339),
        ])
        return Hex.text(Digest.hmacSHA256(signed.canonicalBytes, key: keys.receipts))
    }
}
