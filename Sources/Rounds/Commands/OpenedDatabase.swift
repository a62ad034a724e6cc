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
