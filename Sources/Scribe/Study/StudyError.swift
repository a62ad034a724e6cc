package import Kernel

/// What can go wrong with AI notes, questions and cards.
package enum StudyError: Failure, Equatable {
    case unknownModule
    case unknownQuestion
    case unknownNotes
    case nothingToRead

    package var code: String {
        switch self {
        case .unknownModule: "unknown_module"
        case .unknownQuestion: "unknown_question"
        case .unknownNotes: "unknown_ai_notes"
        case .nothingToRead: "nothing_to_read"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .unknownModule, .unknownQuestion, .unknownNotes: .notFound
        case .nothingToRead: .conflict
        }
    }

    package var sentence: String {
        switch self {
        case .unknownModule: "There is no such module."
        case .unknownQuestion: "There is no such question."
        case .unknownNotes: "There is no such version of AI notes."
        case .nothingToRead: "There is neither a transcript nor a handout with text here yet."
        }
    }
}
