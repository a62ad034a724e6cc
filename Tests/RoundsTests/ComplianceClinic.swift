import Compliance
import Foundation
import HTTPTypes
import Jobs
import Kernel
import Logging
import Persistence
import Rounds
import TestSupport
import Testing
import Web

/// A clinic with two therapists whose notes are none of each other's business.
struct ComplianceClinic: Sendable {
    static let base = "/api/v1/compliance"

    let app: ApplicationUnderTest
    let director: Client
    let therapist: Client
    let colleague: Client

    static func with(
        on engine: TestEngine = .sqlite, clock: WallClock = .system,
        _ body: @escaping @Sendable (ComplianceClinic) async throws -> Void
    ) async throws {
        try await withRounds(on: engine, clock: clock, environment: ["RATE_LIMIT_ENABLED": "false"]) { app in
            let director = try await app.signedIn(as: .director)
            let therapist = try await app.signedIn(as: .clinician, name: "Therapist One")
            let colleague = try await app.signedIn(as: .clinician, name: "Therapist Two")
            try await body(
                ComplianceClinic(app: app, director: director, therapist: therapist, colleague: colleague))
        }
    }

    /// Sends a note as text; the whole answer.
    func add(
        _ text: String, name: JSONValue = .null, episode: String? = nil, options: JSONValue = .null,
        as client: Client? = nil
    ) async throws -> Answer {
        let answer = try await (client ?? therapist).post(
            Self.base + "/documents",
            [
                "text": .string(text), "name": name, "options": options,
                "episode": episode.map { .string($0) } ?? .null,
            ])
        guard answer.status == 201 else { throw UnexpectedAnswer(answer: answer) }
        return answer
    }

    /// Sends a file.
    func upload(_ bytes: [UInt8], _ name: String, as client: Client? = nil) async throws -> Answer {
        let name = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await (client ?? therapist).send(
            .post, Self.base + "/documents/files?name=\(name)", body: bytes,
            [.contentType: "application/octet-stream"])
    }

    func get(_ path: String, as client: Client? = nil) async throws -> Answer {
        try await (client ?? therapist).get(Self.base + path)
    }

    /// Does the jobs that wait.
    func work(_ store: ComplianceStore? = nil) async throws {
        let store = store ?? app.application.compliance
        try await JobWorker(
            store: store.jobs, handlers: complianceJobHandlers(store),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ).workOff()
    }

    /// What the night does.
    func sweep() async throws {
        let jobs = app.application.compliance.jobs
        _ = try await jobs.enqueue(kind: SweepCompliance.kind, subject: "night")
        try await work()
    }

    /// The same store with another way to find identifiers.
    func store(scrub: @escaping Analyser.Scrub) -> ComplianceStore {
        let store = app.application.compliance
        return ComplianceStore(
            database: store.database, clock: store.clock, jobs: store.jobs, vault: store.vault, school: store.school,
            analyser: Analyser(scrub: scrub), health: store.health)
    }

    /// Actions in the audit trail, in order.
    func actions() async throws -> [String] {
        try await app.database.read { try $0.auditRows() }.map(\.action)
    }

    static let evaluation = """
        PHYSICAL THERAPY INITIAL EVALUATION
        Patient: Zebulon Quackenbush
        DOB: 04/17/1948     MRN: 7734521
        Date of service: 05/19/2025
        Referral: Dr. Ignatius Thornquist, MD. Phone: (509) 555-0142

        Mr. Quackenbush lives with his daughter Philomena at 118 Larkmoor Street, Yakima, WA 98902.
        Diagnosis: M17.11 unilateral primary osteoarthritis, right knee.
        Prior level of function: walked in the community without a device.
        Objective: right knee flexion 95 degrees, TUG 24 seconds, Berg Balance Scale 38/56.
        Goals
        LTG 1: In 8 weeks the patient will walk 300 feet with a cane independently so that he can reach the mailbox.
        Plan: PT 2x/week for 8 weeks for gait training and therapeutic exercise.
        Signed: Ottoline Vandersnoot, PT, DPT   05/19/2025
        """

    /// Words of `evaluation` that tell who it is about, or who wrote it.
    static let telling = [
        "Quackenbush", "Zebulon", "Philomena", "Larkmoor", "7734521", "555-0142", "Vandersnoot", "Thornquist",
        "04/17/1948", "05/19/2025",
    ]

    static let treatment = """
        PHYSICAL THERAPY DAILY NOTE
        Patient: Zebulon Quackenbush   MRN: 7734521
        Date of service: 05/26/2025   Visit 2
        Therapeutic exercise and manual therapy to the right knee.
        97110 25 min 2 units GP
        97140 20 min 2 units GP
        Total timed minutes: 45
        Total treatment time: 45 min
        Therapist cued quadriceps activation and graded the load; the patient needed less help than last time.
        Signed: Ottoline Vandersnoot, PT, DPT   05/26/2025
        """
}
