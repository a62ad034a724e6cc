/// A piece of a word, as the model speaks: some bytes of UTF-8, maybe not whole characters.
struct RecognisedToken: Equatable {
    var bytes: [UInt8]
    /// Samples of the window.
    var start: Int
    var end: Int
    var logProbability: Float
}

/// What the model gave as one segment.
struct RecognisedSegment: Equatable {
    /// Samples of the window.
    var start: Int
    var end: Int
    /// Probability that nobody speaks.
    var noSpeech: Float
    /// Whether another speaker begins behind it.
    var turnFollows: Bool
    var tokens: [RecognisedToken] = []

    /// Mean over the tokens.
    var logProbability: Float {
        tokens.isEmpty ? -.infinity : tokens.reduce(0) { $0 + $1.logProbability } / Float(tokens.count)
    }

    /// Words with the white space before them, so that joined they are the text, in every script.
    var words: [RecognisedWord] {
        var words: [RecognisedWord] = []
        var word: RecognisedWord?
        for token in tokens {
            let beginsWord = token.bytes.first == UInt8(ascii: " ") || word.map { !$0.isSpaced && $0.isWhole } ?? true
            if beginsWord {
                if let word { words.append(word) }
                word = RecognisedWord(bytes: token.bytes, start: token.start, end: token.end)
            } else {
                word?.append(token)
            }
        }
        if let word { words.append(word) }
        return RecognisedWord.joiningPunctuation(words.filter { !$0.text.isEmpty })
    }
}

struct RecognisedWord: Equatable {
    /// UTF-8 with the white space before the word.
    var bytes: [UInt8]
    var start: Int
    var end: Int

    /// Without white space around.
    var text: String {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    mutating func append(_ token: RecognisedToken) {
        bytes += token.bytes
        end = max(end, token.end)
    }

    /// Whether the bytes are whole characters.
    var isWhole: Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// Whether it is of a script that writes spaces between words. Chinese, Japanese, Thai and their neighbours do not:
    /// there each piece stands for itself.
    var isSpaced: Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
            !(0x0E00...0x0EFF ~= $0.value || 0x1000...0x109F ~= $0.value || 0x1780...0x17FF ~= $0.value
                || 0x2E80...0x9FFF ~= $0.value || 0xF900...0xFAFF ~= $0.value || 0xFF00...0xFFEF ~= $0.value)
        }
    }

    /// A mark that stands alone belongs to the word before it.
    static func joiningPunctuation(_ words: [RecognisedWord]) -> [RecognisedWord] {
        words.reduce(into: []) { result, word in
            if !result.isEmpty, word.text.allSatisfy({ $0.isPunctuation || $0.isSymbol }), word.bytes.first != 0x20 {
                result[result.count - 1].bytes += word.bytes
            } else {
                result.append(word)
            }
        }
    }
}
