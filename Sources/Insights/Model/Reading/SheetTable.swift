import Documents
import Kernel

/// A small file (a rotation map, notes) as a header and rows of cleaned cells: CSV or the first sheet of a workbook that
/// has the wanted headings.
struct SheetTable {
    let header: [String]
    let rows: [[String]]

    /// Bytes of a file of this kind that are read at all.
    static let limit = 50 << 20

    /// Throws `ReadingError`: `missingColumns` with the first name of each group of headings that no sheet has.
    init(_ bytes: [UInt8], required: [[String]]) throws {
        guard bytes.count <= Self.limit else { throw ReadingError.unreadable(.tooLarge) }
        let tables =
            WorkbookReader.looksLike(bytes) || ZipArchive.looksLike(bytes)
            ? try Self.sheets(bytes) : [try Self.csv(bytes)]
        var missing: [String]?
        for table in tables {
            let absent = required.filter { names in table.column(names) == nil }.compactMap(\.first)
            if absent.isEmpty {
                self = table
                return
            }
            missing = missing ?? absent
        }
        guard let missing else { throw ReadingError.emptyFile }
        throw ReadingError.missingColumns(missing)
    }

    private init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
    }

    /// The first column with one of these names; letter case, blanks and punctuation do not matter.
    func column(_ names: [String]) -> Int? {
        let wanted = names.map(Self.comparable)
        return header.firstIndex { wanted.contains(Self.comparable($0)) }
    }

    private static func comparable(_ heading: String) -> String {
        heading.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private static func csv(_ bytes: [UInt8]) throws -> SheetTable {
        do {
            let table = try CSVReader(limit: limit).read(bytes)
            return SheetTable(header: table.header, rows: table.rows.map(\.cells))
        } catch CSVError.emptyFile {
            throw ReadingError.emptyFile
        } catch {
            throw ReadingError.unreadable(.otherKind)
        }
    }

    private static func sheets(_ bytes: [UInt8]) throws -> [SheetTable] {
        do {
            return try WorkbookReader.read(bytes).compactMap { sheet in
                let rows = sheet.rows.map { $0.cells.map { CellText.clean($0) } }.filter { $0.contains { !$0.isEmpty } }
                guard let header = rows.first else { return nil }
                let body = rows.dropFirst().map { row in
                    Array(row.prefix(header.count)) + Array(repeating: "", count: max(0, header.count - row.count))
                }
                return SheetTable(header: header, rows: Array(body))
            }
        } catch let error as DocumentError {
            throw ReadingError(error)
        }
    }
}

extension ReadingError {
    init(_ error: DocumentError) {
        switch error {
        case .zipEncrypted, .workbookEncrypted: self = .unreadable(.passwordProtected)
        case .zipDamaged, .workbookDamaged: self = .unreadable(.damaged)
        case .notAWorkbook(.some): self = .unreadable(.olderWorkbook)
        case .notAZip, .notAWorkbook(nil): self = .unreadable(.otherKind)
        case .tooLarge: self = .unreadable(.tooLarge)
        // of other documents than workbooks
        case .encrypted: self = .unreadable(.passwordProtected)
        case .damaged, .tookTooLong: self = .unreadable(.damaged)
        case .unsupported, .toolMissing: self = .unreadable(.otherKind)
        }
    }
}
