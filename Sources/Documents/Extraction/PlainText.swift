import Kernel

/// TXT and Markdown in UTF-8, UTF-16 or Windows-1252: paragraphs between blank lines, as they stand.
enum PlainText {
    static func extract(_ bytes: [UInt8], kind: DocumentKind, limits: ExtractionLimits) throws -> ExtractedText {
        guard bytes.count <= limits.textBytes * 2 else {
            throw DocumentError.tooLarge(what: "it holds more text than can be read")
        }
        var budget = ExtractionBudget(limits)
        let decoded = TextEncoding.detect(bytes)
        // XML 1.0's set of characters: what else a text holds could not be stored or sent on
        let utf8 = decoded.utf8.filter { $0 >= 32 || $0 == 9 || $0 == 10 || $0 == 13 }
        var blocks: [TextBlock] = []
        var lines: [Substring] = []
        func finish() throws {
            guard !lines.isEmpty else { return }
            let text = lines.joined(separator: "\n")
            lines = []
            try budget.spend(text)
            blocks.append(TextBlock(.paragraph, text))
        }
        for line in String(decoding: utf8, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        {
            try budget.step()
            if line.allSatisfy(\.isWhitespace) {
                try finish()
            } else if kind == .markdown, isHeading(line) {
                try finish()
                try budget.spend(String(line))
                blocks.append(TextBlock(.heading, String(line)))
            } else {
                lines.append(line)
            }
        }
        try finish()
        return ExtractedText(kind: kind, pages: [ExtractedPage(number: 1, blocks: blocks)])
    }

    /// An ATX heading: one to six `#` and a blank (CommonMark 4.2).
    private static func isHeading(_ line: Substring) -> Bool {
        let marks = line.prefix { $0 == "#" }.count
        return (1...6).contains(marks) && line.dropFirst(marks).first == " "
    }
}
