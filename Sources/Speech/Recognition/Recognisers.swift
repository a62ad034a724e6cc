package import Foundation
import Synchronization

/// Turns recordings into text, one at a time, on a thread of its own at low priority. The model stays in memory between
/// recordings and goes after a while without work.
package final class Recognisers: Sendable {
    private let models: ModelCatalogue
    private let idle: Duration
    private let engine = SpeechEngine()
    private let turnstile = Turnstile()
    private let pendingRelease = Mutex<Task<Void, Never>?>(nil)

    /// - Parameter idle: how long the model stays in memory without work.
    package init(models: ModelCatalogue, idle: Duration = .seconds(300)) {
        self.models = models
        self.idle = idle
    }

    deinit {
        pendingRelease.withLock { $0?.cancel() }
    }

    /// Recognises a recording; waits while another one is worked on.
    ///
    /// - Parameters:
    ///   - model: name of a model; nil for the one in use.
    ///   - language: ISO 639-1; nil to find it out from the first words. Going on after a crash, give what was found.
    ///   - start: seconds; the `end` of the last window that was kept.
    ///   - window: gets every finished piece, in order; what it throws ends the work.
    /// - Returns: after the last piece. A recording without speech gives pieces without segments.
    /// - Throws: `SpeechError`, `ModelError`, what `window` throws, and `CancellationError` within one step of the
    ///   recogniser, a second or two.
    package func transcribe(
        _ file: URL, model: String? = nil, language: String? = nil, from start: Double = 0,
        window: @Sendable (TranscriptWindow) async throws -> Void
    ) async throws -> TranscriptSummary {
        let installed = try models.find(model)
        let voice = try models.voiceActivityModel()
        try await turnstile.enter()
        pendingRelease.withLock { $0?.cancel() }
        do {
            let summary = try await work(file, installed, voice, language, start, window)
            await leave()
            return summary
        } catch {
            await engine.abandon()
            await leave()
            throw error
        }
    }

    /// Gives the memory of the model back now, unless it is at work.
    package func release() async {
        await engine.release()
    }

    /// Whether a model is in memory.
    package var isLoaded: Bool {
        get async { await engine.isLoaded }
    }

    private func work(
        _ file: URL, _ model: InstalledModel, _ voice: URL, _ language: String?, _ start: Double,
        _ window: (TranscriptWindow) async throws -> Void
    ) async throws -> TranscriptSummary {
        // the voice activity model hears a second before the beginning, in whole frames, to find its feet
        let origin = Int((max(0, start) * Double(AudioDecoder.rate)).rounded())
        let warmUp = origin >= 32 * VoiceSpans.frame ? 32 * VoiceSpans.frame : 0
        let stop = StopFlag()
        return try await withTaskCancellationHandler {
            try await engine.begin(model, voice: voice, language: language, origin: origin, warmUp: warmUp, stop: stop)
            let first = Double(origin - warmUp) / Double(AudioDecoder.rate)
            try await AudioDecoder().samples(of: file, from: first) { samples in
                for piece in try await engine.take(samples) { try await window(piece) }
            }
            try Task.checkCancellation()
            let end = try await engine.finish()
            for piece in end.windows { try await window(piece) }
            return TranscriptSummary(duration: end.duration, language: end.language, model: model.name)
        } onCancel: {
            stop.set()
        }
    }

    private func leave() async {
        await turnstile.leave()
        pendingRelease.withLock {
            $0?.cancel()
            $0 = Task { [idle, engine] in
                guard (try? await Task.sleep(for: idle)) != nil else { return }
                await engine.release()
            }
        }
    }
}
