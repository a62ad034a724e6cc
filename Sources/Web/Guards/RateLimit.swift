import Synchronization

/// Token buckets: each user, or each address of somebody not signed in, may send `burst` requests at once and `rate` a
/// second in the long run.
package final class RateLimit: Sendable {
    package struct Allowance: Sendable, Equatable {
        let rate: Double
        let burst: Double

        package init(rate: Double, burst: Double) {
            self.rate = rate
            self.burst = burst
        }

        /// A busy browser sends some ten requests a second while it loads a page; a script that copies the register
        /// is slowed down, not refused.
        package static let user = Allowance(rate: 50, burst: 400)
        /// A school behind one address signs in at nine o'clock.
        package static let address = Allowance(rate: 20, burst: 200)
    }

    private struct Bucket {
        var tokens: Double
        var filled: ContinuousClock.Instant
    }

    private let buckets = Mutex<[String: Bucket]>([:])
    private let forgetAbove: Int

    package init(forgetAbove: Int = 10_000) { self.forgetAbove = forgetAbove }

    /// - Throws: `rate_limited` (429) with the seconds until a token is there
    package func take(_ key: String, _ allowance: Allowance, now: ContinuousClock.Instant = .now) throws {
        let wait: Double = buckets.withLock { buckets in
            var bucket = buckets[key] ?? Bucket(tokens: allowance.burst, filled: now)
            bucket.tokens = min(allowance.burst, bucket.tokens + (now - bucket.filled).seconds * allowance.rate)
            bucket.filled = now
            defer { buckets[key] = bucket }
            guard bucket.tokens >= 1 else { return (1 - bucket.tokens) / allowance.rate }
            bucket.tokens -= 1
            if buckets.count >= forgetAbove {
                // a bucket idle for a minute has long been full again
                buckets = buckets.filter { (now - $0.value.filled) < .seconds(60) }
            }
            return 0
        }
        if wait > 0 { throw WebError.rateLimited(seconds: Int(wait.rounded(.up))) }
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
