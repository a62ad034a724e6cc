import Foundation
import Language
import Testing

/// A real model behind HTTP; scripts/language-model runs it. Whatever the model writes, what is shown is proved.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["ROUNDS_TEST_LLM"] == "1"))
struct RealModelTests {
    @Test func nothingUnprovedIsShown() async throws {
        let settings = try LanguageSettings(environment: ProcessInfo.processInfo.environment)
        try #require(settings != .builtIn)
        let provider = settings.provider
        var byModel = 0
        var byBuiltIn = 0
        var refused = 0
        for pair in try QuestionPair.all("questions").enumerated().filter({ $0.offset % 5 == 0 }).map(\.element) {
            let passages = try Lecture.named(pair.lecture).passages
            let answer = try await Answerer(provider: provider).answer(pair.question, passages: passages)
            if answer.refused {
                refused += 1
            } else if answer.provider == provider.name {
                byModel += 1
            } else {
                byBuiltIn += 1
            }
            for citation in answer.citations {
                let passage = try #require(passages.first { $0.id == citation.passage })
                #expect(passage.text.contains(citation.quote))
            }
            print("\(pair.question) [\(answer.provider)] \(answer.text)")
        }
        print("shown of the model: \(byModel), replaced by quotations: \(byBuiltIn), refused: \(refused)")
        #expect(byModel + byBuiltIn + refused == 10)
    }
}
