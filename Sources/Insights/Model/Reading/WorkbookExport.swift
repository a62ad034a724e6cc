import Documents

/// Reads an export out of a workbook: the first sheet with the required headings, rows by the same rules as CSV.
enum WorkbookExport {
    /// Bytes of a workbook that are read at all; it is held whole, for its directory is at the end.
    static let limit = 256 << 20

    static func read(_ source: ByteSource, options: ReadingOptions) throws -> ReadExport {
        let bytes = try source.collect(limit: limit)
        let order = options.dateOrder.map(StartTimes.Order.stated) ?? .dayUnlessImpossible
        do {
            let sheets = try WorkbookReader.read(bytes)
            var missing: ReadingError?
            for sheet in sheets {
                do {
                    var rows = RowAssembler(options: options, order: order)
                    try take(sheet, into: &rows)
                    if rows.times.isMonthFirstOnly, rows.times.hasAmbiguous, order == .dayUnlessImpossible {
                        rows = RowAssembler(options: options, order: .none)
                        try take(sheet, into: &rows)
                    }
                    var export = rows.result()
                    export.accounting.encoding = "xlsx"
                    export.accounting.delimiter = ""
                    return export
                } catch let error as ReadingError {
                    missing = missing == nil || missing == .emptyFile ? error : missing
                }
            }
            throw missing ?? .emptyFile
        } catch let error as DocumentError {
            throw ReadingError(error)
        }
    }

    private static func take(_ sheet: Worksheet, into rows: inout RowAssembler) throws {
        var fields = RecordFields()
        for row in sheet.rows {
            var text = TextBuffer(capacity: 1 << 12)
            fields.removeAll()
            for cell in row.cells {
                let start = text.count
                text.append(cell.utf8)
                fields.append(text.base, start, text.count)
            }
            if rows.columns != nil {
                rows.take(fields, text.base, line: row.number)
            } else if !fields.isBlank(text.base) {
                fields.width = try rows.header(fields.texts(text.base))
            }
        }
        guard rows.columns != nil else { throw ReadingError.emptyFile }
    }
}
