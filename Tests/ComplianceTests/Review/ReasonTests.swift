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

    @Test
    func `A birth date without a label moves no other date by a hundred years`() throws {
        let text =
            "PN\nHale, Calvin  5/30/62  ID# 77-20-916\ndate written: 10/29/24\ncert period 7/16/24 - 10/8/24\nvisit # 14"
        let found = try #require(Judged(text, type: .progress, discipline: .PT)["POC-14"])
        #expect(found.reason.contains("2024-10-29") && found.reason.contains("2024-10-08"), "\(found.reason)")
    }
}
