import Foundation

@testable import Speech

/// Writes the WAV files that the tests read.
struct WaveFile {
    var encoding: WaveEncoding = .signed(bytes: 2)
    var rate = 16_000
    var channels = 1
    var isBigEndian = false
    var isExtensible = false
    /// RF64, whose sizes stand in a chunk of their own.
    var is64 = false
    /// Chunks in front of the format and between it and the samples.
    var strangers = false
    /// As a recorder leaves it that could not come back to the head: 0 or 0xFFFFFFFF.
    var writtenLength: UInt32?

    func bytes(_ samples: [Float]) -> [UInt8] {
        let data = samples.flatMap { sample in (0..<channels).flatMap { _ in encode(sample) } }
        var body = tag("WAVE")
        if is64 {
            body += chunk(
                "ds64", number(UInt64(data.count + 100)) + number(UInt64(data.count)) + [UInt8](repeating: 0, count: 12)
            )
        }
        if strangers { body += chunk("LIST", [1, 2, 3]) }
        body += chunk("fmt ", format)
        if strangers { body += chunk("bext", [UInt8](repeating: 7, count: 4001)) }
        body += tag("data") + number(is64 ? 0xFFFF_FFFF : writtenLength ?? UInt32(data.count)) + data
        if data.count % 2 == 1 { body.append(0) }
        if strangers { body += chunk("id3 ", [0x49, 0x44, 0x33]) }
        return tag(is64 ? "RF64" : isBigEndian ? "RIFX" : "RIFF") + number(is64 ? 0xFFFF_FFFF : UInt32(body.count))
            + body
    }

    private var format: [UInt8] {
        let bits = UInt16(encoding.bytes * 8)
        let code: UInt16 =
            switch encoding {
            case .unsigned8, .signed: 1
            case .float32, .float64: 3
            case .aLaw: 6
            case .muLaw: 7
            }
        let frame = UInt16(encoding.bytes * channels)
        let plain =
            number(isExtensible ? 0xFFFE : code) + number(UInt16(channels)) + number(UInt32(rate))
            + number(UInt32(rate * Int(frame))) + number(frame) + number(bits)
        guard isExtensible else { return plain }
        let identifier: [UInt8] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
        return plain + number(UInt16(22)) + number(bits) + number(UInt32(0)) + number(code) + identifier
    }

    private func encode(_ sample: Float) -> [UInt8] {
        switch encoding {
        case .unsigned8: return [UInt8(clamping: Int((sample * 128).rounded()) + 128)]
        case .signed(let count):
            let value = Int((Double(sample) * Double(1 << (count * 8 - 1))).rounded())
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return isBigEndian ? bytes.reversed() : bytes
        case .float32: return number(sample.bitPattern)
        case .float64: return number(Double(sample).bitPattern)
        // the nearest of the 256 values there are
        case .muLaw: return [Self.nearest(sample, in: G711.muLaw)]
        case .aLaw: return [Self.nearest(sample, in: G711.aLaw)]
        }
    }

    private static func nearest(_ sample: Float, in values: [Float]) -> UInt8 {
        UInt8(values.indices.min { abs(values[$0] - sample) < abs(values[$1] - sample) } ?? 0)
    }

    private func tag(_ name: String) -> [UInt8] { Array(name.utf8) }

    private func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        tag(name) + number(UInt32(bytes.count)) + bytes + (bytes.count % 2 == 1 ? [0] : [])
    }

    private func number<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
        withUnsafeBytes(of: isBigEndian ? value.bigEndian : value.littleEndian) { Array($0) }
    }
}

enum Sound {
    /// A sine, half as loud as can be.
    static func tone(_ hertz: Double, seconds: Double, rate: Int = 16_000) -> [Float] {
        (0..<Int(seconds * Double(rate))).map { Float(0.5 * sin(2 * Double.pi * hertz * Double($0) / Double(rate))) }
    }

    static func silence(seconds: Double) -> [Float] {
        [Float](repeating: 0, count: Int(seconds * 16_000))
    }

    /// Root of the mean square.
    static func level(_ samples: some Collection<Float>) -> Double {
        (samples.reduce(0) { $0 + Double($1) * Double($1) } / Double(max(1, samples.count))).squareRoot()
    }
}

/// A file in a folder of its own, gone afterwards.
@discardableResult
func withFile<T>(
    _ bytes: [UInt8], named name: String = "recording.bin", _ body: (URL) async throws -> T
) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rounds-speech-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return try await body(file)
}

/// All samples of a recording.
func decoded(_ file: URL, from start: Double = 0, findsTools: Bool) async throws -> [Float] {
    var samples: [Float] = []
    try await AudioDecoder(findsTools: findsTools).samples(of: file, from: start) { samples += $0 }
    return samples
}
