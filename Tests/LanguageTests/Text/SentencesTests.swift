import Language
import Testing

@Suite struct SentencesTests {
    @Test(arguments: [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Give 0.9 percent. Then 5.5.", ["Give 0.9 percent.", "Then 5.5."]),
        ("Ask Dr. Smith about it. He knows.", ["Ask Dr. Smith about it.", "He knows."]),
        ("Drugs, e.g. insulin, help. Others don't.", ["Drugs, e.g. insulin, help.", "Others don't."]),
        ("He said “stop.” Then he left.", ["He said “stop.”", "Then he left."]),
        ("J. Smith wrote it.", ["J. Smith wrote it."]),
        ("Wait... what? Yes.", ["Wait... what?", "Yes."]),
        ("Aims\nKnow the phases\n- oral\n- pharyngeal", ["Aims", "Know the phases", "- oral", "- pharyngeal"]),
        (
            "A long line of a page that the file has wrapped at its right edge for\nlack of room. Next.",
            ["A long line of a page that the file has wrapped at its right edge for\nlack of room.", "Next."]
        ),
        ("これは文です。次の文。", ["これは文です。", "次の文。"]), ("", []), (" \n ", []),
    ])
    func splits(text: String, expected: [String]) {
        #expect(Sentences.split(text) == expected)
    }

    /// Whatever comes in, nothing but blanks is lost and the order stays.
    @Test func losesNothing() {
        for text in ["...", "?!?!", "a.b.c", "\r\n\r\nA\r\nb.", "“”", "1. Give. 2. Take.", "e\u{301}. É."] {
            let joined = Sentences.split(text).joined().filter { !$0.isWhitespace }
            #expect(joined == text.filter { !$0.isWhitespace })
        }
    }
}
