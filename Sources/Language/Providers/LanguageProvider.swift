/// Somebody who writes drafts: the built-in extractive one, or a model behind HTTP. What it writes is never shown before
/// `DraftReader` has read it and `Verifier` has checked it.
package protocol LanguageProvider: Sendable {
    /// For the reader and the log: `built-in`, or the name of the model.
    var name: String { get }
    /// How much evidence one request may carry.
    var evidenceBudget: TokenBudget { get }

    /// - Throws: `LanguageError`, `CancellationError`
    func complete(_ request: CompletionRequest) async throws -> Completion
}

/// What is asked, with the evidence it must rest on.
package struct CompletionRequest: Sendable {
    package enum Task: Sendable {
        case answer(question: String, history: [Exchange])
        case notes
    }

    package let task: Task
    /// Whole passages; the draft names them by their place in this list, from 1.
    package let evidence: [Passage]
    /// The most a model may write, in tokens.
    package let longestReply: Int

    package init(task: Task, evidence: [Passage], longestReply: Int = 700) {
        self.task = task
        self.evidence = evidence
        self.longestReply = longestReply
    }
}

/// A draft as it was written: JSON, or what a model took for JSON.
package struct Completion: Sendable, Hashable {
    package let text: String

    package init(text: String) {
        self.text = text
    }
}
