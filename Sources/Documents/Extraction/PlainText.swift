import Kernel

/// TXT and Markdown in UTF-8, UTF-16 or Windows-1252: paragraphs between blank lines, as they stand.
enum PlainText {
    static func extract(_ bytes: [UInt8], kind: DocumentKind, _ limit: ExtractionBudget) throws -> ExtractedText {
        var budget = limit
        let decoded = TextEncoding.detect(bytes)
        var blocks: [TextBlock] = []
        var lines: [Substring] = []
        func finish() throws {
            guard !lines.isEmpty else { return }
            let text = lines.joined(separator: "\n")
            lines = []
            try budget.spend(text)
            blocks.append(TextBlock(.paragraph, text))
        }
        for line in String(decoding: decoded.utf8, as: UTF8.self).split(
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
