/// Cuts a text into sentences without changing a character.
package enum Sentences {
    /// Words after which a sentence without an end is cut at the next pause or line; recognisers without punctuation need it.
    static let longest = 60

    /// The ranges of the sentences, blanks around them left out. A full stop after an abbreviation, an initial or inside a
    /// number ends nothing; an empty line does, and so does a line that reads like a heading or an item of a list.
    package static func ranges(in text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var start = text.startIndex
        var index = text.startIndex
        func close(at end: String.Index) {
            if let range = trimmed(start..<end, in: text) { ranges.append(range) }
            start = end
        }
        while index < text.endIndex {
            let next = text.index(after: index)
            switch text[index] {
            case ".", "!", "?", "…", "。", "！", "？":
                let end = afterClosers(next, in: text)
                if endsSentence(at: index, end: end, start: start, in: text) {
                    close(at: end)
                    index = end
                    continue
                }
            case "\n", "\r\n", "\r", "\u{2028}", "\u{2029}":
                if breaksLine(at: index, start: start, in: text) { close(at: next) }
            default: break
            }
            index = next
        }
        close(at: text.endIndex)
        return ranges
    }

    package static func split(_ text: String) -> [String] { ranges(in: text).map { String(text[$0]) } }

    private static func endsSentence(
        at index: String.Index, end: String.Index, start: String.Index, in text: String
    ) -> Bool {
        if "。！？".contains(text[index]) { return true }
        guard end < text.endIndex else { return true }
        guard text[end].isWhitespace else { return false }
        guard let following = text[end...].first(where: { !$0.isWhitespace }) else { return true }
        if text[index] == "!" || text[index] == "?" { return !following.isLowercase }
        if following.isLowercase { return false }
        let word = text[start..<index].reversed().prefix { $0.isLetter || $0 == "." }
        let last = String(word.reversed()).lowercased()
        if last.count == 1, last != "i", text[text.index(before: index)].isUppercase { return false }
        return !abbreviations.contains(last)
    }

    private static let abbreviations: Set<String> = [
        "dr", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "eg", "ie", "cf", "fig", "approx", "al", "no", "vol",
        "dept", "ca", "resp", "p", "pp",
    ]

    /// A line ends a sentence when it is followed by an empty one or a list item, and when neither it nor its end looks as
    /// if it went on. A line that a PDF has wrapped is long, and its continuation mostly begins in lower case.
    private static func breaksLine(at index: String.Index, start: String.Index, in text: String) -> Bool {
        let rest = text[text.index(after: index)...]
        guard let following = rest.first(where: { !$0.isWhitespace || $0.isNewline }) else { return true }
        if following.isNewline || "-•*–".contains(following) { return true }
        if following.isLowercase { return false }
        let line = text[start..<index].suffix(while: { !$0.isNewline })
        if let last = line.last(where: { !$0.isWhitespace }), last == "," || last == "-" { return false }
        return line.count < 60
    }

    private static func afterClosers(_ index: String.Index, in text: String) -> String.Index {
        var index = index
        while index < text.endIndex, "\"'”’)]".contains(text[index]) || "!?.".contains(text[index]) {
            index = text.index(after: index)
        }
        return index
    }

    private static func trimmed(_ range: Range<String.Index>, in text: String) -> Range<String.Index>? {
        guard let first = text[range].firstIndex(where: { !$0.isWhitespace }),
            let last = text[range].lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return first..<text.index(after: last)
    }
}

extension Substring {
    /// The longest end whose characters all fit.
    fileprivate func suffix(while fits: (Character) -> Bool) -> Substring {
        var start = endIndex
        while start > startIndex {
            let before = index(before: start)
            guard fits(self[before]) else { break }
            start = before
        }
        return self[start...]
    }
}
