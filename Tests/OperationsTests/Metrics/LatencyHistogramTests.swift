import Operations
import Testing

@Suite struct LatencyHistogramTests {
    @Test func withoutRequestsThereIsNoPercentile() {
        #expect(LatencyHistogram().percentile(0.5) == nil)
    }

    @Test(arguments: [
        (0.5, 0.050), (0.95, 0.095), (0.99, 0.099), (1, 0.100),
    ])
    func aPercentileIsNeverTooLowAndAtMostNineInAHundredTooHigh(part: Double, truth: Double) throws {
        var histogram = LatencyHistogram()
        for millisecond in 1...100 { histogram.add(Double(millisecond) / 1000) }
        let found = try #require(histogram.percentile(part))
        #expect(found >= truth && found <= truth * 1.091, "\(found)")
    }

    @Test(arguments: [0, 0.000_001, 0.01, 31, 100_000])
    func oneRequestIsItsOwnPercentile(seconds: Double) throws {
        var histogram = LatencyHistogram()
        histogram.add(seconds)
        let found = try #require(histogram.percentile(0.99))
        #expect(found <= seconds && found >= min(seconds, 600))
        #expect(histogram.largest == seconds)
    }

    @Test func twoTogetherAreAsIfCountedInOne() {
        var (all, first, second) = (LatencyHistogram(), LatencyHistogram(), LatencyHistogram())
        for number in 1...50 {
            let seconds = Double(number * number) / 1024
            all.add(seconds)
            if number <= 20 { first.add(seconds) } else { second.add(seconds) }
        }
        first.add(second)
        #expect(first.count == 50 && first.largest == all.largest)
        for part in [0.1, 0.5, 0.9, 0.99] { #expect(first.percentile(part) == all.percentile(part)) }
    }
}
