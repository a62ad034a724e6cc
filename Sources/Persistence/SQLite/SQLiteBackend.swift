import Foundation
import GRDB
import Logging

/// SQLite through GRDB's pool: WAL, one writer connection, a reader connection per lane.
final class SQLiteBackend: Backend {
    private let pool: DatabasePool
    private let auditSeal: AuditSeal?
    let engine = Engine.sqlite

    /// GRDB opens WAL databases with synchronous=NORMAL, where a power cut takes the last commits back. The writer keeps
    /// 16 MB of pages, so that a batch does not read an index again that the last one has written; and 16 MB of log before
    /// it brings them home, as most pages are written again by the next batch.
    private static let writerSettings = """
        PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4096
        """

    init(path: String, readers: Int, patience: Duration, auditSeal: AuditSeal?) throws {
        self.auditSeal = auditSeal
        var configuration = Configuration()
        configuration.label = "rounds.database"
        configuration.maximumReaderCount = readers
        configuration.persistentReadOnlyConnections = true
        configuration.busyMode = .timeout(patience / .seconds(1))
        do {
            try SQLiteFile.prepare(path)
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { try $0.execute(sql: Self.writerSettings) }
        } catch let error as DatabaseError {
            throw SQLiteFailure.reason(for: error)
        }
    }

    func withWriter<T>(_ body: (any WriteSession) throws -> T) throws -> T {
        try pool.writeWithoutTransaction { try body(SQLiteSession($0, auditSeal: auditSeal)) }
    }

    func withReader<T>(lane: Int, _ body: (any Reader) throws -> T) throws -> T {
        do {
            return try pool.read { try body(SQLiteReader(database: $0)) }
        } catch let error as DatabaseError {
            throw SQLiteFailure.error(for: error)
        }
    }

    /// One process owns the file; its own commits are all there is to hear.
    func listen(_ heard: @escaping @Sendable (Int64) -> Void) {}

    func close() {
        // A statement still open would be a mistake in this target; the process ends either way and WAL recovers.
        try? pool.close()
    }
}

/// The database file is for its owner alone. SQLite gives -wal and -shm the mode of the file itself.
enum SQLiteFile {
    static func prepare(_ path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw PersistenceError.unavailable
        }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == ENOSPC || errno == EDQUOT ? PersistenceError.storageFull : PersistenceError.unavailable
        }
        fchmod(descriptor, 0o600)
        close(descriptor)
    }
}
