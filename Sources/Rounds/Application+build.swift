package import Accounts
import Compliance
import Foundation
import Hummingbird
import HummingbirdCore
import Insights
import Jobs
package import Kernel
package import Logging
import Operations
import Persistence
import Register
import Scribe
import Speech
import Web

/// Builds the whole application. The command and the tests call this same function.
package func buildApplication(
    _ settings: Settings, logger: Logger, clock: WallClock = .system, hasher: any PasswordHasher = ScryptHasher(),
    started: ContinuousClock.Instant = .now
) async throws -> RoundsApplication {
    let database = try await openDatabase(settings, logger: logger)
    let accounts = try await openAccounts(settings, database, logger: logger, clock: clock, hasher: hasher)
    if accounts.isDesktop, !settings.isLoopback { throw StartError.noAccount(host: settings.host) }
    let register = try RegisterStore(
        database: database, clock: clock, secretsFolder: settings.dataFolder.appending(path: "secrets"))
    let insights = InsightsStore(database: database, clock: clock)
    let scribe = try openScribe(settings, database, register: register, clock: clock)
    let compliance = try await openCompliance(
        settings, database, school: RegisterSchool(register: register, accounts: accounts), clock: clock)
    if case .failure(let problems) = compliance.bundled {
        logger.error("the rules inside this program cannot be read", metadata: ["problems": "\(problems)"])
    }
    if settings.isDemo { try await loadDemo(register, accounts) }

    var routes = Routes()
    AccountsRoutes(store: accounts) { try await register.school().name }.add(to: &routes)
    addRegisterRoutes(
        to: &routes, store: register, users: Teachers(accounts: accounts), catchUps: CatchUps(scribe: scribe))
    addImportRoutes(to: &routes, store: register)
    addSampleRoutes(to: &routes, store: register)
    addInsightsRoutes(to: &routes, store: insights)
    addScribeRoutes(to: &routes, store: scribe, identifiers: NoteIdentifiers())
    addComplianceRoutes(to: &routes, store: compliance)
    let meters = makeMeters(settings, database, started: started)
    let health = HealthRoutes(
        version: Version.current, started: started,
        monitor: makeHealth(settings, database, compliance: compliance, clock: clock), meters: meters,
        showsParts: settings.showsHealth
    ) { compliance.isWell }
    let alerts = AlertStore(database: database, clock: clock)
    addOperationsRoutes(
        to: &routes, health: health, meters: meters, metricsToken: settings.metricsToken, alerts: alerts)
    addAuditRoutes(to: &routes, store: AuditStore(database: database))
    routes.describe(version: Version.current)

    let zone = try await register.school().zone
    let streams = EventStreams()
    let boundPort = BoundPort()
    let gate = Gate(
        authenticator: RoundsAuthenticator(store: accounts), idempotency: RepeatableAnswers(database: database),
        streams: streams, recorder: AuditRecorder(database: database), limits: settings.limits)
    return RoundsApplication(
        site: Site(
            routes: routes, assets: makeAssets(folder: settings.webFolder), gate: gate, logger: logger,
            observer: meters.requests
        ) {
            boundPort.value
        },
        routes: routes, accounts: accounts, database: database, scribe: scribe, compliance: compliance,
        worker: JobWorker(
            store: scribe.jobs, handlers: scribeJobHandlers(scribe) + complianceJobHandlers(compliance),
            schedules: [SweepScribe.schedule(zone: zone), SweepCompliance.schedule(zone: zone)],
            workers: settings.workers,
            logger: logger),
        worksInBackground: settings.worksInBackground, keepAlive: settings.keepAlive,
        housekeeping: Housekeeping(
            work: {
                try await register.forgetOldRemovals()
                try await insights.forgetBrokenOffImports()
            }, logger: logger),
        alertWatch: AlertWatch(
            store: alerts, sources: [MeterAlerts(meters: meters), QueueAlerts(database: database)],
            sinks: [LogSink(logger: logger)], clock: clock, logger: logger),
        streams: streams,
        boundPort: boundPort,
        configuration: ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port ?? 0),
            availableConnectionsDelegate: settings.connections.map { MaximumAvailableConnections($0) }),
        logger: logger)
}

/// Fills an empty school with the sample one; one that has people already stays as it is.
private func loadDemo(_ register: RegisterStore, _ accounts: AccountsStore) async throws {
    guard try await register.sampleStatus().empty,
        let owner = try await accounts.accounts().first(where: { $0.role == .owner })
    else { return }
    _ = try await register.loadSample(by: Principal(userID: owner.id, name: owner.name, role: .owner))
}

/// The database with the tables of every feature.
func openDatabase(_ settings: Settings, logger: Logger) async throws -> Database {
    let database = try await Database.open(
        settings.database, auditSeal: try AuditSeal(folder: settings.dataFolder.appending(path: "secrets")),
        patience: settings.databasePatience, logger: logger)
    try await database.migrate(
        accountsMigrations + registerMigrations + insightsMigrations + operationsMigrations + jobsMigrations
            + scribeMigrations + complianceMigrations)
    return database
}

/// Recordings, with the files in the data folder and the register's sessions.
func openScribe(
    _ settings: Settings, _ database: Database, register: RegisterStore, clock: WallClock = .system
) throws -> ScribeStore {
    ScribeStore(
        database: database, clock: clock,
        media: try MediaStore(folder: settings.dataFolder.appending(path: "media"), clock: clock),
        jobs: JobStore(database: database, clock: clock), sessions: RegisterSessions(register: register),
        transcriber: Transcriber(Recognisers(models: settings.models)), models: settings.models,
        language: settings.language)
}

/// Clinical notes, sealed with the key of the data folder's secrets.
func openCompliance(
    _ settings: Settings, _ database: Database, school: any SchoolDirectory, clock: WallClock = .system
) async throws -> ComplianceStore {
    let compliance = ComplianceStore(
        database: database, clock: clock, jobs: JobStore(database: database, clock: clock),
        vault: try Vault(folder: settings.dataFolder.appending(path: "secrets")), school: school,
        language: settings.language, isAlwaysStrict: settings.isStrict)
    try await compliance.prepareRubric()
    return compliance
}

func openAccounts(
    _ settings: Settings, _ database: Database, logger: Logger, clock: WallClock = .system,
    hasher: any PasswordHasher = ScryptHasher()
) async throws -> AccountsStore {
    let keys =
        try settings.secretKey.map { AccountsKeys(secret: $0) }
        ?? AccountsKeys.load(from: settings.dataFolder.appending(path: "secrets"))
    let accounts = await AccountsStore(
        database: database, keys: keys, hasher: hasher,
        settings: AccountsSettings(idleMinutes: settings.sessionMinutes, accessMinutes: settings.accessMinutes),
        clock: clock, logger: logger)
    try await accounts.prepare()
    return accounts
}
