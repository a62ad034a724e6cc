import Documents
import Testing

/// Slides in the order of the presentation, not of the file.
struct SlidesReaderTests {
    @Test func slidesComeInPresentationOrderWithTitleTablesGroupsAndNotes() async throws {
        let table = """
            <p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody>\(MadeOffice.lines("Phase"))</a:txBody></a:tc>
            <a:tc><a:txBody>\(MadeOffice.lines("Stance\n60 %"))</a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>
            """
        let first =
            "<p:grpSp><p:grpSp>\(MadeOffice.shape("inside two groups"))</p:grpSp></p:grpSp>"
            + MadeOffice.shape("The gait cycle", "ctrTitle") + table + MadeOffice.shape("7", "sldNum")
        let document = try await extract(
            MadeOffice.slides([(first, "Ask who has seen one.\nThen go on."), (MadeOffice.shape("Second slide"), nil)]))
        #expect(document.kind == .pptx)
        #expect(document.pages.map(\.number) == [1, 2])
        #expect(document.pages.map(\.title) == ["The gait cycle", nil])
        #expect(
            document.pages[0].text
                == "The gait cycle\ninside two groups\nPhase\tStance 60 %\n\nNotes: Ask who has seen one.\nThen go on.")
        #expect(document.pages[1].text == "Second slide")
        #expect(document.pages[0].blocks.map(\.kind) == [.heading, .paragraph, .row, .note, .note])
    }

    @Test func anEmptySlideKeepsItsNumber() async throws {
        let document = try await extract(MadeOffice.slides([("", nil), (MadeOffice.shape("x"), nil)]))
        #expect(document.pages.map(\.text) == ["", "x"])
    }
}
