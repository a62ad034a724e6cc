import Kernel
import Language
import Testing

@Suite struct AnswererTests {
    private func statement(_ text: String, _ passage: Int, _ quote: String) -> String {
        JSONValue.object([
            "text": .string(text),
            "citations": .array([.object(["passage": .integer(Int64(passage)), "quote": .string(quote)])]),
        ]).canonicalText
    }

    private func place(of quote: String, in request: CompletionRequest) -> Int {
        (request.evidence.firstIndex { $0.text.contains(quote) } ?? -1) + 1
    }

    private let quote = "Hypokalaemia causes dangerous arrhythmias."

    @Test func aProvedAnswerOfAModelIsShown() async throws {
        let passages = try Lecture.named("dka").passages
        let provider = ScriptedProvider { [self] request in
            let proved = statement("Hypokalaemia causes arrhythmias.", place(of: quote, in: request), quote)
            return "{\"answer\": [\(proved)]}"
        }
        let answer = try await Answerer(provider: provider).answer("What does hypokalaemia cause?", passages: passages)
        #expect(answer.text == "Hypokalaemia causes arrhythmias. [1]")
        #expect(answer.citations.map(\.quote) == [quote])
        #expect(answer.provider == "scripted")
    }

    @Test func anUnprovedAnswerIsReplacedByAQuotation() async throws {
        let passages = try Lecture.named("dka").passages
        let provider = ScriptedProvider { [self] request in
            let invented = statement("Hypokalaemia causes nothing at all.", place(of: quote, in: request), quote)
            return "{\"answer\": [\(invented)]}"
        }
        let answer = try await Answerer(provider: provider).answer("What does hypokalaemia cause?", passages: passages)
        #expect(answer.text == "\(quote) [1]")
        #expect(answer.provider == ExtractiveProvider.name)
    }

    /// A true quotation of something else is no answer, and what the sources do not hold stays unanswered.
    @Test func aTrueQuotationOffTheTopicIsWithheld() async throws {
        let passages = try Lecture.named("dka").passages
        let provider = ScriptedProvider { [self] request in
            "{\"answer\": [\(statement(quote, place(of: quote, in: request), quote))]}"
        }
        let answer = try await Answerer(provider: provider).answer(
            "What dose of metformin should be given after recovery?", passages: passages)
        #expect(answer.refused)
        #expect(answer.text == Answer.refusal)
    }

    /// A model that answers with the opposite is not believed, however true its quotation.
    @Test(arguments: [
        ("When is metformin stopped?", "Metformin is started with 500 milligrams once a day."),
        ("What is Trendelenburg gait not caused by?", "Trendelenburg gait is caused by weakness of the hip abductors."),
        ("Who said that the brace is worn at night?", "The brace is worn at night for six weeks."),
        ("What occurs after the swelling?", "Pain occurs before the swelling."),
    ])
    func theOppositeOfAModelIsWithheld(question: String, sentence: String) async throws {
        let source = PassageSource(kind: .attachment, id: "a", title: "Handout", session: "s")
        let passages = [Passage(id: "a#1", source: source, text: sentence)]
        let reply = "{\"answer\": [\(statement(sentence, 1, sentence))]}"
        let answer = try await Answerer(provider: ScriptedProvider(reply)).answer(question, passages: passages)
        #expect(answer.refused, "\(answer.text)")
    }

    @Test(arguments: ["no JSON", "{\"answer\": []}", "{}"]) func aModelThatSaysNothingIsStoodInFor(reply: String)
        async throws
    {
        let passages = try Lecture.named("gait").passages
        let answer = try await Answerer(provider: ScriptedProvider(reply)).answer(
            "What is a gait cycle?", passages: passages)
        #expect(answer.provider == ExtractiveProvider.name)
        #expect(answer.text.contains("heel strike"))
    }

    @Test func aModelThatCannotBeReachedIsStoodInFor() async throws {
        let provider = ScriptedProvider { _ in throw LanguageError.unreachable }
        let answer = try await Answerer(provider: provider).answer(
            "What is a gait cycle?", passages: try Lecture.named("gait").passages)
        #expect(answer.provider == ExtractiveProvider.name && !answer.refused)
    }

    @Test func refusalOfAModelIsBelieved() async throws {
        let provider = ScriptedProvider("{\"refused\": true, \"answer\": []}")
        let answer = try await Answerer(provider: provider).answer(
            "What is a gait cycle?", passages: try Lecture.named("gait").passages)
        #expect(answer.refused && answer.provider == "scripted")
    }

    /// Whole passages only, and no more than the budget holds.
    @Test func evidenceFitsTheBudget() async throws {
        let passages = try Lecture.named("dka").passages
        var provider = ScriptedProvider { request in
            #expect(!request.evidence.isEmpty)
            #expect(request.evidence.allSatisfy(passages.contains))
            #expect(request.evidence.reduce(0) { $0 + TokenBudget.tokens(in: $1.text) } <= 500)
            return "{}"
        }
        provider.evidenceBudget = TokenBudget(tokens: 500)
        _ = try await Answerer(provider: provider).answer("How is potassium given?", passages: passages)
    }

    @Test(arguments: [
        ("gait", "What is foot drop?", "Which orthosis helps with it?", "ankle foot orthosis"),
        ("dysphagia", "What is the Shaker exercise?", "How often is it done?", "three times a day"),
        (
            "dka", "What is cerebral oedema?", "And what are its warning signs, what should we watch out for?",
            "headache"
        ),
        ("dka", "What happens to potassium?", "How much of it is added to each litre?", "40 millimoles"),
    ])
    func followUpsKeepTheirContext(lecture: String, first: String, second: String, expected: String) async throws {
        let passages = try Lecture.named(lecture).passages
        let answerer = Answerer()
        let answer = try await answerer.answer(first, passages: passages)
        let next = try await answerer.answer(
            second, history: [Exchange(question: first, answer: answer.text)], passages: passages)
        #expect(next.text.lowercased().contains(expected), "\(next.text)")
    }

    @Test(arguments: ["", "   ", "???", "the of and", "課程是什麼？", String(repeating: "why ", count: 500)])
    func questionsWithoutContentAreRefused(question: String) async throws {
        let answer = try await Answerer().answer(question, passages: try Lecture.named("dka").passages)
        #expect(answer.refused)
    }

    @Test func withoutSourcesThereIsNoAnswer() async throws {
        #expect(try await Answerer().answer("What is gait?", passages: []).refused)
        #expect(try await Answerer(provider: ScriptedProvider("{}")).answer("What is gait?", passages: []).refused)
    }
}
