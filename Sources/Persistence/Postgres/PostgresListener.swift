import Dispatch
import Logging

/// Hears from every server of the database which change was committed last. Notifications are sent inside the write's
/// transaction, so PostgreSQL delivers them after the commit and never without it.
///
/// `@unchecked Sendable` is safe because every property that changes is touched on the listener's own queue only.
final class PostgresListener: @unchecked Sendable {
    private static let retryDelay = DispatchTimeInterval.seconds(2)

    private let connection: PostgresConnection
    private let logger: Logger
    private let queue = DispatchQueue(label: "rounds.database.listener")
    private var source: (any DispatchSourceRead)?
    private var isStopped = false

    init(connection: PostgresConnection, logger: Logger) {
        self.connection = connection
        self.logger = logger
    }

    func start(_ heard: @escaping @Sendable (Int64) -> Void) {
        queue.async { self.connect(heard) }
    }

    func stop() {
        queue.sync {
            isStopped = true
            disconnect {}
        }
    }

    private func connect(_ heard: @escaping @Sendable (Int64) -> Void) {
        guard !isStopped else { return }
        do {
            try connection.prepare()
            try connection.run("LISTEN \(ChangeSequence.channel)")
            let schema = try connection.query("SELECT current_schema()").rows().values.first?.first?.text ?? ""
            // What was missed while nobody listened.
            if let last = try connection.query(ChangeSequence.current).rows().values.first?.first?.integer {
                heard(last)
            }
            watch(prefix: schema + ":", heard)
        } catch {
            logger.warning("Cannot listen for changes of other servers; trying again")
            retry(heard)
        }
    }

    private func watch(prefix: String, _ heard: @escaping @Sendable (Int64) -> Void) {
        let source = DispatchSource.makeReadSource(fileDescriptor: connection.socket, queue: queue)
        source.setEventHandler { [weak self] in self?.receive(prefix: prefix, heard) }
        self.source = source
        source.resume()
    }

    private func receive(prefix: String, _ heard: @escaping @Sendable (Int64) -> Void) {
        do {
            // Schemas of one database share the channel.
            let changes = try connection.notifications().filter { $0.hasPrefix(prefix) }
            if let last = changes.compactMap({ Int64($0.dropFirst(prefix.count)) }).max() { heard(last) }
        } catch {
            logger.warning("Lost the connection that listens for changes; connecting again")
            retry(heard)
        }
    }

    private func retry(_ heard: @escaping @Sendable (Int64) -> Void) {
        disconnect { [self] in
            queue.asyncAfter(deadline: .now() + Self.retryDelay) { [weak self] in self?.connect(heard) }
        }
    }

    /// The source must be gone before libpq closes its socket, or it would watch whoever gets that number next.
    private func disconnect(then next: @escaping @Sendable () -> Void) {
        guard let source else {
            connection.close()
            return next()
        }
        self.source = nil
        source.setCancelHandler { [connection] in
            connection.close()
            next()
        }
        source.cancel()
    }
}
