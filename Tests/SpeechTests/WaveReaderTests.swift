import Foundation
import Testing

@testable import Speech

struct WaveReaderTests {
    static let encodings: [(WaveEncoding, Double)] = [
        (.unsigned8, 0.01), (.signed(bytes: 2), 0.0001), (.signed(bytes: 3), 1e-6), (.signed(bytes: 4), 1e-6),
        (.float32, 1e-7), (.float64, 1e-7), (.muLaw, 0.02), (.aLaw, 0.02),
    ]

    /// Every number kind, one and two channels, plain and extensible, with and without ffmpeg: the same tone.
    @Test(arguments: encodings, [false, true])
    func everyEncodingIsRead(_ kind: (encoding: WaveEncoding, error: Double), isExtensible: Bool) async throws {
        let tone = Sound.tone(440, seconds: 0.5)
        let wave = WaveFile(
            encoding: kind.encoding, channels: isExtensible ? 2 : 1, isExtensible: isExtensible, strangers: isExtensible
        )
        try await withFile(wave.bytes(tone), named: "no-name-that-helps") { file in
            for findsTools in [false, true] {
                let samples = try await decoded(file, findsTools: findsTools)
                #expect(abs(samples.count - tone.count) <= 1, "\(findsTools)")
                let difference = zip(samples, tone).map { Double(abs($0 - $1)) }.max() ?? 1
                #expect(difference < kind.error + (findsTools ? 0.001 : 0), "\(findsTools)")
            }
            for findsTools in [false, true] {
                let info = try await AudioProbe.probe(file, findsTools: findsTools)
                #expect(info.duration == 0.5)
            }
        }
    }

    @Test(arguments: [
        WaveFile(encoding: .signed(bytes: 2), isBigEndian: true), WaveFile(encoding: .float32, isBigEndian: true),
        WaveFile(is64: true), WaveFile(writtenLength: 0), WaveFile(writtenLength: 0xFFFF_FFFF),
        WaveFile(writtenLength: 1 << 30), WaveFile(strangers: true),
    ])
    func oddHeadsAreRead(_ wave: WaveFile) async throws {
        let tone = Sound.tone(300, seconds: 0.25)
        try await withFile(wave.bytes(tone)) { file in
            let samples = try await decoded(file, findsTools: false)
            // without a length the chunks behind the samples are noise at their end
            #expect(samples.count == tone.count)
            #expect(zip(samples, tone).allSatisfy { abs($0 - $1) < 0.001 })
        }
    }

    @Test func aFileThatWasCutOffGivesWhatItHas() async throws {
        let tone = Sound.tone(300, seconds: 1)
        let bytes = Array(WaveFile(encoding: .signed(bytes: 3), channels: 2).bytes(tone).prefix(44 + 6 * 8000 + 4))
        try await withFile(bytes) { file in
            for findsTools in [false, true] {
                let samples = try await decoded(file, findsTools: findsTools)
                #expect(samples.count == 8000)
            }
        }
    }

    @Test(arguments: [
        (offset: 22, bytes: [0, 0]),  // no channels
        (offset: 22, bytes: [0xFF, 0xFF]), (offset: 24, bytes: [0, 0, 0, 0]), (offset: 34, bytes: [0, 0]),
        (offset: 16, bytes: [2, 0, 0, 0]), (offset: 16, bytes: [0xFF, 0xFF, 0xFF, 0xFF]),
        (offset: 20, bytes: [0x55, 0]), (offset: 36, bytes: [0x6E, 0x6F, 0x6E, 0x65]),
    ])
    func aBrokenHeadIsAnError(_ change: (offset: Int, bytes: [UInt8])) async throws {
        var bytes = WaveFile().bytes(Sound.tone(300, seconds: 0.1))
        bytes.replaceSubrange(change.offset..<change.offset + change.bytes.count, with: change.bytes)
        try await withFile(bytes) { file in
            await #expect(throws: SpeechError.self) { _ = try await decoded(file, findsTools: false) }
        }
    }

    @Test(arguments: [8_000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000])
    func ratesAreChanged(rate: Int) async throws {
        let tone = Sound.tone(1000, seconds: 1, rate: rate)
        try await withFile(WaveFile(encoding: .float32, rate: rate).bytes(tone)) { file in
            let samples = try await decoded(file, findsTools: false)
            #expect(abs(samples.count - 16_000) <= 1)
            let expected = Sound.tone(1000, seconds: 1)
            // away from the ends, where the silence around is heard
            let errors = zip(samples, expected).map { Double(abs($0 - $1)) }[1000..<15_000]
            #expect((errors.max() ?? 1) < 0.002)
        }
    }
}

struct ResamplerTests {
    @Test func whatCannotBeShownGoes() {
        var resampler = Resampler(from: 48_000, to: 16_000)
        let samples = resampler.take(Sound.tone(9500, seconds: 0.5, rate: 48_000)) + resampler.finish()
        #expect(Sound.level(samples[1000..<7000]) < 0.0005)
    }

    @Test func piecesGiveWhatTheWholeGives() {
        let tone = Sound.tone(523, seconds: 1, rate: 44_100)
        var whole = Resampler(from: 44_100, to: 16_000)
        let expected = whole.take(tone) + whole.finish()
        var pieces = Resampler(from: 44_100, to: 16_000)
        var found: [Float] = []
        var start = 0
        for length in [1, 7, 100, 4096, 20_000, 0, 50_000] where start < tone.count {
            let end = min(tone.count, start + length)
            found += pieces.take(Array(tone[start..<end]))
            start = end
        }
        found += pieces.finish()
        #expect(found == expected)
        #expect(found.count == 16_000)
    }
}
