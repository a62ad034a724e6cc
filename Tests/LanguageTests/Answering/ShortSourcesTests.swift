import Language
import Testing

/// A minute of speech beside a handout.
@Suite struct ShortSourcesTests {
    private static let spoken = [
        "Metformin is started with 500 milligrams in the evening.",
        "The kidney function is checked before the first dose.",
        "Lactic acidosis is a rare danger of the drug.", "Contrast medium is given only when it has been paused.",
    ]
    private static let written = """
        The mitral valve is a valve with two cusps between the left atrium and the left ventricle. The tricuspid valve is a \
        valve with three cusps between the right atrium and the right ventricle. Cardiac output is the volume of blood that \
        the heart pumps in a minute. An adult at rest has a cardiac output of about 5 litres per minute. The sinus node sets \
        the rhythm of the heart. Stenosis means that a valve does not open completely. Regurgitation means that a valve leaks \
        because it does not close. The mitral valve is heard best at the apex of the heart. The aortic valve is a valve \
        with three cusps between the left ventricle and the aorta. A murmur is the sound of turbulent blood at a valve.
        """
    private static let transcript = PassageSource(kind: .transcript, id: "recording", title: "Talk", session: "s")
    private static let attachment = PassageSource(kind: .attachment, id: "handout", title: "Valves", session: "s")

    private static func speech(_ sentences: [String]) -> [Passage] {
        PassageBuilder().passages(
            of: sentences.enumerated().map {
                TimedText(start: Double($0.offset), end: Double($0.offset + 1), text: $0.element)
            },
            source: transcript)
    }

    private static var both: [Passage] {
        speech(spoken) + PassageBuilder().passages(of: written, source: attachment, page: 1)
    }

    @Test(arguments: 1...4) func everySourceIsInSummaryAndOutline(sentences: Int) async throws {
        let passages =
            Self.speech(Array(Self.spoken.prefix(sentences))) + Self.both.filter { $0.source == Self.attachment }
        let notes = try await NoteMaker().notes(of: passages)
        let sources = Dictionary(notes.citations.map { ($0.n, $0.source.id) }, uniquingKeysWith: { first, _ in first })
        for part in [notes.summary, notes.outline.flatMap(\.points)] {
            #expect(Set(part.flatMap(\.citations).compactMap { sources[$0] }) == ["recording", "handout"])
        }
        for topic in notes.outline {
            #expect(Set(topic.points.flatMap(\.citations).compactMap { sources[$0] }).count == 1, "\(topic.title)")
        }
    }

    @Test func aShortTextHasTermsCardsAndAQuiz() async throws {
        let passages = Self.speech(Self.spoken)
        let terms = try await NoteMaker().notes(of: passages).terms
        #expect(terms.count >= 3, "\(terms)")
        #expect(terms.contains { $0.term == "kidney function" })
        for term in terms { #expect(term.text.lowercased().contains(term.term.lowercased())) }
        let study = StudyMaker().cards(of: passages)
        #expect(study.cards.count >= 3)
        #expect(study.quiz.count >= 2, "\(study.quiz)")
        for question in study.quiz {
            #expect(
                Set(question.choices).count == question.choices.count
                    && question.choices.indices.contains(question.answer))
            #expect(!question.question.contains(question.choices[question.answer]))
            #expect(question.citation.quote.lowercased().contains(question.choices[question.answer].lowercased()))
        }
    }

    @Test func whatTellsNothingHasNoTerms() async throws {
        let passages = Self.speech(["Good morning, can you hear me?", "Let's get going, there is a lot to cover."])
        let notes = try await NoteMaker().notes(of: passages)
        #expect(notes.terms.isEmpty && notes.summary.isEmpty)
        #expect(StudyMaker().cards(of: passages).quiz.isEmpty)
    }
}
