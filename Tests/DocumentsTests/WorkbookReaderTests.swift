import Documents
import Kernel
import Testing

@Suite struct WorkbookReaderTests {
    private func code(_ bytes: [UInt8]) -> String? {
        do {
            _ = try WorkbookReader.read(bytes)
            return nil
        } catch { return (error as? any Failure)?.code ?? "not a failure: \(error)" }
    }

    private static let dateStyles =
        #"<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy\ hh:mm"/>"#
        + #"<numFmt numFmtId="171" formatCode="[Red]0.00&quot;d&quot;"/>"#
        + #"<numFmt numFmtId="172" formatCode="00000000"/><numFmt numFmtId="173" formatCode="[h]:mm"/></numFmts>"#
        + #"<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>"#
        + #"<xf numFmtId="170"/><xf numFmtId="20"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/></cellXfs>"#

    @Test(arguments: [
        (#"<c><v>36000009</v></c>"#, "36000009"),
        (#"<c><v>36000009.0</v></c>"#, "36000009"),
        (#"<c><v>1.1000000000000001</v></c>"#, "1.1"),
        (#"<c><v>3.6E7</v></c>"#, "36000000"),
        (#"<c t="b"><v>1</v></c>"#, "true"),
        (#"<c t="b"><v>0</v></c>"#, "false"),
        (#"<c t="e"><v>#N/A</v></c>"#, "#N/A"),
        (#"<c t="str"><f>A1&amp;"x"</f><v>Ann x</v></c>"#, "Ann x"),
        (#"<c><f>1+1</f><v>2</v></c>"#, "2"),
        (#"<c t="inlineStr"><is><t>Núñez &amp; Co</t></is></c>"#, "Núñez & Co"),
        (
            #"<c t="inlineStr"><is><r><t>Dr </t></r><r><rPr><b/></rPr><t>Bell</t></r><rPh><t>x</t></rPh></is></c>"#,
            "Dr Bell"
        ),
        (#"<c t="d"><v>2025-10-06T09:00:00</v></c>"#, "2025-10-06T09:00:00"),
        (#"<c s="1"><v>45936</v></c>"#, "2025-10-06"),
        (#"<c s="1"><v>45936.375</v></c>"#, "2025-10-06T09:00:00"),
        (#"<c s="2"><v>45936.378472222219</v></c>"#, "2025-10-06T09:05:00"),
        (#"<c s="2"><v>45936</v></c>"#, "2025-10-06T00:00:00"),
        (#"<c s="3"><v>0.375</v></c>"#, "09:00:00"),
        (#"<c s="6"><v>0.5</v></c>"#, "12:00:00"),
        (#"<c s="4"><v>62.5</v></c>"#, "62.5"),
        (#"<c s="5"><v>12345</v></c>"#, "00012345"),
        (#"<c s="1"><v>59</v></c>"#, "1900-02-28"),
        (#"<c s="1"><v>61</v></c>"#, "1900-03-01"),
        (#"<c s="1"><v>99999999</v></c>"#, "99999999"),
        (#"<c s="99"><v>7</v></c>"#, "7"),
        (#"<c t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>"#, "a\rb_x0041_"),
    ])
    func aCellIsReadAsAPersonSeesIt(cell: String, text: String) throws {
        var made = MadeWorkbook(rows: "<row>\(cell)</row>")
        made.styles = Self.dateStyles
        #expect(try made.cells() == [[text]])
    }

    @Test func sharedStringsGapsAndMissingReferences() throws {
        var made = MadeWorkbook(
            rows: #"<row r="3"><c r="A3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c><c/><c t="s"><v>0</v></c></row>"#
                + #"<row/><row r="9" spans="1:2"><c r="B9"><v>2</v></c><c r="C9" s="1"/></row>"#)
        made.strings = "<si><t>Ann</t></si><si><r><t>B</t></r><r><t xml:space=\"preserve\">o b</t></r></si>"
        let rows = try WorkbookReader.read(made.bytes)[0].rows
        #expect(rows.map(\.number) == [3, 9])
        #expect(rows[0].cells == ["Ann", "", "", "Bo b", "Ann"])
        #expect(rows[1].cells == ["", "2"])
    }

    @Test func datesOf1904() throws {
        var made = MadeWorkbook(rows: #"<row><c s="1"><v>44474</v></c></row>"#)
        made.styles = Self.dateStyles
        made.workbookProperties = #"<workbookPr date1904="1"/>"#
        #expect(try made.cells() == [["2025-10-06"]])
    }

    @Test func sheetsInOrderAndFormulasNever() throws {
        let day = try #require(CivilDate("2025-10-06"))
        let bytes = WorkbookWriter.bytes([
            .init(
                name: "Marks", columns: [.init("number"), .init("name", width: 30), .init("day"), .init("rate")],
                rows: [
                    [.text("=1+1"), .text("<b>Åsa</b> & \"Co\"\u{1}"), .date(day), .percent(62.5)],
                    [.integer(7), .empty, .number(0.25), .text(" padded ")],
                ]),
            .init(name: "Marks", columns: [], rows: []),
            .init(name: "a/b:c", columns: [.init("x")], rows: []),
        ])
        let sheets = try WorkbookReader.read(bytes)
        #expect(sheets.map(\.name) == ["Marks", "Marks 2", "abc"])
        #expect(
            sheets[0].rows.map(\.cells) == [
                ["number", "name", "day", "rate"], ["=1+1", "<b>Åsa</b> & \"Co\"\u{1}", "2025-10-06", "0.625"],
                ["7", "", "0.25", " padded "],
            ])
        let part = try #require(try ZipArchive(bytes).read("xl/worksheets/sheet1.xml"))
        #expect(!String(decoding: part, as: UTF8.self).contains("<f>"))
    }

    @Test(
        arguments: [
            (Array("number,name\n".utf8), "not_a_workbook"),
            ([], "not_a_workbook"),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
                "workbook_encrypted"
            ),
            ([0xD0, 0xCF, 0x11, 0xE0] + Array("Workbook".utf8).flatMap { [$0, 0] }, "not_a_workbook"),
            ([0x50, 0x4B, 3, 4, 9, 9, 9], "workbook_damaged"),
        ] as [([UInt8], String)])
    func otherFilesHaveAName(bytes: [UInt8], expected: String) {
        #expect(code(bytes) == expected)
    }

    @Test func aZipThatIsNoWorkbook() {
        var zip = ZipWriter()
        zip.add("users.csv", Array("sourcedId\n".utf8))
        #expect(code(zip.finish()) == "not_a_workbook")
        #expect(!WorkbookReader.looksLike(zip.finish()))
        #expect(WorkbookReader.looksLike(MadeWorkbook(rows: "").bytes))
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><sheetData/></worksheet>",
        "<worksheet><sheetData><row><c><v>1</c></v></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c><v>1", "<worksheet>", "", "text", "<worksheet a='></worksheet>",
        "<worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c t=\"s\"><v>5</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c r=\"XFD1\"><v>5</v></c><c><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"-4\"></row></sheetData></worksheet>",
        String(repeating: "<a>", count: 100_000),
    ])
    func brokenSheetsAreDamagedNotCrashes(sheet: String) {
        var made = MadeWorkbook(rows: "")
        made.sheet = sheet
        #expect(code(made.bytes) == "workbook_damaged")
    }

    @Test func tooManyCellsAreRefused() {
        let row = #"<row><c r="XFD1"><v>1</v></c></row>"#
        #expect(code(MadeWorkbook(rows: String(repeating: row, count: 800)).bytes) == "too_large")
    }

    @Test func flippedBitsAndCutsNeverCrash() throws {
        let rows = (1...40).map { "<row><c><v>\($0)</v></c><c t=\"inlineStr\"><is><t>Ann \($0)</t></is></c></row>" }
        let made = MadeWorkbook(rows: rows.joined())
        let bytes = made.bytes
        let whole = try WorkbookReader.read(bytes)
        var random = SeededBytes(state: 7)
        for _ in 0..<600 {
            var broken = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                broken[Int.random(in: broken.indices, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
            }
            do {
                let read = try WorkbookReader.read(broken)
                #expect(read == whole, "a workbook that is read at all is read right")
            } catch { #expect(error is DocumentError) }
        }
        for length in stride(from: 0, to: bytes.count, by: 13) { #expect(code(Array(bytes.prefix(length))) != nil) }
    }
}
