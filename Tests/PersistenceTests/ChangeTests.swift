import Kernel
import Persistence
import Testing
import TestSupport

@Suite struct ChangeTests {
    /// The promise that sync stands on: whoever has seen change N has seen every change before it. Two programs write
    /// at once, some bodies fail, and a reader follows by cursor the whole time.
    @Test("A reader that follows the change numbers never skips one", arguments: TestEngine.available)
    func noReaderSkips(engine: TestEngine) async throws {
        let perWriter = 25
        try await withDatabaseLocation(engine) { location in
            try await withOpenDatabase(location) { (first) async throws in
                try await first.migrate(noteSchema)
                try await withOpenDatabase(location) { (second) async throws in
                    let finished = Log()
                    let seen = try await withThrowingTaskGroup(of: [Int64].self) { group in
                        for writer in 0..<16 {
                            let database = writer.isMultiple(of: 2) ? first : second
                            group.addTask {
                                defer { finished.add("\(writer)") }
                                for number in 0..<perWriter {
                                    try? await database.write { (transaction) throws in
                                        let change = try transaction.nextChange()
                                        try transaction.addNote("\(writer)-\(number)", change: change)
                                        if number.isMultiple(of: 4) { throw Refused() }
                                    }
                                }
                                return []
                            }
                        }
                        group.addTask {
                            var seen: [Int64] = []
                            var isLast = false
                            while !isLast {
                                isLast = finished.entries.count == 16
                                let cursor = seen.last ?? 0
                                seen += try await first.read {
                                    try $0.fetchAll(
                                        Int64.self, "SELECT change FROM note WHERE change > \(cursor) ORDER BY change")
                                }
                            }
                            return seen
                        }
                        return try await group.reduce([], +)
                    }
                    let stored = 16 * (0..<perWriter).count { !$0.isMultiple(of: 4) }
                    #expect(seen == Array(1...Int64(stored)))
                    #expect(try await second.read { try $0.lastChange() } == Int64(stored))
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
