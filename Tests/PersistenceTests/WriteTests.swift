import Dispatch
import Kernel
import Persistence
import Synchronization
import Testing
import TestSupport

@Suite struct WriteTests {
    @Test("What a body wrote is gone when it throws", arguments: TestEngine.available)
    func rollback(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            await #expect(throws: Refused()) {
                try await database.write { (transaction) throws in
                    try transaction.addNote("a")
                    throw Refused()
                }
            }
            #expect(try await database.read { try $0.noteIDs() } == [])
        }
    }

    @Test("Of 64 writers at once, those that throw lose their own rows only", arguments: TestEngine.available)
    func groupRollback(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            let failures = await withTaskGroup(of: Int.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        do {
                            try await database.write { (transaction) throws in
                                try transaction.addNote("n\(number)", number: number)
                                if number.isMultiple(of: 5) { throw Refused() }
                                if number % 7 == 1 { try transaction.addNote("n\(number)") }
                            }
                            return 0
                        } catch {
                            return 1
                        }
                    }
                }
                return await group.reduce(0, +)
            }
            let expected = (0..<64).filter { !$0.isMultiple(of: 5) && $0 % 7 != 1 }
            #expect(failures == 64 - expected.count)
            let numbers = try await database.read {
                try $0.fetchAll(Int.self, "SELECT number FROM note ORDER BY number")
            }
            #expect(numbers == expected)
        }
    }

    @Test("A thousand concurrent read-and-write bodies lose nothing", arguments: TestEngine.available)
    func counter(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            try await database.write { try $0.addNote("a", number: 0) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        for _ in 0..<16 {
                            try await database.write { (transaction) throws in
                                let old = try transaction.integer("SELECT number FROM note WHERE id = 'a'") ?? 0
                                try transaction.execute("UPDATE note SET number = \(old + 1) WHERE id = 'a'")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.integer("SELECT number FROM note") } == 1_024)
        }
    }

    @Test(
        "Writes that wait together share one commit, and each hears of it after that", arguments: TestEngine.available)
    func groups(engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let events = Log()
            let (started, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let first = Task {
                try await database.write { _ in
                    started.signal()
                    release.waitBriefly()
                }
            }
            try await onThread { started.waitBriefly() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await database.write { transaction in
                            events.add("body")
                            transaction.afterCommit { events.add("committed") }
                            try transaction.addNote("n\(number)")
                        }
                    }
                }
                // Time for most of the forty to queue up behind the first.
                try await Task.sleep(for: .milliseconds(100))
                release.signal()
                try await group.waitForAll()
            }
            try await first.value
            let commits = zip(events.entries, events.entries.dropFirst()).count { $0 == "body" && $1 == "committed" }
            #expect(events.entries.count == 80)
            #expect(commits + 1 < 40)
        }
    }

    @Test(
        "afterCommit runs after the commit, before write returns, and never for what was undone",
        arguments: TestEngine.available)
    func afterCommit(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            let ran = Log()
            try await database.write { (transaction) throws in
                transaction.afterCommit { ran.add("outer") }
                try? transaction.savepoint {
                    transaction.afterCommit { ran.add("undone savepoint") }
                    throw Refused()
                }
                try transaction.savepoint { transaction.afterCommit { ran.add("savepoint") } }
                #expect(ran.entries == [])
            }
            #expect(ran.entries == ["outer", "savepoint"])
            try? await database.write { (transaction) throws in
                transaction.afterCommit { ran.add("undone body") }
                throw Refused()
            }
            #expect(ran.entries == ["outer", "savepoint"])
        }
    }

    @Test("A savepoint undoes a part; the rest is stored", arguments: TestEngine.available)
    func savepoints(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            try await database.write { (transaction) throws in
                try transaction.addNote("a", number: 1)
                #expect(throws: PersistenceError.duplicate("note.number")) {
                    try transaction.savepoint {
                        try transaction.addNote("b", number: 2)
                        try transaction.savepoint { try transaction.addNote("c", number: 3) }
                        try transaction.addNote("d", number: 1)
                    }
                }
                try transaction.addNote("e", number: 2)
            }
            #expect(try await database.read { try $0.noteIDs() } == ["a", "e"])
        }
    }

    @Test("A body that hides a failed statement is undone, on both engines alike", arguments: TestEngine.available)
    func brokenTransaction(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            let fault = await #expect(throws: DatabaseFault.self) {
                try await database.write { (transaction) throws in
                    try transaction.addNote("a", number: 1)
                    _ = try? transaction.addNote("b", number: 1)
                }
            }
            #expect(fault?.kind == .brokenTransaction)
            #expect(try await database.read { try $0.noteIDs() } == [])
            try await database.write { try $0.addNote("c", number: 1) }
        }
    }

    @Test("Rules of the schema are told apart in the same words by both engines", arguments: TestEngine.available)
    func violations(engine: TestEngine) async throws {
        let cases: [(SQL, PersistenceError)] = [
            ("INSERT INTO note (id) VALUES ('a')", .duplicate("note.id")),
            ("INSERT INTO note (id, number) VALUES ('x', 1)", .duplicate("note.number")),
            ("INSERT INTO note (id, folder_id, body) VALUES ('x', 'f', 'B')", .duplicate("note.folder_id, note.body")),
            ("INSERT INTO note (id, body) VALUES ('x', 'HELLO')", .duplicate("note_lower_body")),
            ("INSERT INTO note (id, folder_id) VALUES ('x', 'nowhere')", .missingReference),
            ("DELETE FROM folder", .missingReference),
            ("INSERT INTO note (id, is_open) VALUES ('x', NULL)", .refused("note.is_open")),
        ]
        try await withNotes(engine) { (database) async throws in
            try await database.write { (transaction) throws in
                try transaction.execute("INSERT INTO folder (id) VALUES ('f')")
                try transaction.addNote("a", number: 1, body: "hello")
                try transaction.execute("INSERT INTO note (id, folder_id, body) VALUES ('b', 'f', 'B')")
            }
            for (statement, expected) in cases {
                await #expect(throws: expected) { try await database.write { try $0.execute(statement) } }
            }
            let error = await #expect(throws: PersistenceError.self) {
                try await database.write { try $0.execute("INSERT INTO note (id, weight) VALUES ('x', -1)") }
            }
            #expect(error?.code == "rule_violated")
            #expect(try await database.read { try $0.noteIDs() } == ["a", "b"])
        }
    }

    @Test("Rows changed are counted", arguments: TestEngine.available)
    func changedRows(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            try await database.write { (transaction) throws in
                for number in 1...3 { try transaction.addNote("n\(number)", number: number) }
                #expect(try transaction.execute("UPDATE note SET body = 'x' || id WHERE number > \(1)") == 2)
                #expect(try transaction.execute("DELETE FROM note WHERE number > \(9)") == 0)
                #expect(try transaction.execute("CREATE TABLE other (id TEXT)") == 0)
                let returned = try transaction.fetchAll(
                    String.self,
                    """
                    INSERT INTO note (id, number) VALUES ('n1', 9)
                    ON CONFLICT (id) DO UPDATE SET number = excluded.number RETURNING id
                    """)
                #expect(returned == ["n1"])
            }
        }
    }

    @Test("Wrong SQL is a fault with the statement and without its values", arguments: TestEngine.available)
    func faults(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            let fault = await #expect(throws: DatabaseFault.self) {
                try await database.write { try $0.execute("INSERT INTO nowhere VALUES (\("secret"))") }
            }
            #expect(fault?.description.contains("INSERT INTO nowhere") == true)
            #expect(fault?.description.contains("secret") == false)
            await #expect(throws: DatabaseFault.self) {
                try await database.read { _ = try $0.fetchAll("INSERT INTO folder (id) VALUES ('a') RETURNING id") }
            }
        }
    }
}

/// What happened, in order.
final class Log: Sendable {
    private let state = Mutex<[String]>([])
    var entries: [String] { state.withLock { $0 } }
    func add(_ entry: String) { state.withLock { $0.append(entry) } }
}
