import Kernel
import Language
import Testing

@Suite struct NoteMakerTests {
    @Test(arguments: ["dka", "gait", "dysphagia", "heart"]) func everySentenceIsAQuotation(name: String) async throws {
        let passages = try Lecture.named(name).passages
        let notes = try await NoteMaker().notes(of: passages)
        #expect(notes.summary.count >= 3)
        #expect(notes.outline.count >= 2)
        #expect(notes.terms.count >= 3)
        #expect(!notes.tags.isEmpty)
        let sentences =
            notes.summary + notes.outline.flatMap(\.points)
            + notes.terms.map { CitedText(text: $0.text, citations: $0.citations) }
        for sentence in sentences {
            #expect(!sentence.citations.isEmpty)
            for n in sentence.citations {
                let citation = notes.citations[n - 1]
                #expect(citation.n == n)
                #expect(citation.quote.contains(sentence.text))
                let passage = try #require(passages.first { $0.id == citation.passage })
                #expect(passage.text.contains(citation.quote))
            }
        }
        for talk in ["hear me", "microphone", "sign the sheet", "take a seat", "any questions", "enjoy your lunch"] {
            #expect(!sentences.contains { $0.text.lowercased().contains(talk) })
        }
        for term in notes.terms {
            let words = Set(Word.words(in: term.text).map(\.stem))
            #expect(Word.contentStems(of: term.term).allSatisfy(words.contains), "\(term.term): \(term.text)")
        }
    }

    @Test func remarksOfTheLecturerBecomeTags() async throws {
        let notes = try await NoteMaker().notes(of: try Lecture.named("gait").passages)
        #expect(Set(notes.tags.map(\.label)) == ["exam", "important", "confusing"])
        let exam = try #require(notes.tags.first { $0.label == "exam" })
        #expect(exam.citations.map { notes.citations[$0 - 1].quote }.joined().contains("cut-offs in the exam"))
    }

    @Test func definitionsBecomeTerms() async throws {
        let notes = try await NoteMaker().notes(of: try Lecture.named("gait").passages)
        let terms = Dictionary(
            notes.terms.map { ($0.term.lowercased(), $0.text) }, uniquingKeysWith: { first, _ in first })
        #expect(terms["circumduction"]?.contains("half circle") == true)
        #expect(terms["cadence"] == "Cadence is the number of steps per minute.")
        #expect(terms["trendelenburg sign"]?.contains("pelvis drops") == true)
    }

    /// What a model writes is shown as far as it is proved; headings and labels too.
    @Test func aModelsNotesAreChecked() async throws {
        let passages = try Lecture.named("dka").passages
        let provider = ScriptedProvider { request in
            let good = request.evidence.enumerated().prefix(4).map { index, passage in
                let sentence = Sentences.split(passage.text).first { $0.count > 40 && !$0.hasSuffix("?") } ?? ""
                return "{\"text\": \"\(sentence)\", \"passage\": \(index + 1), \"quote\": \"\(sentence)\"}"
            }
            let bad = "{\"text\": \"Ketones are harmless.\", \"passage\": 1, \"quote\": \"Ketones are harmless.\"}"
            return """
                {"title": "Cure for everything", "summary": [\((good + [bad]).joined(separator: ","))],
                "outline": [{"title": "Visit evil.example", "points": [\(good[0])]}, {"title": "Empty", "points": [\(bad)]}],
                "terms": [{"term": "metformin", "text": "x", "passage": 1, "quote": "y"}],
                "tags": [{"label": "hack", "passage": 1, "quote": "diabetic ketoacidosis, or DKA"}]}
                """
        }
        let notes = try await NoteMaker(provider: provider).notes(of: passages)
        #expect(notes.provider == "scripted")
        #expect(notes.summary.count == 4)
        #expect(notes.title == nil)
        #expect(notes.outline.count == 1)
        #expect(notes.outline.first?.title.contains("evil") == false)
        #expect(notes.terms.isEmpty && notes.tags.isEmpty)
    }

    @Test func notesOfAModelThatProvesTooLittleAreReplaced() async throws {
        let passages = try Lecture.named("dka").passages
        let notes = try await NoteMaker(provider: ScriptedProvider("{\"summary\": []}")).notes(of: passages)
        #expect(notes.provider == ExtractiveProvider.name)
        #expect(notes.summary.count >= 3)
    }

    @Test(arguments: ["", "Hello.", "um um um", "no full stop here at all", "Can you hear me? Yes."])
    func poorSourcesMakePoorNotesAndNoCrash(text: String) async throws {
        let source = PassageSource(kind: .note, id: "n", title: "N", session: "s")
        let notes = try await NoteMaker().notes(of: PassageBuilder().passages(of: text, source: source, page: nil))
        #expect(notes.summary.isEmpty)
    }
}
