import Testing

@testable import Speech

private func segment(_ tokens: [String], from start: Int = 0, turn: Bool = false) -> RecognisedSegment {
    segment(bytes: tokens.map { Array($0.utf8) }, from: start, turn: turn)
}

/// A token for every second.
private func segment(bytes tokens: [[UInt8]], from start: Int = 0, turn: Bool = false) -> RecognisedSegment {
    let rate = AudioDecoder.rate
    return RecognisedSegment(
        start: start * rate, end: (start + tokens.count) * rate, noSpeech: 0, turnFollows: turn,
        tokens: tokens.enumerated().map {
            RecognisedToken(
                bytes: $1, start: (start + $0) * rate, end: (start + $0 + 1) * rate, logProbability: -0.1)
        })
}

struct RecognisedTextTests {
    @Test(arguments: [
        ([" It", " was", " the", " best"], ["It", "was", "the", "best"]),
        ([" epi", "dem", "ic", "s", ",", " not"], ["epidemics,", "not"]),
        ([" don", "'t", " \"", "go", "\"", "."], ["don't", "\"go\"."]),
        (["医", "学", "、", "英", "語"], ["医", "学、", "英", "語"]),
        ([], []),
    ])
    func tokensBecomeWords(_ tokens: [String], _ words: [String]) {
        #expect(segment(tokens).words.map(\.text) == words)
    }

    @Test func aCharacterInTwoTokensIsWhole() {
        #expect(segment(bytes: [[0xE5, 0x8C], [0xBB], [0xE5, 0xAD, 0xA6]]).words.map(\.text) == ["医", "学"])
        #expect(segment(bytes: [[0x20, 0x63, 0x61, 0x66, 0xC3], [0xA9]]).words.map(\.text) == ["café"])
    }

    @Test(arguments: [
        ("I came I saw I won", "I came I saw I won"),
        ("no no no no no", "no no no no no"),
        ("No, no no no no no and on", "No, and on"),
        ("very good very good very good then", "very good very good very good then"),
        ("very good, very good. Very good very good then", "very good, then"),
        ("so the heart so the heart so the heart", "so the heart"),
        ("so the heart so the heart beats", "so the heart so the heart beats"),
        // a last turn that was cut off goes too
        ("a thank you all thank you all thank you all thank you", "a thank you all"),
        ("- - - - - - - -", "- - - - - - - -"),
        ("", ""),
    ])
    func loopsAreCut(_ said: String, _ kept: String) {
        let words = said.split(separator: " ").map(String.init)
        #expect(RepeatedWords.kept(words).map { words[$0] }.joined(separator: " ") == kept)
    }

    @Test(arguments: [
        ("The heart has four chambers.", 0.1, -0.3, false),
        ("The heart has four chambers.", 0.7, -0.3, false),
        ("The heart has four chambers.", 0.7, -0.9, true),
        ("The heart has four chambers.", 0.0, -1.7, true),
        ("Thank you.", 0.1, -0.3, false),
        ("Thank you.", 0.5, -0.3, true),
        ("Thanks for watching!", 0.1, -0.9, true),
        (" ...", 0.0, -0.1, true),
    ])
    func inventedWordsAreKnown(_ text: String, _ noSpeech: Double, _ logProbability: Double, _ isInvented: Bool) {
        let found = InventedWords.isLikely(
            text: text, noSpeech: Float(noSpeech), logProbability: Float(logProbability))
        #expect(found == isInvented)
    }
}

struct WindowTranscriptTests {
    private let rate = AudioDecoder.rate

    private func window(_ pieces: Range<Int>...) -> SpeechWindow {
        SpeechWindow(pieces: pieces.map { $0.lowerBound * rate..<$0.upperBound * rate })
    }

    @Test func timesAreThoseOfTheRecording() {
        var transcript = WindowTranscript(window: window(100..<102, 110..<113))
        let found = transcript.segments([segment([" a", " b", " c", " d", " e"])])
        // the pause that was left out parts the segment
        #expect(found.map(\.text) == ["a b", "c d e"])
        #expect(found.map(\.start) == [100, 110])
        #expect(found.map(\.end) == [102, 113])
        #expect(found.flatMap(\.words).map(\.start) == [100, 101, 110, 111, 112])
    }

    @Test func wordsStayInOrderAndInsideTheWindow() {
        var transcript = WindowTranscript(window: window(0..<3))
        var odd = segment([" a", " b", " c", " d"])
        odd.tokens[1].start = 0
        odd.tokens[2].start = 0
        odd.tokens[2].end = 0
        let words = transcript.segments([odd, segment([" e"], from: 1)]).flatMap(\.words)
        #expect(words.map(\.text) == ["a", "b", "c", "d", "e"])
        #expect(words.allSatisfy { $0.start <= $0.end && $0.end <= 3 })
        #expect(zip(words, words.dropFirst()).allSatisfy { $0.end <= $1.start })
    }

    @Test func longSegmentsPartAtSentences() {
        var transcript = WindowTranscript(window: window(0..<28))
        let long = segment(
            [
                " One", " two", " three", " four.", " Five", " six", " seven", " e.g.", " this", " ten", " more",
                " words?",
            ]
                + [" Yes", "."])
        #expect(
            transcript.segments([long]).map(\.text)
                == ["One two three four.", "Five six seven e.g.", "this ten more words?", "Yes."])
        #expect(transcript.segments([segment([" No.", " Yes."])]).map(\.text) == ["No. Yes."])
    }

    @Test func loopsAcrossSegmentsAreCut() {
        var transcript = WindowTranscript(window: window(0..<28))
        let found = transcript.segments((0..<6).map { segment([" Thank", " you", " all."], from: $0 * 3) })
        #expect(found.map(\.text) == ["Thank you all."])
    }

    @Test func speakersChangeWhereTurnsAreHeard() {
        var transcript = WindowTranscript(window: window(0..<28), speaker: .first)
        let found = transcript.segments([
            segment([" One."]), segment([" Two."], from: 1, turn: true), segment([" Three."], from: 2, turn: true),
            segment([" Four."], from: 3),
        ])
        #expect(found.map(\.speaker) == ["A", "A", "B", "A"])
        #expect(transcript.speaker == .first)
        var deaf = WindowTranscript(window: window(0..<28))
        #expect(
            deaf.segments([segment([" One."], turn: true), segment([" Two."], from: 1)]).map(\.speaker) == [nil, nil])
    }
}
