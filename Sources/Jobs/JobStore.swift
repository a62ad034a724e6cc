package import Kernel
package import Persistence

/// The queue. Whoever asks for work writes a row here, best in the transaction that makes the work necessary; a
/// `JobWorker`, in this process or another, does it.
package final class JobStore: Sendable {
    package let database: Database
    package let clock: WallClock
    let identifiers: IdentifierSource

    package init(database: Database, clock: WallClock = .system, identifiers: IdentifierSource = .system) {
        self.database = database
        self.clock = clock
        self.identifiers = identifiers
    }

    /// Puts a job into the queue, or answers the unfinished one of the same kind and subject, as it is.
    /// - Parameter notBefore: no worker begins earlier
    @discardableResult
    package func enqueue(
        kind: String, subject: String, owner: String? = nil, payload: String = "{}", notBefore: Instant? = nil,
        in tx: any Transaction
    ) throws -> Job {
        let unfinished: SQL = """
            SELECT \(Job.columns) FROM job
            WHERE kind = \(kind) AND subject = \(subject) AND state IN ('queued', 'running')
            """
        if let job = try tx.fetchOne(Job.self, unfinished) { return job }
        let now = clock.now()
        try tx.execute(
            """
            INSERT INTO job (id, kind, subject, owner, payload, state, not_before, created_at)
            VALUES (\(identifiers.next()), \(kind), \(subject), \(owner), \(payload), \(JobState.queued),
                \(notBefore ?? now), \(now))
            """)
        _ = try tx.nextChange()
        guard let job = try tx.fetchOne(Job.self, unfinished) else { throw JobError.unknownJob }
        return job
    }

    @discardableResult
    package func enqueue(
        kind: String, subject: String, owner: String? = nil, payload: String = "{}", notBefore: Instant? = nil
    ) async throws -> Job {
        try await database.write { [self] tx in
            try enqueue(
                kind: kind, subject: subject, owner: owner, payload: payload, notBefore: notBefore, in: tx)
        }
    }

    /// Throws `JobError.unknownJob`.
    package func job(_ id: String) async throws -> Job {
        try await database.read { try Self.job(id, $0) }
    }

    package static func job(_ id: String, _ reader: any Reader) throws -> Job {
        guard let job = try reader.fetchOne(Job.self, "SELECT \(Job.columns) FROM job WHERE id = \(id)") else {
            throw JobError.unknownJob
        }
        return job
    }

    /// All jobs of a subject that are still kept, the newest first.
    package func jobs(subject: String) async throws -> [Job] {
        try await database.read { try Self.jobs(subject: subject, $0) }
    }

    package static func jobs(subject: String, _ reader: any Reader) throws -> [Job] {
        try reader.fetchAll(
            Job.self,
            "SELECT \(Job.columns) FROM job WHERE subject = \(subject) ORDER BY created_at DESC, id DESC")
    }

    /// The newest job of a kind and subject.
    package static func latest(kind: String, subject: String, _ reader: any Reader) throws -> Job? {
        try reader.fetchOne(
            Job.self,
            """
            SELECT \(Job.columns) FROM job WHERE kind = \(kind) AND subject = \(subject)
            ORDER BY created_at DESC, id DESC LIMIT 1
            """)
    }

    /// Unfinished jobs in the order in which they will be done, then finished ones, the last first.
    package func list(limit: Int = 200) async throws -> [Job] {
        try await database.read { reader in
            let unfinished = try reader.fetchAll(
                Job.self,
                """
                SELECT \(Job.columns) FROM job WHERE state IN ('running', 'queued')
                ORDER BY state DESC, created_at, id LIMIT \(limit)
                """)
            let finished = try reader.fetchAll(
                Job.self,
                """
                SELECT \(Job.columns) FROM job WHERE finished_at IS NOT NULL
                ORDER BY finished_at DESC, id DESC LIMIT \(limit - unfinished.count)
                """)
            return unfinished + finished
        }
    }

    /// Ends an unfinished job, at once: a worker that is at it cannot write any more and notices within a second. A
    /// finished job stays as it is. Throws `JobError.unknownJob`.
    @discardableResult
    package func cancel(_ id: String) async throws -> Job {
        try await database.write { [self] tx in
            try cancel("id = \(id)", tx)
            return try Self.job(id, tx)
        }
    }

    /// Ends all unfinished jobs of a subject, for whoever deletes it.
    package func cancel(subject: String, in tx: any Transaction) throws {
        try cancel("subject = \(subject)", tx)
    }

    private func cancel(_ which: SQL, _ tx: any Transaction) throws {
        let changed = try tx.execute(
            """
            UPDATE job SET state = \(JobState.cancelled), finished_at = \(clock.now()), lease = NULL, holder = NULL,
                lease_until = NULL, message = NULL
            WHERE \(which) AND state IN ('queued', 'running')
            """)
        if changed > 0 { _ = try tx.nextChange() }
    }

    /// Forgets jobs that finished before an instant. Answers their number.
    @discardableResult
    package func sweep(olderThan limit: Instant) async throws -> Int {
        try await database.write { tx in
            try tx.execute("DELETE FROM job WHERE finished_at < \(limit)")
        }
    }
}
