import Foundation
import Language
import Testing

/// Questions that share the words of a sentence which does not answer them – the opposite verb, the other polarity, roles
/// exchanged, a speaker or a cause that nobody names – and as many that are answered. The second set was kept aside while the
/// finder was written; the third was written after it, and held 45 right answers and no wrong one at its first run.
@Suite struct MisleadingQuestionTests {
    @Test(arguments: [
        ("adversarial", 79, 79), ("adversarial-unseen", 44, 43), ("adversarial-later", 50, 50), ("look-alikes", 70, 64),
    ])
    func nothingIsAnsweredByTheWrongSentence(file: String, count: Int, fewestRight: Int) async throws {
        var right = 0
        var wrong: [String] = []
        var fooled: [String] = []
        for page in try MisleadingPage.all(file) {
            let source = PassageSource(kind: .attachment, id: page.title, title: page.title, session: "session")
            let passages = PassageBuilder().passages(of: page.text, source: source, page: 1)
            for pair in page.questions {
                let answer = try await Answerer().answer(pair.question, passages: passages)
                let text = answer.text.lowercased()
                if pair.expected.map({ keys in keys.contains { text.contains($0.lowercased()) } }) ?? answer.refused {
                    right += 1
                } else {
                    wrong.append("\(pair.question) → \(answer.text)")
                    if pair.expected == nil { fooled.append(pair.question) }
                }
            }
        }
        #expect(right + wrong.count == count)
        #expect(right >= fewestRight, "\(wrong.joined(separator: "\n"))")
        #expect(fooled.isEmpty, "\(fooled)")
    }
}

private struct MisleadingPage: Decodable {
    struct Pair: Decodable {
        let question: String
        /// Any of these stands in a right answer; nil when the page does not hold the answer.
        let expected: [String]?
    }

    let title: String
    let text: String
    let questions: [Pair]

    static func all(_ name: String) throws -> [MisleadingPage] {
        try JSONDecoder().decode([MisleadingPage].self, from: try Data(contentsOf: Vectors.url("\(name).json")))
    }
}
