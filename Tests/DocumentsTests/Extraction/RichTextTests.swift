import Foundation
import Testing
import Tools

@testable import Documents

@Suite struct RichTextTests {
    private func text(_ rtf: String) async throws -> String {
        let file = try MemoryFile(Array(rtf.utf8))
        return try await TextExtraction.extract(file.url, name: "note.rtf").pages[0].text
    }

    @Test(
        "The words of an RTF file and none of its markup",
        arguments: [
            (#"{\rtf1\ansi Goals met.\par Plan: d/c.}"#, "Goals met.\nPlan: d/c."),
            (#"{\rtf1{\fonttbl{\f0 Arial;}}{\*\generator Word;}\f0\fs24 Pt is {\b stable}.\par}"#, "Pt is stable."),
            (#"{\rtf1 Berg\cell 28/56\cell\row TUG\cell 14 s\cell\row}"#, "Berg\t28/56\nTUG\t14 s"),
            (#"{\rtf1\ansi\ansicpg1252 90\'b0 flexion \'93stiff\'94}"#, "90° flexion “stiff”"),
            (#"{\rtf1\uc1 na\u239\'efve, 5 \u8804?3 and \u-10179?\u-8704?}"#, "naïve, 5 ≤3 and 😀"),
            (#"{\rtf1 Sets \{3\} of \\10\\ min}"#, #"Sets {3} of \10\ min"#),
            (#"{\rtf1 Seen {\v hidden }today{\deleted  not}.}"#, "Seen today."),
            (#"{\rtf1{\field{\*\fldinst HYPERLINK "x"}{\fldrslt see plan}}{\pict\bin4 }}}x} after}"#, "see plan after"),
            ("{\\rtf1 one\r\n two\\line three\\tab four}", "one two\nthree\tfour"),
        ])
    func words(_ rtf: String, _ expected: String) async throws {
        #expect(try await text(rtf) == expected)
    }

    @Test("Pictures are counted, and a file that ends within a group is damaged")
    func inspection() async throws {
        let whole = #"{\rtf1 a{\pict 00}{\pict 11}b}"#
        let inspection = try await TextExtraction.inspect(Array(whole.utf8), name: "a.rtf")
        #expect(inspection.kind == .rtf && inspection.pictures == ["picture 1", "picture 2"])
        await #expect(throws: DocumentError.damaged(part: "the document ends within a group")) {
            _ = try await TextExtraction.inspect(Array(whole.utf8.dropLast(3)), name: "a.rtf")
        }
    }
}
