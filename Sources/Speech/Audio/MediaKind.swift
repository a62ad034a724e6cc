/// What a file is, by its first bytes; its name says nothing.
enum MediaKind: Equatable {
    /// RIFF, RIFX, RF64 or BW64 with WAVE inside.
    case wave
    /// A container or stream with sound that ffmpeg opens.
    case media
    /// Something else that is known, as a noun.
    case foreign(String)
    case unknown

    /// How much of a file `init(head:)` wants to see.
    static let headLength = 64 * 1024

    init(head: [UInt8]) {
        func has(_ text: String, at offset: Int = 0) -> Bool {
            head.dropFirst(offset).starts(with: text.utf8)
        }
        func has(_ bytes: [UInt8], at offset: Int = 0) -> Bool {
            head.dropFirst(offset).starts(with: bytes)
        }
        if ["RIFF", "RIFX", "RF64", "BW64"].contains(where: { has($0) }), has("WAVE", at: 8) {
            self = .wave
        } else if Self.isMedia(has: { has($0, at: $1) }, hasBytes: { has($0, at: $1) }) || Self.isFrames(head) {
            self = .media
        } else {
            self = Self.foreign(has: { has($0, at: $1) }, hasBytes: { has($0, at: $1) }, head: head)
        }
    }

    private static func isMedia(has: (String, Int) -> Bool, hasBytes: ([UInt8], Int) -> Bool) -> Bool {
        // ISO base media: a box size, then the type of the first box; a still image says so in its brand
        let boxes = ["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"]
        if boxes.contains(where: { has($0, 4) }) {
            return !["heic", "heix", "mif1", "msf1", "avif"].contains { has("ftyp" + $0, 4) }
        }
        return hasBytes([0x1A, 0x45, 0xDF, 0xA3], 0)  // Matroska, WebM
            || has("OggS", 0) || has("fLaC", 0) || has("caff", 0) || has(".snd", 0) || has("#!AMR", 0)
            || has("FORM", 0) && (has("AIFF", 8) || has("AIFC", 8)) || has("RIFF", 0) && has("AVI ", 8)
            || has("FLV\u{1}", 0) || has("wvpk", 0) || has("MAC ", 0)
            || hasBytes([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], 0)  // ASF: WMA, WMV
            || hasBytes([0x72, 0x69, 0x66, 0x66, 0x2E, 0x91, 0xCF, 0x11], 0)  // Sony Wave64
            || hasBytes([0x00, 0x00, 0x01, 0xBA], 0) || hasBytes([0x0B, 0x77], 0)  // MPEG program stream, AC-3
            || has("ID3", 0)
    }

    /// Streams without a signature: MPEG audio, ADTS and AC-3 by two frames in a row, a transport stream by its sync
    /// bytes.
    private static func isFrames(_ head: [UInt8]) -> Bool {
        if head.count >= 188 * 3, stride(from: 0, to: 188 * 3, by: 188).allSatisfy({ head[$0] == 0x47 }) { return true }
        return MPEGFrame.follows(head) || ADTSFrame.follows(head)
    }

    private static func foreign(
        has: (String, Int) -> Bool, hasBytes: ([UInt8], Int) -> Bool, head: [UInt8]
    ) -> MediaKind {
        let signatures: [(Bool, String)] = [
            (has("%PDF-", 0), "a PDF document"),
            (hasBytes([0x50, 0x4B, 0x03, 0x04], 0) || hasBytes([0x50, 0x4B, 0x05, 0x06], 0), "a ZIP archive"),
            (hasBytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0), "an Office document"),
            (hasBytes([0x89, 0x50, 0x4E, 0x47], 0) || hasBytes([0xFF, 0xD8, 0xFF], 0), "a picture"),
            (has("GIF8", 0) || has("RIFF", 0) && has("WEBP", 8) || has("ftyp", 4), "a picture"),
            (hasBytes([0x1F, 0x8B], 0) || hasBytes([0x37, 0x7A, 0xBC, 0xAF], 0) || has("Rar!", 0), "an archive"),
            (hasBytes([0x7F, 0x45, 0x4C, 0x46], 0) || has("MZ", 0), "a program"),
            (has("MThd", 0), "a MIDI score without sound"),
            (Self.isText(head), "a text"),
        ]
        return signatures.first(where: \.0).map { .foreign($0.1) } ?? .unknown
    }

    private static func isText(_ head: [UInt8]) -> Bool {
        !head.isEmpty && head.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }
            && (String(validating: head.dropLast(4), as: UTF8.self) != nil)
    }
}

/// MPEG-1, 2 and 2.5 audio, layers I to III (ISO/IEC 11172-3, 13818-3): the header gives the length of the frame, so
/// the next header must stand behind it.
enum MPEGFrame {
    static func follows(_ bytes: [UInt8]) -> Bool {
        guard let first = length(bytes, at: 0), let second = length(bytes, at: first) else { return false }
        return bytes.count <= first + second || length(bytes, at: first + second) != nil
    }

    /// Length in bytes of the frame that begins at `offset`.
    static func length(_ bytes: [UInt8], at offset: Int) -> Int? {
        guard offset + 4 <= bytes.count, bytes[offset] == 0xFF, bytes[offset + 1] & 0xE0 == 0xE0 else { return nil }
        let version = Int(bytes[offset + 1] >> 3 & 3)  // 0: 2.5, 2: 2, 3: 1
        let layer = 4 - Int(bytes[offset + 1] >> 1 & 3)
        let rateIndex = Int(bytes[offset + 2] >> 4)
        let frequencyIndex = Int(bytes[offset + 2] >> 2 & 3)
        guard version != 1, layer != 4, (1...14).contains(rateIndex), frequencyIndex != 3 else { return nil }
        let frequency = [44100, 48000, 32000][frequencyIndex] >> (version == 3 ? 0 : version == 2 ? 1 : 2)
        let rates = version == 3 ? rates1[layer - 1] : rates2[layer == 1 ? 0 : 1]
        let padding = Int(bytes[offset + 2] >> 1 & 1)
        if layer == 1 { return (12 * rates[rateIndex - 1] * 1000 / frequency + padding) * 4 }
        let samples = layer == 3 && version != 3 ? 72 : 144
        return samples * rates[rateIndex - 1] * 1000 / frequency + padding
    }

    /// kbit/s of MPEG-1, layers I, II, III, for the indices 1 to 14.
    private static let rates1 = [
        [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
        [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
        [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    ]
    /// kbit/s of MPEG-2 and 2.5, layer I, then II and III.
    private static let rates2 = [
        [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
        [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    ]
}

/// AAC in ADTS (ISO/IEC 13818-7).
enum ADTSFrame {
    static func follows(_ bytes: [UInt8]) -> Bool {
        guard let first = length(bytes, at: 0), let second = length(bytes, at: first) else { return false }
        return bytes.count <= first + second || length(bytes, at: first + second) != nil
    }

    static func length(_ bytes: [UInt8], at offset: Int) -> Int? {
        guard offset + 7 <= bytes.count, bytes[offset] == 0xFF, bytes[offset + 1] & 0xF6 == 0xF0,
            bytes[offset + 2] >> 2 & 0xF < 13
        else { return nil }
        let length =
            Int(bytes[offset + 3] & 3) << 11 | Int(bytes[offset + 4]) << 3 | Int(bytes[offset + 5] >> 5)
        return length > 7 ? length : nil
    }
}
