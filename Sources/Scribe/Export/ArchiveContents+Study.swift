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
            NotesRow.self,
            """
            SELECT at, provider, content FROM scribe_ai_notes
            WHERE session_id = \(session.id) AND author = \(user) AND deleted_at IS NULL ORDER BY at, id
            """
        ).map { row in
            let notes = try WithdrawnSources.shown(row.content.value, reader)
            return ArchiveStudy.Notes(at: row.at, provider: row.provider, content: try exchanged(notes))
        }
    }

    private mutating func questions(_ reader: any Reader) throws -> [ArchiveStudy.Question] {
        let rows = try reader.fetchAll(
            AskedQuestion.self,
            """
            SELECT \(AskedQuestion.columns) FROM scribe_question
            WHERE session_id = \(session.id) AND author = \(user) AND deleted_at IS NULL ORDER BY at, id
            """)
        return try WithdrawnSources.shown(rows, reader).map { row in
            ArchiveStudy.Question(
                id: archived(row.id, .question), thread: archived(row.thread, .question), question: row.question,
                answer: row.answer, refused: row.refused, citations: try exchanged(row.cited), provider: row.provider,
                at: row.at)
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
            content: try row.map { try exchanged(try WithdrawnSources.shown($0.content.value, reader)) })
    }

    /// As JSON with the ids of the archive.
    private func exchanged(_ value: some Encodable) throws -> JSONValue {
        identifiers.exchange(try JSONParser.value([UInt8](try JSONEncoder().encode(value))))
    }
}

private struct NotesRow: Decodable {
    let at: Instant
    let provider: String
    let content: JSONColumn<StudyNotes>
}

private struct CardsRow: Decodable {
    let at: Instant
    let content: JSONColumn<StudyCards>
}
