import Language
import Persistence

/// Quotations that a reader is not shown any more: their source is deleted, for a while or for good, or is not shared with
/// them any more, or the words do not stand in it as it reads now, after a correction or a new transcription. What was made
/// of them says nothing of them: left out wherever it is read, it is back when they are, and it is taken out of the rows
/// when a source goes for good.
struct WithdrawnSources {
    private var gone: Set<String> = []
    /// Source → its text; none where there is nothing to hold a quotation against, as after an import of notes alone.
    private var texts: [String: [CurrentText]] = [:]

    init(
        among citations: some Sequence<Citation>, seenIn reach: SessionReach, _ reader: any Reader
    ) throws {
        let cited = Set(citations.map(\.source.id)).sorted()
        guard !cited.isEmpty else { return }
        gone = Set(
            try reader.fetchAll(
                String.self,
                """
                SELECT subject FROM scribe_deletion WHERE subject IN \(list: cited)
                    AND what IN (\(Deletion.What.recording), \(Deletion.What.attachment))
                    AND reason IN (\(Deletion.Reason.expired), \(Deletion.Reason.register))
                """))
        let recordings = try reader.fetchAll(
            Recording.self, "SELECT \(Recording.columns) FROM scribe_recording WHERE id IN \(list: cited)")
        for one in recordings {
            guard one.deletedAt == nil, reach.sees(one.session, isShared: one.shared) else {
                gone.insert(one.id)
                continue
            }
            guard let shown = one.shownTranscript else { continue }
            let segments = try reader.fetchAll(
                String.self,
                """
                SELECT text FROM scribe_segment WHERE recording_id = \(one.id) AND transcript = \(shown)
                ORDER BY position
                """)
            texts[one.id] = [CurrentText(segments: segments)]
        }
        let attachments = try reader.fetchAll(
            Attachment.self, "SELECT \(Attachment.columns) FROM scribe_attachment WHERE id IN \(list: cited)")
        for one in attachments {
            guard one.deletedAt == nil, reach.sees(one.session, isShared: one.shared) else {
                gone.insert(one.id)
                continue
            }
            let pages = try AttachmentRows.pages(of: one.id, reader)
            if !pages.isEmpty { texts[one.id] = pages.map { CurrentText(page: $0.text) } }
        }
    }

    func contains(_ citation: Citation) -> Bool {
        if gone.contains(citation.source.id) { return true }
        guard let pages = texts[citation.source.id] else { return false }
        return !pages.contains { $0.holds(citation.quote) }
    }

    // MARK: What is shown

    static func shown(_ notes: StudyNotes, in reach: SessionReach, _ reader: any Reader) throws -> StudyNotes {
        notes.without(try WithdrawnSources(among: notes.citations, seenIn: reach, reader).contains)
    }

    static func shown(_ study: StudyCards, in reach: SessionReach, _ reader: any Reader) throws -> StudyCards {
        study.without(try WithdrawnSources(among: study.allCitations, seenIn: reach, reader).contains)
    }

    static func shown(
        _ questions: [AskedQuestion], in reach: SessionReach, _ reader: any Reader
    ) throws -> [AskedQuestion] {
        let gone = try WithdrawnSources(among: questions.flatMap(\.citations.value), seenIn: reach, reader)
        return try questions.map { try $0.without(gone.contains) }
    }

    // MARK: For good

    /// Takes the words of a source out of everything that was made of it, whoever had it made.
    static func erase(_ source: String, _ tx: any Transaction) throws {
        func isGone(_ cited: Citation) -> Bool { cited.source.id == source }
        let pattern = "%\(source)%"
        for row in try tx.fetchAll(
            ContentRow<StudyNotes>.self, "SELECT id, content FROM scribe_ai_notes WHERE content LIKE \(pattern)")
        {
            let left = row.content.value.without(isGone)
            if left.citations.isEmpty {
                try tx.execute("DELETE FROM scribe_ai_notes WHERE id = \(row.id)")
            } else {
                try store(left, in: "scribe_ai_notes", row.id, tx)
                try tx.execute("UPDATE scribe_ai_notes SET withdrawn = 1 WHERE id = \(row.id)")
            }
        }
        for row in try tx.fetchAll(
            ContentRow<StudyCards>.self, "SELECT id, content FROM scribe_study WHERE content LIKE \(pattern)")
        {
            let left = row.content.value.without(isGone)
            if left.cards.isEmpty, left.quiz.isEmpty {
                try tx.execute("DELETE FROM scribe_study WHERE id = \(row.id)")
            } else {
                try store(left, in: "scribe_study", row.id, tx)
            }
        }
        for question in try tx.fetchAll(
            AskedQuestion.self,
            "SELECT \(AskedQuestion.columns) FROM scribe_question WHERE citations LIKE \(pattern)")
        {
            let left = try question.without(isGone)
            try tx.execute(
                """
                UPDATE scribe_question SET answer = \(left.answer), citations = \(left.citations), withdrawn = 1,
                    change = \(try tx.nextChange()) WHERE id = \(question.id)
                """)
        }
    }

    private static func store(
        _ content: some Codable & Sendable, in table: String, _ id: String, _ tx: any Transaction
    ) throws {
        try tx.execute(
            """
            UPDATE \(raw: table) SET content = \(try JSONColumn(content)), change = \(try tx.nextChange())
            WHERE id = \(id)
            """)
    }
}

private struct ContentRow<Content: Codable & Sendable>: Decodable {
    let id: String
    let content: JSONColumn<Content>
}

extension StudyCards {
    var allCitations: [Citation] { cards.map(\.citation) + quiz.map(\.citation) }
}

extension AskedQuestion {
    /// With what is left of its answer.
    func without(_ isGone: (Citation) -> Bool) throws -> AskedQuestion {
        var question = self
        if refused {
            question.citations = try JSONColumn(nearest.filter { !isGone($0) })
            return question
        }
        guard let left = Answer.remainder(of: answer, cited, without: isGone) else { return self }
        question.answer = left.text
        question.citations = try JSONColumn(left.citations)
        question.isWithdrawn = true
        return question
    }
}
