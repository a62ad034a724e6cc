import Synchronization
package import Web

/// Counts every request: since the start by method, route and status, and in windows of the last minutes.
package final class RequestMetrics: RequestObserver {
    struct Series: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    /// Upper bounds in seconds, as a histogram of Prometheus has them; what is slower counts in `+Inf`.
    static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

    struct Histogram: Sendable {
        /// Not cumulative; the last one is beyond all bounds.
        var counts = Array(repeating: 0, count: RequestMetrics.bounds.count + 1)
        var sum = 0.0
        var total: Int { counts.reduce(0, +) }
    }

    private struct State {
        var series: [Series: Histogram] = [:]
        var windows = RequestWindows()
    }

    private let state = Mutex(State())
    private let start = ContinuousClock.now

    package init() {}

    package func answered(_ request: AnsweredRequest) {
        let seconds = Self.seconds(request.time)
        let series = Series(method: request.method, route: request.route, status: request.status)
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        let now = second
        state.withLock { state in
            state.series[series, default: Histogram()].counts[bucket] += 1
            state.series[series, default: Histogram()].sum += seconds
            state.windows.add(seconds: seconds, isError: request.status >= 500, at: now)
        }
    }

    /// Of the last minute, five and fifteen.
    package func summaries() -> [RequestWindows.Summary] {
        let now = second
        return state.withLock { state in [60, 300, 900].map { state.windows.summary(of: $0, at: now) } }
    }

    func all() -> [(series: Series, histogram: Histogram)] {
        state.withLock { $0.series.map { ($0.key, $0.value) } }.sorted {
            ($0.0.route, $0.0.method, $0.0.status) < ($1.0.route, $1.0.method, $1.0.status)
        }
    }

    private var second: Int64 { (ContinuousClock.now - start).components.seconds }

    private static func seconds(_ time: Duration) -> Double { time / .seconds(1) }
}
