import Dispatch
import Foundation
import Kernel
import Persistence
import Testing
import TestSupport

@Suite struct LifecycleTests {
    @Test("What a write stored is there after reopening, and the epoch stays", arguments: TestEngine.available)
    func reopening(engine: TestEngine) async throws {
        try await withDatabaseLocation(engine) { location in
            let epoch = try await withOpenDatabase(location) { (database) async throws in
                try await database.migrate(noteSchema)
                try await database.write { try $0.addNote("a", number: 1) }
                return try await database.read { try $0.epoch() }
            }
            #expect(Identifier.isValid(epoch))
            try await withOpenDatabase(location) { (database) async throws in
                #expect(try await database.read { try $0.noteIDs() } == ["a"])
                #expect(try await database.read { try $0.epoch() } == epoch)
            }
        }
    }

    @Test("Facts about the database are kept by name", arguments: TestEngine.available)
    func meta(engine: TestEngine) async throws {
        try await withDatabase(engine) { (database) async throws in
            #expect(try await database.read { try $0.meta("colour") } == nil)
            try await database.write { try $0.setMeta("colour", "blue") }
            try await database.write { try $0.setMeta("colour", "green") }
            #expect(try await database.read { try $0.meta("colour") } == "green")
        }
    }

    @Test("Closing lets accepted work finish and refuses later work", arguments: TestEngine.available)
    func closing(engine: TestEngine) async throws {
        try await withDatabaseLocation(engine) { location in
            let database = try await Database.open(location)
            try await database.migrate(noteSchema)
            let (started, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let slow = Task {
                try await database.write { (transaction) throws in
                    started.signal()
                    release.waitBriefly()
                    try transaction.addNote("slow")
                }
            }
            try await onThread { started.waitBriefly() }
            let waiting = Task { try await database.write { try $0.addNote("waiting") } }
            // Nothing tells that a write has been accepted; 50 ms is long for handing over a closure.
            try await Task.sleep(for: .milliseconds(50))
            let closing = Task { await database.close() }
            try await Task.sleep(for: .milliseconds(50))
            release.signal()
            await closing.value
            try await slow.value
            try await waiting.value
            await #expect(throws: PersistenceError.unavailable) { try await database.read { try $0.noteIDs() } }
            await #expect(throws: PersistenceError.unavailable) { try await database.write { try $0.addNote("late") } }
            await #expect(throws: PersistenceError.unavailable) { try await database.migrate(noteSchema) }
            await database.close()
            try await withOpenDatabase(location) { (database) async throws in
                #expect(try await database.read { try $0.noteIDs() } == ["slow", "waiting"])
            }
        }
    }

    @Test(
        "A write that another process keeps waiting hears that the database is busy, then succeeds",
        arguments: TestEngine.available)
    func busy(engine: TestEngine) async throws {
        try await withDatabaseLocation(engine) { location in
            try await withOpenDatabase(location) { (holder) async throws in
                try await holder.migrate(noteSchema)
                let database = try await Database.open(location, patience: .milliseconds(200))
                let (started, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
                let holding = Task {
                    try await holder.write { (transaction) throws in
                        started.signal()
                        release.waitBriefly()
                        try transaction.addNote("holder")
                    }
                }
                try await onThread { started.waitBriefly() }
                let error = await #expect(throws: PersistenceError.self) {
                    try await database.write { try $0.addNote("other") }
                }
                #expect(error == .locked)
                #expect(error?.kind == .unavailable(retryAfter: 1))
                release.signal()
                try await holding.value
                try await database.write { try $0.addNote("other") }
                #expect(try await database.read { try $0.noteIDs() } == ["holder", "other"])
                await database.close()
            }
        }
    }

    @Test("Commits are synchronous on every engine", arguments: TestEngine.available)
    func synchronous(engine: TestEngine) async throws {
        try await withDatabase(engine) { (database) async throws in
            try await database.write { (transaction) throws in
                switch transaction.engine {
                case .sqlite:
                    #expect(try transaction.integer("PRAGMA synchronous") == 2)
                    #expect(try transaction.text("PRAGMA journal_mode") == "wal")
                    #expect(try transaction.integer("PRAGMA foreign_keys") == 1)
                case .postgres:
                    #expect(try transaction.text("SHOW synchronous_commit") == "on")
                }
            }
        }
    }

    /// A copy of the files of an open database is what a killed process leaves behind.
    @Test("What a write returned for survives a kill at that moment")
    func killedAfterWrite() async throws {
        try await withTemporaryFolder { folder in
            let live = folder.appendingPathComponent("live", isDirectory: true)
            try await withOpenDatabase(.sqlite(live.appendingPathComponent("rounds.sqlite").path)) { database in
                try await database.migrate(noteSchema)
                for round in 1...3 {
                    try await database.write { try $0.addNote("n\(round)") }
                    let image = folder.appendingPathComponent("image\(round)", isDirectory: true)
                    try FileManager.default.copyItem(at: live, to: image)
                    let ids = try await withOpenDatabase(.sqlite(image.appendingPathComponent("rounds.sqlite").path)) {
                        try await $0.read { try $0.noteIDs() }
                    }
                    #expect(ids == (1...round).map { "n\($0)" })
                }
            }
        }
    }

    @Test("A location in a log shows no password")
    func redaction() {
        let location = DatabaseLocation.postgres("postgres://rounds:secret@db.school:5432/rounds?password=secret")
        #expect("\(location)" == "PostgreSQL db.school:5432/rounds")
        #expect("\(DatabaseLocation.postgres("postgres:///x?password=secret"))" == "PostgreSQL of the environment")
    }

    @Test("The file belongs to its owner alone")
    func fileModes() async throws {
        try await withTemporaryFolder { folder in
            let inner = folder.appendingPathComponent("data/rounds", isDirectory: true)
            let path = inner.appendingPathComponent("rounds.sqlite").path
            try await withOpenDatabase(.sqlite(path)) { (database) async throws in
                try await database.migrate(noteSchema)
                for file in [path, path + "-wal", path + "-shm"] {
                    #expect(try mode(file) == 0o600)
                }
                #expect(try mode(inner.path) == 0o700)
            }
        }
    }

    @Test("What is no database is refused with a sentence")
    func noDatabase() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("letter.txt")
            try Data(repeating: 0x41, count: 5_000).write(to: file)
            await #expect(throws: PersistenceError.unreadable) { try await Database.open(.sqlite(file.path)) }
            await #expect(throws: PersistenceError.unavailable) { try await Database.open(.sqlite(folder.path)) }
            await #expect(throws: PersistenceError.unavailable) {
                try await Database.open(.sqlite(file.path + "/inside/rounds.sqlite"))
            }
            await #expect(throws: PersistenceError.unavailable) {
                try await Database.open(.postgres("postgres://nobody@127.0.0.1:1/none"))
            }
            #expect(try Data(contentsOf: file).count == 5_000)
        }
    }

    @Test("A full disk fails the write with its own code and keeps what was stored")
    func fullDisk() async throws {
        try await withNotes(.sqlite) { (database) async throws in
            try await database.write { (transaction) throws in
                try transaction.addNote("before")
                let pages = try transaction.integer("PRAGMA page_count") ?? 0
                _ = try transaction.integer("PRAGMA max_page_count = \(raw: "\(pages + 20)")")
            }
            let error = await #expect(throws: PersistenceError.self) {
                try await database.write { try $0.addNote("big", body: String(repeating: "x", count: 1_000_000)) }
            }
            #expect(error == .storageFull)
            #expect(error?.code == "storage_full")
            try await database.write { try $0.addNote("small") }
            #expect(try await database.read { try $0.noteIDs() } == ["before", "small"])
        }
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }
}
