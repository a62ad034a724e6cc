package import Kernel

/// Where somebody is signed in: one row, one chain of refresh tokens, one device.
package struct SignInSession: Decodable, Sendable, Equatable {
    package enum Kind: String, Codable, Sendable {
        /// Tokens in cookies.
        case browser
        /// Tokens in the answer, for `Authorization: Bearer`.
        case program
    }

    package let id: String
    package let account: String
    package let device: String
    package let deviceName: String?
    package let kind: Kind
    package let createdAt: Instant
    package let lastUsedAt: Instant
    package let expiresAt: Instant
}
