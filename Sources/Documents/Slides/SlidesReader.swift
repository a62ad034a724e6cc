/// The slides of a presentation in its order (ECMA-376 Part 1, clause 19), with tables, grouped shapes, diagrams and
/// speaker notes.
struct SlidesReader {
    private let package: OfficePackage
    private let main: String
    private var budget: ExtractionBudget

    init(_ package: OfficePackage, main: String, budget: ExtractionBudget) {
        self.package = package
        self.main = main
        self.budget = budget
    }

    mutating func pages() throws -> [ExtractedPage] {
        let relations = Dictionary(
            try package.relations(of: main).map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
        var paths: [String] = []
        try package.scan(main) { xml in
            guard xml.isNamed("sldId"), let id = try xml.attribute("id", prefixed: true) else { return }
            guard let path = relations[id] else { throw DocumentError.damaged(part: "a slide is missing") }
            paths.append(path)
        }
        var pages: [ExtractedPage] = []
        for (index, path) in paths.enumerated() {
            try budget.checkTime()
            pages.append(try page(index + 1, path))
        }
        return pages
    }

    private mutating func page(_ number: Int, _ path: String) throws -> ExtractedPage {
        var shapes = try read(path)
        // a presentation's reading order is its stacking order; the title is read first wherever it lies
        if let title = shapes.firstIndex(where: \.isTitle) { shapes.insert(shapes.remove(at: title), at: 0) }
        let relations = try package.relations(of: path)
        for diagram in relations where diagram.kind == "diagramData" { shapes += try read(diagram.path) }
        var blocks = shapes.flatMap(\.blocks)
        for notes in relations where notes.kind == "notesSlide" {
            let texts = try read(notes.path).filter { $0.placeholder == "body" }.flatMap(\.blocks)
            blocks += texts.map { TextBlock(.note, $0.text) }
        }
        let title = shapes.first { $0.isTitle }?.blocks.map(\.text).joined(separator: " ").onOneLine
        return ExtractedPage(number: number, title: title.flatMap { $0.isEmpty ? nil : $0 }, blocks: blocks)
    }

    private mutating func read(_ path: String) throws -> [SlideShape] {
        var xml = try package.scanner(path)
        return try package.damaged(path) {
            var shapes: [SlideShape] = []
            var loose = SlideShape()
            try shape(&xml, &loose, &shapes)
            return shapes + [loose]
        }
    }
}

/// The text of one shape of a slide.
struct SlideShape {
    /// What it holds the place of: `title`, `body`, `sldNum` …
    var placeholder: String?
    var blocks: [TextBlock] = []

    var isTitle: Bool { placeholder == "title" || placeholder == "ctrTitle" }
}

extension SlidesReader {
    /// Reads to the end of the element that just started; shapes inside it are added on their own.
    private mutating func shape(
        _ xml: inout XMLScanner, _ current: inout SlideShape, _ shapes: inout [SlideShape]
    ) throws {
        var chose = false
        while true {
            switch try xml.next() {
            case .start:
                try budget.step()
                if xml.isNamed("sp") || xml.isNamed("graphicFrame") || xml.isNamed("pic") || xml.isNamed("cxnSp") {
                    var next = SlideShape()
                    let place = shapes.count
                    try shape(&xml, &next, &shapes)
                    // the number and the date are the program's, not the lecturer's
                    if next.placeholder != "sldNum", next.placeholder != "dt" { shapes.insert(next, at: place) }
                } else if xml.isNamed("ph") {
                    current.placeholder = try xml.attribute("type") ?? "body"
                    try xml.skipElement()
                } else if xml.isNamed("tbl") {
                    try rows(&xml, into: &current.blocks)
                } else if xml.isNamed("p") {
                    let text = try paragraph(&xml).trimmed
                    guard !text.isEmpty else { continue }
                    try budget.spend(text)
                    current.blocks.append(TextBlock(current.isTitle ? .heading : .paragraph, text))
                } else if xml.isNamed("Fallback"), chose {
                    try xml.skipElement()
                } else {
                    if xml.isNamed("Choice") { chose = true }
                    try shape(&xml, &current, &shapes)
                }
            case .end, .finished: return
            case .text: break
            }
        }
    }

    /// Runs, line breaks and fields of a DrawingML paragraph.
    private mutating func paragraph(_ xml: inout XMLScanner) throws -> String {
        var text = ""
        while true {
            switch try xml.next() {
            case .start:
                try budget.step()
                if xml.isNamed("t") {
                    text += try xml.textOfElement()
                } else if xml.isNamed("br") {
                    text += "\n"
                    try xml.skipElement()
                } else if xml.isNamed("pPr") || xml.isNamed("rPr") || xml.isNamed("endParaRPr") {
                    try xml.skipElement()
                } else {
                    text += try paragraph(&xml)
                }
            case .end: return text
            case .finished: throw XMLScanner.Damaged()
            case .text: break
            }
        }
    }

    private mutating func rows(_ xml: inout XMLScanner, into blocks: inout [TextBlock]) throws {
        var cells: [String] = []
        var depth = 1
        while depth > 0 {
            switch try xml.next() {
            case .start:
                try budget.step()
                depth += 1
                if xml.isNamed("tr") {
                    cells = []
                } else if xml.isNamed("tc") {
                    cells.append("")
                } else if xml.isNamed("p"), !cells.isEmpty {
                    let text = try paragraph(&xml).onOneLine
                    depth -= 1
                    cells[cells.count - 1] += (cells[cells.count - 1].isEmpty || text.isEmpty ? "" : " ") + text
                }
            case .end:
                depth -= 1
                guard xml.isNamed("tr") else { continue }
                let text = cells.joined(separator: "\t")
                guard !text.allSatisfy(\.isWhitespace) else { continue }
                try budget.spend(text)
                blocks.append(TextBlock(.row, text))
            case .finished: throw XMLScanner.Damaged()
            case .text: break
            }
        }
    }
}
