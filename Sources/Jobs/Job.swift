package import Kernel
import Persistence

/// Where a job stands. `queued` and `running` are unfinished; of one kind and subject there is one unfinished job at most.
package enum JobState: String, Codable, Sendable, CaseIterable, SQLBindable {
    case queued, running, succeeded, failed, cancelled

    package var isFinished: Bool { self != .queued && self != .running }
}

/// What may run side by side in one process: speech keeps all cores busy, so one at a time; of the rest two.
package enum JobLane: String, Codable, Sendable, CaseIterable {
    case speech, ordinary

    package var width: Int {
        switch self {
        case .speech: 1
        case .ordinary: 2
        }
    }
}

/// Long work as a row: it outlives the process that runs it.
package struct Job: Codable, Hashable, Sendable {
    package let id: String
    package let kind: String
    /// What the work is about, mostly the id of a row of a feature.
    package let subject: String
    /// The user who asked for it.
    package let owner: String?
    /// JSON, for the handler alone.
    package let payload: String
    package let state: JobState
    /// 0…1.
    package let progress: Double
    /// One sentence for people: of the handler while it runs, of its error when it failed.
    package let message: String?
    package let errorCode: String?
    /// How often a worker has begun with it.
    package let attempts: Int
    package let createdAt: Instant
    package let startedAt: Instant?
    package let finishedAt: Instant?
    /// What the handler kept with its last finished piece.
    package let checkpoint: String?
    /// Of a queued job: its place among those of its kind, 1 is the next.
    package let place: Int?
}

extension Job {
    static let columns: SQL = """
        id, kind, subject, owner, payload, state, progress, message, error_code, attempts, created_at, started_at,
        finished_at, checkpoint,
        CASE WHEN state = 'queued' THEN
            (SELECT COUNT(*) FROM job AS ahead WHERE ahead.state = 'queued' AND ahead.kind = job.kind
                AND (ahead.created_at < job.created_at
                    OR (ahead.created_at = job.created_at AND ahead.id <= job.id)))
        END AS place
        """
}
