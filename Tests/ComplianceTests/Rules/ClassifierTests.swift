import Testing

@testable import Compliance

@Suite struct ClassifierTests {
    private func classify(_ text: String) -> Classification {
        let note = NoteText(text)
        return Classifier.classify(note, Outline(note))
    }

    @Test(arguments: [
        ("Physical Therapy Initial Evaluation\nPlan: 2x/wk", NoteType.evaluation, Discipline.PT),
        ("OT IE / POC\nClient: A", .evaluation, .OT),
        ("Summit Speech & Swallow Center\nOccupational Therapy Discharge Summary", .discharge, .OT),
        ("SPEECH-LANGUAGE PATHOLOGY DAILY NOTE", .daily, .SLP), ("pt progress report\nbrandt m. 72f", .progress, .PT),
        ("PT NAME: A. B.\nOccupational Therapy 10th visit progress report", .progress, .OT),
        ("D/C Summary - Speech Therapy", .discharge, .SLP),
        ("Daily Treatment Note | Physical Therapy", .daily, .PT),
        ("ST progress note\nPatient seen at bedside", .progress, .SLP),
        ("SOAP NOTE (OT)\nS: tired", .daily, .OT),
        ("Evaluation: Physical Therapy\nReferred after discharge from hospital", .evaluation, .PT),
        ("| OT DAILY NOTE | PARKINSON INSTITUTE |", .daily, .OT), ("Speech therapy re-evaluation", .progress, .SLP),
        ("SLP-PROG-RPT v4.2 | Neuro Rehab", .progress, .SLP),
        ("OT DC - SOAP\nS/ fine\nP/ D/C from OT.", .discharge, .OT),
        ("Plan of care update - Physical therapy", .progress, .PT), ("OT_PN_20250304\nName A", .progress, .OT),
        ("Visit note\nGait training\nAnn Ott, PT", .daily, .PT), ("SPEECH TX\nName: A", .daily, .SLP),
        ("NEW PATIENT VISIT - PHYSICAL THERAPY", .evaluation, .PT), ("PT Re-cert\nAnn Ott, PT", .progress, .PT),
        ("Discharge from Occupational Therapy", .discharge, .OT),
        (
            "Hand & Neuro OT\nSession date: 4/30/25\nVisit 8, progress report written at visit 6.\n"
                + "Timed minutes: 45\nTotal treatment minutes: 50", .daily, .OT
        ),
    ])
    func theTitleTellsKindAndDiscipline(text: String, type: NoteType, discipline: Discipline) {
        let found = classify(text)
        #expect(found.type == type)
        #expect(found.discipline == discipline)
        #expect(!found.typeEvidence.isEmpty && !found.disciplineEvidence.isEmpty)
    }

    @Test func withoutATitleSignatureCodesAndHeadingsTell() {
        let found = classify(
            """
            Seen 04/02/2025, visit 7.
            Interventions: sit to stand with cues, gait on grass.
            97116 20 min 2 units GP. Total timed minutes 20. Total treatment time 25 min.
            Signed: Noor Vale, PT, DPT 04/02/2025
            """)
        #expect(found.type == .daily)
        #expect(found.discipline == .PT)
    }

    @Test func aTitleThatTheSignatureContradictsIsAskedAbout() {
        let found = classify(
            "Occupational Therapy Daily Note\nBilled 97161, 97116 GP. Gait training.\nSigned: Noor Vale, PT, DPT 04/02/2025"
        )
        #expect(found.conflicts.contains { $0.contains("OT") && $0.contains("PT") })
    }

    @Test func aNoteThatSaysNothingIsAskedAboutAndGuessedByNobody() {
        let found = classify("Weather was fine.")
        #expect(found.type == nil && found.discipline == nil)
        #expect(found.conflicts.count == 2)
    }

    @Test(arguments: [
        ("PT Progress Report / Recertification", true), ("OT Recertification\nProgress report", true),
        ("PT progress report", false),
        ("PT progress report\nPrior cert ended 3/1/25.", false),
        ("SLP progress note\nThis report serves as recertification.", true),
    ])
    func aRecertificationIsAProgressNote(text: String, expected: Bool) {
        let found = classify(text)
        #expect(found.type == .progress)
        #expect(found.recertification == expected)
    }
}
