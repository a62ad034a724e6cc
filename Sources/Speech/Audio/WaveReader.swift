/// Reads WAV files without any other program, so that these work where ffmpeg is missing.
struct WaveReader {
    let format: WaveFormat
    /// Samples of one channel.
    let frames: Int
    private let file: AudioFile

    init(_ file: AudioFile) throws {
        self.file = file
        format = try WaveFormat { try file.read(at: $0, count: $1) }
        // a file that was cut off, or that says more than it has, ends where its bytes end
        let present = max(0, file.bytes - format.offset)
        frames = min(format.length ?? present, present) / format.frameBytes
        guard frames > 0 else { throw SpeechError.undecodable }
    }

    /// Seconds.
    var duration: Double { Double(frames) / Double(format.rate) }

    /// One channel at `AudioDecoder.rate`, about a second at a time, from a second of the recording on.
    func samples(from start: Double, _ body: ([Float]) async throws -> Void) async throws {
        let samples = WaveSamples(format: format)
        var resampler = Resampler(from: format.rate, to: AudioDecoder.rate)
        var frame = min(frames, Int((max(0, start) * Double(format.rate)).rounded()))
        while frame < frames {
            try Task.checkCancellation()
            let count = min(format.rate, frames - frame)
            let bytes = try file.read(at: format.offset + frame * format.frameBytes, count: count * format.frameBytes)
            guard bytes.count >= format.frameBytes else { break }
            try await body(resampler.take(samples.mono(bytes)))
            frame += count
        }
        let rest = resampler.finish()
        if !rest.isEmpty { try await body(rest) }
    }
}
