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
                let ok = expected.contains { answer.text.lowercased().contains($0.lowercased()) }
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
@testable import Language
extension QuestionPairTests {
    @Test func debug() async throws {
        for (l, q) in [("dka","Which ketone body is the most important one?"),("dka","How low does the venous pH have to be for the diagnosis?"),("dka","What treatment should be given first?"),("dka","How much potassium do we add to each litre of fluid?"),("dka","How much fluid does a patient in the hyperosmolar state need?"),("dka","Why do we avoid giving bicarbonate?")] {
            let book = SentenceBook(try Lecture.named(l).passages)
            let question = Question(q)
            let m = TermMatcher(question, book)
            print("DBG", q, question.kind, question.terms.map { ($0.stem, $0.isVague) }, m.hasUnknownTerm)
            let all = book.entries.indices.map { ($0, m.cover(of: $0)) }.sorted { $0.1.all > $1.1.all }.prefix(4)
            for (i, c) in all { print("DBG    ", c.all, c.hard, c.own, book.entries[i].quality.isQuotable, AnswerKind.fit(of: book.entries[i], to: question) as Any, book.entries[i].text) }
        }
    }
}
