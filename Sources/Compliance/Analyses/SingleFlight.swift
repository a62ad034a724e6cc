import Synchronization

/// Work for one key is done once, however many ask for it at the same time.
final class SingleFlight<Value: Sendable>: Sendable {
    private let flights = Mutex<[String: Task<Value, any Error>]>([:])

    /// - Throws: what `work` throws, to all who wait for it
    func value(_ key: String, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = flights.withLock { flights in
            if let flight = flights[key] { return flight }
            let flight = Task {
                defer { self.flights.withLock { $0[key] = nil } }
                return try await work()
            }
            flights[key] = flight
            return flight
        }
        return try await task.value
    }
}
