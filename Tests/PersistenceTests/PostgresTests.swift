import Kernel
import Persistence
import Testing
import TestSupport

/// What only PostgreSQL can do to us: connections that die, and other servers.
@Suite(.enabled(if: TestEngine.available.contains(.postgres)))
struct PostgresTests {
    /// Opens a database whose connections can be told from all others of the cluster.
    private func withNamedDatabase(_ body: (Database, String, DatabaseLocation) async throws -> Void) async throws {
        let name = "test-\(Identifier.v7())"
        try await withDatabaseLocation(.postgres) { location in
            guard case .postgres(let url, _) = location else { return }
            let named = DatabaseLocation.postgres(url + "&application_name=" + name, poolSize: 2)
            try await withOpenDatabase(named) { (database) async throws in
                try await database.migrate(noteSchema)
                try await body(database, name, location)
            }
        }
    }

    private func killConnections(_ name: String, from other: Database) async throws {
        _ = try await other.read {
            try $0.fetchAll("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = \(name)")
        }
    }

    @Test("Lost connections are replaced without anybody noticing")
    func reconnects() async throws {
        try await withNamedDatabase { (database, name, location) async throws in
            try await withOpenDatabase(location) { (other) async throws in
                for round in 1...3 {
                    _ = try await database.read { try $0.noteIDs() }
                    try await killConnections(name, from: other)
                    try await database.write { try $0.addNote("n\(round)") }
                    #expect(try await database.read { try $0.noteIDs() }.count == round)
                }
            }
        }
    }

    @Test("A write whose connection dies in the middle runs again and is stored once")
    func diesInTheMiddle() async throws {
        try await withNamedDatabase { (database, _, _) async throws in
            let runs = Log()
            try await database.write { (transaction) throws in
                runs.add("run")
                transaction.afterCommit { runs.add("committed") }
                try transaction.addNote("a")
                if runs.entries.count == 1 {
                    _ = try transaction.fetchAll("SELECT pg_terminate_backend(pg_backend_pid())")
                }
                try transaction.addNote("b")
            }
            #expect(runs.entries == ["run", "run", "committed"])
            #expect(try await database.read { try $0.noteIDs() } == ["a", "b"])
        }
    }

    @Test("A migration whose connection dies leaves the state before it")
    func migrationDies() async throws {
        try await withNamedDatabase { (database, _, _) async throws in
            let table = "CREATE TABLE more (id TEXT)" as SQL
            let dying = Migration(name: "test-0002 more") { transaction in
                try transaction.execute(table)
                _ = try transaction.fetchAll("SELECT pg_terminate_backend(pg_backend_pid())")
            }
            await #expect(throws: PersistenceError.unavailable) { try await database.migrate(noteSchema + [dying]) }
            try await database.migrate(noteSchema + [Migration(name: "test-0002 more") { try $0.execute(table) }])
            #expect(try await database.read { try $0.integer("SELECT COUNT(*) FROM more") } == 0)
        }
    }

    @Test("A server hears what another server commits, also after its listening connection was lost")
    func hearsOthers() async throws {
        try await withNamedDatabase { (database, name, location) async throws in
            try await withOpenDatabase(location) { (other) async throws in
                var heard = database.changes().makeAsyncIterator()
                let first = try await other.write { try $0.nextChange() }
                #expect(await heard.next() == first)
                try await killConnections(name, from: other)
                let second = try await other.write { try $0.nextChange() }
                #expect(await heard.next() == second)
            }
        }
    }

    @Test("A table changed by another server does not break prepared statements for long")
    func changedTable() async throws {
        try await withNamedDatabase { (database, _, location) async throws in
            try await database.write { try $0.addNote("a", number: 1) }
            for _ in 0..<8 { #expect(try await database.read { try $0.fetchAll("SELECT * FROM note") }.count == 1) }
            try await withOpenDatabase(location) { (other) async throws in
                _ = try await other.write { try $0.execute("ALTER TABLE note ADD COLUMN colour TEXT") }
            }
            for _ in 0..<8 { #expect(try await database.read { try $0.fetchAll("SELECT * FROM note") }.count == 1) }
            try await database.write { (transaction) throws in
                #expect(try transaction.fetchAll("SELECT * FROM note").count == 1)
            }
        }
    }

    @Test("More statements than a connection keeps prepared")
    func manyStatements() async throws {
        try await withNamedDatabase { (database, _, _) async throws in
            try await database.read { (reader) throws in
                for number in 0..<1_100 {
                    #expect(try reader.integer("SELECT \(number) + \(raw: "\(number)")") == Int64(number * 2))
                }
            }
        }
    }

    @Test("A rule that is checked at the end fails the body that broke it and no other of its group")
    func deferredRule() async throws {
        try await withNamedDatabase { (database, _, _) async throws in
            _ = try await database.write {
                try $0.execute(
                    """
                    CREATE TABLE child (id TEXT PRIMARY KEY,
                        parent TEXT REFERENCES folder(id) DEFERRABLE INITIALLY DEFERRED)
                    """)
            }
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<32 {
                    group.addTask {
                        let parent = number.isMultiple(of: 8) ? "missing" : nil
                        do {
                            try await database.write {
                                _ = try $0.execute("INSERT INTO child (id, parent) VALUES (\("c\(number)"), \(parent))")
                            }
                            return true
                        } catch {
                            return (error as? PersistenceError) != .missingReference
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 } == 28)
            #expect(try await database.read { try $0.integer("SELECT COUNT(*) FROM child") } == 28)
        }
    }
}
