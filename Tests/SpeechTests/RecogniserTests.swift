import Foundation
import Testing

@testable import Speech

@Suite(.needsSpeechModels, .serialized) struct RecogniserTests {
    @Test func theInauguralSentenceIsUnderstood() async throws {
        let collected = Collected()
        let summary = try await Recognisers(models: SpeechFiles.catalogue).transcribe(
            SpeechFiles.inaugural, model: "tiny.en"
        ) { await collected.add($0) }
        let text = await collected.text.lowercased()
        print(await collected.windows)
        #expect(text.contains("ask not what your country can do for you"))
        #expect(summary.duration == 11)
    }
}
