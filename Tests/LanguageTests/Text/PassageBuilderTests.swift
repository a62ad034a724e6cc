import Language
import Testing

@Suite struct PassageBuilderTests {
    private let source = PassageSource(kind: .transcript, id: "r", title: "Lecture", session: "s")

    @Test(arguments: ["dka", "gait", "dysphagia", "heart"]) func lectures(name: String) throws {
        let lecture = try Lecture.named(name)
        let passages = lecture.passages
        let all = lecture.segments.map(\.text).joined(separator: " ")
        #expect(passages.map(\.text).joined(separator: " ") == all)
        #expect(Set(passages.map(\.id)).count == passages.count)
        for (passage, next) in zip(passages, passages.dropFirst()) {
            let words = passage.text.split(separator: " ").count
            #expect((30...120).contains(words), "\(words) words")
            #expect(".!?".contains(passage.text.last ?? " "), "a sentence is cut")
            #expect(try #require(passage.end) <= (try #require(next.start)))
        }
        #expect(passages.first?.start == lecture.segments.first?.start)
        #expect(passages.last?.end == lecture.segments.last?.end)
    }

    /// A sentence is found in time within the segment that speaks it.
    @Test func secondsOfSentences() throws {
        let segments = [
            TimedText(start: 10, end: 14, text: "First we talk about the heart."),
            TimedText(start: 20, end: 24, text: "Then we talk about the lungs."),
        ]
        let passage = try #require(PassageBuilder().passages(of: segments, source: source).first)
        #expect(passage.second(at: 0) == 10)
        let lungs = "First we talk about the heart. ".utf8.count
        #expect(passage.second(at: lungs) == 20)
        #expect(passage.second(at: passage.text.utf8.count) == 24)
    }

    @Test func speechWithoutFullStopsIsCutAtSegments() {
        let segments = (0..<60).map {
            TimedText(start: Double($0), end: Double($0) + 1, text: "and then another few words came")
        }
        let passages = PassageBuilder().passages(of: segments, source: source)
        #expect(passages.count > 2)
        #expect(passages.allSatisfy { $0.text.split(separator: " ").count <= 120 && $0.text.hasSuffix("came") })
    }

    @Test func oneLongSentenceStaysWhole() {
        let text = Array(repeating: "word", count: 200).joined(separator: " ") + "."
        let attachment = PassageSource(kind: .attachment, id: "a", title: "Handout", session: "s")
        let passages = PassageBuilder().passages(of: text, source: attachment, page: 3)
        #expect(passages.map(\.text) == [text])
        #expect(passages.map(\.page) == [3])
    }

    @Test func nothingMakesNothing() {
        #expect(PassageBuilder().passages(of: [], source: source).isEmpty)
        #expect(PassageBuilder().passages(of: [TimedText(start: 0, end: 1, text: "  ")], source: source).isEmpty)
        #expect(PassageBuilder().passages(of: "\n\n", source: source, page: 1).isEmpty)
    }
}
