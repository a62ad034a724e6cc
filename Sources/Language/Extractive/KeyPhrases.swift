import Foundation

/// Runs of content words that name what a text is about, scored by C-value (K. Frantzi, S. Ananiadou and H. Mima, IJDL 3,
/// 2000): long and frequent ones first, less for those that occur mostly inside longer ones.
struct KeyPhrases: Sendable {
    struct Phrase: Sendable, Hashable {
        /// As it stands most often.
        let text: String
        let stems: [String]
        let score: Double
        let count: Int
    }

    static let longest = 3
    let ranked: [Phrase]

    init(_ entries: [SentenceBook.Entry], rarity: (String) -> Double) {
        let nouns = Nouns(entries)
        var counts: [[String]: Int] = [:]
        var forms: [[String]: [String: Int]] = [:]
        for entry in entries {
            for run in Self.runs(of: entry) {
                for length in 1...min(Self.longest, run.count) {
                    for start in 0...(run.count - length) {
                        let words = run[start..<start + length]
                        guard Self.isPhrase(words), length > 1 || nouns.contains(words[start].stem) else { continue }
                        let stems = words.map(\.stem)
                        counts[stems, default: 0] += 1
                        forms[stems, default: [:]][Self.form(words), default: 0] += 1
                    }
                }
            }
        }
        var nested: [[String]: (count: Int, longer: Int)] = [:]
        for (stems, count) in counts where stems.count > 1 {
            for length in 1..<stems.count {
                for start in 0...(stems.count - length) {
                    let inner = Array(stems[start..<start + length])
                    nested[inner, default: (0, 0)].count += count
                    nested[inner, default: (0, 0)].longer += 1
                }
            }
        }
        ranked = counts.compactMap { stems, count -> Phrase? in
            guard count > 1 || stems.count > 1, let forms = forms[stems] else { return nil }
            let within = nested[stems].map { Double($0.count) / Double($0.longer) } ?? 0
            let weight = stems.map(rarity).reduce(0, +) / Double(stems.count)
            let score = log2(1 + Double(stems.count)) * (Double(count) - within) * weight
            let best = forms.max { ($0.value, $1.key) < ($1.value, $0.key) }
            return best.map { Phrase(text: $0.key, stems: stems, score: score, count: count) }
        }.sorted { ($1.score, $0.text) < ($0.score, $1.text) }
    }

    /// Content words that follow each other without a stop word or punctuation between.
    private static func runs(of entry: SentenceBook.Entry) -> [[Word]] {
        var runs: [[Word]] = []
        var start = 0
        for index in 0...entry.words.count {
            let isEnd = index == entry.words.count || !isPart(entry.words[index])
            let isGap = !isEnd && index > start && !touches(entry.words[index - 1], entry.words[index], in: entry.text)
            guard isEnd || isGap else { continue }
            if index > start { runs.append(Array(entry.words[start..<index])) }
            start = isEnd ? index + 1 : index
        }
        return runs
    }

    private static func isPart(_ word: Word) -> Bool { !word.isStop && Quantities.value(of: word.folded) == nil }

    private static func touches(_ left: Word, _ right: Word, in text: String) -> Bool {
        text[left.range.upperBound..<right.range.lowerBound].allSatisfy { $0 == " " || $0 == "-" || $0 == "\n" }
    }

    /// A phrase ends in a word that is no adverb or vague verb, and has none of those alone.
    private static func isPhrase(_ words: ArraySlice<Word>) -> Bool {
        guard let first = words.first, let last = words.last, last.folded.utf8.count > 2 else { return false }
        return !VagueWords.contains(last.stem) && !VagueWords.contains(first.stem)
            && !last.folded.hasSuffix("ly") && !first.folded.hasSuffix("ly")
    }

    /// Lower case but for names and abbreviations inside a sentence.
    private static func form(_ words: ArraySlice<Word>) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        let text = first.text.base[first.range.lowerBound..<last.range.upperBound]
        let capitals = first.text.unicodeScalars.count { $0.properties.isUppercase }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return capitals == 1 && first.text.first?.isUppercase == true
            && first.range.lowerBound == first.text.base.startIndex
            ? line.prefix(1).lowercased() + line.dropFirst() : line
    }
}
