import Language
import Testing

@Suite struct QuestionPairTests {
    @Test func report() async throws {
        let pairs = try QuestionPair.all("questions")
        var right = 0
        var refused = 0
        for pair in pairs {
            let passages = try Lecture.named(pair.lecture).passages
            let answer = try await Answerer().answer(pair.question, passages: passages)
            if let expected = pair.expected {
                let ok = expected.contains { answer.text.contains($0) }
                if ok { right += 1 }
                print(ok ? "OK  " : "MISS", pair.question, "→", answer.text)
            } else {
                if answer.refused { refused += 1 }
                print(answer.refused ? "OK  " : "MISS", pair.question, "→", answer.text)
            }
        }
        print("RIGHT", right, "REFUSED", refused)
    }
}
