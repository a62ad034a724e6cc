import Kernel

/// Reads Excel workbooks (.xlsx, ECMA-376) into text; sheets in the order of their tabs.
///
/// - Errors: `not_a_workbook`, `workbook_encrypted`, `workbook_damaged`, `too_large`; never a partial result.
package struct WorkbookReader {
    package struct Limits: Sendable {
        package var zip = ZipArchive.Limits()
        /// Cells of all sheets together, the gaps before a cell included.
        package var cells = 12_000_000
        package init() {}
    }

    private let archive: ZipArchive
    private let limits: Limits
    private var strings: [String] = []
    private var styles = WorkbookStyles()
    private var cellsLeft: Int

    /// All worksheets; charts and macro sheets are left out.
    package static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws -> [Worksheet] {
        do {
            let archive = try open(bytes, limits: limits)
            var reader = WorkbookReader(archive: archive, limits: limits, cellsLeft: limits.cells)
            return try reader.sheets()
        } catch DocumentError.zipDamaged(let part) {
            throw DocumentError.workbookDamaged(part: part)
        } catch DocumentError.zipEncrypted {
            throw DocumentError.workbookEncrypted
        }
    }

    /// Whether the bytes are a ZIP archive with a workbook inside, or an Office file that is one only for its owner.
    package static func looksLike(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: compoundFile) { return true }
        guard let archive = try? ZipArchive(bytes) else { return false }
        return archive.entries.contains { $0.name.hasSuffix("workbook.xml") || $0.name.hasSuffix("workbook.bin") }
    }

    private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    private static func open(_ bytes: [UInt8], limits: Limits) throws -> ZipArchive {
        if bytes.starts(with: compoundFile) {
            // A compound file holds either an encrypted .xlsx or an .xls of before 2007; its stream names tell which.
            if bytes.contains(Array("Workbook".utf16).flatMap { [UInt8($0 & 0xFF), 0] }) {
                throw DocumentError.notAWorkbook(hint: "It is an older .xls file: save it as .xlsx.")
            }
            throw DocumentError.workbookEncrypted
        }
        do {
            return try ZipArchive(bytes, limits: limits.zip)
        } catch DocumentError.notAZip {
            throw DocumentError.notAWorkbook(hint: nil)
        }
    }

    private mutating func sheets() throws -> [Worksheet] {
        let main = try workbookPath()
        let relations = try relationships(of: main)
        var found: [(name: String, id: String, hidden: Bool)] = []
        var startsIn1904 = false
        try scan(main) { xml in
            if xml.isNamed("sheet") {
                let hidden = try xml.attribute("state").map { $0 != "visible" } ?? false
                found.append((try xml.attribute("name") ?? "", try xml.attribute("id") ?? "", hidden))
            } else if xml.isNamed("workbookPr") {
                startsIn1904 = ["1", "true"].contains(try xml.attribute("date1904") ?? "")
            }
        }
        if let path = relations.first(where: { $0.kind == "sharedStrings" })?.path { strings = try sharedStrings(path) }
        if let path = relations.first(where: { $0.kind == "styles" })?.path, let part = try archive.read(path) {
            styles = try damaged(path) { try WorkbookStyles(part) }
        }
        return try found.compactMap { sheet in
            guard let relation = relations.first(where: { $0.id == sheet.id }) else {
                throw DocumentError.workbookDamaged(part: "a sheet is missing")
            }
            guard relation.kind == "worksheet" else { return nil }
            guard let part = try archive.read(relation.path) else {
                throw DocumentError.workbookDamaged(part: "a sheet is missing")
            }
            let dates = SerialDate(startsIn1904: startsIn1904)
            let rows = try damaged(relation.path) {
                var reader = try WorksheetReader(
                    part, strings: strings, styles: styles, dates: dates, cellsLeft: cellsLeft)
                let rows = try reader.rows()
                cellsLeft = reader.cellsLeft
                return rows
            }
            return Worksheet(name: sheet.name, isHidden: sheet.hidden, rows: rows)
        }
    }

    private func workbookPath() throws -> String {
        let stated = try relationships(of: "").first { $0.kind == "officeDocument" }?.path ?? "xl/workbook.xml"
        if archive.contains(stated), stated.hasSuffix(".xml"), stated.contains("workbook") { return stated }
        if archive.entries.contains(where: { $0.name.hasSuffix("workbook.bin") }) {
            throw DocumentError.notAWorkbook(hint: "It is a binary workbook (.xlsb): save it as .xlsx.")
        }
        throw DocumentError.notAWorkbook(hint: nil)
    }

    /// The relationships of a part: id, last word of the type's address, and the path of the target in the archive.
    private func relationships(of part: String) throws -> [(id: String, kind: String, path: String)] {
        let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
        let path = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
        guard archive.contains(path) else { return [] }
        var found: [(id: String, kind: String, path: String)] = []
        try scan(path) { xml in
            guard xml.isNamed("Relationship"), try xml.attribute("TargetMode") != "External" else { return }
            let target = try xml.attribute("Target") ?? ""
            let kind = (try xml.attribute("Type") ?? "").split(separator: "/").last.map(String.init) ?? ""
            found.append((try xml.attribute("Id") ?? "", kind, Self.resolve(target, in: folder)))
        }
        return found
    }

    private static func resolve(_ target: String, in folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { steps = steps.dropLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }

    private func sharedStrings(_ path: String) throws -> [String] {
        guard let part = try archive.read(path) else { return [] }
        return try damaged(path) {
            var xml = try XMLScanner(part)
            var texts: [String] = []
            while true {
                switch try xml.next() {
                case .start where xml.isNamed("si"): texts.append(try xml.richText())
                case .finished: return texts
                default: break
                }
            }
        }
    }

    private func scan(_ path: String, _ visit: (inout XMLScanner) throws -> Void) throws {
        guard let part = try archive.read(path) else { throw DocumentError.workbookDamaged(part: path) }
        try damaged(path) {
            var xml = try XMLScanner(part)
            while true {
                switch try xml.next() {
                case .start: try visit(&xml)
                case .finished: return
                default: break
                }
            }
        }
    }

    private func damaged<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch is XMLScanner.Damaged {
            throw DocumentError.workbookDamaged(part: String(path.suffix(60)))
        }
    }
}
