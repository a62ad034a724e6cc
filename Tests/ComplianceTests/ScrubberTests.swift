import Compliance
import Kernel
import Testing

struct ScrubberTests {
    private let header = "Patient: Mabel Berg   DOB: 03/14/1951\nDate of service: 05/05/2025\n"

    @Test func bergBalanceScaleStaysReadableInTheNoteOfAPatientCalledBerg() throws {
        let found = try scrub(header + "Berg Balance Scale 28/56. Mrs. Berg denies falls.")
        #expect(found.masked.contains("Berg Balance Scale 28/56. Mrs. [PATIENT] denies falls."))
    }

    @Test func spansPointIntoTheOriginalAndSpellTheMaskedText() throws {
        let text = header + "Günter’s daughter Zoë came 😀 on 5/12; call (541) 555-0144."
        let found = try scrub(text)
        let scalars = Array(text.unicodeScalars)
        var rebuilt = ""
        var at = 0
        for span in found.spans {
            rebuilt += string(scalars[at..<span.start]) + span.replacement
            #expect(string(scalars[span.start..<span.end]) == span.text)
            at = span.end
        }
        #expect(rebuilt + string(scalars[at...]) == found.masked)
    }

    @Test func replacementsAreTypedAndNumbered() throws {
        let found = try scrub(
            """
            Patient: Mabel Berg, 93 yo F   DOB: 03/14/1932   MRN: 00482913
            Lives at 12 Oak St, Troy, NY 12180. Date of service: 05/05/2025
            Daughter Karen attended on 5/12. Karen will help. MRN 00482913. Dr. Shah and Dr. Costa agree; Dr. Shah signed.
            """)
        #expect(
            found.masked == """
                Patient: [PATIENT], [AGE 90+] yo F   DOB: [DATE]   MRN: [MRN_1]
                Lives at [ADDRESS_1], [CITY_1], NY [ZIP3 121]. Date of service: [DATE+0d]
                Daughter [RELATIVE_1: daughter] attended on [DATE+7d]. [RELATIVE_1: daughter] will help. MRN [MRN_1]. Dr. [PROVIDER_1] and Dr. [PROVIDER_2] agree; Dr. [PROVIDER_1] signed.
                """)
    }

    @Test func datesCountFromTheStartOfCare() throws {
        let start = try #require(CivilDate(year: 2025, month: 4, day: 14))
        let found = try Scrubber(startOfCare: start).scrub(
            NoteText("Date of service: 5/5/25. Fell 4/12. Surgery 3/1/1999."))
        #expect(found.masked == "Date of service: [DATE+21d]. Fell [DATE-2d]. Surgery [DATE 1999].")
    }

    @Test(arguments: [
        ("Boston, MA 02139", "[ZIP3 021]"), ("Lusk, WY 82190", "[ZIP3 000]"), ("Derby, VT 05901", "[ZIP3 000]"),
    ])
    func zipCodesKeepThreeDigitsWhereManyLive(_ place: String, _ zip: String) throws {
        #expect(try scrub("Address: 12 Oak St, \(place)").masked.hasSuffix(zip))
    }

    @Test func numberingGoesOnThroughAnEpisode() throws {
        let first = try Scrubber(pseudonyms: Pseudonyms(key: [1, 2, 3])).scrub(
            NoteText("Dr. Shah called. Dr. Costa agreed."))
        let second = try Scrubber(pseudonyms: first.pseudonyms).scrub(NoteText("Dr. Costa called. Dr. Iyer agreed."))
        #expect(second.masked == "Dr. [PROVIDER_2] called. Dr. [PROVIDER_3] agreed.")
    }

    @Test func aKeyedTableOfPseudonymsNamesNobody() throws {
        let found = try Scrubber(pseudonyms: Pseudonyms(key: [1, 2, 3])).scrub(NoteText("Dr. Petrakis called."))
        #expect(!"\(found.pseudonyms)".lowercased().contains("petrakis"))
    }

    @Test func strictModeMasksDoubtfulCandidatesToo() throws {
        let note = NoteText(header + "The mayor came along. Seen 3/12 times.")
        #expect(try Scrubber().scrub(note).masked.contains("mayor"))
        #expect(try !Scrubber(strict: true).scrub(note).masked.contains("mayor"))
    }

    @Test func aDetectorThatThrowsLeavesNoMaskedText() {
        #expect(throws: IdentifierError.detectorFailed) {
            try Scrubber(detectors: [BrokenDetector()]).scrub(NoteText("Patient: Mabel Berg"))
        }
    }

    @Test func aSpanOutsideOfTheTextIsAFailure() {
        #expect(throws: IdentifierError.detectorFailed) {
            try Scrubber(detectors: [WildDetector()]).scrub(NoteText("Patient: Mabel Berg"))
        }
    }

    @Test func emptyAndOddNotesAreNoTrouble() throws {
        for text in [
            "", "\n", "   ", "Dr.", "Patient:", "|", "/s/", "12/", "Mr. ", "\u{FEFF}", "Patient: |\n|", "'s", "5/",
            "(\"", "John",
        ] {
            #expect(try scrub(text).spans.allSatisfy { $0.end <= text.unicodeScalars.count })
        }
    }

    private func scrub(_ text: String) throws -> Identified { try Scrubber().scrub(NoteText(text)) }

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

private struct BrokenDetector: IdentifierDetector {
    func find(in note: NoteText) throws -> [Candidate] { throw IdentifierError.detectorFailed }
}

private struct WildDetector: IdentifierDetector {
    func find(in note: NoteText) -> [Candidate] {
        [Candidate(range: 5..<9000, type: .name, confidence: 1, source: "wild")]
    }
}
