import Compliance
import Testing

/// Own wording, apart from the synthetic sample: what stands in ⟦⟧ is masked, everything else stays readable.
struct PlaceMaskingTests {
    @Test(arguments: PlaceCases.addresses + PlaceCases.towns + PlaceCases.roads)
    func places(_ source: String) throws { try expectClean(source) }

    @Test(arguments: PlaceCases.facilities + PlaceCases.residences + PlaceCases.employers)
    func facilitiesAndEmployers(_ source: String) throws { try expectClean(source) }

    @Test(arguments: PlaceCases.readable)
    func headingsAndProceduresStay(_ source: String) throws { try expectClean(source) }

    @Test(arguments: PlaceCases.ages)
    func agesAndYears(_ source: String) throws { try expectClean(source) }

    @Test(arguments: PlaceCases.dates)
    func dates(_ source: String) throws { try expectClean(source) }

    private func expectClean(_ source: String) throws {
        let note = MarkedNote(source)
        let found = try Scrubber().scrub(NoteText(note.text))
        #expect(note.faults(found).isEmpty, "\(found.masked)")
    }
}
