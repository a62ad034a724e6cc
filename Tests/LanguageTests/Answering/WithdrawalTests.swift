import Language
import Testing

@Suite struct WithdrawalTests {
    private static func citation(_ n: Int, _ source: String, _ quote: String) -> Citation {
        Citation(
            n: n, passage: "\(source)#1",
            source: PassageSource(kind: .attachment, id: source, title: source, session: "s"), start: nil, end: nil,
            page: nil, quote: quote)
    }

    private let citations = [
        citation(1, "a", "Insulin is given by infusion."), citation(2, "b", "Fluid is given first."),
        citation(3, "a", "Potassium is checked."),
    ]

    @Test(arguments: [
        ("Insulin is given. [1] Fluid first. [2] Potassium is checked. [3]", "a", "Fluid first. [2]", [2]),
        (
            "Insulin is given. [1] Fluid first. [2] Potassium is checked. [3]", "b",
            "Insulin is given. [1] Potassium is checked. [3]", [1, 3]
        ),
        ("Both are given. [1][2] Fluid first. [2]", "a", "Fluid first. [2]", [2]),
        ("Both are given. [1][2]", "a", Answer.withdrawn, []),
        ("Two\nlines. [1] Fluid\nfirst. [2]", "a", "Fluid\nfirst. [2]", [2]),
        ("No marks at all.", "a", Answer.withdrawn, []),
    ])
    func ofAnAnswerStaysWhatHasAllItsSources(text: String, gone: String, left: String, numbers: [Int]) throws {
        let found = try #require(Answer.remainder(of: text, citations) { $0.source.id == gone })
        #expect(found.text == left)
        #expect(found.citations.map(\.n) == numbers)
    }

    @Test func withAllSourcesThereNothingIsTouched() {
        #expect(Answer.remainder(of: "Insulin is given. [1]", citations) { $0.source.id == "c" } == nil)
    }

    @Test func aChoiceOfAQuizMayNotNameWhatIsGone() {
        func question(_ id: String, _ choices: [String], _ citation: Citation) -> StudyCards.QuizQuestion {
            StudyCards.QuizQuestion(id: id, question: "?", choices: choices, answer: 0, citation: citation)
        }
        let study = StudyCards(
            cards: [.init(id: "card", front: "?", back: "!", citation: citations[0])],
            quiz: [
                question("kept", ["fluid", "first"], citations[1]), question("numbers", ["5", "10"], citations[1]),
                question("names", ["fluid", "insulin"], citations[1]),
                question("gone", ["fluid", "first"], citations[2]),
            ])
        let left = study.without { $0.source.id == "a" }
        #expect(left.cards.isEmpty && left.quiz.map(\.id) == ["kept", "numbers"])
        #expect(study.without { $0.source.id == "c" } == study)
    }

    @Test func notesLoseSentencesTopicsAndTitlesThatNothingCarries() {
        let (a, b) = (
            CitedText(text: "Insulin is given by infusion.", citations: [1]),
            CitedText(text: "Fluid is given first.", citations: [2])
        )
        let notes = StudyNotes(
            title: "Insulin", summary: [a, b],
            outline: [.init(title: "Infusion", points: [a, b]), .init(title: "Insulin", points: [a])],
            terms: [.init(term: "insulin", text: a.text, citations: [1])],
            tags: [.init(label: "exam", citations: [3]), .init(label: "exam", citations: [2])], citations: citations,
            provider: "built-in")
        let left = notes.without { $0.source.id == "a" }
        #expect(left.title == nil && left.summary == [b] && left.terms.isEmpty)
        #expect(left.outline == [.init(title: "Fluid given first", points: [b])])
        #expect(left.tags == [.init(label: "exam", citations: [2])] && left.citations == [citations[1]])
        #expect(notes.without { $0.source.id == "c" } == notes)
    }
}
