package import Foundation
package import Kernel
import Persistence

/// Work that comes round by itself at a local time: one job for each due time, whatever the number of servers.
package struct JobSchedule: Sendable {
    package enum Rule: Hashable, Sendable {
        case daily(at: CivilTime)
        /// - Parameter weekday: ISO 8601, Monday is 1
        case weekly(on: Int, at: CivilTime)
        /// - Parameter day: 1…31; in a shorter month its last day
        case monthly(on: Int, at: CivilTime)
    }

    /// Unique and for ever; also the subject of its jobs.
    package let name: String
    package let kind: String
    package let payload: String
    package let rule: Rule
    package let zone: TimeZone

    package init(_ name: String, kind: String, payload: String = "{}", rule: Rule, zone: TimeZone) {
        self.name = name
        self.kind = kind
        self.payload = payload
        self.rule = rule
        self.zone = zone
    }

    /// The last due time that is not after `now`. Where the clocks skip the time or show it twice, see
    /// `CivilDate.instant(at:in:)`.
    package func lastDue(_ now: Instant) -> Instant {
        // one day more, as a skipped time lies later than it says
        let today = CivilDate(now, in: zone).adding(days: 1)
        for back in 0...40 {
            let day = today.adding(days: -back)
            guard let time = time(on: day) else { continue }
            let due = day.instant(at: time, in: zone)
            if due <= now { return due }
        }
        preconditionFailure("A month has a due time.")
    }

    private func time(on day: CivilDate) -> CivilTime? {
        switch rule {
        case .daily(let time): return time
        case .weekly(let weekday, let time): return day.weekday == weekday ? time : nil
        case .monthly(let wanted, let time):
            let isLast = day.adding(days: 1).month != day.month
            return day.day == wanted || (isLast && wanted > day.day) ? time : nil
        }
    }
}

extension JobStore {
    /// Enqueues what has become due since the last look of any server. After a pause over several due times there is one
    /// job; a schedule that is seen for the first time waits for its next due time.
    package func enqueueDue(_ schedules: [JobSchedule]) async throws {
        let now = clock.now()
        let known = try await database.read { try Self.lastDue($0) }
        let due = schedules.filter { schedule in known[schedule.name].map { $0 < schedule.lastDue(now) } ?? true }
        guard !due.isEmpty else { return }
        try await database.write { [self] tx in
            // asked again under the lock: another server may have been faster
            let known = try Self.lastDue(tx)
            for schedule in due {
                let last = schedule.lastDue(now)
                if let done = known[schedule.name] {
                    guard done < last else { continue }
                    try enqueue(kind: schedule.kind, subject: schedule.name, payload: schedule.payload, in: tx)
                }
                try tx.execute(
                    """
                    INSERT INTO job_schedule (name, last_due) VALUES (\(schedule.name), \(last))
                    ON CONFLICT (name) DO UPDATE SET last_due = excluded.last_due
                    """)
            }
        }
    }

    private static func lastDue(_ reader: any Reader) throws -> [String: Instant] {
        let rows = try reader.fetchAll("SELECT name, last_due FROM job_schedule")
        return Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in
                guard let name = row["name"].text, let due = row["last_due"].integer else { return nil }
                return (name, Instant(milliseconds: due))
            })
    }
}
