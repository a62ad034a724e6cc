import Kernel

/// Google's Gemini by its REST interface (https://ai.google.dev/api/generate-content). The key goes into a header, never into
/// an address.
package struct GeminiProvider: LanguageProvider {
    package let name: String
    package let evidenceBudget: TokenBudget
    private let url: String
    private let key: String
    private let connection: ModelConnection

    /// - Parameter url: the base with its version, as `https://generativelanguage.googleapis.com/v1beta`
    package init(url: String, model: String, key: String, evidenceBudget: TokenBudget) {
        self.init(url: url, model: model, key: key, evidenceBudget: evidenceBudget, connection: ModelConnection())
    }

    init(url: String, model: String, key: String, evidenceBudget: TokenBudget, connection: ModelConnection) {
        name = model
        self.url = url
        self.key = key
        self.evidenceBudget = evidenceBudget
        self.connection = connection
    }

    package func complete(_ request: CompletionRequest) async throws -> Completion {
        let prompt = Prompt(request)
        var generation: [String: JSONValue] = [
            "temperature": 0, "maxOutputTokens": .integer(Int64(request.longestReply)),
            "responseMimeType": "application/json",
        ]
        // thinking would use up the tokens of the reply; only the flash models may go without
        if name.contains("flash") { generation["thinkingConfig"] = .object(["thinkingBudget": 0]) }
        let body: [String: JSONValue] = [
            "systemInstruction": .object(["parts": .array([.object(["text": .string(prompt.system)])])]),
            "contents": .array([
                .object(["role": "user", "parts": .array([.object(["text": .string(prompt.user)])])])
            ]),
            "generationConfig": .object(generation),
        ]
        let reply = try await connection.post(
            .object(body), to: "\(url)/models/\(name):generateContent", headers: [("x-goog-api-key", key)])
        let parts = reply["candidates"]?.array?.first?["content"]?["parts"]?.array ?? []
        let text = parts.filter { $0["thought"]?.bool != true }.compactMap { $0["text"]?.string }.joined()
        guard !text.isEmpty else { throw LanguageError.unreadableReply }
        return Completion(text: text)
    }
}
