import Language
import Testing

@Suite struct LanguageSettingsTests {
    @Test func withoutSettingsTheBuiltInOneAnswers() throws {
        #expect(try LanguageSettings(environment: [:]) == .builtIn)
        #expect(try LanguageSettings(environment: ["ROUNDS_LLM_URL": "", "GEMINI_API_KEY": ""]) == .builtIn)
    }

    @Test(arguments: [
        ("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1"), ("http://host:8080/v1/", "http://host:8080/v1"),
        ("https://x.example/openai/v1/chat/completions", "https://x.example/openai/v1"),
    ])
    func addressesInEveryForm(given: String, base: String) throws {
        let settings = try LanguageSettings(environment: [
            "ROUNDS_LLM_URL": given, "ROUNDS_LLM_MODEL": "m", "GEMINI_API_KEY": "k",
        ])
        #expect(settings.choice == .openAICompatible(url: base, model: "m", key: nil))
    }

    @Test func geminiHasADefaultModel() throws {
        let choice = try LanguageSettings(environment: ["GEMINI_API_KEY": "k", "ROUNDS_LLM_TOKENS": "900"])
        #expect(choice.evidenceTokens == 900)
        guard case .gemini(_, "gemini-2.5-flash", "k") = choice.choice else {
            Issue.record("\(choice)")
            return
        }
    }

    @Test(arguments: [
        (["ROUNDS_LLM_URL": "ftp://x", "ROUNDS_LLM_MODEL": "m"], "ROUNDS_LLM_URL"),
        (["ROUNDS_LLM_URL": "http://", "ROUNDS_LLM_MODEL": "m"], "ROUNDS_LLM_URL"),
        (["ROUNDS_LLM_URL": "http://x"], "ROUNDS_LLM_MODEL"), (["ROUNDS_LLM_TOKENS": "many"], "ROUNDS_LLM_TOKENS"),
        (["ROUNDS_LLM_TOKENS": "-5"], "ROUNDS_LLM_TOKENS"),
        (["GEMINI_API_KEY": "k", "GEMINI_MODEL": "../../x"], "GEMINI_MODEL"),
    ])
    func unusableSettingsAreNamed(environment: [String: String], name: String) {
        #expect(throws: LanguageError.invalidSettings(name)) { try LanguageSettings(environment: environment) }
    }
}
