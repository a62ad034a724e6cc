/// The samples that may still be needed, by their number in the recording.
struct SampleStore {
    /// Number of the first sample that is kept.
    private(set) var base: Int
    private var samples: [Float] = []

    init(base: Int) {
        self.base = base
    }

    /// Number behind the last sample.
    var end: Int { base + samples.count }

    mutating func append(_ more: [Float]) {
        samples += more
    }

    mutating func drop(before sample: Int) {
        let count = min(samples.count, sample - base)
        guard count > 0 else { return }
        samples.removeFirst(count)
        base += count
    }

    /// What a window is made of.
    func samples(of window: SpeechWindow) -> [Float] {
        window.pieces.flatMap { samples[($0.lowerBound - base)..<($0.upperBound - base)] }
    }
}
