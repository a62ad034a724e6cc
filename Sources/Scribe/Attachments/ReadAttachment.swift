import Documents
import Jobs
import Kernel
import Persistence

/// Reads the text of an attachment. Done twice it is the same text: what another try has left is removed first.
struct ReadAttachment: JobHandler {
    static let kind = "attachment.read"

    /// Pages of one transaction; a book in a single one would hold up everybody else's writes.
    private static let batch = 25

    let store: ScribeStore

    func run(_ job: RunningJob) async throws {
        guard let attachment = try await store.database.read({ try Attachment.find(job.job.subject, $0) }),
            attachment.deletedAt == nil
        else { return }
        let document: ExtractedText
        do {
            document = try await TextExtraction.extract(
                try store.media.url(attachment.sha256), name: attachment.name)
        } catch let error as DocumentError {
            try await finish(attachment, .failed, reason: error, pages: 0, job)
            // a missing tool may be there at the next try
            throw error
        }
        try await job.write { tx in try AttachmentRows.remove(attachment.id, tx) }
        let pages = document.pages.map { AttachmentPage(number: $0.number, title: $0.title, text: $0.text) }
        for start in stride(from: 0, to: pages.count, by: Self.batch) {
            let batch = Array(pages[start..<min(start + Self.batch, pages.count)])
            try await job.write { tx in try AttachmentRows.add(batch, to: attachment, tx) }
            try await job.report(progress: Double(start) / Double(pages.count))
        }
        let reason = document.warning.map { Reason(code: document.hasText ? "incomplete" : "no_text", sentence: $0) }
        try await finish(attachment, document.hasText ? .ready : .noText, reason: reason, pages: pages.count, job)
    }

    /// Whatever ended the job, the row says that nobody reads any more.
    func failed(_ job: Job, in tx: any Transaction) throws {
        try tx.execute(
            """
            UPDATE scribe_attachment SET state = \(AttachmentState.failed), reason_code = \(job.errorCode),
                reason = \(job.message), change = \(try tx.nextChange())
            WHERE id = \(job.subject) AND state = \(AttachmentState.reading)
            """)
    }

    private func finish(
        _ attachment: Attachment, _ state: AttachmentState, reason: (any Failure)?, pages: Int, _ job: RunningJob
    ) async throws {
        try await job.write { tx in
            try tx.execute(
                """
                UPDATE scribe_attachment SET state = \(state), reason_code = \(reason?.code),
                    reason = \(reason?.sentence), pages = \(pages), change = \(try tx.nextChange())
                WHERE id = \(attachment.id)
                """)
        }
    }

    /// What a reader should know of a document that was read.
    private struct Reason: Failure {
        let code: String
        let sentence: String
        var kind: FailureKind { .invalid }
    }
}
