import Kernel
import Persistence
import Testing
import TestSupport

@Suite struct ChangeTests {
    /// The promise that sync stands on: whoever has seen change N has seen every change before it. Two programs write at
    /// once, some bodies and some parts of bodies fail, and readers on both follow the whole time, as devices do: what
    /// is newer than the cursor, and as the next cursor the number of the last change that this view holds.
    @Test("A reader that follows the change numbers never skips one", arguments: TestEngine.available)
    func noReaderSkips(engine: TestEngine) async throws {
        let (writers, perWriter) = (16, 25)
        try await withDatabaseLocation(engine) { location in
            try await withOpenDatabase(location) { (first) async throws in
                try await first.migrate(noteSchema)
                try await withOpenDatabase(location) { (second) async throws in
                    let finished = Log()
                    let followed: [[Int64]] = try await withThrowingTaskGroup(of: [Int64]?.self) { group in
                        for writer in 0..<writers {
                            let database = writer.isMultiple(of: 2) ? first : second
                            group.addTask {
                                defer { finished.add("\(writer)") }
                                for number in 0..<perWriter {
                                    try? await database.write { try Self.write("\(writer)-\(number)", number, in: $0) }
                                }
                                return nil
                            }
                        }
                        for database in [first, second, first, second] {
                            group.addTask {
                                try await Self.follow(database) { finished.entries.count == writers }
                            }
                        }
                        return try await group.reduce(into: [[Int64]]()) { if let seen = $1 { $0.append(seen) } }
                    }
                    // of four bodies one fails, and one makes two changes
                    let stored = writers * (0..<perWriter).reduce(0) { $0 + [0, 1, 2, 1][$1 % 4] }
                    for seen in followed { #expect(seen == Array(1...Int64(stored))) }
                    #expect(followed.count == 4)
                    #expect(try await second.read { try $0.lastChange() } == Int64(stored))
                }
            }
        }
    }

    private static func write(_ id: String, _ number: Int, in tx: any Transaction) throws {
        try tx.addNote(id, change: try tx.nextChange())
        switch number % 4 {
        case 0: throw Refused()
        case 2: try tx.addNote(id + " again", change: try tx.nextChange())
        default:
            try? tx.savepoint {
                try tx.addNote(id + " not", change: try tx.nextChange())
                throw Refused()
            }
        }
    }

    /// Every change in the order in which it was seen, until all writers are done.
    private static func follow(
        _ database: Database, until isDone: @escaping @Sendable () -> Bool
    ) async throws -> [Int64] {
        var seen: [Int64] = []
        var cursor: Int64 = 0
        var isLast = false
        while !isLast {
            isLast = isDone()
            let after = cursor
            let (changes, head) = try await database.read { reader in
                (
                    try reader.fetchAll(
                        Int64.self, "SELECT change FROM note WHERE change > \(after) ORDER BY change"),
                    try reader.lastChange()
                )
            }
            seen += changes
            cursor = head
        }
        return seen
    }

    @Test("Who is told of a change finds it and all before it", arguments: TestEngine.available)
    func toldAndThere(engine: TestEngine) async throws {
        try await withDatabaseLocation(engine) { location in
            try await withOpenDatabase(location) { (first) async throws in
                try await first.migrate(noteSchema)
                try await withOpenDatabase(location) { (second) async throws in
                    // SQLite belongs to one program; on PostgreSQL the other one is told too
                    let listening = engine == .sqlite ? [first] : [first, second]
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for database in listening {
                            let changes = database.changes()
                            group.addTask {
                                for await change in changes {
                                    let count = try await database.read { reader in
                                        try reader.integer("SELECT COUNT(*) FROM note WHERE change <= \(change)")
                                    }
                                    #expect(count == change)
                                    if change == 80 { break }
                                }
                            }
                        }
                        for number in 0..<80 {
                            group.addTask {
                                try await first.write { tx in
                                    try tx.addNote("\(number)", change: try tx.nextChange())
                                }
                            }
                        }
                        try await group.waitForAll()
                    }
                }
            }
        }
    }

    @Test("A number that is rolled back is given to the next change", arguments: TestEngine.available)
    func noHoles(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            #expect(try await database.read { try $0.lastChange() } == 0)
            try? await database.write { (transaction) throws in
                _ = try transaction.nextChange()
                throw Refused()
            }
            let numbers = try await database.write { (transaction) throws in
                try? transaction.savepoint {
                    _ = try transaction.nextChange()
                    throw Refused()
                }
                return [try transaction.nextChange(), try transaction.nextChange()]
            }
            #expect(numbers == [1, 2])
        }
    }

    @Test("Every listener hears the newest committed change, in order", arguments: TestEngine.available)
    func listeners(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            let streams = (0..<20).map { _ in database.changes() }
            try await withThrowingTaskGroup(of: [Int64].self) { group in
                for stream in streams {
                    group.addTask {
                        var heard: [Int64] = []
                        for await change in stream {
                            heard.append(change)
                            if change == 50 { break }
                        }
                        return heard
                    }
                }
                for _ in 0..<50 { try await database.write { _ = try $0.nextChange() } }
                for try await heard in group {
                    #expect(heard.last == 50)
                    #expect(heard == heard.sorted())
                }
            }
        }
    }

    @Test(
        "Nothing is heard of changes that were undone, and streams end when the database closes",
        arguments: TestEngine.available)
    func silence(engine: TestEngine) async throws {
        try await withDatabaseLocation(engine) { location in
            let database = try await Database.open(location)
            let stream = database.changes()
            try? await database.write { (transaction) throws in
                _ = try transaction.nextChange()
                throw Refused()
            }
            try await database.write { (transaction) throws in
                try? transaction.savepoint {
                    _ = try transaction.nextChange()
                    throw Refused()
                }
            }
            await database.close()
            var heard: [Int64] = []
            for await change in stream { heard.append(change) }
            #expect(heard == [])
            var late = database.changes().makeAsyncIterator()
            #expect(await late.next() == nil)
        }
    }
}
