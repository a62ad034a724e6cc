import Operations
import Testing

@Suite struct RequestWindowsTests {
    @Test func aWindowForgetsWhatIsOlder() {
        var windows = RequestWindows()
        for second in stride(from: Int64(5), to: 905, by: 10) {
            windows.add(seconds: 0.1, isError: second < 300, at: second)
        }
        let now: Int64 = 899
        let minute = windows.summary(of: 60, at: now)
        #expect(minute.requests == 6 && minute.errors == 0)
        #expect(windows.summary(of: 300, at: now).requests == 30)
        let quarter = windows.summary(of: 900, at: now)
        #expect(quarter.requests == 90 && quarter.errors == 30)
        #expect(quarter.errorRate == 1.0 / 3)
        #expect(minute.rate == 0.1)
    }

    @Test func afterAPauseEverythingIsForgotten() {
        var windows = RequestWindows()
        for second in Int64(0)..<900 { windows.add(seconds: 1, isError: true, at: second) }
        for window in [60, 300, 900] {
            let summary = windows.summary(of: window, at: 2_000)
            #expect(summary.requests == 0 && summary.p95 == nil && summary.errorRate == nil)
        }
        windows.add(seconds: 0.2, isError: false, at: 2_000)
        #expect(windows.summary(of: 900, at: 2_001).requests == 1)
    }
}
