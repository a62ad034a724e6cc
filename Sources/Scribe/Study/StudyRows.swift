package import Kernel
package import Language
import Persistence

/// One version of AI notes, without what is withdrawn of its sources.
package struct AINotes: Sendable {
    package let id: String
    package let at: Instant
    package let provider: String
    package let notes: StudyNotes
    /// Something is left out because its source does not say it any more, to this reader.
    package let isWithdrawn: Bool

    static let columns: SQL = "id, at, provider, content, withdrawn"

    init(_ row: Row, in reach: SessionReach, _ reader: any Reader) throws {
        (id, at, provider) = (row.id, row.at, row.provider)
        notes = try WithdrawnSources.shown(row.content.value, in: reach, reader)
        isWithdrawn = row.withdrawn || notes != row.content.value
    }

    struct Row: Decodable {
        let id: String
        let at: Instant
        let provider: String
        let content: JSONColumn<StudyNotes>
        let withdrawn: Bool
    }
}

/// What a list says of a version.
package struct AINotesVersion: Decodable, Sendable, Equatable {
    package let id: String
    package let at: Instant
    package let provider: String
}

/// A question with its answer.
package struct AskedQuestion: Decodable, Sendable {
    package let id: String
    package let thread: String
    package let session: String?
    package let module: String?
    package let question: String
    package var answer: String
    package let refused: Bool
    package let provider: String
    package let at: Instant
    /// Of the answer; of what is nearest where there is none.
    var citations: JSONColumn<[Citation]>
    /// Something of the answer is left out because its source does not say it any more, to this reader.
    package var isWithdrawn: Bool

    package var cited: [Citation] { refused ? [] : citations.value }
    /// What stands nearest to a question that the sources do not answer.
    package var nearest: [Citation] { refused ? citations.value : [] }

    static let columns: SQL = """
        id, thread, session_id AS session, module_id AS module, question, answer, refused, provider, at, citations,
        withdrawn AS is_withdrawn
        """
}

/// What a question is about.
package enum QuestionScope: Sendable, Equatable {
    case session(String)
    case module(String)

    var sessionID: String? { if case .session(let id) = self { id } else { nil } }
    var moduleID: String? { if case .module(let id) = self { id } else { nil } }
}
