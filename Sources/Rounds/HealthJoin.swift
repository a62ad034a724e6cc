import Compliance
import Jobs
import Kernel
import Language
import Operations
import Persistence
import Speech
import Tools

/// How the features' parts are, for the health pages.

/// Recognising speech needs a model that is whole; a school may do without.
struct SpeechHealth: HealthPart {
    let models: ModelCatalogue
    let name = "speech"
    let isRequired = false

    func look() async throws -> PartFinding {
        let found: Result<InstalledModel, ModelError> = await Blocking.run { [models] in
            Result { () throws(ModelError) in try models.find(nil) }
        }
        switch found {
        case .success(let model):
            return PartFinding(
                .ok, details: ["model": .string(model.name), "ffmpeg": .bool(Tool.isInstalled("ffmpeg"))])
        case .failure(.noneInstalled): return PartFinding(.notInstalled)
        case .failure(let error): return PartFinding(.degraded, error: error.code)
        }
    }
}

/// The rules that notes are judged by can be read, and are these.
struct RubricHealth: HealthPart {
    let compliance: ComplianceStore
    let name = "rubric"
    let isRequired = false

    func look() async throws -> PartFinding {
        guard case .success = compliance.bundled else { return PartFinding(.degraded, error: "rubric_unreadable") }
        do {
            let rubric = try await compliance.activeRubric()
            let row = try await compliance.rubricVersion(rubric.version)
            return PartFinding(
                .ok,
                details: [
                    "id": .string(rubric.id), "version": .string(rubric.version),
                    "rules": .integer(Int64(rubric.rules.count)), "sha256": .string(Digest.sha256Hex(row.yaml)),
                    "engineVersion": .string(Reviewer.engineVersion),
                ])
        } catch let error as ComplianceError {
            return PartFinding(.degraded, error: error.code)
        }
    }
}

/// Masks canned words of nobody and sees whether their identifiers are gone.
struct ScrubberHealthPart: HealthPart {
    let compliance: ComplianceStore
    let name = "scrubber"
    let isRequired = false

    func look() async throws -> PartFinding {
        guard await compliance.scrubberWorks() else { return PartFinding(.degraded, error: "scrubber_self_test") }
        guard compliance.health.lastFailure == nil else { return PartFinding(.degraded, error: "detector_failed") }
        return PartFinding(.ok)
    }
}

/// Programs of the system that read scans and PDFs.
struct OCRHealth: HealthPart {
    let name = "ocr"
    let isRequired = false

    func look() async throws -> PartFinding {
        await Blocking.run {
            let tools = ["tesseract", "pdftotext", "pdfinfo", "pdftoppm"]
            let missing = tools.filter { !Tool.isInstalled($0) }
            return PartFinding(
                missing.contains("tesseract") ? .notInstalled : missing.isEmpty ? .ok : .degraded,
                error: missing.isEmpty || missing.contains("tesseract") ? nil : "tool_missing",
                details: ["missing": .array(missing.map { .string($0) })])
        }
    }
}

/// Which provider writes answers; it is not called, as a look would cost money and send words away.
struct LanguageHealth: HealthPart {
    let settings: LanguageSettings
    let name = "language"
    let isRequired = false

    func look() async throws -> PartFinding {
        switch settings.choice {
        case .builtIn: PartFinding(.ok, details: ["provider": "built-in"])
        case .openAICompatible(_, let model, _):
            PartFinding(.ok, details: ["provider": "openai-compatible", "model": .string(model)])
        case .gemini(_, let model, _): PartFinding(.ok, details: ["provider": "gemini", "model": .string(model)])
        }
    }
}

func makeHealth(
    _ settings: Settings, _ database: Database, compliance: ComplianceStore, clock: WallClock
) -> HealthMonitor {
    HealthMonitor(
        parts: [
            DatabaseHealth(database: database, location: settings.database), SpeechHealth(models: settings.models),
            RubricHealth(compliance: compliance), ScrubberHealthPart(compliance: compliance), OCRHealth(),
            LanguageHealth(settings: settings.language),
        ], patience: settings.databasePatience + .seconds(1), clock: clock)
}

func makeMeters(_ settings: Settings, _ database: Database, started: ContinuousClock.Instant) -> Meters {
    let folder = settings.dataFolder
    return Meters(
        requests: settings.countsRequests ? RequestMetrics() : nil, readings: { MachineReadings.now(folder: folder) },
        queue: { try await jobsByState(database) }, version: Version.current, started: started)
}

/// Jobs by state, the finished ones of the time that they are kept.
func jobsByState(_ database: Database) async throws -> [String: Int64] {
    struct Count: Decodable, Sendable {
        let state: String
        let number: Int64
    }
    let counts = try await database.read {
        try $0.fetchAll(Count.self, "SELECT state, COUNT(*) AS number FROM job GROUP BY state")
    }
    return Dictionary(uniqueKeysWithValues: counts.map { ($0.state, $0.number) })
}

/// Jobs that wait and are not begun.
struct QueueAlerts: AlertSource {
    let database: Database

    func conditions(at now: Instant) async throws -> [AlertCondition] {
        let (running, first) = try await database.read { reader in
            (
                try reader.integer("SELECT COUNT(*) FROM job WHERE state = \(JobState.running)") ?? 0,
                try reader.integer("SELECT MIN(not_before) FROM job WHERE state = \(JobState.queued)")
            )
        }
        let waited = first.map { Double(now.milliseconds - $0) / 1000 } ?? 0
        return [AlertLimits.queue(waiting: running > 0 ? 0 : max(0, waited))]
    }
}
