import Kernel
import Language
import Testing

@Suite struct AnkiCSVTests {
    private func card(_ front: String, _ back: String, start: Double? = 75, page: Int? = nil) -> StudyCards {
        let source = PassageSource(kind: .transcript, id: "r", title: "Lecture 1", session: "s")
        let citation = Citation(
            n: 1, passage: "p", source: source, start: start, end: start, page: page, quote: back)
        return StudyCards(cards: [.init(id: "c", front: front, back: back, citation: citation)], quiz: [])
    }

    private func lines(_ cards: StudyCards, tags: [String] = []) -> [Substring] {
        String(decoding: AnkiCSV.bytes(cards, tags: tags), as: UTF8.self).split(separator: "\n")
    }

    @Test func headerTellsAnkiHowToRead() {
        let lines = lines(card("What is gait?", "Walking."), tags: ["ANA 101", "", "a,b"])
        #expect(lines.prefix(4) == ["#separator:Comma", "#html:false", "#columns:Front,Back,Tags", "#tags column:3"])
        #expect(lines.last == "What is gait?,\"Walking. (Lecture 1, 01:15)\",ANA_101 a_b rounds")
    }

    @Test(arguments: [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0,"), ("+1", "'+1,"), ("-1", "'-1,"), ("@SUM(A1)", "'@SUM(A1),"),
        ("#html:true", "\"#html:true\","), ("say \"no\"", "\"say \"\"no\"\"\","), ("a,b", "\"a,b\","),
        ("a;b", "\"a;b\","),
    ])
    func fieldsAreHarmless(front: String, expected: String) {
        #expect(lines(card(front, "Back", start: nil, page: 4)).last?.hasPrefix(expected) == true)
    }

    /// Quotation marks come in pairs, so no field runs into the next one.
    @Test func cardsOfALectureAreWholeRecords() throws {
        let study = StudyMaker().cards(of: try Lecture.named("dka").passages)
        var records = 0
        var isQuoted = false
        for character in String(decoding: AnkiCSV.bytes(study, tags: ["dka"]), as: UTF8.self) {
            if character == "\"" { isQuoted.toggle() }
            if character == "\n", !isQuoted { records += 1 }
        }
        #expect(!isQuoted)
        #expect(records == 4 + study.cards.count + study.quiz.count)
    }
}
