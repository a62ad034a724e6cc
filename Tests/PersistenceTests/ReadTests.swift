import Dispatch
import Kernel
import Persistence
import Testing
import TestSupport

@Suite struct ReadTests {
    @Test("A read sees one moment, whatever is committed meanwhile", arguments: TestEngine.available)
    func isolation(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            try await database.write { try $0.addNote("a") }
            let (hasRead, hasWritten) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let counts = database.read { (reader) throws in
                let before = try reader.integer("SELECT COUNT(*) FROM note")
                hasRead.signal()
                hasWritten.waitBriefly()
                return [before, try reader.integer("SELECT COUNT(*) FROM note")]
            }
            try await onThread { hasRead.waitBriefly() }
            try await database.write { try $0.addNote("b") }
            hasWritten.signal()
            #expect(try await counts == [1, 1])
            #expect(try await database.read { try $0.noteIDs() } == ["a", "b"])
        }
    }

    @Test("A write is invisible to readers until it commits", arguments: TestEngine.available)
    func uncommitted(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            let (hasWritten, hasRead) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let written: Void = database.write { (transaction) throws in
                try transaction.addNote("a")
                hasWritten.signal()
                hasRead.waitBriefly()
            }
            try await onThread { hasWritten.waitBriefly() }
            #expect(try await database.read { try $0.noteIDs() } == [])
            hasRead.signal()
            try await written
            #expect(try await database.read { try $0.noteIDs() } == ["a"])
        }
    }

    @Test("A caller reads what it has written", arguments: TestEngine.available)
    func ownWrites(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        try await database.write { try $0.addNote("n\(number)") }
                        let found = try await database.read {
                            try $0.integer("SELECT COUNT(*) FROM note WHERE id = \("n\(number)")")
                        }
                        #expect(found == 1)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(
        "When all connections stay busy a read waits, then hears that the database is unavailable",
        arguments: TestEngine.available)
    func exhaustion(engine: TestEngine) async throws {
        try await withDatabaseLocation(engine) { location in
            let database = try await Database.open(location, patience: .milliseconds(200))
            let release = DispatchSemaphore(value: 0)
            let started = DispatchSemaphore(value: 0)
            // More than any engine's readers: some run, the others wait.
            let busy = (0..<8).map { _ in
                Task {
                    try await database.read { _ in
                        started.signal()
                        release.waitBriefly()
                    }
                }
            }
            try await onThread { for _ in 0..<3 { started.waitBriefly() } }
            let error = await #expect(throws: PersistenceError.self) {
                for _ in 0..<8 { _ = try await database.read { try $0.integer("SELECT 1") } }
            }
            #expect(error == .unavailable)
            #expect(error?.kind == .unavailable(retryAfter: 5))
            for _ in 0..<8 { release.signal() }
            for task in busy { _ = await task.result }
            #expect(try await database.read { try $0.integer("SELECT 1") } == 1)
            await database.close()
        }
    }

    @Test("An error of a read body reaches its caller and harms nobody", arguments: TestEngine.available)
    func errors(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            for _ in 0..<20 {
                await #expect(throws: Refused()) { try await database.read { _ in throw Refused() } }
                await #expect(throws: DatabaseFault.self) {
                    try await database.read { _ = try $0.fetchAll("SELEKT 1") }
                }
            }
            #expect(try await database.read { try $0.integer("SELECT 1") } == 1)
        }
    }
}

/// Waits on a thread of its own, so that a waiting test holds none of the cooperative threads.
func onThread(_ work: @escaping @Sendable () -> Void) async throws {
    await withCheckedContinuation { continuation in
        DispatchQueue(label: "test.waiting").async {
            work()
            continuation.resume()
        }
    }
}
