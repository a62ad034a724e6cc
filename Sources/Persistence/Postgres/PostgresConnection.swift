import CPostgres
import Foundation

/// One libpq connection.
///
/// `@unchecked Sendable` is safe because a connection belongs to one serial queue (the writer's, a reader lane's, the
/// listener's) and is touched there only: libpq allows a connection in one thread at a time and the queue is that thread.
/// The object travels to its queue inside closures, which is all that the annotation permits.
final class PostgresConnection: @unchecked Sendable {
    private let url: String
    private let lockTimeout: Int
    private var handle: OpaquePointer?
    private var openedAt = ContinuousClock.now
    private var statements = StatementNames()
    /// Another process changed a table under a prepared statement (0A000); only new statements know the new table.
    private var isStale = false
    /// The last failure was a deadlock or the like, where the same transaction may succeed when it runs again.
    private(set) var mayRunAgain = false

    /// Old connections are replaced: the server's memory for them grows, and a failover may have moved the address.
    private static let maximumAge = Duration.seconds(1_800)

    init(url: String, patience: Duration) {
        self.url = url
        lockTimeout = max(1, Int(patience / .milliseconds(1)))
    }

    deinit { PQfinish(handle) }

    /// The socket, for a listener to wait on.
    var socket: Int32 { PQsocket(handle) }

    /// Fit for further transactions, as far as is known.
    var isAlive: Bool { handle != nil && !isStale && PQstatus(handle) == CONNECTION_OK }

    /// A transaction is open on the server, whole or broken.
    var isInTransaction: Bool {
        let status = PQtransactionStatus(handle)
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
    }

    /// Connects when there is no connection, or one that is lost or old. Called between transactions only.
    func prepare() throws {
        if isAlive, .now - openedAt < Self.maximumAge { return }
        close()
        try connect()
    }

    func close() {
        PQfinish(handle)
        handle = nil
        statements = StatementNames()
        isStale = false
    }

    /// Statements without parameters, several with semicolons, in one round trip.
    @discardableResult func run(_ script: String) throws -> PostgresResult {
        try checked(PQexec(handle, script), sql: script)
    }

    /// One statement with values. Prepared on first use and kept by text and parameter types.
    func query(_ sql: SQL) throws -> PostgresResult {
        guard sql.isWorthCaching else {
            let text = PostgresText.numbered(sql.text)
            return try withParameters(sql) { types, values, lengths in
                try checked(
                    PQexecParams(handle, text, Int32(types.count), types, values, lengths, nil, 0), sql: sql.text)
            }
        }
        return try withParameters(sql) { types, values, lengths in
            let name = try prepared(sql.text, types)
            return try checked(
                PQexecPrepared(handle, name, Int32(types.count), values, lengths, nil, 0), sql: sql.text)
        }
    }

    /// Notifications that have arrived on the socket, as channel and payload. Throws when the connection is lost.
    func notifications() throws -> [String] {
        guard PQconsumeInput(handle) == 1 else { throw PersistenceError.unavailable }
        var payloads: [String] = []
        while let notification = PQnotifies(handle) {
            payloads.append(String(cString: notification.pointee.extra))
            PQfreemem(notification)
        }
        return payloads
    }

    private func connect() throws {
        // Keepalives find a dead peer within a minute instead of two hours.
        let options = [
            "dbname": url, "client_encoding": "UTF8", "connect_timeout": "5", "fallback_application_name": "rounds",
            "keepalives": "1", "keepalives_idle": "20", "keepalives_interval": "10", "keepalives_count": "3",
            "tcp_user_timeout": "30000",
        ]
        handle = withCStrings(options.map(\.key)) { keys in
            withCStrings(options.map(\.value)) { values in PQconnectdbParams(keys, values, 1) }
        }
        openedAt = .now
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        do {
            // A commit answers when it is on disk, whatever the server's default; nobody waits or holds a lock for ever.
            try run(
                """
                SET synchronous_commit = on; SET standard_conforming_strings = on; SET lock_timeout = \(lockTimeout);
                SET statement_timeout = '120s'; SET idle_in_transaction_session_timeout = '60s';
                """)
        } catch {
            close()
            throw PersistenceError.unavailable
        }
    }

    private func prepared(_ text: String, _ types: [Oid]) throws -> String {
        let key = StatementNames.Key(text: text, types: types)
        if let name = statements.name(of: key) { return name }
        if let old = statements.evict() { try run("DEALLOCATE \(old)") }
        let name = statements.nextName()
        let numbered = PostgresText.numbered(text)
        try checked(PQprepare(handle, name, numbered, Int32(types.count), types), sql: text)
        statements.keep(name, for: key)
        return name
    }

    @discardableResult private func checked(_ raw: OpaquePointer?, sql: String) throws -> PostgresResult {
        let result = PostgresResult(raw)
        guard result.isFailure else { return result }
        mayRunAgain = PostgresFailure.mayRunAgain(result.state)
        isStale = isStale || result.state == "0A000"
        throw isAlive ? PostgresFailure.error(for: result, sql: sql) : PersistenceError.unavailable
    }
}
