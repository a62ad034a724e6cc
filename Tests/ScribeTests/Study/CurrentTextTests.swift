import Testing

@testable import Scribe

/// Whether a quotation still stands in its source, in whole sentences.
@Suite struct CurrentTextTests {
    private static let spoken = [
        "Insulin is given", " by  infusion. Fluid", "is given first. Potassium is checked every hour",
        "and so on it went",
        "", "Give 5 mg. 15 mg. is too much.",
        "Today 0.5 mg is enough. He said (and rightly). (Two of them came.) “So be it.”",
    ]

    @Test(arguments: [
        ("Insulin is given by infusion.", true), ("Fluid is given first.", true),
        ("Insulin is given by infusion. Fluid is given first.", true), ("Insulin was given by infusion.", false),
        ("insulin is given by infusion.", false), ("is given by infusion.", false), ("given first.", false),
        ("Insulin is given by", false), ("Potassium is checked every hour", true), ("Potassium is checked", false),
        ("and so on it went", true), ("15 mg. is too much.", true), ("5 mg. is too much.", false), ("Give 5 mg.", true),
        ("5 mg is enough.", false), ("Two of them came.", true), ("So be it.", true), ("and rightly", false),
        ("", false), ("Something else altogether.", false),
    ])
    func ofSpeech(quote: String, holds: Bool) {
        #expect(CurrentText(segments: Self.spoken).holds(quote) == holds)
    }

    @Test(arguments: [
        ("Valves", true), ("The heart has four valves.", true), ("• Mitral", true), ("Mitral", true),
        ("has four valves.", false), ("The heart has four", false), ("Crédit où", true), ("the tricuspid", false),
    ])
    func ofAPage(quote: String, holds: Bool) {
        let page = CurrentText(
            page: "Valves\n\nThe heart has four valves. More\n  • Mitral\n  and the tricuspid one\nCrédit où\n")
        #expect(page.holds(quote) == holds)
    }

    @Test func nothingStandsInNothing() {
        #expect(!CurrentText(segments: []).holds("x") && !CurrentText(page: "").holds("x"))
    }
}
