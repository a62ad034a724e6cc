/// Everything that is counted or read for the performance page, `/metrics` and the alerts.
package struct Meters: Sendable {
    /// nil when requests are not counted.
    package let requests: RequestMetrics?
    package let readings: @Sendable () -> MachineReadings
    /// Jobs by state.
    package let queue: @Sendable () async throws -> [String: Int64]
    package let version: String
    package let started: ContinuousClock.Instant

    package init(
        requests: RequestMetrics?, readings: @escaping @Sendable () -> MachineReadings,
        queue: @escaping @Sendable () async throws -> [String: Int64], version: String,
        started: ContinuousClock.Instant
    ) {
        self.requests = requests
        self.readings = readings
        self.queue = queue
        self.version = version
        self.started = started
    }
}
