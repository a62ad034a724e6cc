/// The built-in provider: no key, no network, no model. It chooses sentences and writes them as they stand.
package struct ExtractiveProvider: LanguageProvider {
    package init() {}

    package var name: String { "built-in" }
    package var evidenceBudget: TokenBudget { .unlimited }

    package func complete(_ request: CompletionRequest) async throws -> Completion {
        Completion(text: "{}")
    }
}
