import Documents
import Kernel

/// A CSV file or the first visible sheet of a workbook, as one header and cleaned rows.
struct ImportTable: Sendable {
    struct Row: Sendable {
        let line: Int
        let cells: [String]
    }

    let header: [String]
    let rows: [Row]
    /// Records that have text beyond the last heading or a quote that never ends.
    let malformed: [(line: Int, problem: RowProblem)]
    /// `utf-8`, `utf-16`, `windows-1252`; nil for a workbook.
    let encoding: String?
    /// `,`, `;` or `tab`; nil for a workbook.
    let delimiter: String?
    let sheet: String?

    /// - Throws: `CSVError`, `DocumentError`
    init(_ bytes: [UInt8]) throws {
        // an archive that breaks off before its directory is told so, too
        if WorkbookReader.looksLike(bytes) || ZipArchive.looksLike(bytes) {
            try self.init(workbook: bytes)
        } else {
            self.init(try CSVReader().read(bytes))
        }
    }

    private init(_ table: CSVTable) {
        header = table.header
        rows = table.rows.map { Row(line: $0.line, cells: $0.cells) }
        malformed = table.malformed.map { ($0.line, RowProblem("", $0.reason.rawValue, $0.sentence)) }
        encoding = table.encoding.rawValue
        delimiter = table.delimiter == "\t" ? "tab" : String(table.delimiter)
        sheet = nil
    }

    private init(workbook bytes: [UInt8]) throws {
        let sheets = try WorkbookReader.read(bytes)
        guard let chosen = sheets.first(where: { !$0.isHidden && !$0.rows.isEmpty }) else {
            throw ImportError.emptyFile
        }
        let cleaned = chosen.rows.map { Row(line: $0.number, cells: $0.cells.map { CellText.clean($0) }) }
            .filter { row in row.cells.contains { !$0.isEmpty } }
        guard let first = cleaned.first else { throw ImportError.emptyFile }
        let width = (first.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        var rows: [Row] = []
        var malformed: [(line: Int, problem: RowProblem)] = []
        for row in cleaned.dropFirst() {
            if row.cells.dropFirst(width).contains(where: { !$0.isEmpty }) {
                let problem = RowProblem("", "surplus_fields", "Row \(row.line) has more fields than the header.")
                malformed.append((row.line, problem))
            } else {
                let missing = max(0, width - row.cells.count)
                rows.append(Row(line: row.line, cells: row.cells.prefix(width) + Array(repeating: "", count: missing)))
            }
        }
        header = Array(first.cells.prefix(width))
        self.rows = rows
        self.malformed = malformed
        encoding = nil
        delimiter = nil
        sheet = chosen.name
    }
}
