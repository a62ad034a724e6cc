import Kernel
import Persistence
import Web

extension ScribeStore {
    /// A place of the transcript with the term that may have been meant.
    struct VocabularyItem: Sendable {
        let segment: String
        let match: VocabularyMatch
    }

    /// Terms of the module's attachments that the transcript may have misheard, in the order of the recording.
    func vocabulary(
        of recording: Recording, in session: SessionInfo, for caller: Principal, limit: Int
    ) async throws -> [VocabularyItem] {
        var query = SessionQuery()
        query.module = session.module.id
        let reachable = try await sessions.sessions(query, for: caller).map(\.session)
        return try await database.read { reader in
            let terms = try Self.terms(of: reachable, reader)
            guard !terms.isEmpty, let shown = recording.shownTranscript else { return [] }
            let matcher = VocabularyMatcher(terms: terms)
            var items: [VocabularyItem] = []
            for segment in try Segment.all(of: shown, recording: recording.id, reader) {
                let words = segment.isEdited ? [] : SegmentWords.read(segment.words)
                items += matcher.matches(in: segment.text, words: words, start: segment.startSecond).map {
                    VocabularyItem(segment: segment.id, match: $0)
                }
                if items.count >= limit { break }
            }
            return Array(items.prefix(limit))
        }
    }

    private static func terms(of sessions: [SessionInfo], _ reader: any Reader) throws -> VocabularyTerms {
        let unshared = Set(sessions.filter(\.seesUnshared).map(\.id))
        let attachments = try Attachment.all(of: sessions.map(\.id), reader).filter {
            unshared.contains($0.session) || $0.shared
        }
        return VocabularyTerms(
            try attachments.flatMap { attachment in
                try AttachmentRows.pages(of: attachment.id, reader).map { page in
                    let number = attachment.hasPages ? page.number : nil
                    return (page.text, VocabularyTerms.Source(title: attachment.name, page: number))
                }
            })
    }
}
