/// How a device sends what waits: when to try again, and how much at once. The same numbers as `web/sync/backoff.js`.
package enum Outbox {
    package static let baseDelay = 1_000.0
    package static let maximumDelay = 300_000.0
    /// Operations per request; the server refuses more.
    package static let maximumCount = 500
    /// Bytes of operations per request: the server's 1 MiB less room for the rest of the request.
    package static let maximumBytes = 900_000

    /// Milliseconds until the next try: exponential with full jitter (M. Brooker, "Exponential Backoff and Jitter", AWS
    /// Architecture Blog, 2015), `random × min(maximum, base × 2ⁿ)`, after whatever the server asked for in Retry-After.
    ///
    /// `failures` counts from 0 for the wait after the first failure; `random` is in 0..<1.
    package static func delay(failures: Int, random: Double, retryAfterSeconds: Int = 0) -> Int {
        var ceiling = baseDelay
        for _ in 0..<min(max(failures, 0), 20) { ceiling = min(maximumDelay, ceiling * 2) }
        return max(retryAfterSeconds, 0) * 1000 + Int(random * ceiling)
    }

    /// Cuts a queue into batches that keep both limits and its order. An operation that is too large by itself goes alone,
    /// so that the server's refusal names it.
    package static func batches(
        sizes: [Int], maximumCount: Int = maximumCount, maximumBytes: Int = maximumBytes
    ) -> [Range<Int>] {
        var batches: [Range<Int>] = []
        var start = 0
        var bytes = 0
        for (index, size) in sizes.enumerated() {
            if index > start, index - start == maximumCount || bytes + size > maximumBytes {
                batches.append(start..<index)
                start = index
                bytes = 0
            }
            bytes += size
        }
        if start < sizes.count { batches.append(start..<sizes.count) }
        return batches
    }

    /// How many operations the next batch may have after one of `count` was too large.
    package static func countAfterTooLarge(_ count: Int) -> Int {
        max(1, count / 2)
    }
}
