import Testing

@testable import Compliance

struct SentenceTests {
    @Test(arguments: [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Dr. Smith came. J. Smith left.", ["Dr. Smith came.", "J. Smith left."]),
        ("Walked 2.5 miles in approx. 40 min. Then rest.", ["Walked 2.5 miles in approx. 40 min.", "Then rest."]),
        ("- one\n- two\n* three", ["- one", "- two", "* three"]),
        ("| A | 1 |\n| B | 2 |", ["| A | 1 |", "| B | 2 |"]),
        ("Plan\nGo on.", ["Plan", "Go on."]),
        ("e.g. stairs and i.e. steps", ["e.g. stairs and i.e. steps"]),
        ("all is well. pt walks. no falls", ["all is well.", "pt walks.", "no falls"]),
        ("1. Walk\n2. Climb", ["1. Walk", "2. Climb"]),
        (
            "The patient is able to walk one hundred feet with a rolling walker and\nsupervision of one. Good.",
            ["The patient is able to walk one hundred feet with a rolling walker and\nsupervision of one.", "Good."]
        ),
        ("", []),
    ])
    func cutsSentences(_ text: String, _ expected: [String]) {
        let note = NoteText(text)
        #expect(note.sentences.map(note.string) == expected)
        #expect(note.sentenceOfToken.count == note.tokens.count)
    }

    @Test func clipsToARange() {
        let note = NoteText("One two. Three four. Five.")
        #expect(note.sentences(in: 4..<14).map(note.string) == ["two.", "Three"])
        #expect(note.string(note.sentence(at: 10)) == "Three four.")
        #expect(NoteText("").sentence(at: 0) == 0..<0)
    }

    @Test(arguments: [
        ("Note is NOT signed", "signed", true), ("no LTG", "LTG", true), ("denies falls", "falls", true),
        ("Denies pain, falls, dizziness", "falls", true), ("never walked", "walked", true),
        ("without cues", "cues", true),
        ("signed by Kim", "signed", false), ("No pain. Signed today", "Signed", false),
        ("no pain but signed", "signed", false),
        ("Pain: none. Goals set", "Goals", false), ("LTG: none", "LTG", true),
        ("frequency is not stated", "frequency", true),
        ("LTG 1 not met", "LTG", false), ("not without goals", "goals", false), ("cannot drive", "drive", true),
        ("No falls; goals met", "goals", false), ("plan unsigned", "unsigned", false),
        ("signature missing", "signature", true),
    ])
    func knowsWhatIsDenied(_ text: String, _ word: String, _ expected: Bool) throws {
        let note = NoteText(text)
        let token = try #require(note.tokens.first { note.string($0.range) == word })
        #expect(Negation.isNegated(token.range, in: note) == expected)
    }
}
