import Kernel
import Persistence

/// How long removals are remembered for devices that have not synced since.
package enum Retention {
    /// A term. A device that was away for longer starts anew with a full snapshot; its own unsent work is not concerned.
    package static let days = 90
    /// Between two notes of where the change sequence stands.
    static let spacing: Int64 = 3_600_000
}

extension RegisterStore {
    /// Forgets removed enrolments and teachings that are older than the retention, and moves the horizon below which a
    /// cursor gets a full snapshot. Runs at the start of a server and once a day.
    ///
    /// Rows know the number of their change and not its time, so each run also notes which number the sequence has
    /// reached. Other removed records (people, groups, sessions) stay as tombstones: history and identity hang on them.
    /// - Returns: how many rows went
    @discardableResult
    package func forgetOldRemovals() async throws -> Int {
        let now = clock.now()
        return try await database.write { tx in
            try Self.noteChange(at: now, tx)
            let limit = now.adding(seconds: -Int64(Retention.days) * 86_400)
            guard let horizon = try tx.integer("SELECT MAX(change) FROM retention_point WHERE at <= \(limit)") else {
                return 0
            }
            try tx.execute("DELETE FROM retention_point WHERE at <= \(limit) AND change < \(horizon)")
            return try Self.forgetRemovals(through: horizon, tx)
        }
    }

    private static func noteChange(at now: Instant, _ tx: any Transaction) throws {
        let change = try tx.lastChange()
        let last = try tx.fetchOne("SELECT at, change FROM retention_point ORDER BY change DESC, at LIMIT 1")
        if let at = last?[0].integer, let known = last?[1].integer,
            known == change || abs(now.milliseconds - at) < Retention.spacing
        {
            return
        }
        try tx.execute(
            "INSERT INTO retention_point (at, change) VALUES (\(now), \(change)) ON CONFLICT (at) DO NOTHING")
    }

    private static func forgetRemovals(through horizon: Int64, _ tx: any Transaction) throws -> Int {
        var count = 0
        for table in ["enrolment", "teaching"] {
            count += try tx.execute("DELETE FROM \(raw: table) WHERE deleted = 1 AND change <= \(horizon)")
        }
        let known = try tx.meta(horizonKey).flatMap(Int64.init) ?? -1
        if horizon > known { try tx.setMeta(horizonKey, String(horizon)) }
        return count
    }
}
