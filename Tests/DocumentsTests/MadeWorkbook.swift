import Documents

/// A workbook put together from raw parts, for what a writer would never write.
struct MadeWorkbook {
    var sheet: String
    var strings: String?
    var styles: String?
    var workbookProperties = ""

    init(rows: String) { sheet = "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }

    var bytes: [UInt8] {
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        var zip = ZipWriter()
        zip.add(
            "_rels/.rels",
            Array(
                #"<Relationships><Relationship Id="a" Type="\#(types)/officeDocument" Target="/xl/workbook.xml"/></Relationships>"#
                    .utf8))
        zip.add(
            "xl/workbook.xml",
            Array(#"<workbook>\#(workbookProperties)<sheets><sheet name="S" r:id="r1"/></sheets></workbook>"#.utf8))
        zip.add(
            "xl/_rels/workbook.xml.rels",
            Array(
                (#"<Relationships><Relationship Id="r1" Type="\#(types)/worksheet" Target="worksheets/s.xml"/>"#
                    + #"<Relationship Id="r2" Type="\#(types)/sharedStrings" Target="strings.xml"/>"#
                    + #"<Relationship Id="r3" Type="\#(types)/styles" Target="styles.xml"/></Relationships>"#).utf8))
        zip.add("xl/worksheets/s.xml", Array(sheet.utf8))
        if let strings { zip.add("xl/strings.xml", Array("<sst>\(strings)</sst>".utf8)) }
        if let styles { zip.add("xl/styles.xml", Array("<styleSheet>\(styles)</styleSheet>".utf8)) }
        return zip.finish()
    }

    func cells() throws -> [[String]] { try WorkbookReader.read(bytes)[0].rows.map(\.cells) }
}

/// Reproducible bytes (SplitMix64).
struct SeededBytes: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
