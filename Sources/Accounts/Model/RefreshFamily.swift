package import Kernel

/// The refresh tokens of one sign-in: a chain in which each token is used once.
///
/// Pure: the store loads a family, asks `present`, and saves what it became. Tokens are known by their SHA-256 only.
/// A reply can be lost on the way, so the token that was used last may come once more within 30 seconds. Both tokens
/// that were handed out for it are then good until one of them is used; a thief's copy still shows at the second use.
package struct RefreshFamily: Sendable, Equatable {
    package static let graceMilliseconds: Int64 = 30_000

    package let device: String
    package var current: String
    /// The token whose delivery is in doubt because its predecessor came a second time.
    package var alternate: String?
    package var previous: String?
    package var previousRetried: Bool
    package var rotatedAt: Instant
    package let expiresAt: Instant
    package var idleUntil: Instant
    package var endedAt: Instant?

    package init(
        device: String, current: String, alternate: String? = nil, previous: String? = nil,
        previousRetried: Bool = false, rotatedAt: Instant, expiresAt: Instant, idleUntil: Instant,
        endedAt: Instant? = nil
    ) {
        self.device = device
        self.current = current
        self.alternate = alternate
        self.previous = previous
        self.previousRetried = previousRetried
        self.rotatedAt = rotatedAt
        self.expiresAt = expiresAt
        self.idleUntil = idleUntil
        self.endedAt = endedAt
    }

    package enum Outcome: Sendable, Equatable {
        /// The family moved on to the new token.
        case rotated
        /// Over by time, by signing out or by an administrator.
        case ended
        /// An old token, or another device's: the family is ended by this, since one of two holders is a thief.
        case reused
    }

    /// - Parameters:
    ///   - token: SHA-256 of the token that came; known to be (or to have been) one of this family.
    ///   - next: SHA-256 of the token that will be handed out if this one is good.
    ///   - idleUntil: when the family ends if nothing is heard any more.
    package mutating func present(
        _ token: String, from device: String, next: String, at now: Instant, idleUntil: Instant
    ) -> Outcome {
        guard isLive(at: now) else { return .ended }
        if device == self.device, token == current || token == alternate {
            previous = token
            previousRetried = false
            alternate = nil
        } else if device == self.device, token == previous, !previousRetried,
            now.milliseconds - rotatedAt.milliseconds <= Self.graceMilliseconds
        {
            previousRetried = true
            alternate = current
        } else {
            endedAt = now
            return .reused
        }
        current = next
        rotatedAt = now
        self.idleUntil = min(idleUntil, expiresAt)
        return .rotated
    }

    package func isLive(at now: Instant) -> Bool {
        endedAt == nil && now < expiresAt && now < idleUntil
    }
}
