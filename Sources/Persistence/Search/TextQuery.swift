/// What somebody typed into a search box. Every text is a query: words that must all occur, `"phrases"` whose words must
/// follow each other, `beginnings*`. There are no operators; `AND`, `-` and brackets mean nothing. A word that folds to
/// several, as `well-being` or a run of Chinese characters, is a phrase of them.
package struct TextQuery: Hashable, Sendable {
    struct Clause: Hashable, Sendable {
        let terms: [String]
        /// Whether the last term is the beginning of a word.
        let isPrefix: Bool
    }

    /// Longer queries are cut: no more than this many words are looked for.
    package static let longest = 32

    let clauses: [Clause]

    /// Whether there is nothing to look for.
    package var isEmpty: Bool { clauses.isEmpty }

    package init(_ text: String) {
        var clauses: [Clause] = []
        var room = Self.longest
        func add(_ part: Substring) {
            let terms = TextToken.all(of: String(part)).prefix(room).map(\.text)
            guard !terms.isEmpty else { return }
            let clause = Clause(terms: terms, isPrefix: part.last == "*")
            guard !clauses.contains(clause) else { return }
            clauses.append(clause)
            room -= terms.count
        }
        let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
        let parts = text.prefix(20_000).split(omittingEmptySubsequences: false, whereSeparator: quotes.contains)
        for (number, part) in parts.enumerated() {
            // every second part stands between quotes; a missing quote at the end is forgiven
            if number.isMultiple(of: 2) {
                part.split(whereSeparator: \.isWhitespace).forEach(add)
            } else {
                add(part)
            }
        }
        self.clauses = clauses
    }
}

extension TextQuery.Clause {
    /// Where it stands in a text, as ranges of token numbers, in order and not overlapping.
    func places(in tokens: [TextToken]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var index = 0
        while index + terms.count <= tokens.count {
            if matches(tokens, at: index) {
                places.append(index..<index + terms.count)
                index += terms.count
            } else {
                index += 1
            }
        }
        return places
    }

    private func matches(_ tokens: [TextToken], at index: Int) -> Bool {
        for (offset, term) in terms.enumerated() {
            let text = tokens[index + offset].text
            let isBeginning = isPrefix && offset == terms.count - 1
            guard isBeginning ? text.hasPrefix(term) : text == term else { return false }
        }
        return true
    }
}
