import Foundation

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
    private let keepsLines: Bool
    private var isNewLine = false

    init(budget: ExtractionBudget, minimumConfidence: Double = 0, keepsLines: Bool = false) {
        self.budget = budget
        self.keepsLines = keepsLines
        self.minimumConfidence = minimumConfidence
    }

    mutating func add(_ bytes: [UInt8]) throws {
        pending += bytes
        let rows = pending
        var start = 0
        try rows.withUnsafeBytes { rows in
            while let end = Self.find(10, in: rows, from: start) {
                try row(UnsafeRawBufferPointer(rebasing: rows[start..<end]))
                start = end + 1
            }
        }
        pending.removeFirst(start)
        guard pending.count <= 1 << 20 else { throw DocumentError.tooLarge(what: "it holds a word of a megabyte") }
    }

    private static func find(_ byte: Int32, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count,
            let place = memchr(base + start, byte, bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(place) - base
    }

    /// All pages, once the last piece was added.
    mutating func finish() throws -> [Page] {
        if !pending.isEmpty { try add([10]) }
        try closeBlock()
        return pages
    }

    /// Eleven tabs; the last column is text.
    private mutating func row(_ bytes: UnsafeRawBufferPointer) throws {
        try budget.step()
        var starts = [0]
        while starts.count < 12, let tab = Self.find(9, in: bytes, from: starts[starts.count - 1]) {
            starts.append(tab + 1)
        }
        guard starts.count == 12 else { return }
        func number(_ column: Int) -> Double? { Self.number(bytes[starts[column]..<starts[column + 1] - 1]) }
        guard let level = number(0) else { return }  // the headline
        if level <= 3 { try closeBlock() }
        if level == 4 { isNewLine = true }
        guard level == 1 || level == 5, let x = number(6), let y = number(7), let width = number(8),
            let height = number(9)
        else { return }
        if level == 1 {
            guard let page = number(1) else { return }
            pages.append(Page(number: Int(page), width: width, height: height))
        } else if let confidence = number(10), confidence >= minimumConfidence, !pages.isEmpty {
            let word = String(decoding: bytes[starts[11]...], as: UTF8.self).trimmed
            guard !word.isEmpty else { return }
            text += text.isEmpty ? word : (keepsLines && isNewLine ? "\n" : " ") + word
            isNewLine = false
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

    /// A decimal number as both tools write it, `-1` and `96.575470`; nil for anything else and beyond a thousand million.
    private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Double? {
        var digits = 0.0
        var scale = 1.0
        var isFraction = false
        let isNegative = bytes.first == UInt8(ascii: "-")
        for byte in isNegative ? bytes.dropFirst() : bytes {
            if byte == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else {
                guard byte >= 48, byte <= 57 else { return nil }
                digits = digits * 10 + Double(byte - 48)
                if isFraction { scale *= 10 }
            }
        }
        guard !bytes.isEmpty, digits / scale < 1e9, scale < 1e15 else { return nil }
        return isNegative ? -digits / scale : digits / scale
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
