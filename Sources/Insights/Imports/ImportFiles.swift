import Dispatch
import Documents
import Kernel
import Persistence
import Synchronization

/// The bytes of imports as they lie in the database: in parts, packed.
enum ImportFiles {
    static func part(_ id: String, _ number: Int, _ database: Database) async throws -> [UInt8]? {
        let row = try await database.read { reader in
            try reader.fetchOne(
                "SELECT size, bytes FROM insight_chunk WHERE import_id = \(id) AND number = \(number)")
        }
        guard let row else { return nil }
        guard let size = row[0].integer, let packed = row[1].blob,
            let bytes = PackedBytes.unpack(packed, size: Int(size))
        else { throw PersistenceError.unreadable }
        return bytes
    }

    /// For readers on a thread of their own, which may wait: while one part is read, the next one is fetched.
    static func source(_ id: String, _ database: Database) -> ByteSource {
        ByteSource { body in
            func fetch(_ number: Int) -> Waiting<[UInt8]?> { Waiting { try await part(id, number, database) } }
            var number = 0
            var next = fetch(0)
            while let part = try next.value() {
                number += 1
                next = fetch(number)
                try part.withUnsafeBytes(body)
            }
        }
    }

    static func remove(_ id: String, _ database: Database) async throws {
        try await database.write { tx in try tx.execute("DELETE FROM insight_chunk WHERE import_id = \(id)") }
    }
}

/// A value that is being fetched, for a thread that waits for it. Never wait on a cooperative thread.
private final class Waiting<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () async throws -> Value) {
        Task {
            let outcome: Result<Value, any Error>
            do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
            self.result.withLock { $0 = outcome }
            self.done.signal()
        }
    }

    func value() throws -> Value {
        done.wait()
        return try result.withLock { try $0!.get() }
    }
}
