/// Turns probabilities of speech, one for each frame of 512 samples, into spans of speech, as Silero's own reader does
/// (get_speech_timestamps): speech begins at the threshold and ends when it stays below a lower one for a while.
///
/// Spans are ordered, do not overlap, lie inside what was heard, and none is longer than `longest`: one that would be is
/// cut at its least certain frame.
struct VoiceSpans {
    /// Samples of 16 kHz.
    static let frame = 512
    static let threshold: Float = 0.5
    static let lowerThreshold: Float = 0.35
    /// Frames of quiet that end a span: 128 ms. Shorter spans fill windows better.
    static let quietFrames = 4
    /// Frames of speech that a span must have: 256 ms, else it is a click.
    static let leastFrames = 8
    /// Frames before and behind a span that belong to it: soft beginnings and ends, 224 ms.
    static let padding = 7

    /// Frames.
    let longest: Int

    private var heard = 0
    /// First frame of the span that is being heard.
    private var start: Int?
    /// The frame at which quiet began inside it.
    private var quiet: Int?
    /// Whether it goes on from one that was cut for its length.
    private var isContinued = false
    /// Probabilities since `start`.
    private var probabilities: [Float] = []
    /// The last span with its padding: the end may still move by the padding until the next one begins.
    private var waiting: Range<Int>?
    private var lastEnd = 0

    init(longest: Int) {
        self.longest = longest
    }

    /// Samples before this one cannot become part of a span any more.
    var settled: Int {
        let frame = waiting?.lowerBound ?? start.map { max(lastEnd, $0 - Self.padding) } ?? heard - Self.padding
        return max(lastEnd, frame) * Self.frame
    }

    /// - Returns: spans in samples that are certain by now.
    mutating func take(_ probability: Float) -> [Range<Int>] {
        var result: [Range<Int>] = []
        let index = heard
        heard += 1
        if let start {
            probabilities.append(probability)
            if probability >= Self.threshold {
                quiet = nil
            } else if probability < Self.lowerThreshold {
                quiet = quiet ?? index
                if index - quiet! + 1 >= Self.quietFrames { result += close(at: quiet!) }
            }
            // the paddings count towards the length
            if self.start != nil, heard - start + 2 * Self.padding >= longest { result += cut() }
        } else if probability >= Self.threshold {
            start = index
            isContinued = false
            probabilities = [probability]
        } else if let waiting, heard >= waiting.upperBound {
            result += settle()
        }
        return result
    }

    mutating func finish() -> [Range<Int>] {
        var result: [Range<Int>] = []
        if start != nil { result += close(at: quiet ?? heard) }
        return result + settle()
    }

    private mutating func close(at end: Int) -> [Range<Int>] {
        guard let start else { return [] }
        self.start = nil
        quiet = nil
        return end - start >= (isContinued ? 1 : Self.leastFrames) ? add(start..<end) : []
    }

    /// Speech without a pause: what lies before the least certain frame of the second half is a span of its own.
    private mutating func cut() -> [Range<Int>] {
        guard let start else { return [] }
        let half = probabilities.count / 2
        let place = probabilities.indices.dropFirst(max(1, half)).min { probabilities[$0] < probabilities[$1] } ?? half
        let result = add(start..<start + place, paddedEnd: false)
        self.start = start + place
        isContinued = true
        quiet = quiet.map { max($0, start + place) }
        probabilities.removeFirst(place)
        return result
    }

    private mutating func add(_ span: Range<Int>, paddedEnd: Bool = true) -> [Range<Int>] {
        let before = settle(before: span.lowerBound)
        let lower = max(lastEnd, span.lowerBound - Self.padding)
        waiting = lower..<(span.upperBound + (paddedEnd ? Self.padding : 0))
        return before + (paddedEnd ? [] : settle())
    }

    /// Gives the waiting span out; where the next one is near, the quiet between is halved.
    private mutating func settle(before next: Int? = nil) -> [Range<Int>] {
        guard let span = waiting else { return [] }
        waiting = nil
        var end = min(span.upperBound, heard)
        if let next, end > next - Self.padding {
            let speechEnd = span.upperBound - Self.padding
            end = max(speechEnd, min(end, (speechEnd + next + 1) / 2))
        }
        lastEnd = end
        return [span.lowerBound * Self.frame..<end * Self.frame]
    }
}
