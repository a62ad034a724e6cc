/// A word, a number, a sign or a line's end.
package struct Token: Sendable {
    package enum Kind: Sendable {
        /// Letters, with apostrophes inside (`O'Brien`, `pt's`); hyphens and slashes part words.
        case word
        /// Digits only, with one decimal point or thousands commas inside: `12`, `2.5`, `1,050`.
        case number
        /// One sign: `/`, `-`, `(`, `%`, `±`.
        case symbol
        case lineBreak
    }

    package enum Shape: Sendable {
        case lower, capitalised, upper, mixed, none
    }

    package let range: Range<Int>
    package let kind: Kind
    package let shape: Shape
    /// Lower case, without diacritics, with a straight apostrophe; a line's end is "\n".
    package let key: String

    package var isWord: Bool { kind == .word }
    package var isNumber: Bool { kind == .number }
    /// True when nothing stands between this token and the next: `5` and `x` of `5x`.
    package func touches(_ next: Token) -> Bool { range.upperBound == next.range.lowerBound }
    /// Of a number: `1,050` is 1050.
    package var value: Double? {
        guard kind == .number else { return nil }
        if key.utf8.count <= 15, key.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            return Double(key.utf8.reduce(0) { $0 * 10 + Int($1 - 0x30) })
        }
        return Double(key.filter { $0 != "," })
    }
    package func isSymbol(_ sign: String) -> Bool { kind == .symbol && key == sign }
}
