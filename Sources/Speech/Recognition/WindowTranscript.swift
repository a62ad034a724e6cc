/// From what the model gave for a window to segments of the recording: invented words and loops left out, times of the
/// recording, long segments split at sentences, speakers by turns.
struct WindowTranscript {
    /// Seconds between two words behind which a new segment begins.
    private static let pause = 2.0
    /// Seconds from which a segment is split at the end of a sentence, so that a click on it leads near its words.
    private static let long = 12.0

    let window: SpeechWindow
    /// Who speaks as the window begins, and after `segments` as it ends; nil when turns are not heard.
    private(set) var speaker: Speaker?

    init(window: SpeechWindow, speaker: Speaker? = nil) {
        self.window = window
        self.speaker = speaker
    }

    enum Speaker: String {
        case first = "A"
        case second = "B"

        var other: Speaker { self == .first ? .second : .first }
    }

    mutating func segments(_ recognised: [RecognisedSegment]) -> [TranscriptSegment] {
        let spoken = recognised.map { segment -> [RecognisedWord] in
            let words = segment.words
            let text = words.map(\.text).joined(separator: " ")
            let isInvented = InventedWords.isLikely(
                text: text, noSpeech: segment.noSpeech, logProbability: segment.logProbability)
            return isInvented ? [] : words
        }
        // loops run through segments
        let kept = Set(RepeatedWords.kept(spoken.joined().map(\.text)))
        var number = 0
        var clock = Double(window.start) / Double(AudioDecoder.rate)
        var result: [TranscriptSegment] = []
        for (segment, words) in zip(recognised, spoken) {
            let words = words.filter { _ in
                defer { number += 1 }
                return kept.contains(number)
            }
            result += Self.split(words.map { timed($0, &clock) }).map {
                TranscriptSegment(
                    start: $0[0].word.start, end: $0[$0.count - 1].word.end, text: Self.text($0), words: $0.map(\.word),
                    speaker: speaker?.rawValue)
            }
            if segment.turnFollows { speaker = speaker?.other }
        }
        return result
    }

    private typealias Timed = (word: TranscriptWord, bytes: [UInt8])

    /// - Parameter clock: where the word before ended, in seconds; words do not overlap.
    private func timed(_ word: RecognisedWord, _ clock: inout Double) -> Timed {
        let rate = Double(AudioDecoder.rate)
        let last = Double(window.end) / rate
        let start = min(last, max(clock, Double(window.place(of: word.start)) / rate))
        let end = min(last, max(start, Double(window.placeOfEnd(word.end)) / rate))
        clock = end
        return (TranscriptWord(start: start, end: end, text: word.text), word.bytes)
    }

    private static func split(_ words: [Timed]) -> [[Timed]] {
        let isLong = (words.last?.word.end ?? 0) - (words.first?.word.start ?? 0) > long
        var result: [[Timed]] = []
        for word in words {
            if let last = result.last?.last?.word, word.word.start - last.end <= pause,
                !(isLong && endsSentence(last.text))
            {
                result[result.count - 1].append(word)
            } else {
                result.append([word])
            }
        }
        return result
    }

    private static func endsSentence(_ text: String) -> Bool {
        guard let last = text.last(where: { !"\"'”’)]»".contains($0) }) else { return false }
        return ".?!。？！…".contains(last) && !(text.count == 2 && text.last == ".")
    }

    private static func text(_ words: [Timed]) -> String {
        String(decoding: words.flatMap(\.bytes), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
