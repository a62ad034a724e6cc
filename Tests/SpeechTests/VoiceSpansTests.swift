import Kernel
import Testing

@testable import Speech

/// One character for a frame: `#` speech, `-` doubt (between the thresholds), `.` quiet.
private func spans(_ frames: String, longest: Int = 875) -> [Range<Int>] {
    var reader = VoiceSpans(longest: longest)
    var result: [Range<Int>] = []
    for frame in frames { result += reader.take(frame == "#" ? 0.9 : frame == "-" ? 0.4 : 0.1) }
    result += reader.finish()
    return result.map { $0.lowerBound / VoiceSpans.frame..<$0.upperBound / VoiceSpans.frame }
}

private func frames(_ parts: (Character, Int)...) -> String {
    parts.map { String(repeating: $0.0, count: $0.1) }.joined()
}

struct VoiceSpansTests {
    @Test(
        arguments: [
            ("", []),
            (frames((".", 100)), []),
            // a click of 7 frames is no speech, 8 are
            (frames((".", 20), ("#", 7), (".", 20)), []),
            (frames((".", 20), ("#", 8), (".", 20)), [13..<35]),
            // padded by seven frames, not beyond what was heard
            (frames(("#", 10), (".", 30)), [0..<17]),
            (frames((".", 20), ("#", 10)), [13..<30]),
            (frames((".", 3), ("#", 10), (".", 2)), [0..<15]),
            // a short quiet or any doubt goes on, a longer quiet ends
            (frames((".", 20), ("#", 10), (".", 3), ("#", 10), (".", 20)), [13..<50]),
            (frames((".", 20), ("#", 10), ("-", 30), ("#", 10), (".", 20)), [13..<77]),
            // near neighbours share the quiet between them, and leave none of it out
            (frames((".", 20), ("#", 10), (".", 6), ("#", 10), (".", 20)), [13..<33, 33..<53]),
            (frames((".", 20), ("#", 10), (".", 8), ("#", 10), (".", 20)), [13..<37, 37..<55]),
            (frames((".", 20), ("#", 10), (".", 30), ("#", 10), (".", 20)), [13..<37, 53..<77]),
        ] as [(String, [Range<Int>])])
    func speechIsFound(_ heard: String, _ expected: [Range<Int>]) {
        #expect(spans(heard) == expected)
    }

    @Test func speechWithoutAPauseIsCutWhereItIsLeastCertain() {
        var reader = VoiceSpans(longest: 100)
        var result: [Range<Int>] = []
        for index in 0..<150 { result += reader.take(index == 70 ? 0.6 : 0.9) }
        result += reader.finish()
        #expect(result == [0..<70 * 512, 70 * 512..<150 * 512])
    }

    @Test(arguments: 0..<200)
    func spansAreOrderedAndHoldAllSpeech(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let longest = Int.random(in: 40...200, using: &random)
        var heard: [Float] = []
        while heard.count < 2000 {
            let isSpeech = Bool.random(using: &random)
            let count = Int.random(in: 1...(seed % 2 == 0 ? 30 : 300), using: &random)
            for _ in 0..<count { heard.append(Float.random(in: isSpeech ? 0.5...1 : 0...0.34, using: &random)) }
        }
        var reader = VoiceSpans(longest: longest)
        var found: [Range<Int>] = []
        for (index, probability) in heard.enumerated() {
            let settled = reader.settled
            let more = reader.take(probability)
            // what is settled stays so, and nothing is told of frames that were not heard
            #expect(more.allSatisfy { $0.lowerBound >= settled && $0.upperBound <= (index + 1) * VoiceSpans.frame })
            #expect(reader.settled >= settled)
            found += more
        }
        found += reader.finish()
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        #expect(found.allSatisfy { $0.count <= longest * VoiceSpans.frame && !$0.isEmpty })
        #expect(found.allSatisfy { $0.upperBound <= heard.count * VoiceSpans.frame })
        for run in speechRuns(heard) where run.count >= VoiceSpans.leastFrames {
            for frame in run {
                #expect(found.contains { $0.contains(frame * VoiceSpans.frame) }, "frame \(frame)")
            }
        }
    }

    private func speechRuns(_ heard: [Float]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, probability) in heard.enumerated() where probability >= VoiceSpans.threshold {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }
}
