import Kernel

@testable import Compliance

/// What the standard rubric says about a text.
struct Judged {
    let review: Review

    init(_ text: String, type: NoteType? = nil, discipline: Discipline? = nil, asOf: String = "2026-11-21") {
        let day = CivilDate(asOf) ?? CivilDate(dayNumber: 20_000)
        review = Reviewer().review(
            NoteText(text), ReviewContext(asOf: day, noteType: type, discipline: discipline))
    }

    var violated: Set<String> { Set(review.findings.filter { $0.status == .violated }.map(\.ruleId)) }

    subscript(rule: String) -> Finding? { review.findings.first { $0.ruleId == rule } }

    func status(_ rule: String) -> FindingStatus? { self[rule]?.status }
}

extension NoteFacts {
    convenience init(reading text: String, type: NoteType = .evaluation) {
        self.init(
            note: NoteText(text),
            context: ReviewContext(asOf: CivilDate(dayNumber: 20_000), noteType: type, discipline: .PT))
    }
}
