import Documents
import TestSupport
import Testing

struct PlainTextTests {
    @Test(
        arguments: [
            (Array("Prüfung\n\nzwei".utf8), "Prüfung\nzwei"),
            ([0xEF, 0xBB, 0xBF] + Array("mark".utf8), "mark"),
            ([0xFF, 0xFE, 0x50, 0x00, 0xFC, 0x00], "Pü"),
            ([0xFE, 0xFF, 0x00, 0x50, 0x8A, 0xB2], "P課"),
            ([0x50, 0x72, 0xFC, 0x66, 0x75, 0x6E, 0x67, 0x20, 0x93, 0x41, 0x94], "Prüfung “A”"),
            (
                Array("one line\r\nand a longer second one with a control character\u{1}".utf8),
                "one line\nand a longer second one with a control character"
            ),
        ] as [([UInt8], String)])
    func encodings(bytes: [UInt8], expected: String) async throws {
        let document = try await extract(bytes, name: "notes.txt")
        #expect(document.kind == .text)
        #expect(document.pages.map(\.text) == [expected])
    }

    @Test func markdownHeadingsAreBlocksOfTheirOwn() async throws {
        let document = try await extract(Array("# Gait\nCycle of\nsteps\n\n#hashtag\n".utf8), name: "x.MD")
        #expect(document.kind == .markdown)
        #expect(
            document.pages[0].blocks == [
                TextBlock(.heading, "# Gait"), TextBlock(.paragraph, "Cycle of\nsteps"),
                TextBlock(.paragraph, "#hashtag"),
            ])
    }

    @Test func anEmptyFileIsNoError() async throws {
        let document = try await extract([], name: "x.txt")
        #expect(document.pages.isEmpty)
        #expect(document.warning == "This file is empty.")
    }

    @Test func sheetsAreReadInTheOrderOfTheirTabs() async throws {
        var made = MadeWorkbook(
            rows: #"<row r="1"><c r="A1" t="inlineStr"><is><t>Joint</t></is></c><c r="C1"><v>120</v></c></row>"#)
        made.styles = nil
        let document = try await extract(made.bytes)
        #expect(document.kind == .xlsx)
        #expect(document.pages == [ExtractedPage(number: 1, title: "S", blocks: [TextBlock(.row, "Joint\t\t120")])])
    }

    @Test func kindsAreToldByContent() {
        #expect(TextExtraction.kind(of: MadePDF(pages: ["x"]).bytes, name: "x.docx") == .pdf)
        #expect(TextExtraction.kind(of: MadeOffice.word("<w:p/>"), name: "x.pdf") == .docx)
        #expect(TextExtraction.kind(of: MadeOffice.slides([])) == .pptx)
        #expect(TextExtraction.kind(of: Array(MadeOffice.slides([]).prefix(900))) == .pptx)
        #expect(TextExtraction.kind(of: MadeWorkbook(rows: "").bytes) == .xlsx)
        #expect(TextExtraction.kind(of: [0, 1, 2, 3]) == nil)
        #expect(TextExtraction.kind(of: Array(#"{\rtf1 x}"#.utf8)) == .rtf)
        #expect(TextExtraction.kind(of: Array("words".utf8), name: "a.md") == .markdown)
    }
}
