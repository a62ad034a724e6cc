/// Sets blocks one below the other, going to the next page where one is full. Points; the origin is the upper left.
struct PageSetter {
    private let canvas: PDFCanvas
    private var y = PDFCanvas.margin
    /// Nothing stands on the page yet.
    private var isTop = true

    private static let sizes = [1: 16.0, 2: 12.5, 3: 10.5]
    private static let text = 9.5

    init(canvas: PDFCanvas) { self.canvas = canvas }

    mutating func set(_ block: PrintedDocument.Block) {
        switch block {
        case .heading(let level, let text):
            let size = Self.sizes[level] ?? 10.5
            space(level == 1 ? 10 : level == 2 ? 9 : 6)
            // a heading does not stand alone at a page's foot
            if y + size * 1.4 + 40 > PDFCanvas.bottom { newPage() }
            lines([PrintedDocument.Run(text, bold: true)], size: size)
            space(2)
        case .paragraph(let runs):
            lines(runs)
            space(3)
        case .quote(let runs):
            lines(runs, indent: 14, hasBar: true)
            space(4)
        case .item(let runs):
            lines([PrintedDocument.Run("•  ")] + runs, indent: 6)
            space(1)
        case .verbatim(let runs):
            for line in Self.lines(of: runs) { lines(line, size: 8.5, family: .fixed, indent: 4) }
            space(4)
        case .table(let header, let widths, let rows): table(header, widths, rows)
        case .pageBreak: if !isTop { newPage() }
        }
    }

    private mutating func newPage() {
        canvas.nextPage()
        y = PDFCanvas.margin
        isTop = true
    }

    private mutating func space(_ height: Double) {
        if !isTop { y += height }
    }

    private mutating func lines(
        _ runs: [PrintedDocument.Run], size: Double = text, family: PDFCanvas.Family = .text, indent: Double = 0,
        hasBar: Bool = false
    ) {
        let layout = canvas.layout(runs, size: size, family: family, width: PDFCanvas.width - indent)
        for line in 0..<layout.count {
            let height = layout.height(line)
            if y + height > PDFCanvas.bottom { newPage() }
            if hasBar { canvas.bar(x: PDFCanvas.margin + 4, y: y, height: height) }
            layout.draw(line, x: PDFCanvas.margin + indent, y: y)
            y += height
            isTop = false
        }
    }

    private mutating func table(_ header: [String], _ widths: [Double], _ rows: [[PrintedDocument.Run]]) {
        row(header.map { PrintedDocument.Run($0, bold: true) }, widths)
        for cells in rows {
            if row(cells, widths, mayBreak: true) {
                row(header.map { PrintedDocument.Run($0, bold: true) }, widths)
                row(cells, widths)
            }
        }
        space(4)
    }

    /// - Returns: true when a new page was begun instead and nothing was set
    @discardableResult
    private mutating func row(_ cells: [PrintedDocument.Run], _ widths: [Double], mayBreak: Bool = false) -> Bool {
        let layouts = zip(cells, widths).map { cell, width in
            canvas.layout([cell], size: 9, family: .text, width: PDFCanvas.width * width - 8)
        }
        let height = layouts.map { layout in (0..<layout.count).reduce(0) { $0 + layout.height($1) } }.max() ?? 0
        if y + height > PDFCanvas.bottom, !isTop {
            newPage()
            if mayBreak { return true }
        }
        var x = PDFCanvas.margin
        for (layout, width) in zip(layouts, widths) {
            var top = y
            for line in 0..<layout.count {
                layout.draw(line, x: x, y: top)
                top += layout.height(line)
            }
            x += PDFCanvas.width * width
        }
        y += height + 2
        canvas.rule(y: y)
        y += 2
        isTop = false
        return false
    }

    /// Cut at line ends; an empty line keeps its height.
    private static func lines(of runs: [PrintedDocument.Run]) -> [[PrintedDocument.Run]] {
        var lines: [[PrintedDocument.Run]] = [[]]
        for run in runs {
            let parts = run.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (number, part) in parts.enumerated() {
                if number > 0 { lines.append([]) }
                guard !part.isEmpty else { continue }
                lines[lines.count - 1].append(
                    PrintedDocument.Run(
                        String(part), bold: run.bold, italic: run.italic, tone: run.tone, marked: run.marked))
            }
        }
        return lines.map { $0.isEmpty ? [PrintedDocument.Run(" ")] : $0 }
    }
}
