package import Kernel

/// How many wrong passwords are taken before the next try has to wait, and how long.
///
/// Five failures within 15 minutes lock for one minute; every further failure doubles the delay, up to an hour. A day
/// without a lock, or (for an account) a right password, forgets the past.
package struct LockoutRule: Sendable, Equatable {
    package let limit: Int
    package let windowSeconds: Int
    package let firstDelaySeconds: Int
    package let longestDelaySeconds: Int
    package let forgetSeconds: Int

    package init(
        limit: Int, windowSeconds: Int = 900, firstDelaySeconds: Int = 60, longestDelaySeconds: Int = 3600,
        forgetSeconds: Int = 86_400
    ) {
        self.limit = limit
        self.windowSeconds = windowSeconds
        self.firstDelaySeconds = firstDelaySeconds
        self.longestDelaySeconds = longestDelaySeconds
        self.forgetSeconds = forgetSeconds
    }

    package static let account = LockoutRule(limit: 5)
    /// Looser, since a whole school may come from one address.
    package static let address = LockoutRule(limit: 50)
}

/// What is remembered about the failures under one key (an e-mail address or a remote address).
package struct Lockout: Sendable, Equatable {
    /// Times of the failures in the window, oldest first, never more than the rule's limit.
    package var recent: [Instant] = []
    /// How often the key was locked lately; the delay grows with it.
    package var level = 0
    package var lockedUntil: Instant?

    package init(recent: [Instant] = [], level: Int = 0, lockedUntil: Instant? = nil) {
        self.recent = recent
        self.level = level
        self.lockedUntil = lockedUntil
    }

    /// Whole seconds to wait, rounded up; `nil` when a try is allowed now.
    package func wait(at now: Instant) -> Int? {
        guard let lockedUntil, lockedUntil > now else { return nil }
        return Int((lockedUntil.milliseconds - now.milliseconds + 999) / 1000)
    }

    package mutating func recordFailure(at now: Instant, rule: LockoutRule) {
        if let lockedUntil, now.milliseconds - lockedUntil.milliseconds > Int64(rule.forgetSeconds) * 1000 { level = 0 }
        let start = now.milliseconds - Int64(rule.windowSeconds) * 1000
        recent = recent.filter { $0.milliseconds > start && $0 <= now }.suffix(rule.limit - 1) + [now]
        guard recent.count >= rule.limit else { return }
        let delay = min(rule.firstDelaySeconds << min(level, 20), rule.longestDelaySeconds)
        lockedUntil = Instant(milliseconds: now.milliseconds + Int64(delay) * 1000)
        level += 1
    }

    /// Takes back one failure that was counted before its password turned out to be right.
    package mutating func takeBack(_ at: Instant, rule: LockoutRule) {
        guard let index = recent.lastIndex(of: at) else { return }
        let locked = recent.count >= rule.limit
        recent.remove(at: index)
        if locked {
            lockedUntil = nil
            level = max(0, level - 1)
        }
    }
}
