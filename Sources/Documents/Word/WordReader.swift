/// The text of a Word document as it stands now: insertions are in, deletions and hidden text are out
/// (ECMA-376 Part 1, clause 17). Headers come first, footnotes after the paragraph that refers to them, footers last.
struct WordReader {
    private let package: OfficePackage
    private let main: String
    private let relations: [OfficePackage.Relation]
    private var styles = WordStyles()
    private var budget: ExtractionBudget
    /// `footnotes 2` → its text.
    private var notes: [String: String] = [:]

    init(_ package: OfficePackage, main: String, budget: ExtractionBudget) throws {
        self.package = package
        self.main = main
        self.budget = budget
        relations = try package.relations(of: main)
    }

    mutating func page() throws -> ExtractedPage {
        if let path = path("styles") {
            let scanner = try package.scanner(path)
            styles = try package.damaged(path) { try WordStyles(scanner) }
        }
        for kind in ["footnotes", "endnotes"] { try readNotes(kind) }
        var blocks = try edges("header")
        blocks += try story(main)
        blocks += try edges("footer")
        return ExtractedPage(number: 1, blocks: blocks)
    }

    private func path(_ kind: String) -> String? { relations.first { $0.kind == kind }?.path }

    /// Headers or footers; the same words on first, odd and even pages once.
    private mutating func edges(_ kind: String) throws -> [TextBlock] {
        var seen: Set<String> = []
        var blocks: [TextBlock] = []
        for relation in relations where relation.kind == kind {
            blocks += try story(relation.path).filter { seen.insert($0.text).inserted }
        }
        return blocks
    }

    private mutating func story(_ path: String) throws -> [TextBlock] {
        var xml = try package.scanner(path)
        var blocks: [TextBlock] = []
        return try package.damaged(path) {
            try content(&xml, into: &blocks)
            return blocks
        }
    }

    private mutating func readNotes(_ kind: String) throws {
        guard let path = path(kind) else { return }
        var xml = try package.scanner(path)
        try package.damaged(path) {
            while true {
                switch try xml.next() {
                case .start where xml.isNamed("footnote") || xml.isNamed("endnote"):
                    let id = try xml.attribute("id") ?? ""
                    // separators and the like have a type
                    let isNote = try xml.attribute("type").map { $0 == "normal" } ?? true
                    var blocks: [TextBlock] = []
                    try content(&xml, into: &blocks)
                    if isNote { notes[kind + " " + id] = blocks.map(\.text).joined(separator: " ") }
                case .finished: return
                default: break
                }
            }
        }
    }
}

extension WordReader {
    /// Paragraphs and tables up to the end of the element that just started, or of the part.
    private mutating func content(_ xml: inout XMLScanner, into blocks: inout [TextBlock]) throws {
        var chose = false
        var carried: WordParagraph?
        while true {
            switch try xml.next() {
            case .start:
                try budget.step()
                if xml.isNamed("p") {
                    var paragraph = carried ?? WordParagraph()
                    paragraph.markIsDeleted = false
                    try inline(&xml, &paragraph)
                    // without its mark, a paragraph runs into the next one
                    carried = paragraph.markIsDeleted ? paragraph : nil
                    if carried == nil { try add(paragraph, to: &blocks) }
                } else if xml.isNamed("tbl") {
                    try rows(&xml, into: &blocks)
                } else if xml.isNamed("Fallback"), chose {
                    try xml.skipElement()
                } else if Self.isLeftOut(xml) {
                    try xml.skipElement()
                } else {
                    if xml.isNamed("Choice") { chose = true }
                    try content(&xml, into: &blocks)
                }
            case .end, .finished:
                if let carried { try add(carried, to: &blocks) }
                return
            case .text: break
            }
        }
    }

    private mutating func add(_ paragraph: WordParagraph, to blocks: inout [TextBlock]) throws {
        let text = paragraph.text.trimmed
        if !text.isEmpty {
            try budget.spend(text)
            let isHeading = paragraph.isHeading ?? styles.isHeading(paragraph.style)
            blocks.append(TextBlock(isHeading ? .heading : .paragraph, text))
        }
        blocks += paragraph.boxes
        for note in paragraph.notes {
            guard let text = notes[note], !text.isEmpty else { continue }
            try budget.spend(text)
            blocks.append(TextBlock(.paragraph, text))
        }
    }

    /// Deleted and moved text, former properties, and properties that hold no text.
    private static func isLeftOut(_ xml: XMLScanner) -> Bool {
        xml.isNamed("del") || xml.isNamed("moveFrom") || xml.isNamed("sectPr") || xml.isNamed("tblPr")
            || xml.isNamed("tblGrid") || xml.isNamed("tcPr") || xml.isNamed("sdtPr") || xml.isNamed("rPrChange")
            || xml.isNamed("pPrChange") || xml.isNamed("instrText") || xml.isNamed("delText")
            || xml.isNamed("delInstrText")
    }

    /// What stands in a paragraph, up to the end of the element that just started.
    private mutating func inline(_ xml: inout XMLScanner, _ paragraph: inout WordParagraph) throws {
        var chose = false
        let before = paragraph.text
        var isHidden = false
        while true {
            switch try xml.next() {
            case .start:
                try budget.step()
                if xml.isNamed("t") {
                    paragraph.text += try xml.textOfElement()
                } else if xml.isNamed("pPr") {
                    try paragraph.readProperties(&xml)
                } else if xml.isNamed("rPr") {
                    isHidden = try xml.holds("vanish")
                } else if xml.isNamed("txbxContent") {
                    try content(&xml, into: &paragraph.boxes)
                } else if Self.isLeftOut(xml) || (xml.isNamed("Fallback") && chose) {
                    try xml.skipElement()
                } else {
                    try paragraph.readMark(xml)
                    if xml.isNamed("Choice") { chose = true }
                    try inline(&xml, &paragraph)
                }
            case .end:
                if isHidden { paragraph.text = before }
                return
            case .finished: throw XMLScanner.Damaged()
            case .text: break
            }
        }
    }

    private mutating func rows(_ xml: inout XMLScanner, into blocks: inout [TextBlock]) throws {
        while true {
            switch try xml.next() {
            case .start where xml.isNamed("tr"):
                var cells: [String] = []
                var isDeleted = false
                try row(&xml, &cells, &isDeleted)
                let text = cells.joined(separator: "\t")
                guard !isDeleted, !text.allSatisfy(\.isWhitespace) else { continue }
                try budget.spend(text)
                blocks.append(TextBlock(.row, text))
            case .start where Self.isLeftOut(xml): try xml.skipElement()
            case .start: try rows(&xml, into: &blocks)
            case .end: return
            case .finished: throw XMLScanner.Damaged()
            case .text: break
            }
        }
    }

    private mutating func row(_ xml: inout XMLScanner, _ cells: inout [String], _ isDeleted: inout Bool) throws {
        while true {
            switch try xml.next() {
            case .start where xml.isNamed("tc"):
                var blocks: [TextBlock] = []
                try content(&xml, into: &blocks)
                cells.append(blocks.map(\.text).joined(separator: " ").onOneLine)
            case .start where xml.isNamed("trPr"): isDeleted = try xml.holds("del")
            case .start where Self.isLeftOut(xml): try xml.skipElement()
            case .start: try row(&xml, &cells, &isDeleted)
            case .end: return
            case .finished: throw XMLScanner.Damaged()
            case .text: break
            }
        }
    }
}
