import Foundation
import Kernel
import Speech
import TestSupport
import Testing

/// `rounds transcribe` with the models that the set-up imports; no data folder is there, and none is made.
@Suite(
    .serialized,
    .enabled("scripts/models brings the speech models") {
        let environment = ProcessInfo.processInfo.environment
        let models = ModelCatalogue.standard(dataFolder: nil)
        return environment["ROUNDS_REQUIRE_SPEECH"] == "1" || (try? models.find("tiny.en")) != nil
    })
struct TranscribeCommandTests {
    private static let sample: String = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.appending(path: ".deps/speech-samples/jfk.wav").path
    }()

    private func transcribe(_ arguments: [String]) async throws -> Program.Result {
        try await Program.run(["transcribe"] + arguments)
    }

    @Test func aRecordingBecomesOneJSONDocument() async throws {
        let result = try await transcribe([Self.sample, "--model", "tiny.en", "--format", "json"])
        #expect(result.status == 0)
        // no bar where there is no terminal
        #expect(result.errors == "")
        let json = try JSONParser.value(result.output.trimmingCharacters(in: .whitespacesAndNewlines))
        #expect(json["duration"] == 11)
        #expect(json["language"] == "en")
        #expect(json["model"]?.string != nil)
        let segments = try #require(json["segments"]?.array)
        for segment in segments {
            #expect((segment.object ?? [:]).keys.sorted() == ["end", "speaker", "start", "text"])
        }
        let text = segments.compactMap { $0["text"]?.string }.joined(separator: " ").lowercased()
        #expect(text.contains("ask what you can do for your country"))
    }

    @Test(arguments: [("json", #""segments":[]}"# + "\n"), ("txt", ""), ("srt", ""), ("vtt", "WEBVTT\n\n")])
    func withoutSpeechThereIsAnEmptyTranscript(_ format: String, _ end: String) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "quiet.wav")
            try Data(Self.silence(seconds: 5)).write(to: file)
            let result = try await transcribe([file.path, "--model", "tiny.en", "--format", format])
            #expect(result.status == 0)
            #expect(end.isEmpty ? result.output.isEmpty : result.output.hasSuffix(end))
            #expect(result.errors == "rounds: No speech was found in this recording.\n")
        }
    }

    @Test(arguments: [
        ("", "rounds: The file is empty.\n"), ("%PDF-1.7", "rounds: This is a PDF document, not a recording.\n"),
        ("OggS", "rounds: No sound could be read from this file; it is damaged or not a recording.\n"),
    ])
    func whatIsNoRecordingIsOneSentence(_ content: String, _ sentence: String) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "lecture.mp3")
            try Data(content.utf8).write(to: file)
            let result = try await transcribe([file.path, "--model", "tiny.en", "--format", "json"])
            #expect(result.status == 1)
            #expect(result.output == "")
            #expect(result.errors == sentence)
        }
    }

    @Test func aFolderIsNoRecording() async throws {
        try await withTemporaryFolder { folder in
            let result = try await transcribe([folder.path])
            #expect(result.status == 1 && result.output.isEmpty)
            #expect(result.errors == "rounds: This is a folder, not a recording; name one file in it.\n")
            let missing = try await transcribe([folder.appending(path: "missing.wav").path])
            #expect(missing.errors == "rounds: There is no such recording.\n")
        }
    }

    @Test func aMissingModelSaysWhichCommandInstallsIt() async throws {
        let result = try await transcribe([Self.sample, "--model", "large-v3"])
        #expect(result.status == 1)
        #expect(result.errors.contains("rounds models import FOLDER --name large-v3"))
        #expect(try await transcribe([Self.sample, "--format", "doc"]).status == 2)
        #expect(try await transcribe([]).status == 2)
    }

    /// 16-bit PCM at 16 kHz.
    private static func silence(seconds: Int) -> [UInt8] {
        let length = seconds * 32_000
        var bytes = Array("RIFF".utf8)
        bytes += number(36 + length)
        bytes += Array("WAVEfmt ".utf8)
        bytes += number(16)
        bytes += [1, 0, 1, 0] as [UInt8]
        bytes += number(16_000)
        bytes += number(32_000)
        bytes += [2, 0, 16, 0] as [UInt8]
        bytes += Array("data".utf8)
        bytes += number(length)
        return bytes + [UInt8](repeating: 0, count: length)
    }

    private static func number(_ value: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(value).littleEndian) { Array($0) }
    }
}
