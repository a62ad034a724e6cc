package import Accounts
package import Compliance
package import Hummingbird
package import HummingbirdCore
package import Jobs
package import Logging
package import NIOCore
package import Operations
package import Persistence
package import Scribe
import ServiceLifecycle
import Synchronization
import UnixSignals
package import Web

/// The built application: Hummingbird's, and what must end with it.
package struct RoundsApplication: ApplicationProtocol {
    package typealias Responder = Site

    let site: Site
    package let routes: Routes
    package let accounts: AccountsStore
    package let database: Database
    package let scribe: ScribeStore
    package let compliance: ComplianceStore
    /// Does the jobs while the server runs.
    package let worker: JobWorker
    /// Off where another server on the same database does the jobs.
    let worksInBackground: Bool
    let keepAlive: Duration
    let housekeeping: Housekeeping
    package let alertWatch: AlertWatch
    let streams: EventStreams
    let boundPort: BoundPort
    package let configuration: ApplicationConfiguration
    package let logger: Logger
    var ready: @Sendable (Int) -> Void = { _ in }

    package var responder: Site { site }

    /// A connection that neither sends nor waits for an answer is closed after `server.keep_alive`, also one that dribbles its headers.
    package var server: HTTPServerBuilder {
        .http1(
            configuration: .init(
                additionalChannelHandlers: [PlainAddresses()], idleTimeout: .seconds(keepAlive.components.seconds),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
    }

    package func onServerRunning(_ channel: any Channel) async {
        guard let port = channel.localAddress?.port else { return }
        boundPort.set(port)
        ready(port)
    }

    private var background: [any Service] { worksInBackground ? [housekeeping, worker] : [] }

    /// Runs until SIGTERM or SIGINT. Services stop in reverse order: event streams first, or the server would wait for
    /// their browsers; the database when nobody asks any more. What is not done after three seconds is cut off.
    func serve() async throws {
        var configuration = ServiceGroupConfiguration(
            services: [DatabaseService(database: database)] + background + [
                AlertService(watch: alertWatch, logger: logger), self, EventStreamService(streams: streams),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(3)
        try await ServiceGroup(configuration: configuration).run()
    }
}

/// The port the server got, for the Host check; not known until it listens.
package final class BoundPort: Sendable {
    private let port = Mutex<Int?>(nil)

    package init() {}

    package var value: Int? { port.withLock { $0 } }

    func set(_ value: Int) { port.withLock { $0 = value } }
}

private struct EventStreamService: Service {
    let streams: EventStreams

    func run() async throws {
        try? await gracefulShutdown()
        streams.close()
    }
}

/// Looks for what is wrong every 30 seconds, from the first half minute on.
private struct AlertService: Service {
    let watch: AlertWatch
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: AlertWatch.interval)
                do {
                    try await watch.look()
                } catch {
                    logger.warning("alerts could not be kept", metadata: ["error": "\(type(of: error))"])
                }
            }
        }
        await watch.stop()
    }
}

private struct DatabaseService: Service {
    let database: Database

    func run() async throws {
        try? await gracefulShutdown()
        await database.close()
    }
}
