/// The fixed parts of a written workbook (ECMA-376, transitional).
enum WorkbookParts {
    private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let documentTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageTypes = "http://schemas.openxmlformats.org/package/2006"
    private static let content = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    static func contentTypes(sheets: Int) -> String {
        let parts = (1...max(1, sheets)).prefix(sheets).map { number in
            #"<Override PartName="/xl/worksheets/sheet\#(number).xml" ContentType="\#(content).worksheet+xml"/>"#
        }
        return declaration + #"<Types xmlns="\#(packageTypes)/content-types">"#
            + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
            + #"<Default Extension="xml" ContentType="application/xml"/>"#
            + #"<Override PartName="/xl/workbook.xml" ContentType="\#(content).sheet.main+xml"/>"#
            + #"<Override PartName="/xl/styles.xml" ContentType="\#(content).styles+xml"/>"#
            + parts.joined() + "</Types>"
    }

    static let packageRelationships =
        declaration + #"<Relationships xmlns="\#(packageTypes)/relationships">"#
        + #"<Relationship Id="rId1" Type="\#(documentTypes)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#

    static func workbook(_ names: [String]) -> String {
        let sheets = names.enumerated().map { index, name in
            #"<sheet name="\#(name)" sheetId="\#(index + 1)" r:id="rId\#(index + 1)"/>"#
        }
        return declaration + #"<workbook xmlns="\#(main)" xmlns:r="\#(documentTypes)"><sheets>"#
            + sheets.joined() + "</sheets></workbook>"
    }

    static func relationships(sheets: Int) -> String {
        let parts = (1...max(1, sheets)).prefix(sheets).map { number in
            #"<Relationship Id="rId\#(number)" Type="\#(documentTypes)/worksheet" Target="worksheets/sheet\#(number).xml"/>"#
        }
        return declaration + #"<Relationships xmlns="\#(packageTypes)/relationships">"# + parts.joined()
            + #"<Relationship Id="rId\#(sheets + 1)" Type="\#(documentTypes)/styles" Target="styles.xml"/>"#
            + "</Relationships>"
    }

    /// Cell styles: 0 plain, 1 bold header, 2 day, 3 percent.
    static let styles =
        declaration + #"<styleSheet xmlns="\#(main)"><numFmts count="2">"#
        + #"<numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>"#
        + #"<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>"#
        + #"<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>"#
        + #"<fills count="2"><fill><patternFill patternType="none"/></fill>"#
        + #"<fill><patternFill patternType="gray125"/></fill></fills>"#
        + #"<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"#
        + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#
        + #"<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"#
        + #"<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>"#
        + #"<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#
        + #"<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>"#
        + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#

    static let worksheetStart =
        declaration + #"<worksheet xmlns="\#(main)"><sheetViews><sheetView workbookViewId="0">"#
        + #"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#
}
