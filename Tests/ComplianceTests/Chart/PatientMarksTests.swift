import Compliance
import Kernel
import Testing

/// Notes of another patient among those of an episode.
@Suite struct PatientMarksTests {
    private static func marks(_ id: String, _ text: String) throws -> (id: String, marks: PatientMarks) {
        let note = NoteText(text)
        let context = ReviewContext(asOf: CivilDate(dayNumber: 20_600), noteType: .daily, discipline: .PT)
        let facts = NoteFacts(note: note, context: context)
        return (id, PatientMarks(try Scrubber().scrub(note), birth: facts.serviceDates.birth?.date))
    }

    private static let own = "Patient: Ruth Engel\nDOB: 04/02/1950\nMRN: 4471-22\nDate of service: 03/05/2025\n"

    @Test(arguments: [
        ("Patient: Omar Haddad\nDOB: 11/09/1961\nMRN: 9020-13\nDate of service: 03/07/2025\nGait training.", true),
        ("Patient: Ruth Engel\nDOB: 11/09/1961\nMRN: 9020-13\nDate of service: 03/07/2025\nGait training.", true),
        ("Patient: Omar Haddad\nDate of service: 03/07/2025\nGait training.", true),
        // one mark that differs beside two that agree is a slip
        ("Patient: Ruth Engel\nDOB: 04/02/1951\nMRN: 4471-22\nDate of service: 03/07/2025\nGait training.", false),
        ("Patient: ENGEL, RUTH M\nDate of service: 03/07/2025\nGait training.", false),
        ("Mrs. Engel walked 300 ft.", false),
        ("Date of service: 03/07/2025\nGait training.", false),
    ])
    func aNoteOfAnotherPatientIsTold(text: String, isOther: Bool) throws {
        let notes = [
            try Self.marks("one", Self.own + "Gait training."), try Self.marks("two", text),
            try Self.marks("three", Self.own + "Stairs."),
        ]
        #expect(PatientMarks.strangers(notes) == (isOther ? ["two"] : []))
        #expect(PatientMarks.strangers(Array(notes.reversed())) == (isOther ? ["two"] : []))
    }
}
