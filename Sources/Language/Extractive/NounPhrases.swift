/// What sentences speak of, said once or often: runs of content words between an article and the next small word or comma, as
/// in "the kidney function is checked". Texts that are too short to repeat themselves have nothing else to go by.
enum NounPhrases {
    struct Phrase: Sendable {
        let text: String
        let stems: [String]
        let entry: Int
    }

    /// Those of two or three words first, each once, in the order of the sentences.
    static func all(in indices: [Int], of book: SentenceBook) -> [Phrase] {
        var seen: Set<[String]> = []
        let found = indices.flatMap { index in phrases(of: book.entries[index], index) }
            .filter { seen.insert($0.stems).inserted }
        return found.filter { $0.stems.count > 1 } + found.filter { $0.stems.count == 1 }
    }

    private static func phrases(of entry: SentenceBook.Entry, _ index: Int) -> [Phrase] {
        let words = entry.words
        // behind an article, and at the beginning of a sentence
        let starts = [0] + words.indices.filter { articles.contains(words[$0].folded) }.map { $0 + 1 }
        return starts.compactMap { start in
            var end = start
            while end < words.count, isPart(words[end]), end == start || isNext(end, in: entry) { end += 1 }
            let run = words[start..<end]
            guard (1...3).contains(run.count), end < words.count || start > 0, let first = run.first,
                let last = run.last,
                !VagueWords.contains(first.stem), !isDegree(first), last.folded.utf8.count > 3, !isVerb(last)
            else { return nil }
            let text = entry.text[first.range.lowerBound..<last.range.upperBound]
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            // a capital of the sentence, not of the word
            let isSentenceCase = start == 0 && first.text.unicodeScalars.count { $0.properties.isUppercase } == 1
            return Phrase(
                text: isSentenceCase ? text.prefix(1).lowercased() + text.dropFirst() : text, stems: run.map(\.stem),
                entry: index)
        }
    }

    private static func isPart(_ word: Word) -> Bool { !word.isStop && Quantities.value(of: word.folded) == nil }

    /// Whether nothing but a blank or a hyphen stands before the word.
    private static func isNext(_ index: Int, in entry: SentenceBook.Entry) -> Bool {
        let gap = entry.text[entry.words[index - 1].range.upperBound..<entry.words[index].range.lowerBound]
        return gap.allSatisfy { $0 == " " || $0 == "-" || $0 == "\n" }
    }

    private static func isVerb(_ word: Word) -> Bool {
        word.folded.hasSuffix("ed") || word.folded.hasSuffix("ly")
            || Opposites.senses(of: word).contains(where: \.isAct) && word.folded.hasSuffix("s")
    }

    /// "the first dose", "the lowest grade" name nothing.
    private static func isDegree(_ word: Word) -> Bool {
        Superlatives.occur(in: [word])
            || ["first", "second", "third", "next", "whole", "same", "new"].contains(word.folded)
    }

    private static let articles: Set<String> = ["the", "a", "an", "of", "this", "these", "every", "each"]
}
