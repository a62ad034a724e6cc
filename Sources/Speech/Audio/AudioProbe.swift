package import Foundation
import Kernel
import Tools

/// What a recording is.
package struct AudioInfo: Sendable, Equatable {
    /// Seconds; nil when only decoding the whole would tell, as in a WebM straight from a browser.
    package let duration: Double?
    /// ffmpeg's name of the format: "wav", "mp3", "matroska,webm".
    package let container: String
    /// "pcm_s16le", "mp3", "opus".
    package let codec: String
    package let hasVideo: Bool
}

/// Looks at a file by its content, and decodes its beginning to be sure of it.
package struct AudioProbe {
    /// - Throws: `SpeechError` when it is no recording, or when ffmpeg is missing and it is no WAV.
    package static func probe(_ file: URL) async throws -> AudioInfo {
        try await probe(file, findsTools: true)
    }

    static func probe(_ file: URL, findsTools: Bool) async throws -> AudioInfo {
        let audio = try AudioFile(file)
        let kind = try audio.requireMedia()
        guard findsTools, let probe = try? Tool.find("ffprobe"), let decoder = try? Tool.find("ffmpeg") else {
            guard kind == .wave else { throw SpeechError.toolMissing("ffmpeg") }
            return describe(try WaveReader(audio))
        }
        do {
            let info = try await describe(file, with: probe)
            try await requireSound(file, with: decoder)
            return info
        } catch SpeechError.undecodable where kind == .wave {
            // ffmpeg gives up over chunks that do not matter
            guard let reader = try? WaveReader(audio) else { throw SpeechError.undecodable }
            return describe(reader)
        }
    }

    private static func describe(_ reader: WaveReader) -> AudioInfo {
        AudioInfo(duration: reader.duration, container: "wav", codec: reader.format.encoding.name, hasVideo: false)
    }

    private static func describe(_ file: URL, with tool: Tool) async throws -> AudioInfo {
        let output = try await attempt {
            try await tool.run(
                FFmpeg.input(file) + [
                    "-show_entries",
                    "format=format_name,duration:stream=codec_type,codec_name,duration:"
                        + "stream_disposition=attached_pic", "-of", "json",
                ], limits: FFmpeg.probeLimits)
        }
        guard output.status == 0, let json = try? JSONParser.value(output.standardOutput),
            let format = json["format"], let streams = json["streams"]?.array,
            let sound = streams.first(where: { $0["codec_type"]?.string == "audio" })
        else { throw SpeechError.undecodable }
        let duration = [format, sound].lazy.compactMap { $0["duration"]?.string.flatMap(Double.init) }.first
        return AudioInfo(
            duration: duration.flatMap { $0.isFinite && $0 > 0 ? $0 : nil },
            container: format["format_name"]?.string ?? "", codec: sound["codec_name"]?.string ?? "",
            hasVideo: streams.contains {
                // the cover of an album is a picture, not a film
                $0["codec_type"]?.string == "video" && $0["disposition"]?["attached_pic"]?.integer != 1
            })
    }

    /// A head that looks right may have nothing behind it.
    private static func requireSound(_ file: URL, with tool: Tool) async throws {
        let output = try await attempt {
            try await tool.run(FFmpeg.samples(of: file, from: 0, to: 2), limits: FFmpeg.probeLimits)
        }
        guard !output.standardOutput.isEmpty else { throw SpeechError.undecodable }
    }

    /// A tool that runs into its limits over a file says that the file is bad.
    private static func attempt(_ body: () async throws -> ToolOutput) async throws -> ToolOutput {
        do { return try await body() } catch is ToolError { throw SpeechError.undecodable }
    }
}

extension WaveEncoding {
    /// As ffmpeg names it.
    var name: String {
        switch self {
        case .unsigned8: "pcm_u8"
        case .signed(let bytes): "pcm_s\(bytes * 8)le"
        case .float32: "pcm_f32le"
        case .float64: "pcm_f64le"
        case .muLaw: "pcm_mulaw"
        case .aLaw: "pcm_alaw"
        }
    }
}
