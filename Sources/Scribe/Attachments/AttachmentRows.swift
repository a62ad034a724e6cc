package import Language
import Persistence

/// The pages of attachments and what the search knows of them.
enum AttachmentRows {
    /// In their order.
    static func pages(
        of attachment: String, from first: Int = 1, limit: Int = Int(Int32.max), _ reader: any Reader
    ) throws -> [AttachmentPage] {
        try reader.fetchAll(
            AttachmentPage.self,
            """
            SELECT number, title, text FROM scribe_page WHERE attachment_id = \(attachment) AND number >= \(first)
            ORDER BY number LIMIT \(limit)
            """)
    }

    static func add(_ pages: [AttachmentPage], to attachment: Attachment, _ tx: any Transaction) throws {
        for page in pages {
            try tx.execute(
                """
                INSERT INTO scribe_page (attachment_id, number, title, text)
                VALUES (\(attachment.id), \(page.number), \(page.title), \(page.text))
                """)
        }
        try index(pages, of: attachment, tx)
    }

    static func index(_ pages: [AttachmentPage], of attachment: Attachment, _ tx: any Transaction) throws {
        let entries = pages.filter { !$0.text.isEmpty }.map { page in
            // a slide's title stands in its text, a sheet's name does not
            let title = page.title.flatMap { page.text.contains($0) ? nil : $0 + "\n" } ?? ""
            return TextEntry(
                key: ScribeIndex.Entry.page(attachment: attachment.id, number: page.number).key,
                scope: attachment.session, text: title + page.text)
        }
        try ScribeIndex.texts.put(entries, tx)
    }

    static func forget(_ attachment: String, _ tx: any Transaction) throws {
        let numbers = try tx.fetchAll(
            Int.self, "SELECT number FROM scribe_page WHERE attachment_id = \(attachment) ORDER BY number")
        try ScribeIndex.texts.remove(
            keys: numbers.map { ScribeIndex.Entry.page(attachment: attachment, number: $0).key }, tx)
    }

    static func remove(_ attachment: String, _ tx: any Transaction) throws {
        try forget(attachment, tx)
        try tx.execute("DELETE FROM scribe_page WHERE attachment_id = \(attachment)")
    }
}

extension ScribeStore {
    /// What the attachments of a session that the caller sees say, in whole sentences, page by page where there are pages.
    package func attachmentPassages(session: SessionInfo) async throws -> [Passage] {
        try await database.read { reader in
            let all = try Attachment.all(of: [session.id], reader).filter { session.seesUnshared || $0.shared }
            return try all.flatMap { attachment in
                let source = PassageSource(
                    kind: .attachment, id: attachment.id, title: attachment.name, session: session.id)
                return try AttachmentRows.pages(of: attachment.id, reader).flatMap { page in
                    PassageBuilder().passages(
                        of: page.text, source: source, page: attachment.hasPages ? page.number : nil)
                }
            }
        }
    }

    /// Pages of an attachment from a number on.
    package func pages(of attachment: Attachment, from first: Int, limit: Int) async throws -> [AttachmentPage] {
        try await database.read { try AttachmentRows.pages(of: attachment.id, from: first, limit: limit, $0) }
    }
}
