package import Foundation
import Tools

/// Turns a recording into numbers: 16,000 samples a second, one channel, from -1 to 1, streamed in pieces of about a
/// second, so that memory does not grow with the recording. ffmpeg reads everything; without it WAV still works.
package struct AudioDecoder: Sendable {
    /// Samples per second of the output; what Whisper and Silero were trained on.
    package static let rate = 16_000
    package static let longestHours = 24

    private let findsTools: Bool

    package init() {
        self.init(findsTools: true)
    }

    /// - Parameter findsTools: false does as if ffmpeg were not installed.
    init(findsTools: Bool) {
        self.findsTools = findsTools
    }

    /// - Parameter start: seconds to leave out at the beginning.
    /// - Throws: `SpeechError` when there is no sound to be had; what `body` throws.
    package func samples(
        of file: URL, from start: Double = 0, _ body: ([Float]) async throws -> Void
    ) async throws {
        let audio = try AudioFile(file)
        let kind = try audio.requireMedia()
        if findsTools, let tool = try? Tool.find("ffmpeg") {
            do {
                try await decode(file, with: tool, from: start, body)
            } catch SpeechError.undecodable where kind == .wave {
                // nothing came yet; ffmpeg gives up over chunks that do not matter
                guard let reader = try? WaveReader(audio) else { throw SpeechError.undecodable }
                try await reader.samples(from: start, body)
            }
        } else if kind == .wave {
            try await WaveReader(audio).samples(from: start, body)
        } else {
            throw SpeechError.toolMissing("ffmpeg")
        }
    }

    private func decode(
        _ file: URL, with tool: Tool, from start: Double, _ body: ([Float]) async throws -> Void
    ) async throws {
        var floats = FloatStream()
        var count = 0
        do {
            try await tool.stream(
                FFmpeg.samples(of: file, from: start), limits: FFmpeg.limits, niceness: SpeechThread.niceness
            ) { bytes in
                let samples = floats.take(bytes)
                count += samples.count
                if !samples.isEmpty { try await body(samples) }
            }
        } catch ToolError.tooMuchOutput {
            throw SpeechError.tooLong(limit: Self.longestHours)
        } catch ToolError.failed {
            // a recording that was cut off gives what it has; nothing at all is no recording
            if count == 0 { throw SpeechError.undecodable }
        }
        if count == 0, start == 0 { throw SpeechError.undecodable }
    }
}

/// Joins bytes that come in pieces of any length to little-endian floats.
struct FloatStream {
    private var rest: [UInt8] = []

    mutating func take(_ bytes: [UInt8]) -> [Float] {
        let all = rest.isEmpty ? bytes : rest + bytes
        let count = all.count / 4
        rest = Array(all[(count * 4)...])
        return all.withUnsafeBytes { raw in
            (0..<count).map {
                let value = Float(
                    bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
                return value.isFinite ? min(max(value, -16), 16) : 0
            }
        }
    }
}
