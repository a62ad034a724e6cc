package import Documents
import Jobs
package import Kernel
package import Persistence

/// What came of reading an attachment.
package enum AttachmentState: String, Codable, Sendable, CaseIterable, SQLBindable {
    case reading, ready, failed
    /// It was read, and there is nothing to read in it: an empty file, a photograph.
    case noText = "no_text"
}

/// A file of a session as it is stored.
package struct Attachment: Decodable, Sendable {
    package let id: String
    package let session: String
    package let name: String
    /// Of `DocumentKind`, or `other` for what Rounds keeps and cannot read.
    package let kind: String
    package let sha256: String
    package let bytes: Int
    /// As it was written last; `shown` looks at the job too.
    package let state: AttachmentState
    package let reasonCode: String?
    /// Why there is no text, or what of it is missing.
    package let reason: String?
    package let pages: Int
    package let shared: Bool
    package let uploadedBy: String
    package let uploadedByName: String
    package let createdAt: Instant
    package let deletedAt: Instant?

    static let columns: SQL = """
        id, session_id AS session, name, kind, sha256, bytes, state, reason_code, reason, pages, shared, uploaded_by,
        uploaded_by_name, created_at, deleted_at
        """

    /// Deleted ones too.
    package static func find(_ id: String, _ reader: any Reader) throws -> Attachment? {
        try reader.fetchOne(Attachment.self, "SELECT \(columns) FROM scribe_attachment WHERE id = \(id)")
    }

    /// Of sessions, in the order in which they came.
    static func all(of sessions: [String], _ reader: any Reader) throws -> [Attachment] {
        try reader.fetchAll(
            Attachment.self,
            """
            SELECT \(columns) FROM scribe_attachment WHERE session_id IN \(list: sessions) AND deleted_at IS NULL
            ORDER BY created_at, id
            """)
    }

    package var document: DocumentKind? { DocumentKind(rawValue: kind) }

    /// Whether its pages are something a reader can turn to; flowing text and pictures have none.
    package var hasPages: Bool {
        switch document {
        case .pdf, .pptx, .xlsx, .tiff: true
        default: false
        }
    }
}

/// An attachment with what its job says now.
package struct AttachmentCard: Sendable {
    package let attachment: Attachment
    package let state: AttachmentState
    package let reasonCode: String?
    package let reason: String?

    init(_ attachment: Attachment, job: Job?) {
        self.attachment = attachment
        let isOver = attachment.state == .reading && (job?.state.isFinished ?? true)
        state = isOver ? .failed : attachment.state
        reasonCode = isOver ? job?.errorCode ?? "interrupted" : attachment.reasonCode
        reason = isOver ? job?.message ?? "Reading this file was broken off." : attachment.reason
    }

    static func of(_ attachments: [Attachment], _ reader: any Reader) throws -> [AttachmentCard] {
        try attachments.map { attachment in
            let isReading = attachment.state == .reading
            return AttachmentCard(
                attachment,
                job: isReading
                    ? try JobStore.latest(kind: ReadAttachment.kind, subject: attachment.id, reader) : nil)
        }
    }
}

/// The text of a page, slide or sheet.
package struct AttachmentPage: Decodable, Sendable, Equatable {
    /// From 1.
    package let number: Int
    package let title: String?
    package let text: String
}

package enum AttachmentError: Failure, Equatable {
    case unknownAttachment

    package var code: String { "unknown_attachment" }
    package var kind: FailureKind { .notFound }
    package var sentence: String { "There is no such attachment." }
}
