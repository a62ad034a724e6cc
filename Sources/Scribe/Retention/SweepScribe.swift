package import Foundation
package import Jobs
import Kernel
import Persistence

/// Once a day: what was deleted and not brought back goes for good, sound goes when the school's time for it is over, and
/// what belonged to sessions that the register does not have any more follows them. Doing it twice does no more.
package struct SweepScribe: JobHandler {
    package static let kind = "scribe.sweep"

    /// How long a finished job can be looked up, and bytes are kept that arrived for nobody.
    private static let days: Int64 = 30

    let store: ScribeStore

    package init(store: ScribeStore) { self.store = store }

    /// In the small hours of the school.
    package static func schedule(zone: TimeZone) -> JobSchedule {
        JobSchedule(
            kind, kind: kind, rule: .daily(at: CivilTime(hour: 3, minute: 20) ?? .midnight), zone: zone)
    }

    package func run(_ job: RunningJob) async throws {
        let now = store.clock.now()
        let settings = try await store.settings()
        let undoLimit = now.adding(seconds: -Int64(settings.undoDays) * 86_400)
        try await store.followRegister(now: now, purgeBefore: undoLimit)
        try await job.report(progress: 0.2)
        try await store.sweep()
        try await store.purgeDeleted(before: undoLimit, now: now)
        try await job.report(progress: 0.5)
        if let days = settings.retentionDays {
            try await store.dropAudio(recordedBefore: now.adding(seconds: -Int64(days) * 86_400), now: now)
        }
        try await job.report(progress: 0.7)
        let limit = now.adding(seconds: -Self.days * 86_400)
        try await store.media.sweep(olderThan: limit)
        try await store.jobs.sweep(olderThan: limit)
    }
}
