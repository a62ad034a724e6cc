import Compliance
import Testing

/// What many record systems print and many hands write: what stands in ⟦⟧ is masked, and nothing else.
struct ExportMaskingTests {
    @Test(arguments: ExportCases.heads + ExportCases.letterheads)
    func topsOfNotes(_ source: String) throws { try expectClean(source) }

    @Test(arguments: ExportCases.places + ExportCases.employers)
    func placesAndFirms(_ source: String) throws { try expectClean(source) }

    @Test(arguments: ExportCases.numbers)
    func numbersAndCodes(_ source: String) throws { try expectClean(source) }

    @Test(arguments: ExportCases.persons + ExportCases.ages + ExportCases.days)
    func personsAgesAndDays(_ source: String) throws { try expectClean(source) }

    @Test(arguments: UntouchedCases.all)
    func sentencesThatIdentifyNobody(_ source: String) throws {
        let found = try Scrubber().scrub(NoteText(source))
        #expect(found.spans.isEmpty, "\(found.masked)")
    }

    @Test(arguments: ExportCases.otherDays + ExportCases.otherFields + ExportCases.untouched)
    func neighbouringForms(_ source: String) throws { try expectClean(source) }

    private func expectClean(_ source: String) throws {
        let note = MarkedNote(source)
        let found = try Scrubber().scrub(NoteText(note.text))
        #expect(note.faults(found).isEmpty, "\(found.masked)")
    }
}
