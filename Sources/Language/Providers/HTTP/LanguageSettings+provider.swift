extension LanguageSettings {
    /// The provider that is configured.
    package var provider: any LanguageProvider {
        let budget = TokenBudget(tokens: evidenceTokens)
        return switch choice {
        case .builtIn: ExtractiveProvider()
        case .openAICompatible(let url, let model, let key):
            OpenAICompatibleProvider(url: url, model: model, key: key, evidenceBudget: budget)
        case .gemini(let url, let model, let key):
            GeminiProvider(url: url, model: model, key: key, evidenceBudget: budget)
        }
    }
}
