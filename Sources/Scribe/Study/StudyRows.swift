package import Kernel
package import Language
import Persistence

/// One version of AI notes.
package struct AINotes: Decodable, Sendable {
    package let id: String
    package let at: Instant
    package let provider: String
    let content: JSONColumn<StudyNotes>

    package var notes: StudyNotes { content.value }

    static let columns: SQL = "id, at, provider, content"
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
    package let answer: String
    package let refused: Bool
    package let provider: String
    package let at: Instant
    let citations: JSONColumn<[Citation]>

    package var cited: [Citation] { citations.value }

    static let columns: SQL = """
        id, thread, session_id AS session, module_id AS module, question, answer, refused, provider, at, citations
        """
}

/// What a question is about.
package enum QuestionScope: Sendable, Equatable {
    case session(String)
    case module(String)

    var sessionID: String? { if case .session(let id) = self { id } else { nil } }
    var moduleID: String? { if case .module(let id) = self { id } else { nil } }
}
