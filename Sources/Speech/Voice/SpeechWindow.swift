/// What is recognised in one go: pieces of a recording, in samples, ordered and apart. Long pauses between them are left
/// out, so that what the recogniser hears is dense with speech.
struct SpeechWindow: Equatable {
    var pieces: [Range<Int>]

    /// Samples that the recogniser hears.
    var count: Int { pieces.reduce(0) { $0 + $1.count } }
    var start: Int { pieces.first?.lowerBound ?? 0 }
    var end: Int { pieces.last?.upperBound ?? 0 }

    /// The place in the recording of a place in the window; places behind the end are the end.
    func place(of sample: Int) -> Int {
        var rest = max(0, sample)
        for piece in pieces {
            if rest < piece.count { return piece.lowerBound + rest }
            rest -= piece.count
        }
        return end
    }

    /// The place in the recording behind the last sample before `sample`: where something ends that ends there.
    func placeOfEnd(_ sample: Int) -> Int {
        sample > 0 ? min(end, place(of: sample - 1) + 1) : start
    }
}

/// Joins spans of speech to windows. Every sample of every span is in exactly one window; windows are ordered and do not
/// overlap, and none is longer than `longest`.
struct WindowPlanner {
    /// All in samples.
    struct Limits {
        /// Whisper hears 30 s at a time; the rest is room for its own rounding.
        var longest = 28 * AudioDecoder.rate
        /// A pause keeps at most this much at each of its ends.
        var edge = AudioDecoder.rate / 2
        /// A pause that ends a window.
        var pause = 8 * AudioDecoder.rate
        /// From the first to the last sample of a window, left-out pauses included: how much a crash can lose.
        var spread = 60 * AudioDecoder.rate
        /// A full window ends at the longest pause in this much of its end, which is likely the end of a sentence.
        var lookBack = 6 * AudioDecoder.rate
    }

    let limits: Limits
    private var spans: [Range<Int>] = []

    init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Where the window that is being filled begins.
    var start: Int? { spans.first?.lowerBound }

    /// - Parameter span: behind every earlier one, at most `longest` long.
    mutating func take(_ span: Range<Int>) -> [SpeechWindow] {
        var windows: [SpeechWindow] = []
        if let last = spans.last, let first = spans.first {
            if span.lowerBound - last.upperBound > limits.pause || span.upperBound - first.lowerBound > limits.spread {
                windows += finish()
            } else if window(spans + [span]).count > limits.longest {
                windows += [closeAtPause(before: span)]
                if !spans.isEmpty, window(spans + [span]).count > limits.longest { windows += finish() }
            }
        }
        spans.append(span)
        return windows
    }

    /// Tells that no span begins before `sample` any more.
    mutating func pass(_ sample: Int) -> [SpeechWindow] {
        guard let last = spans.last, sample - last.upperBound > limits.pause else { return [] }
        return finish()
    }

    mutating func finish() -> [SpeechWindow] {
        guard !spans.isEmpty else { return [] }
        defer { spans = [] }
        return [window(spans)]
    }

    /// Ends the window at the longest pause near its end; what lies behind it begins the next one.
    private mutating func closeAtPause(before next: Range<Int>) -> SpeechWindow {
        var best = spans.count
        var longest = next.lowerBound - spans[spans.count - 1].upperBound
        for index in spans.indices.dropFirst().reversed()
        where spans[spans.count - 1].upperBound - spans[index].lowerBound <= limits.lookBack {
            let pause = spans[index].lowerBound - spans[index - 1].upperBound
            if pause > longest { (best, longest) = (index, pause) }
        }
        let closed = window(Array(spans[..<best]))
        spans = Array(spans[best...])
        return closed
    }

    private func window(_ spans: [Range<Int>]) -> SpeechWindow {
        var pieces: [Range<Int>] = []
        for span in spans {
            guard let last = pieces.last else {
                pieces.append(span)
                continue
            }
            if span.lowerBound - last.upperBound <= 2 * limits.edge {
                pieces[pieces.count - 1] = last.lowerBound..<span.upperBound
            } else {
                pieces[pieces.count - 1] = last.lowerBound..<last.upperBound + limits.edge
                pieces.append(span.lowerBound - limits.edge..<span.upperBound)
            }
        }
        return SpeechWindow(pieces: pieces)
    }
}
