import Foundation
import Kernel
import Persistence
import Tools

/// A file that was just stored. `id` is discarded when the row that refers to it is written, or is not.
struct NewMedia: Sendable {
    let id: String
    let stored: StoredMedia
}

/// What ffmpeg makes of recordings. It reads and writes files of ours alone and touches no network.
enum MediaWork {
    /// A long lecture is rewrapped in seconds and encoded in minutes. ffmpeg maps more than it uses.
    private static let limits = ToolLimits(
        wallSeconds: 3600, memoryBytes: 4 << 30, outputBytes: 1 << 20, fileBytes: 16 << 30, cpuSeconds: 3600)

    /// Makes another form of a file and stores it.
    static func convert(_ file: URL, _ arguments: [String], into media: MediaStore) async throws -> NewMedia {
        try await make(["-i", file.path] + arguments, into: media)
    }

    /// Parts of one take as one file: without encoding where all have the same codec, else as Opus.
    static func join(_ files: [URL], codecs: [String], into media: MediaStore) async throws -> NewMedia {
        if Set(codecs).count == 1, codecs.first == "opus" {
            do {
                return try await copy(files, into: media)
            } catch let error as ToolError {
                guard case .failed = error else { throw error }
                // parts that do not fit together byte by byte are decoded
            }
        }
        let inputs = files.flatMap { ["-i", $0.path] }
        let streams = files.indices.map { "[\($0):a:0]" }.joined()
        return try await make(
            inputs + [
                "-filter_complex", "\(streams)concat=n=\(files.count):v=0:a=1[out]", "-map", "[out]", "-c:a", "libopus",
                "-b:a", "48k", "-f", "webm",
            ], into: media)
    }

    private static func copy(_ files: [URL], into media: MediaStore) async throws -> NewMedia {
        try await ScratchFolder.with { folder in
            let list = folder.appending(path: "parts.txt")
            // names of ours: hexadecimal digits in the media folder; a quote in the folder's own name is doubled as ffmpeg wants
            let lines = files.map { "file '\($0.path.replacing("'", with: #"'\''"#))'\n" }.joined()
            try Data(lines.utf8).write(to: list)
            return try await make(
                ["-f", "concat", "-safe", "0", "-i", list.path, "-map", "0:a:0", "-c", "copy", "-f", "webm"],
                into: media)
        }
    }

    private static func make(_ arguments: [String], into media: MediaStore) async throws -> NewMedia {
        let tool = try Tool.find("ffmpeg")
        return try await ScratchFolder.with { folder in
            let output = folder.appending(path: "output")
            let result = try await tool.run(
                ["-nostdin", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file"] + arguments
                    + ["-y", output.path],
                limits: limits)
            guard result.status == 0 else {
                throw ToolError.failed(tool: tool.name, status: result.status, complaint: result.standardError)
            }
            let (id, stored) = try await media.copyIn(output)
            return NewMedia(id: id, stored: stored)
        }
    }
}
