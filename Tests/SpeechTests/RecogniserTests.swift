import Foundation
import Testing

@testable import Speech

@Suite(.needsSpeechModels, .serialized) struct RecogniserTests {
    private let recognisers = Recognisers(models: SpeechFiles.catalogue)

    @Test func theInauguralSentenceIsUnderstood() async throws {
        let collected = Collected()
        let summary = try await recognisers.transcribe(SpeechFiles.inaugural, model: "tiny.en") {
            await collected.add($0)
        }
        #expect(await collected.plainText.contains("ask not what your country can do for you"))
        #expect(summary == TranscriptSummary(duration: 11, language: "en", model: summary.model))
        await collected.expectOrder(until: 11)
        let words = await collected.segments.flatMap(\.words)
        #expect(words.map(\.text).joined(separator: " ") == (await collected.text))
        // "ask" is heard at 3.3 s and, after the pause, at 8.1 s
        #expect(words.contains { $0.text.lowercased().hasPrefix("ask") && abs($0.start - 3.4) < 0.7 })
        #expect(words.contains { $0.text.lowercased().hasPrefix("ask") && abs($0.start - 8.1) < 0.7 })
    }

    @Test func nothingIsSaidInSilenceNoiseAndHum() async throws {
        var noise = SystemRandomNumberGenerator()
        let kinds = [
            Sound.silence(seconds: 15), Sound.tone(50, seconds: 15),
            (0..<240_000).map { _ in Float.random(in: -0.3...0.3, using: &noise) },
        ]
        for samples in kinds {
            try await withFile(WaveFile().bytes(samples)) { file in
                let collected = Collected()
                let summary = try await recognisers.transcribe(file, model: "tiny.en") { await collected.add($0) }
                #expect(await collected.segments.isEmpty)
                #expect(await collected.windows.last?.end == 15)
                #expect(summary.duration == 15)
            }
        }
    }

    /// The sentence, a minute of silence, the sentence; the work ends after the first and goes on in another recogniser.
    @Test func workGoesOnWhereItEnded() async throws {
        let sentence = try await decoded(SpeechFiles.inaugural, findsTools: false)
        let samples = sentence + Sound.silence(seconds: 60) + sentence
        struct Killed: Error {}
        try await withFile(WaveFile().bytes(samples)) { file in
            let before = Collected()
            await #expect(throws: Killed.self) {
                try await recognisers.transcribe(file, model: "tiny.en") {
                    await before.add($0)
                    if $0.segments.isEmpty { throw Killed() }
                }
            }
            let kept = try #require(await before.windows.last)
            #expect(kept.end > 30 && kept.end < 72)
            let after = Collected()
            let summary = try await Recognisers(models: SpeechFiles.catalogue).transcribe(
                file, model: "tiny.en", language: kept.language, from: kept.end
            ) { await after.add($0) }
            #expect(summary.duration == 82)
            #expect(await before.plainText.ranges(of: "ask not what").count == 1)
            #expect(await after.plainText.ranges(of: "ask not what").count == 1)
            let second = try #require(await after.segments.first)
            #expect(abs(second.start - 71.3) < 1)
            await after.expectOrder(until: 82)
        }
    }

    @Test func whoCancelsIsHeardSoonAndTheNextOneWorks() async throws {
        let sentence = try await decoded(SpeechFiles.inaugural, findsTools: false)
        try await withFile(WaveFile().bytes((0..<6).flatMap { _ in sentence })) { file in
            let collected = Collected()
            let task = Task {
                try await recognisers.transcribe(file, model: "tiny.en") { await collected.add($0) }
            }
            while await collected.windows.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            task.cancel()
            await #expect(throws: CancellationError.self) { _ = try await task.value }
            #expect(await collected.windows.count < 3)
            let next = try await recognisers.transcribe(SpeechFiles.inaugural, model: "tiny.en") { _ in }
            #expect(next.duration == 11)
        }
    }

    @Test func theModelGoesAfterAWhileWithoutWork() async throws {
        let brief = Recognisers(models: SpeechFiles.catalogue, idle: .milliseconds(50))
        try await withFile(WaveFile().bytes(Sound.silence(seconds: 1))) { file in
            _ = try await brief.transcribe(file, model: "tiny.en") { _ in #expect(await brief.isLoaded) }
            while await brief.isLoaded { try await Task.sleep(for: .milliseconds(20)) }
            _ = try await recognisers.transcribe(file, model: "tiny.en") { _ in }
            #expect(await recognisers.isLoaded)
            await recognisers.release()
            #expect(await recognisers.isLoaded == false)
        }
    }

    @Test func whatCannotBeDoneIsSaid() async throws {
        await #expect(throws: SpeechError.unknownLanguage("klingon")) {
            try await recognisers.transcribe(SpeechFiles.inaugural, model: "tiny.en", language: "klingon") { _ in }
        }
        await #expect(throws: SpeechError.unknownLanguage("de")) {
            try await recognisers.transcribe(SpeechFiles.inaugural, model: "tiny.en", language: "de") { _ in }
        }
        await #expect(throws: ModelError.missing(name: "enormous")) {
            try await recognisers.transcribe(SpeechFiles.inaugural, model: "enormous") { _ in }
        }
        try await withFile(Array("%PDF-1.4".utf8)) { file in
            await #expect(throws: SpeechError.unsupported("a PDF document")) {
                try await recognisers.transcribe(file, model: "tiny.en") { _ in }
            }
        }
    }

    @Test func speechRunsAtLowPriorityAndWaitsItsTurn() async throws {
        let turnstile = Turnstile()
        try await turnstile.enter()
        let waiting = Task { try await turnstile.enter() }
        let patient = Task {
            try await turnstile.enter()
            return true
        }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        await turnstile.leave()
        #expect(try await patient.value)
        #expect(await Priority().nice == SpeechThread.niceness)
    }
}

/// Runs where the recogniser runs.
private actor Priority {
    nonisolated var unownedExecutor: UnownedSerialExecutor { SpeechThread.shared.asUnownedSerialExecutor() }

    var nice: Int { Int(getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)) }
}

extension Collected {
    /// In lower case without marks.
    var plainText: String {
        text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }
    }

    func expectOrder(until end: Double) {
        #expect(zip(segments, segments.dropFirst()).allSatisfy { $0.end <= $1.start })
        #expect(segments.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= end })
        #expect(zip(windows, windows.dropFirst()).allSatisfy { $0.end <= $1.end })
        #expect(windows.last?.end == end)
    }
}
