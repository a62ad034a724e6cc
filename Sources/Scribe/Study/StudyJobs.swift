import Foundation
import Jobs
import Kernel
import Language
import Web

/// For whom and of what notes or cards are made.
struct StudyOrder: Codable, Sendable {
    let session: String
    let user: String
    let name: String
    let role: Role
    let person: String?

    init(_ session: SessionInfo, _ caller: Principal) {
        (self.session, user, name, role, person) =
            (session.id, caller.userID, caller.name, caller.role, caller.personID)
    }

    /// One job for each session and person.
    static func subject(_ session: String, _ caller: Principal) -> String { "\(session)/\(caller.userID)" }

    var caller: Principal { Principal(userID: user, name: name, role: role, personID: person) }

    static func of(_ job: Job) throws -> StudyOrder {
        try JSONDecoder().decode(StudyOrder.self, from: Data(job.payload.utf8))
    }
}

/// Makes a version of AI notes of what its author sees when the work is done.
struct MakeNotes: JobHandler {
    static let kind = "notes.make"

    let store: ScribeStore

    func run(_ job: RunningJob) async throws {
        let order = try StudyOrder.of(job.job)
        try await job.report(progress: 0.1)
        let passages = try await store.passages(ofSession: order.session, for: order.caller)
        guard !passages.isEmpty else { throw StudyError.nothingToRead }
        let notes = try await NoteMaker(provider: store.language.provider).notes(of: passages)
        try await job.write { [store] tx in try store.keep(notes, as: job.job.id, order, tx) }
    }
}

/// Makes cards and quiz questions; without a model, so it takes a moment.
struct MakeStudy: JobHandler {
    static let kind = "study.make"

    let store: ScribeStore

    func run(_ job: RunningJob) async throws {
        let order = try StudyOrder.of(job.job)
        let passages = try await store.passages(ofSession: order.session, for: order.caller)
        guard !passages.isEmpty else { throw StudyError.nothingToRead }
        let cards = StudyMaker().cards(of: passages)
        try await job.write { [store] tx in try store.keep(cards, as: job.job.id, order, tx) }
    }
}
