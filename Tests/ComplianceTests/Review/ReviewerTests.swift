import Kernel
import Testing

@testable import Compliance

struct ReviewerTests {
    static let asOf = CivilDate(dayNumber: 20_600)

    static func context(_ type: NoteType? = .evaluation, _ discipline: Discipline? = .PT) -> ReviewContext {
        ReviewContext(asOf: asOf, noteType: type, discipline: discipline)
    }

    static func reviewer(_ extra: String = "") throws -> Reviewer {
        Reviewer(rubric: try Rubric(yaml: RubricTests.good + "\n" + extra))
    }

    @Test func aFindingQuotesTheWordsItRestsOn() throws {
        let note = NoteText("Ünder care.\nA: Rehab potential is good.")
        let finding = try #require(try Self.reviewer().review(note, Self.context()).findings.first)
        #expect(finding.status == .satisfied)
        #expect(finding.evidence.map(\.quote) == ["Rehab potential is good"])
        #expect(finding.evidence.map { note.string($0.range) } == ["Rehab potential is good"])
        #expect(finding.reason == "Says Rehab potential is good.")
    }

    @Test func whatIsMissingNamesWhereWasLooked() throws {
        let finding = try #require(try Self.reviewer().review(NoteText("A: stable"), Self.context()).findings.first)
        #expect(finding.status == .violated)
        #expect(finding.evidence.isEmpty)
        #expect(finding.reason == "Nothing in assessment and whole note.")
    }

    @Test func anotherTypeOfNoteIsNotJudged() throws {
        let review = try Self.reviewer().review(NoteText("x"), Self.context(.daily))
        #expect(review.findings.map(\.status) == [.notApplicable])
        #expect(review.score == nil)
    }

    @Test func withoutATypeItCannotBeDecided() throws {
        let finding = try #require(
            try Self.reviewer().review(NoteText("A sunny day."), Self.context(nil)).findings.first)
        #expect(finding.status == .undeterminable)
        #expect(finding.missing == ["the kind of note"])
    }

    @Test func aNoteOfUnknownKindHasNoScoreAndIsAskedAbout() throws {
        let review = Reviewer().review(NoteText("Weather was fine. Date: 03/04/2025."), Self.context(nil, nil))
        #expect(review.score == nil)
        #expect(review.conflicts.contains { $0.contains("What kind of note is this?") && $0.contains("no score") })
        let signature = try #require(review.findings.first { $0.ruleId == "TXN-05" })
        #expect(signature.reason.hasSuffix("cannot be decided without the kind of note."))
    }

    @Test func theSameNoteGivesTheSameBytes() throws {
        let note = NoteText("A: Rehab potential is good. Prognosis: fair.")
        let first = try Self.reviewer().review(note, Self.context()).json(file: "a").canonicalBytes
        for _ in 0..<5 {
            #expect(try Self.reviewer().review(note, Self.context()).json(file: "a").canonicalBytes == first)
        }
        let other = try Self.reviewer().review(NoteText("A: Rehab potential is fair."), Self.context())
        #expect(other.findings.first?.id != (try Self.reviewer().review(note, Self.context()).findings.first?.id))
    }

    @Test(arguments: [
        ("7 of 8 of high weight", 7, 8, 87.5), ("a third", 1, 3, 33.3), ("two thirds", 2, 3, 66.7),
        ("half up", 1, 16, 6.3),
        ("all", 5, 5, 100), ("nothing", 0, 9, 0),
    ])
    func roundsHalfUp(_ name: String, _ numerator: Int, _ denominator: Int, _ expected: Double) {
        #expect(Scoring.oneDecimal(numerator, denominator) == expected)
    }

    @Test func scoresByWeightAndCapsABrokenConditionOfPayment() throws {
        func finding(_ severity: Severity, _ status: FindingStatus) -> Finding {
            Finding(
                id: "", ruleId: "", ruleVersion: "", title: "", severity: severity, status: status, evidence: [],
                searched: [], missing: [], reason: "", citation: Citation(publication: "", section: ""), tip: "",
                exampleWording: "", financial: "")
        }
        let fine = [finding(.high, .satisfied), finding(.medium, .violated), finding(.low, .satisfied)]
        #expect(Scoring.score(fine)?.value == 66.7)
        #expect(Scoring.score(fine)?.numerator == 6)
        #expect(Scoring.score(fine)?.denominator == 9)
        let open = fine + [finding(.high, .pending), finding(.high, .undeterminable), finding(.high, .notApplicable)]
        #expect(Scoring.score(open) == Scoring.score(fine))
        let broken = Array(repeating: finding(.high, .satisfied), count: 9) + [finding(.high, .violated)]
        #expect(Scoring.score(broken)?.value == 59)
        #expect(Scoring.score(broken)?.isCapped == true)
        #expect(Scoring.score([finding(.high, .pending)]) == nil)
    }
}
