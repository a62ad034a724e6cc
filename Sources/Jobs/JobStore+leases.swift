import Kernel
import Persistence

/// One stay of a job at one worker. Rows are written for it only while the job's row still names its token, which is
/// checked in the same transaction; as the database has one writer at a time, no two workers write for one job.
struct JobLease: Hashable, Sendable {
    let job: String
    let token: String
}

struct ClaimedJob: Sendable {
    let job: Job
    let lease: JobLease
}

/// What workers do. Times are the server's clock: two servers whose clocks differ may hand a job over early or late, but
/// the token keeps the one that lost it from writing.
extension JobStore {
    /// What else is written when a job fails for good.
    typealias Failed = @Sendable (Job, any Transaction) throws -> Void

    /// A process that dies this often in a row without finishing a piece is taken to be killed by the job. Not fewer, as
    /// others kill processes too: a machine without memory or power does it at any moment, piece or no piece, and a busy
    /// machine may need longer for a piece than it lives.
    static let crashLimit = 50

    /// Whether `claim` would find something. Reads only, so it can be asked often.
    func hasWork(kinds: [String], except busy: [String]) async throws -> Bool {
        let now = clock.now()
        return try await database.read { reader in
            try reader.integer("SELECT 1 FROM job WHERE \(Self.ready(kinds, busy, now)) LIMIT 1") != nil
        }
    }

    /// Takes the next job: one whose worker has died first, then in the order of the queue.
    /// - Parameter busy: jobs that this worker has not let go of yet
    func claim(
        kinds: [String], except busy: [String] = [], only id: String? = nil, holder: String, lease: Duration,
        failed: @escaping Failed = { _, _ in }
    ) async throws -> ClaimedJob? {
        try await database.write { [self] tx in
            let now = clock.now()
            while true {
                let next = try tx.fetchOne(
                    Job.self,
                    """
                    SELECT \(Job.columns) FROM job
                    WHERE \(Self.ready(kinds, busy, now)) AND (\(id) IS NULL OR id = \(id))
                    ORDER BY CASE state WHEN 'running' THEN 0 ELSE 1 END, created_at, id LIMIT 1
                    """)
                guard let next else { return nil }
                if let claimed = try take(next, holder: holder, until: now.adding(lease), failed, tx) {
                    return claimed
                }
            }
        }
    }

    private static func ready(_ kinds: [String], _ busy: [String], _ now: Instant) -> SQL {
        """
        ((state = 'queued' AND not_before <= \(now)) OR (state = 'running' AND lease_until <= \(now)))
            AND kind IN \(list: kinds) AND id NOT IN \(list: busy)
        """
    }

    /// Nil when the job ends here because it kills its workers.
    private func take(
        _ job: Job, holder: String, until: Instant, _ failed: Failed, _ tx: any Transaction
    ) throws -> ClaimedJob? {
        _ = try tx.nextChange()
        let hasCrashed = job.state == .running ? 1 : 0
        let crashes = try tx.integer("SELECT crashes FROM job WHERE id = \(job.id)") ?? 0
        if Int(crashes) + hasCrashed >= Self.crashLimit {
            try finish(
                job.id, .failed, code: JobFailure.crashedRepeatedly,
                message: "The program ended \(Self.crashLimit) times while it was at this. It is not tried again.", tx)
            try failed(try Self.job(job.id, tx), tx)
            return nil
        }
        let lease = JobLease(job: job.id, token: identifiers.next())
        try tx.execute(
            """
            UPDATE job SET state = \(JobState.running), lease = \(lease.token), holder = \(holder),
                lease_until = \(until), attempts = attempts + 1, crashes = crashes + \(hasCrashed),
                started_at = COALESCE(started_at, \(clock.now())), error_code = NULL
            WHERE id = \(job.id)
            """)
        return ClaimedJob(job: try Self.job(job.id, tx), lease: lease)
    }

