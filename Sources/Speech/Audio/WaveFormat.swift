/// How the numbers of a WAV file are written.
enum WaveEncoding: Equatable {
    /// Unsigned, with silence at 128.
    case unsigned8
    /// Signed, of 16, 24, 32 … bits, in this many bytes; the value stands in the upper bits.
    case signed(bytes: Int)
    case float32, float64
    /// ITU-T G.711.
    case muLaw, aLaw

    var bytes: Int {
        switch self {
        case .unsigned8, .muLaw, .aLaw: 1
        case .signed(let bytes): bytes
        case .float32: 4
        case .float64: 8
        }
    }
}

/// What the head of a WAV file says: RIFF, RIFX (big-endian), and RF64 or BW64 (EBU Tech 3306) for more than 4 GB.
struct WaveFormat: Equatable {
    var encoding: WaveEncoding
    var channels: Int
    /// Frames per second.
    var rate: Int
    var isBigEndian = false
    /// Byte offset of the samples.
    var offset: Int
    /// Bytes of samples; nil when the writer never came back to say so.
    var length: Int?

    var frameBytes: Int { encoding.bytes * channels }

    /// - Parameter read: bytes at an offset of the file, fewer at its end.
    /// - Throws: `SpeechError.undecodable` without samples, `.toolMissing` for a codec that only ffmpeg reads.
    init(read: (_ offset: Int, _ count: Int) throws -> [UInt8]) throws {
        let head = try read(0, 12)
        guard head.count == 12 else { throw SpeechError.undecodable }
        let kind = String(decoding: head[0..<4], as: UTF8.self)
        let isBig = kind == "RIFX"
        var found: WaveFormat?
        var length64: Int?
        var position = 12
        // chunks come in any order but fmt before data; files of some recorders hold thousands of small ones
        for _ in 0..<10_000 {
            let header = try read(position, 8)
            guard header.count == 8 else { throw SpeechError.undecodable }
            let name = String(decoding: header[0..<4], as: UTF8.self)
            let size = Self.number(header[4..<8], isBig)
            let body = position + 8
            switch name {
            case "ds64":
                let sizes = try read(body, 16)
                guard sizes.count == 16 else { throw SpeechError.undecodable }
                length64 = Int(exactly: Self.number64(sizes[8..<16])) ?? nil
            case "fmt ":
                found = try Self.describe(read(body, min(size, 40)), isBig)
            case "data":
                guard var format = found else { throw SpeechError.undecodable }
                format.offset = body
                switch size {
                // an encoder that wrote into a pipe could not come back to fill the size in
                case 0xFFFF_FFFF where length64 ?? 0 > 0: format.length = length64
                case 0, 0xFFFF_FFFF: format.length = nil
                default: format.length = size
                }
                self = format
                return
            default: break
            }
            // chunks are padded to even lengths
            position = body + size + size % 2
        }
        throw SpeechError.undecodable
    }

    private init(encoding: WaveEncoding, channels: Int, rate: Int, isBigEndian: Bool) {
        self.encoding = encoding
        self.channels = channels
        self.rate = rate
        self.isBigEndian = isBigEndian
        offset = 0
    }

    /// The `fmt ` chunk: WAVEFORMAT, or WAVE_FORMAT_EXTENSIBLE, whose sub-format begins with the tag.
    private static func describe(_ bytes: [UInt8], _ isBig: Bool) throws -> WaveFormat {
        guard bytes.count >= 16 else { throw SpeechError.undecodable }
        var tag = number(bytes[0..<2], isBig)
        if tag == 0xFFFE {
            guard bytes.count >= 26 else { throw SpeechError.undecodable }
            tag = number(bytes[24..<26], isBig)
        }
        let channels = number(bytes[2..<4], isBig)
        let rate = number(bytes[4..<8], isBig)
        let align = number(bytes[12..<14], isBig)
        let bits = number(bytes[14..<16], isBig)
        guard (1...64).contains(channels), (100...768_000).contains(rate) else { throw SpeechError.undecodable }
        let encoding = try encoding(tag: tag, bits: bits, container: align / channels)
        return WaveFormat(encoding: encoding, channels: channels, rate: rate, isBigEndian: isBig)
    }

    private static func encoding(tag: Int, bits: Int, container: Int) throws -> WaveEncoding {
        switch (tag, bits) {
        case (1, 1...8): return .unsigned8
        case (1, 9...32):
            // 20 bits lie in 3 bytes, 24 sometimes in 4: the frame size decides
            let least = (bits + 7) / 8
            return .signed(bytes: (least...4).contains(container) ? container : least)
        case (3, 32): return .float32
        case (3, 64): return .float64
        case (6, 8): return .aLaw
        case (7, 8): return .muLaw
        default: throw SpeechError.toolMissing("ffmpeg")
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>, _ isBig: Bool) -> Int {
        (isBig ? Array(bytes) : bytes.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }

    private static func number64(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
