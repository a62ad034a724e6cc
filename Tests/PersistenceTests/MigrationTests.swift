import Foundation
import Kernel
import Persistence
import Testing
import TestSupport

@Suite struct MigrationTests {
    private static func steps(failingAt failing: Int? = nil) -> [Migration] {
        (0..<4).map { step in
            Migration(name: "step-\(step)") { transaction in
                try transaction.execute("CREATE TABLE step\(raw: "\(step)") (id TEXT PRIMARY KEY)")
                try transaction.execute("INSERT INTO step\(raw: "\(step)") (id) VALUES ('a')")
                if step == failing { throw Refused() }
                try transaction.execute("INSERT INTO step\(raw: "\(step)") (id) VALUES ('b')")
            }
        }
    }

    private static func applied(_ database: Database) async throws -> [String] {
        try await database.read {
            try $0.fetchAll(String.self, "SELECT name FROM schema_migration WHERE name LIKE 'step-%' ORDER BY name")
        }
    }

    @Test(
        "A migration that fails leaves what was before it, and the next start goes on", arguments: TestEngine.available,
        0..<4)
    func failingStep(engine: TestEngine, failing: Int) async throws {
        try await withDatabaseLocation(engine) { location in
            try await withOpenDatabase(location) { (database) async throws in
                await #expect(throws: Refused()) { try await database.migrate(Self.steps(failingAt: failing)) }
            }
            try await withOpenDatabase(location) { (database) async throws in
                #expect(try await Self.applied(database) == (0..<failing).map { "step-\($0)" })
                await #expect(throws: DatabaseFault.self) {
                    try await database.read { _ = try $0.fetchAll("SELECT id FROM step\(raw: "\(failing)")") }
                }
                try await database.migrate(Self.steps())
                try await database.migrate(Self.steps())
                for step in 0..<4 {
                    let count = try await database.read { try $0.integer("SELECT COUNT(*) FROM step\(raw: "\(step)")") }
                    #expect(count == 2)
                }
            }
        }
    }

    @Test("A database of a newer program is refused and left alone", arguments: TestEngine.available)
    func newerSchema(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Self.steps()) { (database) async throws in
            let old = Array(Self.steps().dropLast()) + [Migration(name: "never") { try $0.execute("DROP TABLE step0") }]
            let error = await #expect(throws: PersistenceError.self) { try await database.migrate(old) }
            #expect(error == .newerSchema(["step-3"]))
            #expect(error?.sentence.contains("newer version of Rounds (step-3)") == true)
            #expect(try await database.read { try $0.integer("SELECT COUNT(*) FROM step0") } == 2)
        }
    }

    @Test("Servers that start together migrate once", arguments: TestEngine.available)
    func concurrentMigrators(engine: TestEngine) async throws {
        try await withDatabaseLocation(engine) { location in
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await withOpenDatabase(location) { (database) async throws in
                            try await database.migrate(Self.steps())
                            return try await database.read { try $0.epoch() }
                        }
                    }
                }
                let epochs = try await group.reduce(into: Set()) { $0.insert($1) }
                #expect(epochs.count == 1)
            }
        }
    }

    @Test("Two migrations of one name are a mistake that is found at once")
    func sameName() async throws {
        try await withDatabase(.sqlite) { (database) async throws in
            await #expect(throws: DatabaseFault.self) { try await database.migrate(Self.steps() + Self.steps()) }
            #expect(try await Self.applied(database) == [])
        }
    }

    /// Copies of the files taken in the middle of a step are exactly what a killed process leaves behind.
    @Test("Killed in the middle of a step, a SQLite database is as before the step", arguments: 0..<4)
    func killedInTheMiddle(step: Int) async throws {
        try await withTemporaryFolder { folder in
            let live = folder.appendingPathComponent("live", isDirectory: true)
            let image = folder.appendingPathComponent("image", isDirectory: true)
            var steps = Self.steps()
            let whole = steps[step]
            steps[step] = Migration(name: whole.name) { transaction in
                try whole.run(transaction)
                try FileManager.default.copyItem(at: live, to: image)
            }
            try await withOpenDatabase(.sqlite(live.appendingPathComponent("rounds.sqlite").path)) {
                try await $0.migrate(steps)
            }
            try await withOpenDatabase(.sqlite(image.appendingPathComponent("rounds.sqlite").path)) {
                (database) async throws in
                #expect(try await Self.applied(database) == (0..<step).map { "step-\($0)" })
                try await database.migrate(Self.steps())
                #expect(try await database.read { try $0.integer("SELECT COUNT(*) FROM step3") } == 2)
            }
        }
    }
}
