import Language

/// A model that writes what the test says.
struct ScriptedProvider: LanguageProvider {
    let name = "scripted"
    var evidenceBudget = TokenBudget(tokens: 4000)
    let reply: @Sendable (CompletionRequest) throws -> String

    init(_ reply: @escaping @Sendable (CompletionRequest) throws -> String) {
        self.reply = reply
    }

    init(_ text: String) {
        self.init { _ in text }
    }

    func complete(_ request: CompletionRequest) async throws -> Completion {
        Completion(text: try reply(request))
    }
}
