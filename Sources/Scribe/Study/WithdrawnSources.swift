import Language
import Persistence

/// Recordings and attachments that are deleted, for a while or for good. What was made of them says nothing of them any more:
/// left out wherever it is read, it is back when they are, and it is taken out of the rows when they go for good.
struct WithdrawnSources {
    private let ids: Set<String>

    /// Those among the sources of citations. What never was here, as after an import of notes alone, is not withdrawn.
    init(among citations: some Sequence<Citation>, _ reader: any Reader) throws {
        let cited = Set(citations.map(\.source.id)).sorted()
        guard !cited.isEmpty else {
            ids = []
            return
        }
        ids = Set(
            try reader.fetchAll(
                String.self,
                """
                SELECT id FROM scribe_recording WHERE deleted_at IS NOT NULL AND id IN \(list: cited)
                UNION SELECT id FROM scribe_attachment WHERE deleted_at IS NOT NULL AND id IN \(list: cited)
                UNION SELECT subject FROM scribe_deletion WHERE subject IN \(list: cited)
                    AND what IN (\(Deletion.What.recording), \(Deletion.What.attachment))
                    AND reason IN (\(Deletion.Reason.expired), \(Deletion.Reason.register))
                """))
    }

    func contains(_ source: PassageSource) -> Bool { ids.contains(source.id) }

    // MARK: What is shown

    static func shown(_ notes: StudyNotes, _ reader: any Reader) throws -> StudyNotes {
        notes.without(try WithdrawnSources(among: notes.citations, reader).contains)
    }

    static func shown(_ study: StudyCards, _ reader: any Reader) throws -> StudyCards {
        study.without(try WithdrawnSources(among: study.allCitations, reader).contains)
    }

    static func shown(_ questions: [AskedQuestion], _ reader: any Reader) throws -> [AskedQuestion] {
        let gone = try WithdrawnSources(among: questions.flatMap(\.cited), reader)
        return try questions.map { try $0.without(gone.contains) }
    }

    // MARK: For good

    /// Takes the words of a source out of everything that was made of it, whoever had it made.
    static func erase(_ source: String, _ tx: any Transaction) throws {
        func isGone(_ cited: PassageSource) -> Bool { cited.id == source }
        let pattern = "%\(source)%"
        for row in try tx.fetchAll(
            ContentRow<StudyNotes>.self, "SELECT id, content FROM scribe_ai_notes WHERE content LIKE \(pattern)")
        {
            let left = row.content.value.without(isGone)
            if left.citations.isEmpty {
                try tx.execute("DELETE FROM scribe_ai_notes WHERE id = \(row.id)")
            } else {
                try store(left, in: "scribe_ai_notes", row.id, tx)
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
                UPDATE scribe_question SET answer = \(left.answer), citations = \(left.citations),
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
    func without(_ isGone: (PassageSource) -> Bool) throws -> AskedQuestion {
        guard let left = Answer.remainder(of: answer, cited, without: isGone) else { return self }
        var question = self
        question.answer = left.text
        question.citations = try JSONColumn(left.citations)
        question.isWithdrawn = true
        return question
    }
}
