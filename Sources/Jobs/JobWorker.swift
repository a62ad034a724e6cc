import Kernel
package import Logging
import Persistence
import ServiceLifecycle
import Synchronization

/// How quickly a worker does what it does. Shorter in tests.
package struct JobTiming: Sendable {
    /// A job of a dead worker is taken over after this time and one look.
    package var lease = Duration.seconds(6)
    package var renewal = Duration.seconds(2)
    /// Between two looks at the queue when nobody tells of a change; another process may have written to it.
    package var look = Duration.seconds(1)
    /// Changes that come closer together than this are looked at together.
    package var settle = Duration.milliseconds(100)
    /// At the end: for handlers to stop by themselves. Those that do not lose their lease and can write nothing more.
    package var grace = Duration.milliseconds(1_500)

    package init() {}
}

/// Does the jobs of its handlers' kinds, in this process, until the server stops.
package final class JobWorker: Service {
    private struct Stay {
        let lane: JobLane
        let reports: JobReports
        var task: Task<Void, Never>?
    }

    private let store: JobStore
    private let handlers: [String: any JobHandler]
    private let kinds: [JobLane: [String]]
    private let schedules: [JobSchedule]
    private let timing: JobTiming
    /// Of the ordinary lane, at once; recognising speech takes the whole machine and stays alone.
    private let workers: Int
    private let logger: Logger
    private let holder: String
    private let stays = Mutex<[JobLease: Stay]>([:])
    private let bell = Bell()

    /// - Parameter handlers: one for each kind
    package init(
        store: JobStore, handlers: [any JobHandler], schedules: [JobSchedule] = [], timing: JobTiming = JobTiming(),
        workers: Int = JobLane.ordinary.width, logger: Logger
    ) {
        self.store = store
        self.handlers = Dictionary(uniqueKeysWithValues: handlers.map { (type(of: $0).kind, $0) })
        kinds = Dictionary(grouping: handlers, by: \.lane).mapValues { $0.map { type(of: $0).kind } }
        self.schedules = schedules
        self.timing = timing
        self.workers = workers
        self.logger = logger
        holder = store.identifiers.next()
    }

    /// Works until the service group shuts down or the task is cancelled; then lets handlers stop and gives back what is
    /// not done.
    package func run() async throws {
        await cancelWhenGracefulShutdown { await self.keepLooking() }
        // in a task of its own, as this one may be cancelled already
        await Task { await self.stop() }.value
    }

    /// Does everything that is ready, or one job, here and now, one after the other; for commands and tests.
    package func workOff(only id: String? = nil) async throws {
        let renewing = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: min(timing.renewal, timing.look))
                await self.keepLeases()
            }
        }
        defer { renewing.cancel() }
        while let claimed = try await store.claim(
            kinds: handlers.keys.sorted(), only: id, holder: holder, lease: timing.lease, failed: failed)
        {
            try Task.checkCancellation()
            let task = begin(claimed)
            await withTaskCancellationHandler(operation: { await task?.value }, onCancel: { task?.cancel() })
        }
    }

    private func keepLooking() async {
        await withTaskGroup { group in
            group.addTask { for await _ in self.store.database.changes() { self.bell.ring() } }
            group.addTask {
                while !Task.isCancelled {
                    self.bell.ring()
                    try? await Task.sleep(for: self.timing.look)
                }
            }
            var lastRenewal = ContinuousClock.now
            for await _ in bell.rings {
                let isTime = .now - lastRenewal >= timing.renewal
                if isTime { lastRenewal = .now }
                await look(renewing: isTime)
                try? await Task.sleep(for: timing.settle)
            }
            group.cancelAll()
        }
    }

    private func look(renewing: Bool) async {
        do {
            if renewing {
                await keepLeases()
                try await store.enqueueDue(schedules)
            } else {
                cancel(try await store.lost(among: held))
            }
            for lane in JobLane.allCases {
                while let claimed = try await claim(in: lane) { begin(claimed) }
            }
        } catch {
            logger.warning("The queue of jobs could not be read", metadata: ["error": "\(type(of: error))"])
        }
    }

    private var held: [JobLease] { stays.withLock { Array($0.keys) } }

    private func claim(in lane: JobLane) async throws -> ClaimedJob? {
        guard let kinds = kinds[lane], !Task.isCancelled else { return nil }
        let width = lane == .ordinary ? workers : lane.width
        let (isFull, busy) = stays.withLock { stays in
            (stays.values.count { $0.lane == lane } >= width, stays.keys.map(\.job))
        }
        guard !isFull, try await store.hasWork(kinds: kinds, except: busy) else { return nil }
        return try await store.claim(kinds: kinds, except: busy, holder: holder, lease: timing.lease, failed: failed)
    }

    @discardableResult
    private func begin(_ claimed: ClaimedJob) -> Task<Void, Never>? {
        guard let handler = handlers[claimed.job.kind] else { return nil }
        let reports = JobReports()
        let job = RunningJob(
            job: claimed.job, store: store, lease: claimed.lease, leaseTime: timing.lease, reports: reports)
        stays.withLock { $0[claimed.lease] = Stay(lane: handler.lane, reports: reports) }
        let task = Task(priority: .utility) {
            await self.perform(job, handler)
            self.stays.withLock { _ = $0.removeValue(forKey: job.lease) }
            self.bell.ring()
        }
        stays.withLock { $0[claimed.lease]?.task = task }
        return task
    }

    private func perform(_ job: RunningJob, _ handler: any JobHandler) async {
        let metadata: Logger.Metadata = ["job": "\(job.job.id)", "kind": "\(job.job.kind)"]
        let begun = ContinuousClock.now
        do {
            try await handler.run(job)
            try await settle { try await self.store.succeed(job.lease) }
            logger.info("A job is done", metadata: metadata.merging(["took": "\(.now - begun)"]) { $1 })
        } catch  where Task.isCancelled || error is CancellationError {
            // given back when the server stops; a lost one is not ours to touch
            try? await store.giveBack(job.lease)
        } catch {
            let failure = error as? any Failure
            let code = failure?.code ?? JobFailure.internalError
            let pauses = JobRetry.mayPass(error) ? handler.pauses : []
            logger.warning("A job did not work", metadata: metadata.merging(["code": "\(code)"]) { $1 })
            try? await settle {
                try await self.store.fail(
                    job.lease, code: code, message: failure?.sentence ?? "This went wrong for an unknown reason.",
                    pauses: pauses, failed: self.failed)
            }
        }
    }

    private var failed: JobStore.Failed { { [handlers] job, tx in try handlers[job.kind]?.failed(job, in: tx) } }

    /// The end of a job is worth some patience: without it the job would be done once more.
    private func settle(_ write: () async throws -> Void) async throws {
        for _ in 1...3 {
            do { return try await write() } catch is PersistenceError { try await Task.sleep(for: timing.look) }
        }
        try await write()
    }

    private func keepLeases() async {
        let reports = stays.withLock { $0.mapValues { $0.reports.take() } }
        do {
            cancel(try await store.renew(reports, by: timing.lease))
        } catch {
            // the lease stays ours until somebody takes it; whether it is ours is asked again before every write
            logger.warning("Leases could not be renewed", metadata: ["error": "\(type(of: error))"])
        }
    }

    private func cancel(_ lost: Set<JobLease>) {
        for task in stays.withLock({ stays in lost.compactMap { stays[$0]?.task } }) { task.cancel() }
    }

    private func stop() async {
        for task in stays.withLock({ $0.values.compactMap(\.task) }) { task.cancel() }
        let end = ContinuousClock.now + timing.grace
        while !held.isEmpty, .now < end { try? await Task.sleep(for: .milliseconds(10)) }
        for lease in held { try? await store.giveBack(lease) }
    }
}

/// Wakes the loop; rings that come before it listens again are one.
private final class Bell: Sendable {
    let rings: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (rings, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func ring() { continuation.yield() }
}
