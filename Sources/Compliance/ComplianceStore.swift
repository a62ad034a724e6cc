package import Jobs
package import Kernel
package import Language
package import Persistence
package import Web

/// Notes, what the rules say about them, and what hangs on that. Everything that may tell of a patient is sealed by the
/// vault before it is stored. Every write is one transaction and puts its row into the audit trail. Extensions in the
/// sub-folders hold what each of them promises.
package final class ComplianceStore: Sendable {
    package let database: Database
    package let clock: WallClock
    package let jobs: JobStore
    package let vault: Vault
    package let school: any SchoolDirectory
    package let analyser: Analyser
    /// Which language model answers questions; it sees masked text only.
    package let language: LanguageSettings
    /// Doubtful identifiers are masked whatever the school or a caller says.
    let isAlwaysStrict: Bool
    /// The rules inside the program, or what is wrong with them.
    package let bundled: Result<Rubric, RubricProblems>
    let cache: AnalysisCache
    /// Shared by the stores of one process.
    package let health: ScrubberHealth
    /// Rubrics that were compiled, by version.
    let rubrics = RecentValues<Rubric>(limit: 8, sizeLimit: 8)

    package init(
        database: Database, clock: WallClock = .system, jobs: JobStore, vault: Vault, school: any SchoolDirectory,
        analyser: Analyser = .standard, language: LanguageSettings = .builtIn, health: ScrubberHealth? = nil,
        isAlwaysStrict: Bool = false, bundled: Result<Rubric, RubricProblems> = Rubric.bundled
    ) {
        self.database = database
        self.clock = clock
        self.jobs = jobs
        self.vault = vault
        self.school = school
        self.analyser = analyser
        self.language = language
        self.isAlwaysStrict = isAlwaysStrict
        self.bundled = bundled
        self.health = health ?? ScrubberHealth(clock: clock)
        cache = AnalysisCache(database: database, vault: vault)
    }

    /// Whether notes are judged and masked as they should be; knows without I/O, for it is asked often.
    package var isWell: Bool { health.lastFailure == nil && (try? bundled.get()) != nil }
}

/// Who asks and from where, for the audit trail.
package struct Actor: Sendable {
    package let caller: Principal
    package let address: String?
    package let requestID: String?

    package init(_ caller: Principal, address: String? = nil, requestID: String? = nil) {
        self.caller = caller
        self.address = address
        self.requestID = requestID
    }

    var userID: String { caller.userID }

    func entry(
        _ action: String, _ resource: String, _ outcome: AuditEntry.Outcome = .done, reason: String? = nil
    ) -> AuditEntry {
        AuditEntry(
            action, resource, outcome, by: caller.userID, ipAddress: address, sessionID: caller.sessionID,
            requestID: requestID, reason: reason)
    }
}
