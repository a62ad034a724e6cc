package import Accounts
import Foundation
import Hummingbird
import HummingbirdCore
package import Logging
package import Kernel
import Operations
import Persistence
import Register
import Web

/// Builds the whole application. The command and the tests call this same function.
package func buildApplication(
    _ settings: Settings, logger: Logger, clock: WallClock = .system, hasher: any PasswordHasher = ScryptHasher(),
    started: ContinuousClock.Instant = .now
) async throws -> RoundsApplication {
    let database = try await openDatabase(settings, logger: logger)
    let accounts = try await openAccounts(settings, database, logger: logger, clock: clock, hasher: hasher)
    if accounts.isDesktop, !settings.isLoopback { throw StartError.noAccount(host: settings.host) }

    var routes = Routes()
    AccountsRoutes(store: accounts) { nil }.add(to: &routes)
    addOperationsRoutes(to: &routes, version: Version.current, started: started)
    routes.describe(version: Version.current)

    let streams = EventStreams()
    let boundPort = BoundPort()
    let gate = Gate(
        authenticator: RoundsAuthenticator(store: accounts), idempotency: RepeatableAnswers(database: database),
        streams: streams, limits: settings.limits)
    return RoundsApplication(
        site: Site(routes: routes, assets: makeAssets(folder: settings.webFolder), gate: gate, logger: logger) {
            boundPort.value
        },
        routes: routes, accounts: accounts, database: database, streams: streams, boundPort: boundPort,
        configuration: ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port ?? 0),
            availableConnectionsDelegate: settings.connections.map { MaximumAvailableConnections($0) }),
        logger: logger)
}

/// The database with the tables of every feature.
func openDatabase(_ settings: Settings, logger: Logger) async throws -> Database {
    let database = try await Database.open(settings.database, logger: logger)
    try await database.migrate(accountsMigrations + registerMigrations + operationsMigrations)
    return database
}

func openAccounts(
    _ settings: Settings, _ database: Database, logger: Logger, clock: WallClock = .system,
    hasher: any PasswordHasher = ScryptHasher()
) async throws -> AccountsStore {
    let keys = try AccountsKeys.load(from: settings.dataFolder.appending(path: "secrets"))
    let accounts = await AccountsStore(
        database: database, keys: keys, hasher: hasher, clock: clock, logger: logger)
    try await accounts.prepare()
    return accounts
}
