import Kernel
import Language
import Testing

/// Whatever is done to a quote, it does not pass unless its words still stand in the passage.
@Suite struct QuoteMutationTests {
    @Test func mutatedQuotesAreRejected() throws {
        let passages = try Lecture.named("dka").passages + Lecture.named("dysphagia").passages
        var random = SeededRandom(seed: 2026)
        var tried = 0
        for _ in 0..<500 {
            let passage = random.one(of: passages)
            let quote = random.one(of: Sentences.split(passage.text))
            let mutated = Self.mutate(quote, &random)
            // what still stands there is no mutation: one word less at an end, a letter for itself
            guard !Self.squeezed(passage.text).contains(Self.squeezed(mutated)) else { continue }
            tried += 1
            #expect(QuoteMatcher.range(of: mutated, in: passage.text) == nil, "\(quote) → \(mutated)")
            #expect(QuoteMatcher.range(of: quote, in: passage.text) != nil)
        }
        #expect(tried > 300)
    }

    /// Only what the rule allows to differ is made equal here, by other means than the matcher's.
    private static func squeezed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("’", with: "'")
    }

    private static func mutate(_ quote: String, _ random: inout SeededRandom) -> String {
        var words = quote.split(separator: " ").map(String.init)
        let place = random.number(0...(words.count - 1))
        switch random.number(0...7) {
        case 0: words.remove(at: place)
        case 1: words.insert(random.one(of: ["not", "never", "5", "always", "the"]), at: place)
        case 2: words.swapAt(place, random.number(0...(words.count - 1)))
        case 3: words[place] = String(words[place].reversed())
        case 4:
            var letters = Array(words[place].unicodeScalars)
            letters[random.number(0...(letters.count - 1))] = random.one(of: ["x", "0", "а", "е", "ѕ", "\u{200B}"])
            words[place] = String(String.UnicodeScalarView(letters))
        case 5: words[place] = words[place].uppercased()
        case 6: words[place] += "\u{AD}"
        default: words.insert("…", at: place)
        }
        return words.joined(separator: " ")
    }
}
