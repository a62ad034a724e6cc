import Speech

/// What a browser is given of a recording: the original where Chromium, Firefox and Safari play and seek it, otherwise
/// something that ffmpeg makes of it.
enum MediaForm: Equatable {
    case original(mime: String)
    /// The sound as it is in another wrapping.
    case rewrapped(as: Wrapping)
    /// Decoded and encoded again.
    case encoded

    enum Wrapping: Equatable {
        case webm, mp4

        var mime: String { self == .webm ? "audio/webm" : "audio/mp4" }
    }

    /// - Parameters:
    ///   - container: ffprobe's names of the format, separated by commas
    ///   - codec: ffprobe's name of the sound's codec
    init(container: String, codec: String, hasVideo: Bool) {
        let formats = Set(container.lowercased().split(separator: ",").map(String.init))
        let codec = codec.lowercased()
        switch codec {
        case "mp3" where formats.contains("mp3"): self = .original(mime: "audio/mpeg")
        case "aac" where !formats.isDisjoint(with: ["mp4", "m4a", "mov"]):
            self = hasVideo ? .rewrapped(as: .mp4) : .original(mime: "audio/mp4")
        case "opus" where formats.contains("ogg") && !hasVideo, "vorbis" where formats.contains("ogg") && !hasVideo,
            "flac" where formats.contains("ogg") && !hasVideo:
            self = .original(mime: "audio/ogg")
        case "flac" where formats.contains("flac"): self = .original(mime: "audio/flac")
        case "pcm_s16le" where formats.contains("wav"): self = .original(mime: "audio/wav")
        // a browser's recorder writes WebM without the duration and without the places to seek
        case "opus", "vorbis": self = .rewrapped(as: .webm)
        case "aac": self = .rewrapped(as: .mp4)
        default: self = .encoded
        }
    }

    /// Of the original, for its download and until something else is made.
    static func mime(container: String, codec: String, hasVideo: Bool) -> String {
        let formats = Set(container.lowercased().split(separator: ",").map(String.init))
        let kind = hasVideo ? "video" : "audio"
        if formats.contains("wav") { return "audio/wav" }
        if formats.contains("mp3") { return "audio/mpeg" }
        if formats.contains("ogg") { return kind + "/ogg" }
        if formats.contains("flac") { return "audio/flac" }
        if formats.contains("webm"), ["opus", "vorbis"].contains(codec.lowercased()) { return kind + "/webm" }
        if formats.contains("matroska") { return kind + "/x-matroska" }
        if !formats.isDisjoint(with: ["mp4", "m4a", "mov"]) { return kind + "/mp4" }
        return "application/octet-stream"
    }

    /// The ending of a file's name.
    static func ending(ofMime mime: String) -> String {
        switch mime {
        case "audio/mpeg": "mp3"
        case "audio/mp4": "m4a"
        case "video/mp4": "mp4"
        case "audio/wav": "wav"
        case "audio/flac": "flac"
        case "audio/ogg", "video/ogg": "ogg"
        case "audio/webm", "video/webm": "webm"
        case "audio/x-matroska", "video/x-matroska": "mkv"
        default: "bin"
        }
    }

    /// ffmpeg's arguments between input and output; nil when the original is good.
    var arguments: [String]? {
        switch self {
        case .original: nil
        case .rewrapped(.webm): ["-map", "0:a:0", "-c", "copy", "-f", "webm"]
        case .rewrapped(.mp4): ["-map", "0:a:0", "-c", "copy", "-movflags", "+faststart", "-f", "mp4"]
        case .encoded: ["-map", "0:a:0", "-c:a", "libopus", "-b:a", "64k", "-ac", "2", "-f", "webm"]
        }
    }

    var mime: String {
        switch self {
        case .original(let mime): mime
        case .rewrapped(let wrapping): wrapping.mime
        case .encoded: "audio/webm"
        }
    }
}
