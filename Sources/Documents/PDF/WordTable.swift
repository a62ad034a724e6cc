/// Reads the tab-separated words that `pdftotext -tsv` and `tesseract … tsv` write, piece by piece, into pages of
/// blocks. Both give one row per page, block, line and word; columns: level, page, three or four numbers, left, top,
/// width, height, confidence, text. poppler's blocks are level 3 and tesseract's 2 and 3.
struct WordTable {
    struct Page {
        let number: Int
        /// In the unit of the boxes.
        let width: Double
        let height: Double
        var blocks: [TextBlock] = []

        var letters: Int { blocks.reduce(0) { $0 + $1.text.count { !$0.isWhitespace } } }
    }

    private(set) var pages: [Page] = []
    private var budget: ExtractionBudget
    /// Words with less confidence (0…100) are guesses about specks and left out.
    private let minimumConfidence: Double
    private var pending: [UInt8] = []
    private var text = ""
    private var box: TextBox?

    init(budget: ExtractionBudget, minimumConfidence: Double = 0) {
        self.budget = budget
        self.minimumConfidence = minimumConfidence
    }

    mutating func add(_ bytes: [UInt8]) throws {
        var start = 0
        while let end = bytes[start...].firstIndex(of: 10) {
            pending += bytes[start..<end]
            try row()
            pending.removeAll(keepingCapacity: true)
            start = end + 1
        }
        pending += bytes[start...]
        guard pending.count <= 1 << 20 else { throw DocumentError.tooLarge(what: "it holds a word of a megabyte") }
    }

    /// All pages, once the last piece was added.
    mutating func finish() throws -> [Page] {
        if !pending.isEmpty { try row() }
        pending = []
        try closeBlock()
        return pages
    }

    private mutating func row() throws {
        try budget.step()
        let columns = pending.split(separator: 9, maxSplits: 11, omittingEmptySubsequences: false)
        guard columns.count == 12, let level = number(columns[0]).map({ Int($0) }) else { return }  // the headline
        if level <= 3 { try closeBlock() }
        guard level == 1 || level == 5, let x = number(columns[6]), let y = number(columns[7]),
            let width = number(columns[8]), let height = number(columns[9])
        else { return }
        if level == 1 {
            guard let page = number(columns[1]) else { return }
            pages.append(Page(number: Int(page), width: width, height: height))
        } else if let confidence = number(columns[10]), confidence >= minimumConfidence, !pages.isEmpty {
            let word = String(decoding: columns[11], as: UTF8.self).trimmed
            guard !word.isEmpty else { return }
            text += text.isEmpty ? word : " " + word
            box = box.map { $0.union(x, y, width, height) } ?? TextBox(x: x, y: y, width: width, height: height)
        }
    }

    private mutating func closeBlock() throws {
        guard !text.isEmpty, !pages.isEmpty else { return }
        try budget.spend(text)
        pages[pages.count - 1].blocks.append(TextBlock(.paragraph, text, box: box))
        text = ""
        box = nil
    }

    private func number(_ bytes: ArraySlice<UInt8>) -> Double? {
        guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite, abs(value) < 1e9 else {
            return nil
        }
        return value
    }
}

extension TextBox {
    fileprivate func union(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> TextBox {
        let left = min(self.x, x)
        let top = min(self.y, y)
        return TextBox(
            x: left, y: top, width: max(self.x + self.width, x + width) - left,
            height: max(self.y + self.height, y + height) - top)
    }

    func scaled(by factor: Double) -> TextBox {
        func round(_ value: Double) -> Double { (value * factor * 100).rounded() / 100 }
        return TextBox(x: round(x), y: round(y), width: round(width), height: round(height))
    }
}
