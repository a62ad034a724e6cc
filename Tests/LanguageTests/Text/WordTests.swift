import Language
import Testing

@Suite struct WordTests {
    @Test(arguments: [
        ("Don’t give 0.1 units/kg!", ["don't", "give", "0.1", "units", "kg"]),
        ("Over 1,000 mL; 5.5.", ["over", "1,000", "ml", "5.5"]),
        ("Dysphagie, Œdème, naïve", ["dysphagie", "œdeme", "naive"]),
        ("beta-hydroxybutyrate", ["beta", "hydroxybutyrate"]),
        ("  ", []), ("…—", []), ("課程 lecture", ["課程", "lecture"]),
    ])
    func words(text: String, expected: [String]) {
        #expect(Word.words(in: text).map(\.folded) == expected)
    }

    @Test(arguments: [
        ("given", "giving"), ("feet", "foot"), ("children", "child"), ("deeply", "deep"), ("swallows", "swallow"),
    ])
    func formsMeet(left: String, right: String) {
        #expect(Word.words(in: left)[0].stem == Word.words(in: right)[0].stem)
    }

    @Test func contentStemsLeaveOutWordsThatSayNothing() {
        #expect(Word.contentStems(of: "So, um, the patient is not able to swallow.") == ["patient", "abl", "swallow"])
    }
}
