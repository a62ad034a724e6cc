/// From samples, as they come, to windows of speech with their samples.
struct VoiceWindows {
    struct Heard {
        let window: SpeechWindow
        let samples: [Float]
    }

    private let voice: VoiceActivity
    /// Number of the first sample of which spans are told.
    private let origin: Int
    private var spans: VoiceSpans
    private var planner: WindowPlanner
    private var store: SampleStore
    /// Samples that the model has not heard yet: less than a frame between calls.
    private var unheard: [Float] = []
    /// Samples before `origin`, which the model hears to find its feet and nobody else does.
    private var warmUp: Int

    /// - Parameters:
    ///   - origin: number of the sample at which the work begins.
    ///   - warmUp: how many samples before it come first; whole frames.
    init(voice: VoiceActivity, origin: Int, warmUp: Int, limits: WindowPlanner.Limits = .init()) {
        self.voice = voice
        self.origin = origin
        self.warmUp = warmUp
        spans = VoiceSpans(longest: limits.longest / VoiceSpans.frame)
        planner = WindowPlanner(limits: limits)
        store = SampleStore(base: origin)
    }

    /// Number behind the last sample that came.
    var end: Int { max(origin, store.end) }

    /// Every window that begins before this sample has been given out.
    var finished: Int { min(planner.start ?? .max, origin + spans.settled, end) }

    mutating func take(_ samples: [Float]) throws -> [Heard] {
        unheard += samples
        let count = unheard.count / VoiceSpans.frame * VoiceSpans.frame
        guard count > 0 else { return [] }
        let heard = Array(unheard[..<count])
        unheard.removeFirst(count)
        return try hear(heard)
    }

    mutating func finish() throws -> [Heard] {
        let rest = unheard
        unheard = []
        var result = try hear(rest)
        result += windows(of: spans.finish())
        result += planner.finish().map(cut)
        return result
    }

    private mutating func hear(_ samples: [Float]) throws -> [Heard] {
        var probabilities = try voice.probabilities(samples)[...]
        let skipped = min(warmUp, samples.count)
        warmUp -= skipped
        probabilities = probabilities.dropFirst(skipped / VoiceSpans.frame)
        store.append(Array(samples[skipped...]))
        var result: [Heard] = []
        for probability in probabilities { result += windows(of: spans.take(probability)) }
        result += planner.pass(min(end, origin + spans.settled)).map(cut)
        store.drop(before: finished)
        return result
    }

    /// The last frame may reach beyond the end of the recording; its spans do not.
    private mutating func windows(of spans: [Range<Int>]) -> [Heard] {
        var result: [Heard] = []
        for span in spans {
            let lower = min(origin + span.lowerBound, store.end)
            let upper = min(origin + span.upperBound, store.end)
            if lower < upper { result += planner.take(lower..<upper).map(cut) }
        }
        return result
    }

    private func cut(_ window: SpeechWindow) -> Heard {
        Heard(window: window, samples: store.samples(of: window))
    }
}
