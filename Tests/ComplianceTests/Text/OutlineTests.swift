import Testing

@testable import Compliance

struct OutlineTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let note: String
        let kinds: [SectionKind]
        var testDescription: String { name }
    }

    static let soap: [SectionKind] = [.header, .subjective, .objective, .assessment, .plan]

    static let cases = [
        Case(name: "letters with colons", note: "Pt: X\nS: sore\nO: gait\nA: better\nP: continue", kinds: soap),
        Case(name: "letters with dashes", note: "X\ns - sore\no - gait\na - better\np - continue", kinds: soap),
        Case(
            name: "bold letters", note: "X\n\n**S**\nsore\n\n**O**\ngait\n\n**A**\nbetter\n\n**P**\ncontinue",
            kinds: soap),
        Case(
            name: "underlined",
            note: "X\nSubjective\n----------\nsore\nO\n-\ngait\nAssessment\n===\nok\nPlan\n----\ngo", kinds: soap),
        Case(
            name: "equals", note: "X\n== S ==\nsore\n== O ==\ngait\n== Assessment ==\nok\n== Plan ==\ngo", kinds: soap),
        Case(
            name: "hashes", note: "X\n## Subjective\nsore\n## Objective\ngait\n### Assessment\nok\n## Plan\ngo",
            kinds: soap),
        Case(
            name: "numbered", note: "X\n1. S\nsore\n2. Exam\ngait\n3. Assessment\nok\n4. Goals and Plan\ngo",
            kinds: soap),
        Case(name: "brackets", note: "X\n[Subjective] sore\n[Exam] gait\n[A] ok\n[Plan of Care] go", kinds: soap),
        Case(
            name: "capitals", note: "NOTE\nSUBJECTIVE:\nSORE\nOBJECTIVE:\nGAIT\nASSESSMENT:\nOK\nPLAN:\nGO", kinds: soap
        ),
        Case(
            name: "table rows",
            note: "X\n| Subjective | sore |\n| Objective | gait |\n| Assessment | ok |\n| Plan | go |", kinds: soap),
        Case(
            name: "one long line",
            note:
                "Clinic Discharge Summary Patient: X, seen here many times for all that ails the knee, the hip and the back. "
                + "EPISODE SUMMARY: Seen twice weekly over a time of eight weeks for strength and for walking outdoors. "
                + "OUTCOMES: - gait speed better than before, stairs with one rail, and no falls in the last month of care. "
                + "GOAL OUTCOMES: LTG1: walk - MET. RECOMMENDATIONS: walk daily; call the clinic with any questions.",
            kinds: [.header, .history, .tests, .goals, .recommendations]),
        Case(
            name: "one long line, underlined",
            note:
                "SLP IE RE: X Subjective ---------- Word finding pauses in long sentences with the spouse and on the phone. "
                + "O - - BNT 7 - script accuracy 20 % and other measures of the day that were taken with care and patience. "
                + "A - Prognosis is good within the time frame. Plan ---- LTG1: deliver scripts with 90 % accuracy to family. "
                + "Certification ------------- Certification received back from the physician by fax on the next working day.",
            kinds: [.header, .subjective, .objective, .assessment, .plan, .certification]),
        Case(
            name: "words of a sentence are no headings",
            note:
                "Pt: X\nThe plan is good. Assessment of gait: steady. History of falls - none.\nGoals discussed.\nplan to go\n"
                + "S/p TKA.\nP. Smith came along.", kinds: [.header]),
        Case(
            name: "a table's column names", note: "X\n| CPT | Service | Min |\n| 97110 | Ther ex | 10 |",
            kinds: [.header]),
        Case(name: "nothing", note: "", kinds: [.header]),
    ]

    @Test(arguments: cases)
    func findsTheSections(_ item: Case) {
        #expect(Outline(NoteText(item.note)).sections.map(\.kind) == item.kinds)
    }

    @Test func bodiesFollowEachOther() {
        let note = NoteText("Pt: X\nS: sore\nPlan: go\nby bus")
        let outline = Outline(note)
        #expect(outline.bodies([.plan]).map(note.string) == ["go\nby bus"])
        #expect(outline.section(at: 0).kind == .header)
        #expect(outline.section(at: 6).kind == .subjective)
        #expect(outline.section(at: 25).kind == .plan)
        #expect(outline.section(at: 1000).kind == .plan)
    }
}
