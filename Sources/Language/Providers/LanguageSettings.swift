/// Which provider is used, from the environment: the built-in one unless an administrator configures another.
package struct LanguageSettings: Sendable, Hashable {
    package enum Choice: Sendable, Hashable {
        case builtIn
        /// `url` is the base that `/chat/completions` is added to, as `http://127.0.0.1:11434/v1`.
        case openAICompatible(url: String, model: String, key: String?)
        case gemini(url: String, model: String, key: String)
    }

    package let choice: Choice
    /// The most evidence of one request, in tokens.
    package let evidenceTokens: Int

    package init(choice: Choice = .builtIn, evidenceTokens: Int = 6000) {
        self.choice = choice
        self.evidenceTokens = evidenceTokens
    }

    package static let builtIn = LanguageSettings()

    /// `ROUNDS_LLM_URL` with `ROUNDS_LLM_MODEL` and, where the server wants one, `ROUNDS_LLM_KEY`; else `GEMINI_API_KEY`
    /// with `GEMINI_MODEL`; else the built-in provider. `ROUNDS_LLM_TOKENS` bounds the evidence.
    /// - Throws: `LanguageError.invalidSettings`
    package init(environment: [String: String]) throws {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let text = value("ROUNDS_LLM_TOKENS") {
            guard let tokens = Int(text), (500...1_000_000).contains(tokens) else {
                throw LanguageError.invalidSettings("ROUNDS_LLM_TOKENS")
            }
            evidenceTokens = tokens
        } else {
            evidenceTokens = 6000
        }
        if let url = value("ROUNDS_LLM_URL") {
            guard let base = Self.base(url) else { throw LanguageError.invalidSettings("ROUNDS_LLM_URL") }
            guard let model = value("ROUNDS_LLM_MODEL") else {
                throw LanguageError.invalidSettings("ROUNDS_LLM_MODEL")
            }
            choice = .openAICompatible(url: base, model: model, key: value("ROUNDS_LLM_KEY"))
        } else if let key = value("GEMINI_API_KEY") {
            let model = value("GEMINI_MODEL") ?? "gemini-2.5-flash"
            guard model.utf8.allSatisfy(Self.isModelCharacter) else {
                throw LanguageError.invalidSettings("GEMINI_MODEL")
            }
            choice = .gemini(url: Self.gemini, model: model, key: key)
        } else {
            choice = .builtIn
        }
    }

    static let gemini = "https://generativelanguage.googleapis.com/v1beta"

    /// The base with its `/v1`, whichever way it was written; nil when it is no web address.
    private static func base(_ text: String) -> String? {
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        if text.hasSuffix("/chat/completions") { text.removeLast("/chat/completions".count) }
        guard let scheme = ["http://", "https://"].first(where: text.lowercased().hasPrefix),
            text.utf8.count > scheme.utf8.count, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        let path = text.dropFirst(scheme.count).drop { $0 != "/" }
        return path.isEmpty ? text + "/v1" : text
    }

    /// The model's name goes into the path of an address.
    private static func isModelCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
