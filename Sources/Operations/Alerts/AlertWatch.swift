package import Kernel
package import Logging

/// Asks the sources, keeps the history and tells the sinks; `Rounds` lets it look every 30 seconds.
package struct AlertWatch: Sendable {
    package static let interval = Duration.seconds(30)

    private let store: AlertStore
    private let sources: [any AlertSource]
    private let lines: [AlertLine]
    private let clock: WallClock
    private let logger: Logger

    package init(
        store: AlertStore, sources: [any AlertSource], sinks: [any AlertSink], clock: WallClock = .system,
        logger: Logger
    ) {
        self.store = store
        self.sources = sources
        lines = sinks.map { AlertLine($0, logger: logger) }
        self.clock = clock
        self.logger = logger
    }

    /// One look. A source that fails is left out of it.
    /// - Throws: what the database throws; then nothing is told, and the next look tries again
    package func look() async throws {
        let now = clock.now()
        var conditions: [AlertCondition] = []
        for source in sources {
            do {
                conditions += try await source.conditions(at: now)
            } catch {
                logger.warning("an alert could not be measured", metadata: ["error": "\(type(of: error))"])
            }
        }
        for event in try await store.evaluate(conditions) {
            for line in lines { await line.add(event) }
        }
    }

    package func stop() async {
        for line in lines { await line.stop() }
    }
}

/// Memory, disk, response times and errors of this process.
package struct MeterAlerts: AlertSource {
    private let meters: Meters

    package init(meters: Meters) { self.meters = meters }

    package func conditions(at now: Instant) async throws -> [AlertCondition] {
        // the middle window: long enough for a percentile, short enough to be over soon
        AlertLimits.conditions(meters.readings(), meters.requests?.summaries().first { $0.window == 300 })
    }
}
