import Documents
import Foundation
import Jobs
import Kernel
import Persistence

/// Reads the text of a file that was sent and analyses it. Done twice it is the same; the file goes when its text is there.
struct AnalyseNote: JobHandler {
    static let kind = "compliance.analyse"

    let store: ComplianceStore

    func run(_ job: RunningJob) async throws {
        let id = job.job.subject
        guard let owner = job.job.owner,
            let note = try? await store.note(id, of: owner), note.state == .queued || note.state == .analysing
        else { return }
        let entry = AuditEntry("document.analyse", note.resource, by: owner)
        try await job.write { tx in
            try tx.execute(
                """
                UPDATE compliance_document SET state = \(NoteState.analysing), change = \(try tx.nextChange())
                WHERE id = \(id) AND state = \(NoteState.queued)
                """)
        }
        do {
            let source = try await source(of: note)
            try await job.report(progress: 0.5)
            try await store.analyse(id, source, owner: owner, entry: entry)
        } catch let failure as ComplianceError {
            try await store.fail(id, failure, entry)
        }
    }

    private func source(of note: NoteRow) async throws -> NoteSource {
        if let source = try await store.original(of: note) { return source }
        let row = try await store.database.read { reader in
            try reader.fetchOne("SELECT sealed_file FROM compliance_original WHERE document_id = \(note.id)")
        }
        guard let record = row?["sealed_file"].blob else { throw ComplianceError.originalGone }
        let bytes = try store.vault.open(record, in: ComplianceStore.place(ofFile: note.id))
        return try await Intake.read(bytes, name: try store.name(of: note).given)
    }

    /// Whatever ended the job, the row says that nobody is at it any more.
    func failed(_ job: Job, in tx: any Transaction) throws {
        try tx.execute(
            """
            UPDATE compliance_document SET state = \(NoteState.failed), error_code = \(job.errorCode),
                message = \(job.message), change = \(try tx.nextChange())
            WHERE id = \(job.subject) AND state IN \(list: [NoteState.queued, .analysing])
            """)
    }
}

extension ComplianceStore {
    /// Keeps a file, sealed, until the job has read it.
    package func add(
        file bytes: [UInt8], name: String?, options: AnalysisOptions, episode: String?, batch: String? = nil,
        by actor: Actor
    ) async throws -> (note: NoteRow, job: String) {
        let given = try NoteName.cleaned(name)
        _ = try await Intake.check(bytes, name: given)
        let id = Identifier.v7()
        let sealed = try await Blocking.run { [vault] in try vault.seal(bytes, in: Self.place(ofFile: id)) }
        try await insert(
            id, name: given ?? "Note", state: .queued, options: options, episode: episode, batch: batch, by: actor
        ) { [jobs] tx in
            try tx.execute(
                "INSERT INTO compliance_original (document_id, sealed_file) VALUES (\(id), \(sealed))")
            try jobs.enqueue(kind: AnalyseNote.kind, subject: id, owner: actor.userID, in: tx)
        }
        let job = try await database.read { try JobStore.latest(kind: AnalyseNote.kind, subject: id, $0) }
        return (try await note(id, of: actor.userID), job?.id ?? "")
    }
}
