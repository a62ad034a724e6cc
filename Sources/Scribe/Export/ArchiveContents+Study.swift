import Foundation
import Kernel
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
        ).map { ArchiveStudy.Notes(at: $0.at, provider: $0.provider, content: identifiers.exchange($0.content.value)) }
    }

    private mutating func questions(_ reader: any Reader) throws -> [ArchiveStudy.Question] {
        try reader.fetchAll(
            QuestionRow.self,
            """
            SELECT id, thread, question, answer, refused, citations, provider, at FROM scribe_question
            WHERE session_id = \(session.id) AND author = \(user) AND deleted_at IS NULL ORDER BY at, id
            """
        ).map { row in
            ArchiveStudy.Question(
                id: archived(row.id, .question), thread: archived(row.thread, .question), question: row.question,
                answer: row.answer, refused: row.refused, citations: identifiers.exchange(row.citations.value),
                provider: row.provider, at: row.at)
        }
    }

    private func cards(_ reader: any Reader) throws -> ArchiveStudy.Cards {
        let row = try reader.fetchOne(
            CardsRow.self,
            """
            SELECT at, content FROM scribe_study
            WHERE session_id = \(session.id) AND author = \(user) AND deleted_at IS NULL
            """)
        return ArchiveStudy.Cards(at: row?.at, content: row.map { identifiers.exchange($0.content.value) })
    }
}

private struct NotesRow: Decodable {
    let at: Instant
    let provider: String
    let content: JSONColumn<JSONValue>
}

private struct QuestionRow: Decodable {
    let id: String
    let thread: String
    let question: String
    let answer: String
    let refused: Bool
    let citations: JSONColumn<JSONValue>
    let provider: String
    let at: Instant
}

private struct CardsRow: Decodable {
    let at: Instant
    let content: JSONColumn<JSONValue>
}
