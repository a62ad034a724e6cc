import Testing

@testable import Compliance

/// Sentences that say why.
@Suite struct ReasonTests {
    @Test(arguments: [
        ("Says {quote} of {all}", nil), ("Says {quote}", "Says a"), ("{missing}", "x, y and z"),
        ("no {brace", "no {brace"),
        ("}", "}"),
    ])
    func fillsReasons(_ template: String, _ expected: String?) {
        #expect(
            Reasons.fill(template) { ["quote": "a", "missing": Reasons.list(["x", "y", "z"])][$0] } == expected)
    }

    @Test
    func `No reason and nothing missing shows an open place or half a sentence`() {
        let texts = ["Gait training.", "Plan: continue.", "97110 2 units", "Goals: walk 500 ft", ""]
        for type in NoteType.allCases {
            for text in texts {
                for finding in Judged(text, type: type, discipline: .PT).review.findings {
                    #expect(!finding.reason.contains("…") && !finding.reason.contains("{"), "\(finding.reason)")
                    #expect(
                        finding.missing.allSatisfy { !$0.hasPrefix("or ") && !$0.hasPrefix("for ") },
                        "\(finding.missing)")
                }
            }
        }
    }
}
