import Crypto
package import Foundation

/// Hashes and message authentication. The one door to the cryptography library for everybody who needs no more.
package enum Digest {
    /// 32 bytes (FIPS 180-4).
    package static func sha256(_ bytes: some DataProtocol) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }

    package static func sha256Hex(_ bytes: some DataProtocol) -> String {
        Hex.text(sha256(bytes))
    }

    /// SHA-256 of bytes that come in parts.
    package struct Running: Sendable {
        private var hash = SHA256()

        package init() {}

        package mutating func update(_ bytes: some DataProtocol) { hash.update(data: bytes) }
        package var hex: String { Hex.text(Array(hash.finalize())) }
    }

    package static func sha256Hex(_ text: String) -> String {
        sha256Hex(Array(text.utf8))
    }

    /// 32 bytes (RFC 2104).
    package static func hmacSHA256(_ bytes: some DataProtocol, key: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
    }

    /// Compares without telling by its duration where the first difference is; lengths are no secret.
    package static func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(left, right) { difference |= one ^ other }
        return difference == 0
    }

    package static func constantTimeEqual(_ left: String, _ right: String) -> Bool {
        constantTimeEqual(Array(left.utf8), Array(right.utf8))
    }
}
