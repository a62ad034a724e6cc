import Kernel
@testable import Language
import TestSupport
import Testing

/// Against an exchange written from the public description of `models.generateContent`.
@Suite struct GeminiTests {
    private let request = CompletionRequest(
        task: .answer(question: "What is gait?", history: [Exchange(question: "Earlier?", answer: "Yes. [1]")]),
        evidence: [
            Passage(
                id: "p", source: PassageSource(kind: .attachment, id: "a", title: "Gait", session: "s"), page: 2,
                text: "Gait is the manner of walking.")
        ])

    private func provider(_ server: ScriptedServer, model: String = "gemini-2.5-flash") -> GeminiProvider {
        GeminiProvider(
            url: "http://127.0.0.1:\(server.port)/v1beta", model: model, key: "key-1",
            evidenceBudget: TokenBudget(tokens: 1000), connection: ModelConnection(patience: 20, pause: { _ in }))
    }

    private static let answer = """
        {"candidates": [{"content": {"parts": [{"text": "considering", "thought": true}, {"text": "{\\"answer\\": "},
        {"text": "[]}"}], "role": "model"}, "finishReason": "STOP", "index": 0, "safetyRatings": []}],
        "usageMetadata": {"promptTokenCount": 320, "candidatesTokenCount": 12, "totalTokenCount": 332},
        "modelVersion": "gemini-2.5-flash"}
        """

    @Test func theRecordedExchange() async throws {
        try await withScriptedServer({ _, _ in .init(Self.answer) }) { server in
            let completion = try await provider(server).complete(request)
            #expect(completion.text == "{\"answer\": []}")
            let received = try #require(server.received.first)
            #expect(received.path == "/v1beta/models/gemini-2.5-flash:generateContent")
            #expect(received.headers["x-goog-api-key"] == "key-1")
            #expect(!received.path.contains("key-1") && !received.body.contains("key-1"))
            let body = try JSONParser.value(received.body)
            #expect(body["contents"]?.array?.map { $0["role"]?.string } == ["user"])
            #expect(body["systemInstruction"]?["parts"]?.array?.first?["text"]?.string?.contains("JSON") == true)
            let configuration = try #require(body["generationConfig"])
            #expect(configuration["responseMimeType"]?.string == "application/json")
            #expect(configuration["maxOutputTokens"]?.integer == Int64(request.longestReply))
            #expect(configuration["thinkingConfig"]?["thinkingBudget"]?.integer == 0)
            let data = try JSONParser.value(
                try #require(body["contents"]?.array?.first?["parts"]?.array?.first?["text"]?.string))
            #expect(data["sources"]?.array?.first?["text"]?.string == "Gait is the manner of walking.")
            #expect(data["earlier"]?.array?.first?["question"]?.string == "Earlier?")
        }
    }

    @Test func otherModelsMayThink() async throws {
        try await withScriptedServer({ _, _ in .init(Self.answer) }) { server in
            _ = try await provider(server, model: "gemini-2.5-pro").complete(request)
            let body = try JSONParser.value(try #require(server.received.first).body)
            #expect(body["generationConfig"]?["thinkingConfig"] == nil)
        }
    }

    @Test func aBlockedPromptIsUnreadable() async throws {
        try await withScriptedServer({ _, _ in .init("{\"promptFeedback\": {\"blockReason\": \"SAFETY\"}}") }) {
            server in
            await #expect(throws: LanguageError.unreadableReply) { try await provider(server).complete(request) }
        }
    }

    @Test func aWrongKeyHasAName() async throws {
        let error =
            "{\"error\": {\"code\": 403, \"message\": \"Permission denied\", \"status\": \"PERMISSION_DENIED\"}}"
        try await withScriptedServer({ _, _ in .init(403, error) }) { server in
            await #expect(throws: LanguageError.refusedKey) { try await provider(server).complete(request) }
        }
    }
}
