import Foundation
import Testing
import Tools

@testable import Speech

/// A second of a tone as ffmpeg writes it, with a moving picture where there is a film.
private func recording(_ arguments: [String], name: String) async throws -> [UInt8] {
    let tool = try Tool.find("ffmpeg")
    return try await ScratchFolder.with { folder in
        let file = folder.appending(path: name)
        let isFilm = arguments.contains("film")
        let picture = isFilm ? ["-f", "lavfi", "-i", "testsrc=duration=1:size=64x64"] : []
        let output = try await tool.run(
            ["-hide_banner", "-loglevel", "error", "-f", "lavfi", "-i", "sine=frequency=440:duration=1"] + picture
                + arguments.filter { $0 != "film" } + ["file:" + file.path],
            limits: ToolLimits(wallSeconds: 60, memoryBytes: 4 << 30, cpuSeconds: 60))
        try #require(output.status == 0, "\(output.standardError)")
        return Array(try Data(contentsOf: file))
    }
}

struct AudioProbeTests {
    @Test(
        arguments: [
            ("a.wav", [], "pcm_s16le", false), ("a.mp3", [], "mp3", false),
            ("b.mp3", ["-id3v2_version", "0", "-write_xing", "0"], "mp3", false), ("a.m4a", [], "aac", false),
            ("a.aac", [], "aac", false), ("a.ogg", ["-c:a", "libvorbis"], "vorbis", false),
            ("a.opus", [], "opus", false),
            ("a.flac", [], "flac", false), ("a.webm", [], "opus", false), ("a.mp4", ["film"], "aac", true),
            ("a.mov", ["film"], "aac", true), ("b.webm", ["film", "-c:v", "libvpx"], "opus", true),
            ("g.wav", ["-c:a", "adpcm_ima_wav"], "adpcm_ima_wav", false),
        ] as [(String, [String], String, Bool)])
    func recordingsAreKnownByTheirContent(
        _ name: String, _ arguments: [String], _ codec: String, _ hasVideo: Bool
    ) async throws {
        try await withFile(try await recording(arguments, name: name), named: "課程.pdf") { file in
            let info = try await AudioProbe.probe(file)
            #expect(info.codec == codec)
            #expect(info.hasVideo == hasVideo)
            let duration = try #require(info.duration)
            #expect(abs(duration - 1) < 0.2)
            let samples = try await decoded(file, findsTools: true)
            #expect(abs(samples.count - 16_000) < 2400)
            #expect(Sound.level(samples) > 0.05)
            let second = try await decoded(file, from: 0.5, findsTools: true)
            #expect(abs(samples.count - second.count - 8000) <= 1)
        }
    }

    @Test(
        arguments: [
            ([], SpeechError.emptyFile),
            (Array("%PDF-1.7 and more".utf8), .unsupported("a PDF document")),
            (Array("#EXTM3U\nhttp://127.0.0.1/secret.ts\n".utf8), .unsupported("a text")),
            (Array("ffconcat version 1.0\nfile /etc/passwd\n".utf8), .unsupported("a text")),
            ([0x50, 0x4B, 3, 4, 0, 0], .unsupported("a ZIP archive")),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D], .unsupported("a picture")),
            (Array("MThd\0\0\0\u{6}".utf8), .unsupported("a MIDI score without sound")),
            (Array("RIFF\u{4}\0\0\0WAVE".utf8), .undecodable), (Array("OggS and no more".utf8), .undecodable),
            (Array("ID3".utf8) + [UInt8](repeating: 0, count: 5000), .undecodable),
            ((0..<200_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }, .undecodable),
            ([0, 0, 0, 0x18] + Array("ftypmp42".utf8) + [UInt8](repeating: 0, count: 400), .undecodable),
        ] as [([UInt8], SpeechError)])
    func whatIsNoRecordingIsToldApart(_ bytes: [UInt8], _ expected: SpeechError) async throws {
        try await withFile(bytes, named: "lecture.mp3") { file in
            await #expect(throws: expected) { try await AudioProbe.probe(file) }
            await #expect(throws: expected) { _ = try await decoded(file, findsTools: true) }
        }
    }

    @Test func aFilmWithoutSoundIsNoRecording() async throws {
        try await withFile(try await recording(["film", "-an"], name: "a.mp4")) { file in
            await #expect(throws: SpeechError.undecodable) { try await AudioProbe.probe(file) }
        }
    }

    @Test func withoutFFmpegOnlyWavIsRead() async throws {
        try await withFile(try await recording([], name: "a.mp3")) { file in
            await #expect(throws: SpeechError.toolMissing("ffmpeg")) {
                try await AudioProbe.probe(file, findsTools: false)
            }
            await #expect(throws: SpeechError.toolMissing("ffmpeg")) { _ = try await decoded(file, findsTools: false) }
        }
    }

    @Test func aMissingFileAndAFolderAreNoRecordings() async throws {
        let nowhere = URL(fileURLWithPath: "/nowhere/at/all.wav")
        await #expect(throws: SpeechError.missingFile) { try await AudioProbe.probe(nowhere) }
        await #expect(throws: SpeechError.missingFile) {
            try await AudioProbe.probe(FileManager.default.temporaryDirectory)
        }
    }

    @Test func decodingStopsWhenItsReaderFails() async throws {
        struct Enough: Error {}
        try await withFile(WaveFile().bytes(Sound.silence(seconds: 30))) { file in
            for findsTools in [false, true] {
                await #expect(throws: Enough.self) {
                    try await AudioDecoder(findsTools: findsTools).samples(of: file) { _ in throw Enough() }
                }
            }
        }
    }
}
