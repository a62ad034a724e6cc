import Kernel
import Persistence
import Register
import TestSupport
import Testing
import Web

@testable import Insights

@Suite struct StoreDatasetCacheTests {
    private static let owner = Principal(userID: Identifier.v7(), name: "Owner", role: .owner)

    private static func add(_ store: InsightsStore, _ module: String, rows: Int) async throws {
        var text = "studentId,firstName,surname,academicAdvisor,startDateTime,present\n"
        for row in 0..<rows { text += "1,A,B,C,2025-09-01 \(10 + row / 60):\(row % 60 / 10)\(row % 10),True\n" }
        let bytes = Array(text.utf8)
        _ = try await store.importFile(ImportRequest(name: "a.csv", module: module), by: owner) { arrival in
            // in parts that cut lines and cells
            for start in stride(from: 0, to: bytes.count, by: 100) {
                try await arrival.take(Array(bytes[start..<min(start + 100, bytes.count)]))
            }
        }
    }

    @Test("Datasets over the limit are forgotten, the one asked for never, and come back as they were")
    func eviction() async throws {
        try await withDatabase(.sqlite, migrations: registerMigrations + insightsMigrations) { database in
            let store = InsightsStore(database: database)
            for (module, rows) in [("101", 40), ("201", 50), ("301", 200)] {
                try await Self.add(store, module, rows: rows)
            }
            let cache = DatasetCache(database: database, mostRows: 100)
            func rows(_ module: String) async throws -> Int {
                try await cache.snapshot(of: module, atLeast: 3).table.count
            }
            #expect(try await rows("101") == 40 && cache.rows == 40)
            #expect(try await rows("201") == 50 && cache.rows == 90)
            #expect(try await rows("301") == 200 && cache.rows == 200)
            #expect(try await rows("101") == 40 && cache.rows == 40)
        }
    }

    @Test("Asked for by many at once, a dataset is made once and right", arguments: TestEngine.available)
    func singleFlight(_ engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: registerMigrations + insightsMigrations) { database in
            try await Self.add(InsightsStore(database: database), "501", rows: 60)
            let store = InsightsStore(database: database)
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<32 {
                    group.addTask { try await store.view("501", Self.owner).snapshot.table.count }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts == Array(repeating: 60, count: 32))
        }
    }

    @Test("A file whose sender gives up leaves nothing behind", arguments: TestEngine.available)
    func givenUp(_ engine: TestEngine) async throws {
        struct Gone: Error {}
        try await withDatabase(engine, migrations: registerMigrations + insightsMigrations) { database in
            let store = InsightsStore(database: database)
            await #expect(throws: Gone.self) {
                _ = try await store.importFile(ImportRequest(name: "a501.csv"), by: Self.owner) { arrival in
                    try await arrival.take(Array("studentId,".utf8))
                    throw Gone()
                }
            }
            let left = try await database.read { try $0.integer("SELECT COUNT(*) FROM insight_chunk") }
            #expect(left == 0)
        }
    }
}
