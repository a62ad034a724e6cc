import Language
import Testing

@Suite struct StudyMakerTests {
    @Test(arguments: ["dka", "gait", "dysphagia", "heart"]) func everyCardHasItsSource(name: String) throws {
        let passages = try Lecture.named(name).passages
        let study = StudyMaker().cards(of: passages)
        #expect(study.cards.count >= 10 && study.cards.count <= StudyMaker.mostCards)
        #expect(study.quiz.count >= 5 && study.quiz.count <= StudyMaker.mostQuestions)
        for citation in study.cards.map(\.citation) + study.quiz.map(\.citation) {
            let passage = try #require(passages.first { $0.id == citation.passage })
            #expect(passage.text.contains(citation.quote))
        }
        #expect(Set(study.cards.map(\.id)).count == study.cards.count)
        #expect(study == StudyMaker().cards(of: passages))
    }

    @Test(arguments: ["dka", "gait", "dysphagia", "heart"]) func theRightChoiceFillsTheGap(name: String) throws {
        for question in StudyMaker().cards(of: try Lecture.named(name).passages).quiz {
            #expect(question.choices.count == 4)
            #expect(Set(question.choices.map { $0.lowercased() }).count == 4, "\(question.choices)")
            let right = question.choices[question.answer]
            #expect(question.question.contains("_____"))
            #expect(!question.question.lowercased().contains(" \(right.lowercased()) "), "\(question.question)")
            let filled = question.question.replacing("_____", with: right).lowercased()
            #expect(Set(Word.words(in: filled).map(\.stem)) == Set(Word.words(in: question.citation.quote).map(\.stem)))
        }
    }

    @Test func definitionsAreAskedFor() throws {
        let study = StudyMaker().cards(of: try Lecture.named("gait").passages)
        let card = try #require(study.cards.first { $0.front == "What is a gait cycle?" })
        #expect(card.back.hasPrefix("A gait cycle is the time from one heel strike"))
    }

    @Test(arguments: ["dka", "gait", "dysphagia", "heart"]) func theQuizGivesNothingAwayAndRunsToTheEnd(name: String)
        throws
    {
        let passages = try Lecture.named(name).passages
        let quiz = StudyMaker().cards(of: passages).quiz
        for question in quiz {
            let right = Word.contentStems(of: question.choices[question.answer])
            #expect(Set(right).isDisjoint(with: Word.contentStems(of: question.question)), "\(question.question)")
        }
        let places = quiz.compactMap { question in passages.firstIndex { $0.id == question.citation.passage } }
        #expect(places.contains { $0 >= passages.count * 2 / 3 } && places.contains { $0 < passages.count / 3 })
    }

    @Test func nothingMakesNothing() {
        #expect(StudyMaker().cards(of: []) == StudyCards(cards: [], quiz: []))
    }
}
