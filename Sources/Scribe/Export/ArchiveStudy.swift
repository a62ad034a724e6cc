import Foundation
import Kernel
import Language

/// What one person had made of a session and asked about it. Contents are JSON as the store keeps it, with the archive's
/// ids inside.
struct ArchiveStudy: Sendable, Equatable {
    /// `ai-notes/ai-notes.json`, the oldest version first.
    struct Notes: Codable, Sendable, Equatable {
        var at: Instant
        var provider: String
        var content: JSONValue
        /// Something was left out; absent where nothing was.
        var withdrawn: Bool?
    }

    /// `questions/questions.json`, in the order of asking. Questions about the whole module are in no archive.
    struct Question: Codable, Sendable, Equatable {
        var id: String
        /// Of the first question of the thread.
        var thread: String
        var question: String
        var answer: String
        var refused: Bool
        var citations: JSONValue
        var provider: String
        var at: Instant
        /// Something was left out; absent where nothing was.
        var withdrawn: Bool?
    }

    /// `study/study.json`; empty when nothing was made.
    struct Cards: Codable, Sendable, Equatable {
        var at: Instant?
        var content: JSONValue?
    }

    var notes: [Notes] = []
    var questions: [Question] = []
    var cards: Cards?

    /// - Throws: `ArchiveError.invalid` for what no export writes
    init(_ archive: ReceivedArchive) throws {
        notes = try archive.decode([Notes].self, .aiNotes) ?? []
        questions = try archive.decode([Question].self, .questions) ?? []
        cards = try archive.decode(Cards.self, .study)
        for version in notes { _ = try Self.read(StudyNotes.self, version.content, .aiNotes) }
        for question in questions {
            _ = try Self.read([Citation].self, question.citations, .questions)
            let texts = [question.question, question.answer, question.provider]
            guard Identifier.isValid(question.id), Identifier.isValid(question.thread),
                !texts.contains(where: { $0.utf8.contains(0) })
            else { throw ArchiveError.invalid(part: .questions) }
        }
        if let content = cards?.content { _ = try Self.read(StudyCards.self, content, .study) }
        guard (cards?.at == nil) == (cards?.content == nil) else { throw ArchiveError.invalid(part: .study) }
    }

    /// - Throws: `ArchiveError.invalid` when it is not of that type
    static func read<T: Decodable>(_ type: T.Type, _ value: JSONValue, _ part: ExportPart) throws -> T {
        let bytes = value.canonicalBytes
        // the escape of U+0000, which no column keeps
        guard !value.canonicalText.contains("\\u0000"),
            let read = try? JSONDecoder().decode(type, from: Data(bytes))
        else { throw ArchiveError.invalid(part: part) }
        return read
    }
}
