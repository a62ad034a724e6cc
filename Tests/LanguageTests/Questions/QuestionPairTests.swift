import Language
import Testing

/// The pairs that were written with the lectures, and a set that nobody looked at before the finder was finished.
@Suite struct QuestionPairTests {
    struct Outcome {
        var right: [String] = []
        var wrong: [String] = []
        var refused: [String] = []
        var invented: [String] = []
    }

    @Test func fiftyPairsOfThreeLectures() async throws {
        let outcome = try await outcome(of: "questions")
        #expect(outcome.right.count + outcome.wrong.count == 40)
        #expect(outcome.refused.count + outcome.invented.count == 10)
        #expect(outcome.right.count >= 38, "\(outcome.wrong)")
        #expect(outcome.invented.isEmpty, "\(outcome.invented)")
    }

    @Test func twentyUnseenPairsOfAnotherLecture() async throws {
        let outcome = try await outcome(of: "questions-unseen")
        #expect(outcome.right.count + outcome.wrong.count == 15)
        #expect(outcome.refused.count + outcome.invented.count == 5)
        #expect(outcome.right.count >= 12, "\(outcome.wrong)")
        #expect(outcome.invented.isEmpty, "\(outcome.invented)")
    }

    @Test func lookAlikesOfFourLectures() async throws {
        let outcome = try await outcome(of: "questions-look-alike")
        #expect(outcome.right.count + outcome.wrong.count == 15)
        #expect(outcome.right.count >= 12, "\(outcome.wrong)")
        #expect(outcome.invented.isEmpty, "\(outcome.invented)")
    }

    /// Some of the same questions with the passages of all lectures at once, as over a module.
    @Test func pairsOverAllLecturesAtOnce() async throws {
        let outcome = try await outcome(of: "questions", over: ["dka", "gait", "dysphagia", "heart"], every: 10)
        #expect(outcome.wrong.isEmpty && outcome.invented.isEmpty, "\(outcome)")
    }

    private func outcome(of name: String, over lectures: [String]? = nil, every step: Int = 1) async throws -> Outcome {
        var outcome = Outcome()
        for (number, pair) in try QuestionPair.all(name).enumerated() where number % step == 0 {
            let passages = try (lectures ?? [pair.lecture]).flatMap { try Lecture.named($0).passages }
            let answer = try await Answerer().answer(pair.question, passages: passages)
            try checkCitations(of: answer, passages)
            let text = answer.text.lowercased()
            switch pair.expected {
            case nil where answer.refused: outcome.refused.append(pair.question)
            case nil: outcome.invented.append("\(pair.question) → \(answer.text)")
            case let keys?:
                let isRight = keys.contains { text.contains($0.lowercased()) }
                if isRight {
                    outcome.right.append(pair.question)
                } else {
                    outcome.wrong.append("\(pair.question) → \(answer.text)")
                }
            }
        }
        return outcome
    }

    /// Every mark has its citation, every citation its passage, every quote stands there letter by letter.
    private func checkCitations(of answer: Answer, _ passages: [Passage]) throws {
        if answer.refused {
            #expect(answer.citations.isEmpty)
            #expect(answer.text == Answer.refusal)
            return
        }
        #expect(!answer.citations.isEmpty)
        for citation in answer.citations {
            let passage = try #require(passages.first { $0.id == citation.passage })
            #expect(passage.text.contains(citation.quote))
            #expect(answer.text.contains("[\(citation.n)]"))
            let (start, end) = (try #require(citation.start), try #require(citation.end))
            #expect(try #require(passage.start) <= start && start < end && end <= (try #require(passage.end)) + 0.001)
        }
    }
}
