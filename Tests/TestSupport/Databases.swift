package import Foundation
package import Persistence

/// The engines that contract suites run over: `@Test(arguments: TestEngine.available)`.
///
/// SQLite always. PostgreSQL when `ROUNDS_TEST_POSTGRES_URL` names a cluster that may be written to (`scripts/postgres
/// start` prints such a URL); with `CI` or `ROUNDS_REQUIRE_POSTGRES=1` set, its absence fails the tests.
package enum TestEngine: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite, postgres

    package var description: String { rawValue }

    package static let available: [TestEngine] = {
        let environment = ProcessInfo.processInfo.environment
        let isRequired = environment["ROUNDS_REQUIRE_POSTGRES"] == "1" || environment["CI"] != nil
        if postgresURL != nil || isRequired { return allCases }
        FileHandle.standardError.write(
            Data("ROUNDS_TEST_POSTGRES_URL is not set: database tests run on SQLite only.\n".utf8))
        return [.sqlite]
    }()

    static let postgresURL = ProcessInfo.processInfo.environment["ROUNDS_TEST_POSTGRES_URL"].flatMap {
        $0.isEmpty ? nil : $0
    }
}

package struct MissingPostgres: Error, CustomStringConvertible {
    package var description: String {
        "ROUNDS_TEST_POSTGRES_URL is not set. Start a cluster with scripts/postgres and export the URL it prints."
    }
}

/// An empty place of its own for one test, gone afterwards: a temporary folder, or a schema of the test cluster.
package func withDatabaseLocation<T>(
    _ engine: TestEngine, _ body: (DatabaseLocation) async throws -> T
) async throws -> T {
    switch engine {
    case .sqlite:
        try await withTemporaryFolder { folder in
            try await body(.sqlite(folder.appendingPathComponent("rounds.sqlite").path))
        }
    case .postgres:
        try await withPostgresSchema { url in try await body(.postgres(url, poolSize: 3)) }
    }
}

/// A database of its own for one test, migrated, closed and removed afterwards.
package func withDatabase<T>(
    _ engine: TestEngine, migrations: [Migration] = [], _ body: (Database) async throws -> T
) async throws -> T {
    try await withDatabaseLocation(engine) { location in
        try await withOpenDatabase(location) { database in
            try await database.migrate(migrations)
            return try await body(database)
        }
    }
}

/// Opens a database and closes it however `body` ends.
@discardableResult package func withOpenDatabase<T>(
    _ location: DatabaseLocation, _ body: (Database) async throws -> T
) async throws -> T {
    let database = try await Database.open(location)
    do {
        let value = try await body(database)
        await database.close()
        return value
    } catch {
        await database.close()
        throw error
    }
}

/// The same test on every engine there is, one after the other.
package func withEachEngine(
    migrations: [Migration] = [], _ body: (Database) async throws -> Void
) async throws {
    for engine in TestEngine.available {
        try await withDatabase(engine, migrations: migrations, body)
    }
}

package func withTemporaryFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rounds-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

private func withPostgresSchema<T>(_ body: (String) async throws -> T) async throws -> T {
    guard let url = TestEngine.postgresURL else { throw MissingPostgres() }
    let schema = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
    try await withOpenDatabase(.postgres(url, poolSize: 1)) { cluster in
        _ = try await cluster.write { try $0.execute("CREATE SCHEMA \(raw: schema)") }
    }
    let separator = url.contains("?") ? "&" : "?"
    let result: Result<T, any Error>
    do {
        result = .success(try await body("\(url)\(separator)options=-csearch_path%3D\(schema)"))
    } catch {
        result = .failure(error)
    }
    try await withOpenDatabase(.postgres(url, poolSize: 1)) { cluster in
        _ = try await cluster.write { try $0.execute("DROP SCHEMA \(raw: schema) CASCADE") }
    }
    return try result.get()
}
