import Compliance
import Testing

/// Own wording, apart from the synthetic sample: what stands in ⟦⟧ is masked, everything else stays readable.
struct NameMaskingTests {
    @Test(arguments: NameCases.labelled + NameCases.layouts)
    func namesBehindLabels(_ source: String) throws { try expectClean(source) }

    @Test(arguments: NameCases.narrative + NameCases.relatives)
    func namesInSentences(_ source: String) throws { try expectClean(source) }

    @Test(arguments: NameCases.traps + NameCases.unusual)
    func wordsThatAreNamesToo(_ source: String) throws { try expectClean(source) }

    @Test(arguments: NameCases.providers)
    func providers(_ source: String) throws { try expectClean(source) }

    private func expectClean(_ source: String) throws {
        let note = MarkedNote(source)
        let found = try Scrubber().scrub(NoteText(note.text))
        #expect(note.faults(found).isEmpty, "\(found.masked)")
    }
}
