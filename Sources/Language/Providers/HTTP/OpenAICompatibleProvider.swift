import Kernel

/// Any server that speaks OpenAI's chat completions: llama-server, Ollama, vLLM, LM Studio and others.
package struct OpenAICompatibleProvider: LanguageProvider {
    package let name: String
    package let evidenceBudget: TokenBudget
    private let url: String
    private let key: String?
    private let connection: ModelConnection

    /// - Parameter url: the base, as `http://127.0.0.1:11434/v1`
    package init(url: String, model: String, key: String? = nil, evidenceBudget: TokenBudget) {
        self.init(url: url, model: model, key: key, evidenceBudget: evidenceBudget, connection: ModelConnection())
    }

    init(url: String, model: String, key: String?, evidenceBudget: TokenBudget, connection: ModelConnection) {
        name = model
        self.url = url
        self.key = key
        self.evidenceBudget = evidenceBudget
        self.connection = connection
    }

    package func complete(_ request: CompletionRequest) async throws -> Completion {
        do {
            return try await complete(request, asksForJSON: true)
        } catch LanguageError.failed(status: 400), LanguageError.failed(status: 422) {
            // older servers know no response_format
            return try await complete(request, asksForJSON: false)
        }
    }

    private func complete(_ request: CompletionRequest, asksForJSON: Bool) async throws -> Completion {
        let prompt = Prompt(request)
        var body: [String: JSONValue] = [
            "model": .string(name), "temperature": 0, "stream": .bool(false),
            "max_tokens": .integer(Int64(request.longestReply)),
            "messages": .array([
                .object(["role": "system", "content": .string(prompt.system)]),
                .object(["role": "user", "content": .string(prompt.user)]),
            ]),
        ]
        if asksForJSON { body["response_format"] = .object(["type": "json_object"]) }
        let headers = key.map { [("Authorization", "Bearer \($0)")] } ?? []
        let reply = try await connection.post(.object(body), to: url + "/chat/completions", headers: headers)
        guard let text = reply["choices"]?.array?.first?["message"]?["content"]?.string else {
            throw LanguageError.unreadableReply
        }
        return Completion(text: text)
    }
}
