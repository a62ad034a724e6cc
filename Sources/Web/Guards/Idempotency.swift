package import Kernel

/// A write that its sender may repeat without harm: user, key of the header, and a hash of the whole request.
package struct IdempotentRequest: Sendable, Equatable {
    package let userID: String
    package let key: String
    /// SHA-256 of method, address and body, in hexadecimal.
    package let fingerprint: String

    package init(userID: String, key: String, fingerprint: String) {
        self.userID = userID
        self.key = key
        self.fingerprint = fingerprint
    }

    init(userID: String, key: String, method: String, address: String, body: [UInt8]) throws {
        guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw WebError.malformedIdempotencyKey
        }
        self.init(
            userID: userID, key: key,
            fingerprint: Digest.sha256Hex(Array("\(method) \(address)\n".utf8) + body))
    }
}

/// An answer as it is kept for a repetition. Cookies are left out: they are secrets and belong to one sign-in.
package struct StoredReply: Sendable, Equatable, Codable {
    package let status: Int
    package let headers: [String: String]
    package let body: [UInt8]

    package init(status: Int, headers: [String: String], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

package enum IdempotencyState: Sendable, Equatable {
    /// Nobody asked before: do the work, then `finish` or `abandon`.
    case new
    case underWay
    case answered(StoredReply)
    case otherRequest
}

/// Remembers answers for 24 hours. An answer is kept after the work is committed; when the process dies between the
/// two, the key is free again after a minute and the work may be done twice.
package protocol IdempotencyStore: Sendable {
    func begin(_ request: IdempotentRequest, at now: Instant) async throws -> IdempotencyState
    func finish(_ request: IdempotentRequest, with reply: StoredReply, at now: Instant) async throws
    /// Forgets a request whose work failed, so that it can be tried again.
    func abandon(_ request: IdempotentRequest) async throws
}
