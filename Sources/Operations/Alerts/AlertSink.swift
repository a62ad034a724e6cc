package import Logging

/// Where alerts are told.
package protocol AlertSink: Sendable {
    var name: String { get }
    func tell(_ event: AlertEvent) async throws
}

/// The server's log: numbers and names of conditions, nothing of anybody.
package struct LogSink: AlertSink {
    package let name = "log"
    private let logger: Logger

    package init(logger: Logger) { self.logger = logger }

    package func tell(_ event: AlertEvent) async throws {
        logger.log(
            level: event.kind == .resolved ? .notice : .warning, "alert \(event.kind.rawValue)",
            metadata: ["alert": "\(event.name)", "value": "\(event.value)", "limit": "\(event.limit)"])
    }
}

/// Tells a sink in a line of its own: one that fails is tried again, and nobody waits for it.
package actor AlertLine {
    /// What waits while a sink is away; the oldest go first.
    private static let longest = 100
    private static let pauses: [Duration] = [.seconds(1), .seconds(5), .seconds(30), .seconds(60)]

    private let sink: any AlertSink
    private let logger: Logger
    private let pause: @Sendable (Duration) async throws -> Void
    private var waiting: [AlertEvent] = []
    private var telling: Task<Void, Never>?

    package init(
        _ sink: any AlertSink, logger: Logger,
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.sink = sink
        self.logger = logger
        self.pause = pause
    }

    package func add(_ event: AlertEvent) {
        waiting.append(event)
        if waiting.count > Self.longest { waiting.removeFirst() }
        if telling == nil { telling = Task { await tellAll() } }
    }

    package func stop() { telling?.cancel() }

    private func tellAll() async {
        var failures = 0
        while let event = waiting.first, !Task.isCancelled {
            do {
                try await sink.tell(event)
                if waiting.first == event { waiting.removeFirst() }
                failures = 0
            } catch {
                let wait = Self.pauses[min(failures, Self.pauses.count - 1)]
                failures += 1
                logger.warning(
                    "an alert could not be told", metadata: ["sink": "\(sink.name)", "error": "\(type(of: error))"])
                do { try await pause(wait) } catch { break }
            }
        }
        telling = nil
    }
}
