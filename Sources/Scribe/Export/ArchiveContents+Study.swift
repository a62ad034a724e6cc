import Foundation
import Kernel
import Language
import Persistence

extension ArchiveContents {
    mutating func addStudy(_ reader: any Reader) throws {
        if parts.contains(.aiNotes) { try add(.aiNotes, named: "ai-notes", try notes(reader)) }
        if parts.contains(.questions) { try add(.questions, named: "questions", try questions(reader)) }
        if parts.contains(.study) { try add(.study, named: "study", try cards(reader)) }
    }

    private func notes(_ reader: any Reader) throws -> [ArchiveStudy.Notes] {
        try reader.fetchAll(
            AINotes.Row.self,
            """
            SELECT \(AINotes.columns) FROM scribe_ai_notes
            WHERE session_id = \(session.id) AND author = \(user) AND deleted_at IS NULL ORDER BY at, id
            """
        ).map { row in
            let one = try AINotes(row, in: SessionReach(of: session), reader)
            return ArchiveStudy.Notes(
                at: one.at, provider: one.provider, content: try exchanged(one.notes),
                withdrawn: one.isWithdrawn ? true : nil)
        }
    }

    private mutating func questions(_ reader: any Reader) throws -> [ArchiveStudy.Question] {
        let rows = try reader.fetchAll(
            AskedQuestion.self,
            """
            SELECT \(AskedQuestion.columns) FROM scribe_question
            WHERE session_id = \(session.id) AND author = \(user) AND deleted_at IS NULL ORDER BY at, id
            """)
        return try WithdrawnSources.shown(rows, in: SessionReach(of: session), reader).map { row in
            ArchiveStudy.Question(
                id: archived(row.id, .question), thread: archived(row.thread, .question), question: row.question,
                answer: row.answer, refused: row.refused, citations: try exchanged(row.cited), provider: row.provider,
                at: row.at, withdrawn: row.isWithdrawn ? true : nil)
        }
    }

    private func cards(_ reader: any Reader) throws -> ArchiveStudy.Cards {
        let row = try reader.fetchOne(
            CardsRow.self,
            """
            SELECT at, content FROM scribe_study
            WHERE session_id = \(session.id) AND author = \(user) AND deleted_at IS NULL
            """)
        return ArchiveStudy.Cards(
            at: row?.at,
            content: try row.map {
                try exchanged(try WithdrawnSources.shown($0.content.value, in: SessionReach(of: session), reader))
            })
    }

    /// As JSON with the ids of the archive.
    private func exchanged(_ value: some Encodable) throws -> JSONValue {
        identifiers.exchange(try JSONParser.value([UInt8](try JSONEncoder().encode(value))))
    }
}

private struct CardsRow: Decodable {
    let at: Instant
    let content: JSONColumn<StudyCards>
}
