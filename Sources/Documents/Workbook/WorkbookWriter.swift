package import Kernel

/// Writes Excel workbooks: a bold frozen header, column widths, real dates and numbers. Text is always text, so a cell
/// that begins with `=` is never a formula. The same sheets give the same bytes.
package enum WorkbookWriter {
    package enum Cell: Sendable, Equatable {
        case text(String)
        case integer(Int)
        case number(Double)
        /// Shown as `yyyy-mm-dd`.
        case date(CivilDate)
        /// A number of percent (62.5 means 62.5 %), shown with one decimal.
        case percent(Double)
        case empty
    }

    package struct Column: Sendable {
        package let title: String
        /// Width in characters; without it, one that fits the title.
        package let width: Int?

        package init(_ title: String, width: Int? = nil) {
            self.title = title
            self.width = width
        }
    }

    package struct Sheet: Sendable {
        package let name: String
        package let columns: [Column]
        package let rows: [[Cell]]

        package init(name: String, columns: [Column], rows: [[Cell]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    package static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// The bytes of an .xlsx file. Sheet names are cut to Excel's 31 characters and made distinct.
    package static func bytes(_ sheets: [Sheet]) -> [UInt8] {
        let names = distinctNames(sheets.map(\.name))
        var zip = ZipWriter()
        zip.add("[Content_Types].xml", Array(WorkbookParts.contentTypes(sheets: sheets.count).utf8))
        zip.add("_rels/.rels", Array(WorkbookParts.packageRelationships.utf8))
        zip.add("xl/workbook.xml", Array(WorkbookParts.workbook(names.map(escape)).utf8))
        zip.add("xl/_rels/workbook.xml.rels", Array(WorkbookParts.relationships(sheets: sheets.count).utf8))
        zip.add("xl/styles.xml", Array(WorkbookParts.styles.utf8))
        for (index, sheet) in sheets.enumerated() {
            zip.add("xl/worksheets/sheet\(index + 1).xml", Array(worksheet(sheet).utf8))
        }
        return zip.finish()
    }

    private static func worksheet(_ sheet: Sheet) -> String {
        var xml = WorkbookParts.worksheetStart
        if !sheet.columns.isEmpty {
            xml += "<cols>"
            for (index, column) in sheet.columns.enumerated() {
                let width = column.width ?? max(8, column.title.count + 2)
                xml += #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(width)" customWidth="1"/>"#
            }
            xml += "</cols>"
        }
        xml += "<sheetData>"
        append(sheet.columns.map { .text($0.title) }, number: 1, style: 1, to: &xml)
        for (index, row) in sheet.rows.enumerated() { append(row, number: index + 2, style: 0, to: &xml) }
        return xml + "</sheetData></worksheet>"
    }

    private static func append(_ cells: [Cell], number: Int, style: Int, to xml: inout String) {
        xml += #"<row r="\#(number)">"#
        for (index, cell) in cells.enumerated() where cell != .empty {
            let place = CellReference.letters(index) + String(number)
            switch cell {
            case .text(let text):
                let styled = style == 0 ? "" : #" s="\#(style)""#
                xml += #"<c r="\#(place)"\#(styled) t="inlineStr"><is><t xml:space="preserve">"#
                xml += escape(text) + "</t></is></c>"
            case .integer(let value): xml += #"<c r="\#(place)"><v>\#(value)</v></c>"#
            case .number(let value) where value.isFinite: xml += #"<c r="\#(place)"><v>\#(value)</v></c>"#
            case .percent(let value) where value.isFinite: xml += #"<c r="\#(place)" s="3"><v>\#(value / 100)</v></c>"#
            case .date(let date):
                xml += #"<c r="\#(place)" s="2"><v>\#(SerialDate.number(date))</v></c>"#
            case .number, .percent, .empty: break
            }
        }
        xml += "</row>"
    }

    private static func escape(_ text: String) -> String {
        text.encodingControlCharacters
            .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static func distinctNames(_ names: [String]) -> [String] {
        var taken = Set<String>()
        return names.map { name in
            let allowed = String(name.filter { !"[]:*?/\\".contains($0) && !$0.isNewline }.prefix(31))
            var result = allowed.isEmpty ? "Sheet" : allowed
            var count = 2
            while !taken.insert(result.lowercased()).inserted {
                result = String(allowed.prefix(31 - 4)) + " \(count)"
                count += 1
            }
            return result
        }
    }
}