    /// Lengthens leases and writes down progress that waits. Answers those that are lost.
    func renew(_ reports: [JobLease: JobReport?], by lease: Duration) async throws -> Set<JobLease> {
        guard !reports.isEmpty else { return [] }
        return try await database.write { [self] tx in
            let until = clock.now().adding(lease)
            var lost: Set<JobLease> = []
            for (lease, report) in reports {
                let changed = try tx.execute(
                    "UPDATE job SET lease_until = \(until) WHERE id = \(lease.job) AND lease = \(lease.token)")
                if changed == 0 {
                    lost.insert(lease)
                } else if let report {
                    try write(report, lease, tx)
                }
            }
            return lost
        }
    }

    /// Those of the leases that are not theirs any more.
    func lost(among leases: [JobLease]) async throws -> Set<JobLease> {
        guard !leases.isEmpty else { return [] }
        let tokens = try await database.read { reader in
            try reader.fetchAll(
                String.self, "SELECT lease FROM job WHERE lease IS NOT NULL AND id IN \(list: leases.map(\.job))")
        }
        return Set(leases).filter { !tokens.contains($0.token) }
    }

    /// Throws `CancellationError` unless the lease is held.
    func check(_ lease: JobLease, _ tx: any Transaction) throws {
        let held = try tx.integer("SELECT 1 FROM job WHERE id = \(lease.job) AND lease = \(lease.token)")
        guard held != nil else { throw CancellationError() }
    }

    func write(_ report: JobReport, _ lease: JobLease, _ tx: any Transaction) throws {
        try tx.execute(
            """
            UPDATE job SET progress = \(report.progress), message = \(report.message)
            WHERE id = \(lease.job) AND lease = \(lease.token)
            """)
        _ = try tx.nextChange()
    }

    /// A finished piece: from here on the job begins anew at `state`, and what went wrong before is forgiven.
    func checkpoint(_ state: String, progress: Double, _ lease: JobLease, until: Instant, _ tx: any Transaction) throws
    {
        try tx.execute(
            """
            UPDATE job SET checkpoint = \(state), progress = \(progress), lease_until = \(until), failures = 0, crashes = 0
            WHERE id = \(lease.job)
            """)
        _ = try tx.nextChange()
    }

    func succeed(_ lease: JobLease) async throws {
        try await database.write { [self] tx in
            try check(lease, tx)
            try tx.execute("UPDATE job SET progress = 1 WHERE id = \(lease.job)")
            let message = try tx.text("SELECT message FROM job WHERE id = \(lease.job)")
            try finish(lease.job, .succeeded, code: nil, message: message, tx)
        }
    }

    /// Back into the queue after one of the pauses, or failed when there is none left.
    func fail(
        _ lease: JobLease, code: String, message: String, pauses: [Duration],
        failed: @escaping Failed = { _, _ in }
    ) async throws {
        try await database.write { [self] tx in
            try check(lease, tx)
            let failures = Int(try tx.integer("SELECT failures FROM job WHERE id = \(lease.job)") ?? 0)
            guard pauses.indices.contains(failures) else {
                try finish(lease.job, .failed, code: code, message: message, tx)
                return try failed(try Self.job(lease.job, tx), tx)
            }
            try tx.execute(
                """
                UPDATE job SET failures = failures + 1, error_code = \(code), message = \(message),
                    not_before = \(clock.now().adding(pauses[failures]))
                WHERE id = \(lease.job)
                """)
            try release(lease, tx)
        }
    }

    /// Puts the job back untouched; the next worker may take it at once.
    func giveBack(_ lease: JobLease) async throws {
        try await database.write { [self] tx in
            try check(lease, tx)
            try release(lease, tx)
        }
    }

    private func release(_ lease: JobLease, _ tx: any Transaction) throws {
        try tx.execute(
            """
            UPDATE job SET state = \(JobState.queued), lease = NULL, holder = NULL, lease_until = NULL
            WHERE id = \(lease.job)
            """)
        _ = try tx.nextChange()
    }

    private func finish(
        _ id: String, _ state: JobState, code: String?, message: String?, _ tx: any Transaction
    ) throws {
        try tx.execute(
            """
            UPDATE job SET state = \(state), error_code = \(code), message = \(message), finished_at = \(clock.now()),
                lease = NULL, holder = NULL, lease_until = NULL
            WHERE id = \(id)
            """)
        _ = try tx.nextChange()
    }
}

extension Instant {
    func adding(_ duration: Duration) -> Instant { adding(milliseconds: Int64(duration / .milliseconds(1))) }
}
