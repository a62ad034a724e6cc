import Foundation
import Tools

/// How ffmpeg and ffprobe are called for a file that anybody may have made.
enum FFmpeg {
    /// Containers and streams of sound, and no playlists: those name further files. ffmpeg still tells by content
    /// which one it is.
    private static let formats = """
        aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,eac3,flac,flv,matroska,mov,mp3,mp4,mpeg,mpegts,ogg,w64,wav,webm,wv
        """

    /// Options before the file, and the file.
    static func input(_ file: URL) -> [String] {
        [
            "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file", "-format_whitelist", formats,
            "-i", "file:" + file.path,
        ]
    }

    /// The first sound track as 16 kHz mono in 32-bit floats on standard output. Gaps in its time stamps become
    /// silence, so that a place in the samples is the place that a player shows.
    static func samples(of file: URL, from start: Double, to end: Double? = nil) -> [String] {
        var arguments = ["-nostdin", "-threads", "1"] + input(file)
        // behind the input: decodes and drops, which is exact in every container, unlike a jump
        if start > 0 { arguments += ["-ss", String(format: "%.6f", start)] }
        if let end { arguments += ["-to", String(format: "%.6f", end)] }
        return arguments + [
            "-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1",
            "-af", "aresample=\(AudioDecoder.rate):async=1:first_pts=0", "-ac", "1", "-f", "f32le", "-c:a", "pcm_f32le",
            "pipe:1",
        ]
    }

    /// Wall time holds the time in which the recogniser works on what came; memory is address space, of which ffmpeg's
    /// libraries take most.
    static let limits = ToolLimits(
        wallSeconds: .infinity, memoryBytes: 2 << 30,
        outputBytes: AudioDecoder.longestHours * 3600 * AudioDecoder.rate * 4, fileBytes: 0, cpuSeconds: 3600)

    static let probeLimits = ToolLimits(
        wallSeconds: 20, memoryBytes: 2 << 30, outputBytes: 4 << 20, fileBytes: 0, cpuSeconds: 10)
}
