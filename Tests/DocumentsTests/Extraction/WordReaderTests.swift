import Documents
import Testing

/// What a Word document says now, in reading order.
struct WordReaderTests {
    private func text(_ body: String, parts: [String: String] = [:]) async throws -> String {
        try await extract(MadeOffice.word(body, parts: parts)).pages[0].text
    }

    @Test func headingsTablesAndParagraphsKeepTheirOrder() async throws {
        let styles = #"""
            <w:styles><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>
            <w:style w:styleId="Own"><w:basedOn w:val="H"/></w:style>
            <w:style w:styleId="T"><w:name w:val="Normal"/></w:style></w:styles>
            """#
        let body =
            MadeOffice.paragraph("Gait", style: "Own") + MadeOffice.paragraph("First &amp; second", style: "T")
                + """
                <w:tbl><w:tblPr/><w:tr><w:tc><w:p><w:r><w:t>Joint</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>
                <w:tc><w:p><w:r><w:t>Range</w:t></w:r></w:p><w:p><w:r><w:t>in degrees</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                """ + MadeOffice.paragraph("Last")
        let document = try await extract(MadeOffice.word(body, parts: ["styles": styles]))
        #expect(document.kind == .docx)
        #expect(
            document.pages == [
                ExtractedPage(
                    number: 1,
                    blocks: [
                        TextBlock(.heading, "Gait"), TextBlock(.paragraph, "First & second"),
                        TextBlock(.row, "Joint\t\tRange in degrees"), TextBlock(.paragraph, "Last"),
                    ])
            ])
        #expect(document.warning == nil)
    }

    @Test(arguments: [
        // insertions stay, deletions go
        (
            "<w:p><w:r><w:t>He walks </w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>10</w:t></w:r></w:ins><w:r><w:t> metres</w:t></w:r></w:p>", "He walks 10 metres"
        ),
        // moved text stands where it went
        (
            "<w:p><w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom><w:r><w:t>stays </w:t></w:r>"
                + "<w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>", "stays here"
        ),
        // a deleted paragraph mark joins two paragraphs
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>line</w:t></w:r></w:p>", "one line"
        ),
        // a deleted row is gone
        (
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>"
                + "<w:tr><w:tc><w:p><w:r><w:t>kept</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "kept"
        ),
        // hidden text is not what a reader sees; vanish="0" is
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>"
                + #"<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>yes</w:t></w:r></w:p>"#, "yes"
        ),
        // a field's code is not its text
        (
            "<w:p><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:t>12</w:t></w:r><w:r><w:tab/></w:r>"
                + "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>", "12\tlink"
        ),
        // a text box stands in the file twice, for new and old programs
        (
            "<w:p><w:r><w:t>Beside</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>the box</w:t>"
                + "</w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>the box</w:t></w:r>"
                + "</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>", "Beside\nthe box"
        ),
    ])
    func changesAndBoxes(body: String, expected: String) async throws {
        #expect(try await text(body) == expected)
    }

    @Test func headersFootnotesAndFootersAreRead() async throws {
        let text = try await text(
            #"<w:p><w:r><w:t>Claim</w:t><w:footnoteReference w:id="2"/></w:r></w:p>"# + MadeOffice.paragraph("Next"),
            parts: [
                "footnotes":
                    #"<w:footnotes><w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote>"#
                    + #"<w:footnote w:id="2">\#(MadeOffice.paragraph("Its source"))</w:footnote></w:footnotes>"#,
                "header1": "<w:hdr>\(MadeOffice.paragraph("Clinic"))</w:hdr>",
                "header2": "<w:hdr>\(MadeOffice.paragraph("Clinic"))</w:hdr>",
                "footer1": "<w:ftr>\(MadeOffice.paragraph("Page"))</w:ftr>",
            ])
        #expect(text == "Clinic\nClaim\nIts source\nNext\nPage")
    }

    @Test func aDocumentWithoutTextSaysSo() async throws {
        let document = try await extract(MadeOffice.word("<w:p/>"))
        #expect(!document.hasText)
        #expect(document.warning == "No text was found in this file.")
    }
}
