import Foundation

/// A Word, PowerPoint or Excel file of 2007 and later: a ZIP archive whose parts refer to each other by relationships
/// (ECMA-376 Part 2). Parts are expanded one at a time.
struct OfficePackage {
    private let archive: ZipArchive

    struct Relation {
        let id: String
        /// Last word of the type's address: `slide`, `header`, `footnotes`.
        let kind: String
        let path: String
    }

    /// The kind by the names of the parts; from the beginning of a file by what stands in its first headers.
    static func kind(of bytes: [UInt8]) -> DocumentKind? {
        if let archive = try? ZipArchive(bytes, limits: zipLimits(ExtractionLimits())) {
            return kind { archive.contains($0) }
        }
        let data = Data(bytes)
        return kind { data.range(of: Data($0.utf8)) != nil }
    }

    private static func kind(_ holds: (String) -> Bool) -> DocumentKind? {
        if holds("word/document.xml") { return .docx }
        if holds("ppt/presentation.xml") { return .pptx }
        return holds("xl/workbook.xml") ? .xlsx : nil
    }

    static func extract(_ bytes: [UInt8], limits: ExtractionLimits, stop: ReadingStop) throws -> ExtractedText {
        do {
            let package = OfficePackage(archive: try ZipArchive(bytes, limits: zipLimits(limits)))
            let main = try package.relations(of: "").first { $0.kind == "officeDocument" }?.path
            let budget = ExtractionBudget(limits, stop: stop)
            switch (main.map(root), main) {
            case ("word", let main?):
                var reader = try WordReader(package, main: main, budget: budget)
                return ExtractedText(kind: .docx, pages: [try reader.page()])
            case ("ppt", let main?):
                var reader = SlidesReader(package, main: main, budget: budget)
                return ExtractedText(kind: .pptx, pages: try reader.pages())
            case ("xl", _): return ExtractedText(kind: .xlsx, pages: try sheets(bytes, limits, budget))
            default: throw DocumentError.unsupported(hint: nil)
            }
        } catch let error as DocumentError {
            throw error.ofDocument
        }
    }

    private static func root(_ path: String) -> String { String(path.prefix { $0 != "/" }) }

    static func zipLimits(_ limits: ExtractionLimits) -> ZipArchive.Limits {
        var zip = ZipArchive.Limits()
        // slides with many pictures; what is expanded at a time is bounded by `part`
        zip.entries = 10_000
        zip.total = 1 << 30
        zip.part = limits.partBytes
        return zip
    }

    static func refusal(ofCompoundFile bytes: [UInt8]) -> DocumentError {
        // the stream in which an encrypted package is kept (MS-OFFCRYPTO 2.3.4.4); names are UTF-16
        let name = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        if Data(bytes).range(of: name) != nil { return .encrypted }
        return .unsupported(hint: "It is an office file of before 2007: save it as .docx, .pptx or .xlsx.")
    }

    private static func sheets(
        _ bytes: [UInt8], _ limits: ExtractionLimits, _ limit: ExtractionBudget
    ) throws -> [ExtractedPage] {
        var workbook = WorkbookReader.Limits()
        workbook.zip = zipLimits(limits)
        workbook.zip.total = 256 << 20
        workbook.cells = 1_000_000
        var budget = limit
        return try WorkbookReader.read(bytes, limits: workbook).enumerated().map { index, sheet in
            let blocks = try sheet.rows.map { row in
                try budget.step()
                let text = row.cells.joined(separator: "\t")
                try budget.spend(text)
                return TextBlock(.row, text)
            }
            return ExtractedPage(number: index + 1, title: sheet.name, blocks: blocks)
        }
    }
}

extension OfficePackage {
    func relations(of part: String) throws -> [Relation] {
        let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
        let path = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
        guard archive.contains(path) else { return [] }
        var found: [Relation] = []
        try scan(path) { xml in
            guard xml.isNamed("Relationship"), try xml.attribute("TargetMode") != "External" else { return }
            let target = try xml.attribute("Target") ?? ""
            let kind = (try xml.attribute("Type") ?? "").split(separator: "/").last.map(String.init) ?? ""
            found.append(
                Relation(id: try xml.attribute("Id") ?? "", kind: kind, path: Self.resolve(target, in: folder)))
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

    /// - Throws: `damaged` when the part is missing.
    func scanner(_ path: String) throws -> XMLScanner {
        guard let part = try archive.read(path) else { throw DocumentError.damaged(part: Self.label(path)) }
        return try damaged(path) { try XMLScanner(part) }
    }

    /// Visits every element that starts.
    func scan(_ path: String, _ visit: (inout XMLScanner) throws -> Void) throws {
        var xml = try scanner(path)
        try damaged(path) {
            while true {
                switch try xml.next() {
                case .start: try visit(&xml)
                case .finished: return
                default: break
                }
            }
        }
    }

    func damaged<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch is XMLScanner.Damaged {
            throw DocumentError.damaged(part: Self.label(path))
        }
    }

    private static func label(_ path: String) -> String { String(path.suffix(60)) }
}
