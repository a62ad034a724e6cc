/// Many phrases, found in one pass over a note.
package struct PhraseSet: Sendable {
    private let ids: [String]
    private let index: PhraseIndex

    package init(_ phrases: [(id: String, phrase: Phrase)]) {
        ids = phrases.map(\.id)
        index = PhraseIndex(phrases.map(\.phrase.program))
    }

    /// Phrases that stand in code, all under the id "": a pattern that cannot be read is a mistake of the program.
    package init(compiling patterns: [String], lexicons: [String: Lexicon] = [:]) {
        self.init(
            patterns.map { pattern in
                do throws(PhraseError) {
                    return ("", try Phrase(pattern, lexicons: lexicons))
                } catch {
                    preconditionFailure("\(error.pattern): \(error.message)")
                }
            })
    }

    /// In order of their beginnings; phrases that begin at the same token in the order in which they were given. A phrase
    /// is found once at each token where it begins.
    /// - Parameter tokens: indexes of tokens that a match lies in; nil for the whole note
    package func matches(in note: NoteText, tokens: Range<Int>? = nil) -> [PhraseMatch] {
        var found: [PhraseMatch] = []
        forEachMatch(in: note, tokens: tokens ?? 0..<note.tokens.count) { number, range, numbers in
            found.append(
                PhraseMatch(id: ids[number], tokens: range, range: note.range(ofTokens: range), numbers: numbers))
        }
        return found
    }

    package func firstMatch(in note: NoteText, tokens: Range<Int>? = nil) -> PhraseMatch? {
        matches(in: note, tokens: tokens).first
    }

    /// In code points instead of tokens.
    package func matches(in note: NoteText, range: Range<Int>) -> [PhraseMatch] {
        matches(in: note, tokens: note.tokens(in: range))
    }

    /// - Parameter body: gets the number of the phrase as given, the tokens of the match and the numbers in it
    func forEachMatch(in note: NoteText, tokens: Range<Int>, _ body: (Int, Range<Int>, [Double]) -> Void) {
        var candidates: [Int] = []
        var matcher = PhraseMatcher(note: note, end: tokens.upperBound)
        for start in tokens where note.tokens[start].kind != .lineBreak {
            matcher.programs(of: index, at: start, candidates: &candidates) { number, end, numbers in
                body(number, start..<end, numbers)
            }
        }
    }
}

package struct PhraseMatch: Sendable, Equatable {
    package let id: String
    /// Indexes of tokens.
    package let tokens: Range<Int>
    /// Code points.
    package let range: Range<Int>
    /// The numbers that `#` stood for, in the order of the text.
    package let numbers: [Double]
}
