import Language
import Testing

@Suite struct DraftReaderTests {
    private let expected = [
        Draft.Statement(text: "A.", references: [Draft.Reference(passage: 1, quote: "a b c")])
    ]

    @Test(arguments: [
        #"{"answer": [{"text": "A.", "citations": [{"passage": 1, "quote": "a b c"}]}]}"#,
        "```json\n{\"answer\": [{\"text\": \"A.\", \"citations\": [{\"passage\": 1, \"quote\": \"a b c\"}]}]}\n```",
        #"Sure! {"answer": [{"text": "A.", "citations": [{"passage": "1", "quote": "a b c"},]},],} Hope that helps {}"#,
        #"{"answer": [{"text": "A.", "passage": "[1]", "quote": "a b c"}], "refused": false}"#,
        #"{not json} {"sentences": [{"sentence": "A.", "evidence": [{"source": 1, "quote": "a b c"}]}]}"#,
    ])
    func forgives(text: String) throws {
        #expect(try DraftReader.read(text).answer == expected)
    }

    @Test(arguments: ["", "I do not know.", "{", "[1, 2]", "{\"answer\": ", String(repeating: "{", count: 5000)])
    func refusesWhatIsNoObject(text: String) {
        #expect(throws: LanguageError.unreadableReply) { try DraftReader.read(text) }
    }

    @Test(arguments: [
        #"{"answer": "text"}"#, #"{"answer": [1, null, "x", {"text": 5}]}"#,
        #"{"answer": {"text": "A"}, "refused": 7}"#,
    ])
    func wrongTypesAreNoStatements(text: String) throws {
        #expect(try DraftReader.read(text).answer.isEmpty)
    }

    @Test func absurdNumbersNameNoPassage() throws {
        let draft = try DraftReader.read(
            #"{"answer": [{"text": "A.", "passage": 99999999999999999999, "quote": "a b c"}]}"#)
        #expect(draft.answer.first?.references.map(\.passage) == [0])
    }

    @Test func readsRefusal() throws {
        #expect(try DraftReader.read(#"{"refused": true, "answer": []}"#).refused)
        #expect(try DraftReader.read(#"{"refused": "True"}"#).refused)
    }
}
