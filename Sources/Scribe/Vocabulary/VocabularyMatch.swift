import Language
import Speech

/// One place where the transcript may have misheard a term.
struct VocabularyMatch: Sendable, Equatable {
    /// Seconds from the beginning of the recording.
    let start: Double
    /// As the transcript has it.
    let from: String
    let to: String
    let source: VocabularyTerms.Source
}

/// Finds words that sound like a term and are spelled differently: `keto acid osis` where the handout says `ketoacidosis`.
/// It only offers; nothing is changed by itself, and decoding is not biased.
struct VocabularyMatcher: Sendable {
    /// The most words that one term may have been heard as.
    private static let widest = 4
    /// Sounds of a term that is heard as common words only (`met for men`); fewer would make terms of ordinary speech.
    private static let fewestSounds = 5

    let terms: VocabularyTerms

    func matches(in text: String, words timed: [TranscriptWord], start: Double) -> [VocabularyMatch] {
        let words = Word.words(in: text)
        var found: [VocabularyMatch] = []
        var index = 0
        while index < words.count {
            // the nearest in spelling, so that the word behind a term is left out of it; of equals the widest
            let widths = stride(from: min(Self.widest, words.count - index), through: 1, by: -1)
            let hits = widths.compactMap { width in
                nearest(to: Array(words[index..<index + width]), in: text).map { (width: width, hit: $0) }
            }
            guard let (width, (term, _)) = hits.min(by: { $0.hit.distance < $1.hit.distance }) else {
                index += 1
                continue
            }
            let place = words[index].range.lowerBound..<words[index + width - 1].range.upperBound
            // edited text has other words than were heard; then the segment's own start is all there is
            let second = timed.count == words.count ? timed[index].start : start
            found.append(
                VocabularyMatch(
                    start: second, from: String(text[place]), to: Self.spelled(term.text, like: words[index].text),
                    source: term.source))
            index += width
        }
        return found
    }

    private func nearest(
        to words: [Word], in text: String
    ) -> (term: VocabularyTerms.Term, distance: Int)? {
        let joined = words.map(\.folded).joined()
        guard joined.utf8.count >= VocabularyTerms.shortest - 1, !terms.isWritten(joined) || words.count > 1 else {
            return nil
        }
        if words.count > 1, !isOneBreath(words, in: text) { return nil }
        // a common or written first or last word of several is more likely itself than part of a term
        let areOrdinary = words.allSatisfy { CommonWords.contains($0) || terms.isWritten($0.folded) }
        if words.count == 1, areOrdinary { return nil }
        let key = PhoneticKey.of(joined)
        let candidates = (terms.byKey[key] ?? []).compactMap { term -> (term: VocabularyTerms.Term, distance: Int)? in
            guard !Self.areForms(joined, term.folded) || words.count > 1 else { return nil }
            let length = max(joined.utf8.count, term.folded.utf8.count)
            let limit = areOrdinary ? length / 8 : length * 2 / 5
            if areOrdinary, key.utf8.count < Self.fewestSounds { return nil }
            return EditDistance.between(joined, term.folded, upTo: limit).map { (term, $0) }
        }
        return candidates.min { ($0.distance, $0.term.folded) < ($1.distance, $1.term.folded) }
    }

    /// Words with nothing but blanks or a hyphen between them.
    private func isOneBreath(_ words: [Word], in text: String) -> Bool {
        zip(words, words.dropFirst()).allSatisfy { left, right in
            text[left.range.upperBound..<right.range.lowerBound].allSatisfy { $0 == " " || $0 == "-" }
        }
    }

    /// Singular and plural and the like are no mishearing.
    private static func areForms(_ one: String, _ other: String) -> Bool {
        one == other || PorterStemmer.stem(one) == PorterStemmer.stem(other)
    }

    private static func spelled(_ term: String, like word: Substring) -> String {
        guard word.first?.isUppercase == true, let first = term.first else { return term }
        return first.uppercased() + term.dropFirst()
    }
}
