import Foundation
import Logging
import Persistence

/// Opens the database of a data folder beside a server that may be running, and closes it.
func withDatabase<T>(
    _ data: DataOptions, _ body: (Database, Settings, Logger) async throws -> T
) async throws -> T {
    let settings = try data.settings()
    let folder = try DataFolder(settings.dataFolder, isLocked: false)
    defer { withExtendedLifetime(folder) {} }
    let logger = ServerLog.start(level: .warning)
    let database = try await openDatabase(settings, logger: logger)
    do {
        let value = try await body(database, settings, logger)
        await database.close()
        return value
    } catch {
        await database.close()
        throw error
    }
}

/// The same where a folder without a database is a slip of the pen, not a place to begin.
func withExistingDatabase<T>(
    _ data: DataOptions, _ body: (Database, Settings, Logger) async throws -> T
) async throws -> T {
    if case .sqlite(let path) = try data.settings().database, !FileManager.default.fileExists(atPath: path) {
        throw StartError.nothingThere(path: path)
    }
    return try await withDatabase(data, body)
}
