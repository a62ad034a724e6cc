import Foundation

/// A word of a text: a run of letters and digits. Apostrophes inside words (`don't`) and points and commas inside numbers
/// (`5.5`, `1,000`) belong to it; a hyphen ends it.
package struct Word: Sendable, Hashable {
    /// As it stands.
    package let text: Substring
    /// Without case and diacritics, apostrophes straight.
    package let folded: String

    package var range: Range<String.Index> { text.startIndex..<text.endIndex }

    package var hasDigit: Bool { folded.utf8.contains { (0x30...0x39).contains($0) } }

    /// The words of a text in their order.
    package static func words(in text: String) -> [Word] {
        var words: [Word] = []
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            guard isPart(scalars[index]) else {
                index = scalars.index(after: index)
                continue
            }
            let start = index
            while index < scalars.endIndex {
                if isPart(scalars[index]) {
                    index = scalars.index(after: index)
                } else if joins(index, in: scalars) {
                    index = scalars.index(after: index)
                } else {
                    break
                }
            }
            words.append(Word(text: text[start..<index], folded: fold(text[start..<index])))
        }
        return words
    }

    /// Case and diacritics folded (NFKD without marks), typographic apostrophes made straight.
    package static func fold(_ text: Substring) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        return String(text).replacingOccurrences(of: "\u{2019}", with: "'")
            .folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
            default: return false
            }
        }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil
            || properties.generalCategory == .nonspacingMark
    }

    /// An apostrophe between letters, a point or comma between digits.
    private static func joins(_ index: String.Index, in scalars: String.UnicodeScalarView) -> Bool {
        let after = scalars.index(after: index)
        guard index > scalars.startIndex, after < scalars.endIndex else { return false }
        let before = scalars[scalars.index(before: index)]
        switch scalars[index] {
        case "'", "\u{2019}": return before.properties.isAlphabetic && scalars[after].properties.isAlphabetic
        case ".", ",": return before.properties.numericType != nil && scalars[after].properties.numericType != nil
        default: return false
        }
    }
}
