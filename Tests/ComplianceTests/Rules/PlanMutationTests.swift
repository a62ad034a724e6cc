import Testing

@testable import Compliance

/// One element of a clean note removed or altered: exactly the finding about it appears.
@Suite struct PlanMutationTests {
    struct Mutation: Sendable, CustomTestStringConvertible {
        let note: String
        let rule: String
        let changes: [(String, String)]

        var testDescription: String { "\(rule): \(changes.last?.1 ?? "")" }
    }

    @Test(arguments: evaluations + reports)
    func exactlyThatFindingAppears(mutation: Mutation) {
        var text = mutation.note
        for (old, new) in mutation.changes {
            #expect(text.contains(old))
            text = text.replacing(old, with: new)
        }
        #expect(Judged(text).violated == (mutation.rule.isEmpty ? [] : [mutation.rule]))
    }

    @Test(arguments: [
        CleanNotes.physicalEvaluation, CleanNotes.occupationalEvaluation, CleanNotes.speechEvaluation,
        CleanNotes.physicalProgress, CleanNotes.occupationalProgress, CleanNotes.speechProgress,
        CleanNotes.physicalDischarge, CleanNotes.occupationalDischarge, CleanNotes.physicalTreatment,
    ])
    func aCleanNoteBreaksNoRule(text: String) {
        #expect(Judged(text).violated == [])
    }
}
