import Foundation

/// The sentences of passages, each looked at once.
struct SentenceBook: Sendable {
    struct Entry: Sendable {
        /// Index of the passage, and of the sentence in it.
        let passage: Int
        let place: Int
        let text: String
        let words: [Word]
        /// Stems of the content words, in their order.
        let stems: [String]
        let set: Set<String>
        let quality: SentenceQuality

        /// The part of the sentence that these of its words make.
        func part(_ range: Range<Int>) -> Entry {
            let part = Array(words[range])
            let stems = part.filter { !$0.isStop }.map(\.stem)
            return Entry(
                passage: passage, place: place, text: text, words: part, stems: stems,
                set: Set(stems).union(Prohibitions.stems(of: part)),
                quality: quality)
        }

        /// The sentence as a statement that is its own quote.
        var statement: Draft.Statement {
            Draft.Statement(text: text, references: [Draft.Reference(passage: passage + 1, quote: text)])
        }
    }

    let passages: [Passage]
    let entries: [Entry]
    /// In how many sentences a stem stands.
    let frequency: [String: Int]

    init(_ passages: [Passage]) {
        self.passages = passages
        var entries: [Entry] = []
        var frequency: [String: Int] = [:]
        for (number, passage) in passages.enumerated() {
            for (place, range) in Sentences.ranges(in: passage.text).enumerated() {
                let text = String(passage.text[range])
                let words = Phrases.joined(Word.words(in: text))
                let stems = words.filter { !$0.isStop }.map(\.stem)
                let entry = Entry(
                    passage: number, place: place, text: text, words: words, stems: stems,
                    set: Set(stems).union(Prohibitions.stems(of: words)),
                    quality: SentenceQuality(text, words))
                for stem in entry.set { frequency[stem, default: 0] += 1 }
                entries.append(entry)
            }
        }
        self.entries = entries
        self.frequency = frequency
    }

    /// Inverse document frequency over sentences, 0 for a stem that stands in all of them, 1 for one that stands in one.
    func rarity(of stem: String) -> Double {
        let count = Double(max(2, entries.count))
        let found = Double(max(1, frequency[stem] ?? 1))
        return max(0, log(count / found) / log(count))
    }

    /// Sentences that may answer: those, and announcements such as who takes the class of next week.
    var answering: [Int] {
        entries.indices.filter {
            let quality = entries[$0].quality
            return quality.isQuotable
                || quality.isComplete && !quality.isQuestion && !quality.isInstruction && entries[$0].set.count > 2
        }
    }

    /// Sentences that may be quoted by themselves.
    var quotable: [Int] { entries.indices.filter { entries[$0].quality.isQuotable } }
}

/// "Must not be used", "never", "is not given": a denial says what `forbid` and `avoid` say.
enum Prohibitions {
    static func stems(of words: [Word]) -> Set<String> {
        words.contains { Clauses.isNegation($0.folded) } ? meanings : []
    }

    private static let meanings = Set(["forbidden", "avoided"].map { Word.words(in: $0)[0].stem })
}
