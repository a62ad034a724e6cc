package import Accounts
package import Compliance
package import Hummingbird
package import HummingbirdCore
package import Jobs
package import Logging
package import NIOCore
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
    let housekeeping: Housekeeping
    let streams: EventStreams
    let boundPort: BoundPort
    package let configuration: ApplicationConfiguration
    package let logger: Logger
    var ready: @Sendable (Int) -> Void = { _ in }

    package var responder: Site { site }

    /// A connection that neither sends nor waits for an answer is closed after 75 s, also one that dribbles its headers.
    package var server: HTTPServerBuilder {
        .http1(
            configuration: .init(
                idleTimeout: .seconds(75),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
    }

    package func onServerRunning(_ channel: any Channel) async {
        guard let port = channel.localAddress?.port else { return }
        boundPort.set(port)
        ready(port)
    }

    /// Runs until SIGTERM or SIGINT. Services stop in reverse order: event streams first, or the server would wait for
    /// their browsers; the database when nobody asks any more. What is not done after three seconds is cut off.
    func serve() async throws {
        var configuration = ServiceGroupConfiguration(
            services: [
                DatabaseService(database: database), housekeeping, worker, self, EventStreamService(streams: streams),
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

private struct DatabaseService: Service {
    let database: Database

    func run() async throws {
        try? await gracefulShutdown()
        await database.close()
    }
}
