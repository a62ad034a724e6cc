import Kernel
import Persistence

/// A row of `sign_in` with everything that decides about its refresh tokens.
struct SignInRow: Decodable, Sendable {
    let id: String
    let account: String
    let kind: SignInSession.Kind
    let device: String
    let currentToken: String
    let alternateToken: String?
    let previousToken: String?
    let previousRetried: Bool
    let rotatedAt: Instant
    let expiresAt: Instant
    let idleUntil: Instant
    let endedAt: Instant?

    var family: RefreshFamily {
        RefreshFamily(
            device: device, current: currentToken, alternate: alternateToken, previous: previousToken,
            previousRetried: previousRetried, rotatedAt: rotatedAt, expiresAt: expiresAt, idleUntil: idleUntil,
            endedAt: endedAt)
    }

    /// Reads the row and holds it, so that two renewals with one token cannot both be the first.
    static func lock(_ id: String, _ tx: any Transaction) throws -> SignInRow? {
        try tx.fetchOne(
            SignInRow.self,
            """
            UPDATE sign_in SET id = id WHERE id = \(id)
            RETURNING id, account, kind, device, current_token, alternate_token, previous_token, previous_retried,
                rotated_at, expires_at, idle_until, ended_at
            """)
    }

    static func save(_ family: RefreshFamily, id: String, _ tx: any Transaction) throws {
        try tx.execute(
            """
            UPDATE sign_in SET current_token = \(family.current), alternate_token = \(family.alternate),
                previous_token = \(family.previous), previous_retried = \(family.previousRetried),
                rotated_at = \(family.rotatedAt), idle_until = \(family.idleUntil), ended_at = \(family.endedAt)
            WHERE id = \(id)
            """)
    }
}
