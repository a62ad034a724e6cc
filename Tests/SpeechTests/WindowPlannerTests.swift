import Kernel
import Testing

@testable import Speech

/// Small numbers instead of seconds.
private let limits = WindowPlanner.Limits(longest: 28, edge: 1, pause: 8, spread: 60, lookBack: 6)

private func windows(_ spans: [Range<Int>], limits: WindowPlanner.Limits = limits) -> [[Range<Int>]] {
    var planner = WindowPlanner(limits: limits)
    var result: [SpeechWindow] = []
    for span in spans { result += planner.take(span) }
    result += planner.finish()
    return result.map(\.pieces)
}

struct WindowPlannerTests {
    @Test(
        arguments: [
            ([], []),
            ([3..<9], [[3..<9]]),
            // near neighbours are one piece with the pause between them
            ([0..<5, 7..<10], [[0..<10]]),
            // of a longer pause only its edges stay
            ([0..<5, 9..<12], [[0..<6, 8..<12]]),
            // a long pause ends the window
            ([0..<5, 14..<20], [[0..<5], [14..<20]]),
            // a full one ends at the longest pause near its end
            ([0..<20, 23..<26, 27..<40], [[0..<20], [23..<40]]),
            ([0..<20, 21..<26, 29..<40], [[0..<26], [29..<40]]),
            // that pause is too far back
            ([0..<10, 14..<30, 31..<40], [[0..<11, 13..<30], [31..<40]]),
            ([0..<28, 28..<56], [[0..<28], [28..<56]]),
        ] as [([Range<Int>], [[Range<Int>]])])
    func spansAreJoined(_ spans: [Range<Int>], _ expected: [[Range<Int>]]) {
        #expect(windows(spans) == expected)
    }

    @Test func aLongPauseEndsTheWindowBeforeTheNextSpanComes() {
        var planner = WindowPlanner(limits: limits)
        #expect(planner.take(0..<5).isEmpty)
        #expect(planner.pass(13).isEmpty)
        #expect(planner.pass(14) == [SpeechWindow(pieces: [0..<5])])
        #expect(planner.start == nil)
    }

    @Test func placesAreThoseOfTheRecording() {
        let window = SpeechWindow(pieces: [10..<15, 30..<35])
        #expect([-3, 0, 4, 5, 9, 10, 99].map(window.place) == [10, 10, 14, 30, 34, 35, 35])
        #expect([-3, 0, 1, 5, 6, 10, 99].map(window.placeOfEnd) == [10, 10, 11, 15, 31, 35, 35])
        #expect(window.count == 10)
    }

    @Test(arguments: 0..<300)
    func everySampleOfSpeechIsInExactlyOneWindow(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var spans: [Range<Int>] = []
        var end = Int.random(in: 0...20, using: &random)
        for _ in 0..<Int.random(in: 1...80, using: &random) {
            let start = end + Int.random(in: 0...(seed % 3 == 0 ? 3 : 12), using: &random)
            end = start + Int.random(in: 1...(seed % 2 == 0 ? 6 : 28), using: &random)
            spans.append(start..<end)
        }
        let found = windows(spans)
        let pieces = found.flatMap { $0 }
        #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        #expect(found.allSatisfy { $0.reduce(0) { $0 + $1.count } <= limits.longest })
        #expect(pieces.allSatisfy { $0.lowerBound >= spans[0].lowerBound && $0.upperBound <= end })
        for span in spans {
            for sample in span { #expect(pieces.filter { $0.contains(sample) }.count == 1, "sample \(sample)") }
        }
    }
}
