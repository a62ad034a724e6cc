/// The built-in provider: no key, no network, no model. It chooses sentences and writes them as they stand, so that its
/// drafts are quotations throughout.
package struct ExtractiveProvider: LanguageProvider {
    package static let name = "built-in"

    package init() {}

    package var name: String { Self.name }
    package var evidenceBudget: TokenBudget { .unlimited }

    package func complete(_ request: CompletionRequest) async throws -> Completion {
        let book = SentenceBook(request.evidence)
        var draft = Draft()
        switch request.task {
        case .answer(let question, let history):
            let chosen = AnswerFinder(Question(question, history: history), in: book).answer()
            draft.answer = chosen.map { book.entries[$0].statement }
            draft.refused = chosen.isEmpty
        case .notes:
            draft = ExtractiveNotes(book).draft()
        }
        try Task.checkCancellation()
        return Completion(text: DraftWriter.write(draft))
    }
}
