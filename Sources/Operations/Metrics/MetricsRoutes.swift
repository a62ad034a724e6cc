import HTTPTypes
import Kernel
import Web

/// `/metrics` for Prometheus.
struct MetricsRoutes: Sendable {
    let meters: Meters
    let token: String?

    func add(to routes: inout Routes) {
        routes.open(.get, "/metrics", HealthDocs.metrics, handle: metrics)
    }

    private func metrics(_ call: OpenCall) async throws -> Reply {
        guard let requests = meters.requests else { throw WebError.notFound }
        try admit(call)
        var text = PrometheusText()
        text.add(requests)
        text.add(meters.readings())
        text.add(queue: try await meters.queue())
        text.family("rounds_info", .gauge, "The version that runs.")
        text.sample("rounds_info", [("version", meters.version)], 1)
        text.one(
            "rounds_uptime_seconds", .gauge, "Since the process began.",
            (ContinuousClock.now - meters.started) / .seconds(1))
        return .bytes([UInt8](text.text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
    }

    /// The token as a bearer, or somebody who runs the machine.
    private func admit(_ call: OpenCall) throws {
        if let token, let header = call.header("Authorization"), header.lowercased().hasPrefix("bearer "),
            Digest.constantTimeEqual(String(header.dropFirst("bearer ".count)), token)
        {
            return
        }
        guard let caller = call.caller else { throw WebError.unauthenticated }
        guard Operators.roles.contains(caller.role) else { throw WebError.forbidden }
    }
}

extension PrometheusText {
    mutating func add(_ requests: RequestMetrics) {
        let name = "rounds_http_request_duration_seconds"
        family(name, .histogram, "Time until an answer begins, by method, route template and status.")
        for (series, histogram) in requests.all() {
            let labels = [
                ("method", series.method), ("route", series.route), ("status", String(series.status)),
            ]
            var sum = 0
            for (bound, count) in zip(RequestMetrics.bounds + [.infinity], histogram.counts) {
                sum += count
                sample("\(name)_bucket", labels + [("le", Self.number(bound))], Double(sum))
            }
            sample("\(name)_sum", labels, histogram.sum)
            sample("\(name)_count", labels, Double(histogram.total))
        }
    }

    mutating func add(_ readings: MachineReadings) {
        one("process_cpu_seconds_total", .counter, "User and system time.", readings.processorSeconds)
        one("process_resident_memory_bytes", .gauge, "Memory held.", readings.residentBytes.map(Double.init))
        one("process_open_fds", .gauge, "Open files and connections.", readings.openFiles.map(Double.init))
        one("rounds_memory_used_ratio", .gauge, "Of the machine, 0 to 1.", readings.memoryUsed)
        one("rounds_disk_used_ratio", .gauge, "Where the data is, 0 to 1.", readings.diskUsed)
        one("rounds_disk_free_bytes", .gauge, "Where the data is.", readings.diskFreeBytes.map(Double.init))
    }

    mutating func add(queue: [String: Int64]) {
        family("rounds_jobs", .gauge, "Jobs by state.")
        for (state, count) in queue.sorted(by: { $0.key < $1.key }) {
            sample("rounds_jobs", [("state", state)], Double(count))
        }
    }
}
