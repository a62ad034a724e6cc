import Documents
import Kernel
import Persistence

/// A file on its way in. Its parts are stored as they come; nobody sees them before the import is recorded.
package actor ImportArrival {
    /// In bytes.
    package static let limit = 2 << 30
    /// Of a part, in bytes; one row of the database each.
    package static let partSize = 4 << 20
    /// A file no larger than this stays in memory until it is read, in bytes.
    private static let kept = 32 << 20

    package nonisolated let id = Identifier.v7()
    private let database: Database
    private let executor = QueueExecutor("rounds.insights.arrival")
    private var hash = Digest.Running()
    private var parts = 0
    private var bytes: [UInt8]? = []
    private(set) var size = 0

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(database: Database) { self.database = database }

    /// - Throws: `PersistenceError`
    package func take(_ part: [UInt8]) async throws {
        hash.update(part)
        size += part.count
        if size <= Self.kept { bytes?.append(contentsOf: part) } else { bytes = nil }
        guard let packed = PackedBytes.pack(part) else { throw PersistenceError.unavailable }
        let number = parts
        parts += 1
        try await database.write { [id] tx in
            try tx.execute(
                """
                INSERT INTO insight_chunk (import_id, number, size, bytes)
                VALUES (\(id), \(number), \(part.count), \(packed))
                """)
        }
    }

    var sha256: String { hash.hex }

    var source: ByteSource { bytes.map(ByteSource.bytes) ?? ImportFiles.source(id, database) }
}
