import Kernel
import Language
import Persistence
import Web

extension ArchiveWriter {
    /// Notes, questions and cards become the importer's own.
    mutating func insertStudy(_ tx: any Transaction) throws -> [(name: String, count: Int)] {
        let study = contents.study
        try checkNoStudy(tx)
        for version in study.notes {
            let content = try ArchiveStudy.read(
                StudyNotes.self, identifiers.exchange(version.content), .aiNotes)
            try tx.execute(
                """
                INSERT INTO scribe_ai_notes (id, session_id, author, at, provider, content, withdrawn, change)
                VALUES (\(Identifier.v7()), \(session.id), \(caller.userID), \(version.at), \(version.provider),
                    \(try JSONColumn(content)), \(version.withdrawn ?? false), \(try tx.nextChange()))
                """)
        }
        for question in study.questions {
            let citations = try ArchiveStudy.read(
                [Citation].self, identifiers.exchange(question.citations), .questions)
            try tx.execute(
                """
                INSERT INTO scribe_question (id, thread, session_id, author, question, answer, refused, citations,
                    provider, at, withdrawn, change)
                VALUES (\(identifiers.renewed(question.id)), \(identifiers.renewed(question.thread)), \(session.id),
                    \(caller.userID), \(question.question), \(question.answer), \(question.refused),
                    \(try JSONColumn(citations)), \(question.provider), \(question.at),
                    \(question.withdrawn ?? false), \(try tx.nextChange()))
                """)
        }
        let cards = try study.cards?.content.map {
            try ArchiveStudy.read(StudyCards.self, identifiers.exchange($0), .study)
        }
        if let cards, let at = study.cards?.at {
            try tx.execute(
                """
                INSERT INTO scribe_study (id, session_id, author, at, content, change)
                VALUES (\(Identifier.v7()), \(session.id), \(caller.userID), \(at), \(try JSONColumn(cards)),
                    \(try tx.nextChange()))
                """)
        }
        return [
            ("aiNotes", study.notes.count), ("questions", study.questions.count), ("cards", cards?.cards.count ?? 0),
            ("quiz", cards?.quiz.count ?? 0),
        ]
    }

    /// What the importer has here already is neither mixed nor replaced.
    private func checkNoStudy(_ tx: any Transaction) throws {
        let study = contents.study
        let brought = [
            ("scribe_ai_notes", !study.notes.isEmpty), ("scribe_question", !study.questions.isEmpty),
            ("scribe_study", study.cards?.content != nil),
        ]
        for (table, isBrought) in brought where isBrought {
            let found = try tx.integer(
                "SELECT 1 FROM \(raw: table) WHERE session_id = \(session.id) AND author = \(caller.userID) LIMIT 1")
            if found != nil { throw ArchiveError.sessionNotEmpty }
        }
    }
}
