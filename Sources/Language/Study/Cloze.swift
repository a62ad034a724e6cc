import Foundation

/// A sentence with one thing left out.
struct Cloze: Sendable {
    enum Kind: Sendable, Hashable {
        case term
        /// With the unit that follows, so that the wrong numbers are of the same kind.
        case number(unit: String?)
    }

    static let gap = "_____"

    let entry: Int
    let text: String
    let answer: String
    let kind: Kind

    /// The sentence with every place of a term left out; nil when it does not have the term, or nothing else would be left.
    static func blanked(_ term: String, in sentence: String) -> (text: String, answer: String)? {
        let wanted = Word.words(in: term).map(\.stem)
        let words = Word.words(in: sentence)
        guard !wanted.isEmpty, words.count >= wanted.count + 4 else { return nil }
        var result = ""
        var position = sentence.startIndex
        var index = 0
        var answer: String?
        while index + wanted.count <= words.count {
            let run = words[index..<index + wanted.count]
            if run.map(\.stem) == wanted, let first = run.first, let last = run.last {
                result += sentence[position..<first.range.lowerBound] + gap
                position = last.range.upperBound
                index += wanted.count
                answer = answer ?? String(sentence[first.range.lowerBound..<last.range.upperBound])
            } else {
                index += 1
            }
        }
        return answer.map { (result + sentence[position...], $0) }
    }

    /// Whether what is left of a sentence has a word of what is left out, or one derived from it.
    static func isGivenAway(_ answer: String, in text: String) -> Bool {
        let wanted = Word.words(in: answer).filter { !$0.isStop }.map(\.stem)
        return Word.words(in: text).filter { !$0.isStop }.contains { word in
            wanted.contains {
                $0 == word.stem || Thesaurus.areRelated($0, word.stem)
                    || $0.utf8.count > 4 && word.stem.utf8.count > 4 && $0.commonPrefix(with: word.stem).utf8.count > 5
            }
        }
    }

    /// Whether the gap stands behind `a` or `an`, which tells how the word begins.
    static func article(before text: String) -> String? {
        guard let gap = text.range(of: gap) else { return nil }
        let before = text[..<gap.lowerBound].split(separator: " ").last?.lowercased()
        return before.flatMap { ["a", "an"].contains($0) ? $0 : nil }
    }

    /// The sentence without one of its words.
    static func without(_ word: Word, of entry: Int, _ sentence: String, kind: Kind) -> Cloze {
        Cloze(
            entry: entry, text: sentence[..<word.range.lowerBound] + gap + sentence[word.range.upperBound...],
            answer: String(word.text), kind: kind)
    }
}
