import Foundation

/// The models in memory and the recording that is being worked on. Its own thread is the speech thread: whatever it does
/// takes long.
actor SpeechEngine {
    nonisolated var unownedExecutor: UnownedSerialExecutor { SpeechThread.shared.asUnownedSerialExecutor() }

    private var model: WhisperModel?
    private var work: Work?

    private struct Work {
        let stop: StopFlag
        var windows: VoiceWindows
        var language: String?
        var speaker: WindowTranscript.Speaker?
        /// Sample up to which the caller knows that everything is done.
        var told: Int
    }

    /// How far the caller hears of silence, in samples.
    private static let silence = 30 * AudioDecoder.rate

    /// Loads the model unless it is there already.
    ///
    /// - Parameters:
    ///   - origin: number of the sample at which the work begins.
    ///   - warmUp: how many samples before it come first.
    func begin(
        _ installed: InstalledModel, voice: URL, language: String?, origin: Int, warmUp: Int, stop: StopFlag
    ) throws {
        let model = try load(installed)
        work = Work(
            stop: stop,
            windows: VoiceWindows(voice: try VoiceActivity(model: voice), origin: origin, warmUp: warmUp),
            language: try model.isMultilingual ? language.map(model.language) : model.language(language ?? "en"),
            speaker: model.hearsTurns ? .first : nil, told: origin)
    }

    /// Recognises what has become complete with these samples.
    func take(_ samples: [Float]) throws -> [TranscriptWindow] {
        guard var work else { return [] }
        var result: [TranscriptWindow] = []
        for heard in try work.windows.take(samples) { result.append(try recognise(heard, &work)) }
        if work.windows.finished - work.told >= Self.silence {
            work.told = work.windows.finished
            result.append(TranscriptWindow(end: Self.seconds(work.told), segments: [], language: work.language))
        }
        self.work = work
        return result
    }

    struct End: Sendable {
        let windows: [TranscriptWindow]
        /// Seconds.
        let duration: Double
        let language: String?
    }

    func finish() throws -> End {
        guard var work else { return End(windows: [], duration: 0, language: nil) }
        var result: [TranscriptWindow] = []
        for heard in try work.windows.finish() { result.append(try recognise(heard, &work)) }
        let end = work.windows.end
        if work.told < end {
            result.append(TranscriptWindow(end: Self.seconds(end), segments: [], language: work.language))
        }
        self.work = nil
        return End(windows: result, duration: Self.seconds(end), language: work.language)
    }

    /// Forgets the recording; the model stays.
    func abandon() {
        work = nil
    }

    /// Gives the memory of the model back unless it is at work.
    func release() {
        if work == nil { model = nil }
    }

    var isLoaded: Bool { model != nil }

    private func load(_ installed: InstalledModel) throws -> WhisperModel {
        if let model, model.installed == installed { return model }
        // the old one goes first: two would not fit the promised memory
        model = nil
        let loaded = try WhisperModel(installed)
        model = loaded
        return loaded
    }

    private func recognise(_ heard: VoiceWindows.Heard, _ work: inout Work) throws -> TranscriptWindow {
        guard let model else { throw CancellationError() }
        if work.stop.isSet { throw CancellationError() }
        let found = try model.recognise(heard.samples, language: work.language, stop: work.stop)
        var transcript = WindowTranscript(window: heard.window, speaker: work.speaker)
        let segments = transcript.segments(found.segments)
        work.speaker = transcript.speaker
        // a cough says nothing about the language; the first words do
        if !segments.isEmpty { work.language = found.language }
        work.told = heard.window.end
        return TranscriptWindow(end: Self.seconds(work.told), segments: segments, language: work.language)
    }

    private static func seconds(_ samples: Int) -> Double {
        Double(samples) / Double(AudioDecoder.rate)
    }
}
