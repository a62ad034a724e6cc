import Logging
import ServiceLifecycle

/// What a server does by itself: once when it starts, and then once a day.
struct Housekeeping: Service {
    let work: @Sendable () async throws -> Void
    let logger: Logger
    /// Returns when a day is over.
    var day: @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(86_400)) }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await work()
                } catch {
                    // the next day tries again
                    logger.warning("housekeeping did not work", metadata: ["error": "\(type(of: error))"])
                }
                try await day()
            }
        }
    }
}
