import Testing

@testable import Compliance

/// A text and what a rule says about it.
struct Wording: Sendable {
    let rule: String
    let status: FindingStatus
    let type: NoteType
    let discipline: Discipline
    let text: String

    init(_ rule: String, _ status: FindingStatus, _ type: NoteType, _ discipline: Discipline, _ text: String) {
        (self.rule, self.status, self.type, self.discipline, self.text) = (rule, status, type, discipline, text)
    }

    func check() {
        #expect(Judged(text, type: type, discipline: discipline).status(rule) == status, "\(rule): \(text)")
    }
}
