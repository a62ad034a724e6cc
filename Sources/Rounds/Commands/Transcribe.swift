import ArgumentParser
import Foundation
import Kernel
import Logging
import Speech

struct Transcribe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn a recording into text on this machine.",
        discussion: """
            Any common audio or video file; with ffmpeg installed, else WAV. A recording without speech is no error: \
            its transcript is empty.
            """)

    @Argument(help: "The recording.")
    var audio: String

    @Option(help: "Name of a speech model (see: rounds models list). Default: the one in use, else base.")
    var model: String?

    @Option(help: "Spoken language, ISO 639-1. Default: found out from the first words.")
    var language: String?

    @Option(help: "Folder with speech models. Default: ROUNDS_MODELS, then models in the data folder.")
    var modelsDir: String?

    @Option(help: "json, txt, srt, vtt or md.")
    var format = TranscriptFormat.txt

    @OptionGroup var data: DataOptions

    func run() async throws {
        let models = try data.models(in: modelsDir)
        // Logs would stand among the bars; what went wrong is said once, at the end.
        LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
        let file = URL(fileURLWithPath: audio)
        if (try? file.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true { throw FolderGiven() }
        let bar = await ProgressBar(total: Self.duration(of: file))
        let segments = TranscribedSegments()
        let summary: TranscriptSummary
        do {
            summary = try await Recognisers(models: models).transcribe(file, model: model, language: language) {
                await segments.add($0.segments)
                bar.show($0.end)
            }
        } catch {
            bar.clear()
            throw error
        }
        bar.clear()
        let document = TranscriptDocument(
            duration: summary.duration, language: summary.language, model: summary.model,
            segments: await segments.all, listsWords: false)
        if document.segments.isEmpty { StandardError.write("rounds: No speech was found in this recording.") }
        let bytes = format.write(document)
        if format == .json { try StandardOutput.write(line: bytes) } else { try StandardOutput.write(bytes) }
    }

    /// For the bar alone: what is wrong with the file, the transcription says.
    private static func duration(of file: URL) async -> Double? {
        guard ProgressBar.isWanted else { return nil }
        return try? await AudioProbe.probe(file).duration
    }
}

extension TranscriptFormat: ExpressibleByArgument {}

private struct FolderGiven: Failure {
    var code: String { "folder" }
    var kind: FailureKind { .invalid }
    var sentence: String { "This is a folder, not a recording; name one file in it." }
}

private actor TranscribedSegments {
    private(set) var all: [TranscriptSegment] = []

    func add(_ segments: [TranscriptSegment]) {
        all += segments
    }
}
