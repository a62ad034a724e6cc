import Language
import Testing

@testable import Compliance

/// Natural questions about a report, and the words that answer them.
@Suite struct ReportAnswersTests {
    @Test(arguments: [
        ("Why is POC-08 violated?", "The plan is not validly signed: the date is missing."),
        ("Why was the signature flagged?", "The plan is not validly signed: the date is missing."),
        ("What is missing?", "The plan is not validly signed: the date is missing."),
        ("How do I fix the signature of the plan?", "Sign the evaluation with your name and the date."),
        ("When is the next progress report due?", "One is due with the 10th at the latest."),
        ("Which sentence shows skilled care?", "Therapist adjusted the cueing for the left foot."),
        (
            "What does the manual say about the 10th visit?",
            "A clinician writes a progress report at least once in every ten treatment days."
        ),
    ]) func aQuestionIsAnsweredFromTheReport(question: String, quote: String) throws {
        let answer = try #require(report.answer(question), "\(question)")
        #expect(answer.citations.contains { $0.quote == quote }, "\(question) → \(answer.text)")
        for citation in answer.citations {
            let passage = try #require(report.passages.first { $0.id == citation.passage })
            #expect(passage.text.contains(citation.quote) && answer.text.contains("[\(citation.n)]"))
        }
    }

    @Test(arguments: [
        "Who treated the patient?", "What does the manual say about parking?", "Which sentence shows pain?",
        "When is the invoice due?", "Why is the roof blue?",
    ]) func otherQuestionsAreLeftToTheTexts(question: String) {
        #expect(report.answer(question) == nil)
    }

    private var report: ReportAnswers {
        let findings = [
            ReportAnswers.Item(
                source: "f1", rule: "POC-08", title: "Plan is signed, dated and shows the profession",
                reason: "The plan is not validly signed: the date is missing.",
                tip: "Sign the evaluation with your name and the date.", isOpen: true),
            ReportAnswers.Item(
                source: "f2", rule: "PRG-01", title: "Progress report at least every 10 treatment days",
                reason: "8 treatment days since the last report. One is due with the 10th at the latest.", isDue: true),
            ReportAnswers.Item(
                source: "f3", rule: "NEC-03", title: "Treatment shows skilled intervention",
                reason: "Skilled care is shown.", evidence: ["adjusted the cueing"]),
        ]
        let rules = [
            ReportAnswers.Item(
                source: "PRG-01", rule: "PRG-01", title: "Progress report at least every 10 treatment days",
                reason:
                    "A clinician writes a progress report at least once in every ten treatment days. Late ones count."),
            ReportAnswers.Item(
                source: "BIL-01", rule: "BIL-01", title: "Timed units agree with the minutes",
                reason: "Timed minutes together earn units."),
        ]
        func passages(_ text: String, _ id: String, _ kind: PassageSource.Kind) -> [Passage] {
            PassageBuilder().passages(
                of: text, source: PassageSource(kind: kind, id: id, title: id, session: "note"), page: nil)
        }
        return ReportAnswers(
            findings: findings, rules: rules, about: nil,
            passages: passages("Gait training today. Therapist adjusted the cueing for the left foot.", "note", .note)
                + findings.flatMap { passages("\($0.title). \($0.reason) \($0.tip)", $0.source, .note) }
                + rules.flatMap { passages("\($0.title). \($0.reason)", $0.source, .attachment) })
    }
}
