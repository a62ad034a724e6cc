import Speech
import Testing

@testable import Scribe

@Suite struct VocabularyTests {
    private static let handout = """
        Diabetic ketoacidosis is treated with insulin. Metformin and dapagliflozin are stopped. KUSSMAUL breathing is named after
        Kussmaul. Pneumonia by Pseudomonas: levofloxacin or gentamicin. Hypoglycemia. Dysphagia is not dysphasia. The patient
        and the treatment. Streptococcus, haemorrhage, candida.
        """

    private let matcher = VocabularyMatcher(
        terms: VocabularyTerms([(Self.handout, VocabularyTerms.Source(title: "Handout.pdf", page: 3))]))

    private func offered(_ text: String) -> [String] {
        matcher.matches(in: text, words: [], start: 0).map { "\($0.from) → \($0.to)" }
    }

    @Test(arguments: [
        ("keto acid osis", "keto acid osis → ketoacidosis"),
        ("He had keto acidosis today.", "keto acidosis → ketoacidosis"),
        ("Met formin was stopped.", "Met formin → Metformin"),
        ("take met for men", "met for men → metformin"),
        ("metphormin twice", "metphormin → metformin"),
        ("a new monia of the lung", "new monia → pneumonia"),
        ("it was sue doe monas again", "sue doe monas → Pseudomonas"),
        ("give dapa gliflozin", "dapa gliflozin → dapagliflozin"),
        ("cusmaul breathing", "cusmaul → Kussmaul"),
        ("leave of loxacin", "leave of loxacin → levofloxacin"),
        ("jentamycin levels", "jentamycin → gentamicin"),
        ("strepto coccus grew", "strepto coccus → streptococcus"),
        ("a large hemorrhage", "hemorrhage → haemorrhage"),
    ])
    func whatSoundsLikeATermIsOffered(heard: String, expected: String) {
        #expect(offered(heard) == [expected])
    }

    @Test(arguments: [
        "insulin and ketoacidosis as they are written",
        "The patient was treated and the treatments were explained.",
        "a can did answer, and a candid one",  // common words, too few sounds
        "hyperglycemia",  // the opposite of what the handout says
        "dysphasia", "dysphagia",  // both are written
        "insulins", "Ketoacidosis",
        "met. Formin",  // a sentence ends between them
        "we met for a meeting", "keto", "", "…", "12 345",
        "酮症酸中毒",
    ])
    func whatIsRightOrOrdinaryIsLeftAlone(heard: String) {
        #expect(offered(heard).isEmpty)
    }

    @Test func theTimeIsThatOfTheFirstWord() {
        let words = [("The", 1.0), ("met", 1.4), ("formin", 1.8)].map {
            TranscriptWord(start: $0.1, end: $0.1 + 0.3, text: $0.0)
        }
        let match = matcher.matches(in: "The met formin", words: words, start: 1)
        #expect(match.map(\.start) == [1.4])
        #expect(match.first?.source == VocabularyTerms.Source(title: "Handout.pdf", page: 3))
        let edited = matcher.matches(in: "Then the met formin", words: words, start: 1)
        #expect(edited.map(\.start) == [1], "an edited sentence has no times for its words")
    }

    @Test(arguments: [
        ("pneumonia", "newmonia"), ("psoriasis", "soriasis"), ("xerostomia", "zerostomia"), ("pharynx", "farinks"),
        ("oedema", "edema"), ("rhythm", "ritm"), ("chyle", "kile"), ("fracture", "fraktur"), ("lesion", "leshun"),
    ])
    func oneSoundHasOneKey(one: String, other: String) {
        #expect(PhoneticKey.of(one) == PhoneticKey.of(other))
    }

    @Test(arguments: [("hypertension", "hypotension"), ("ileum", "jejunum"), ("afferent", "efferent")])
    func differentSoundsHaveDifferentKeys(one: String, other: String) {
        #expect(PhoneticKey.of(one) != PhoneticKey.of(other))
    }

    @Test(arguments: [("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("flaw", "lawn", 2), ("abc", "abc", 0)])
    func distances(one: String, other: String, expected: Int) {
        #expect(EditDistance.between(one, other, upTo: 9) == expected)
        #expect(EditDistance.between(other, one, upTo: expected) == expected)
        if expected > 0 { #expect(EditDistance.between(one, other, upTo: expected - 1) == nil) }
    }

    @Test func aTermIsSpelledAsInTheMiddleOfASentence() {
        let source = VocabularyTerms.Source(title: "a", page: nil)
        let terms = VocabularyTerms([
            ("Ketosis is common. KUSSMAUL", source), ("Here ketosis, and Kussmaul", source),
        ])
        #expect(Set(terms.byKey.values.joined().map(\.text)) == ["ketosis", "Kussmaul"])
    }
}
