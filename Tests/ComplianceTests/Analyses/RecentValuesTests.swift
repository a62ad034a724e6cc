import Synchronization
import Testing

@testable import Compliance

@Suite struct RecentValuesTests {
    @Test("What was used last stays, and the whole stays within its limits")
    func limits() {
        let values = RecentValues<Int>(limit: 8, sizeLimit: 1_000)
        for number in 0..<8 { values.keep(number, size: 1, as: "\(number)") }
        #expect(values.value("0") == 0)
        values.keep(8, size: 1, as: "8")
        #expect(values.value("0") == 0 && values.value("8") == 8 && values.value("1") == nil)
        values.keep(9, size: 900, as: "large")
        values.keep(10, size: 900, as: "larger")
        #expect(values.value("larger") == 10 && values.value("large") == nil && values.count <= 8)
    }

    @Test("The same value again counts once")
    func again() {
        let values = RecentValues<Int>(limit: 8, sizeLimit: 100)
        for number in 0..<50 { values.keep(number, size: 60, as: "a") }
        #expect(values.value("a") == 49 && values.count == 1)
    }

    @Test("Work that many ask for at the same time is done once, and its error is everybody's")
    func singleFlight() async throws {
        struct Failed: Error {}
        final class Calls: Sendable {
            let count = Mutex(0)
            func add() { count.withLock { $0 += 1 } }
        }
        let flight = SingleFlight<Int>()
        let calls = Calls()
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await flight.value("a") {
                calls.add()
                for await _ in gate { break }
                return 7
            }
        }
        let failing = Task {
            try await flight.value("b") { () -> Int in
                calls.add()
                throw Failed()
            }
        }
        await #expect(throws: Failed.self) { _ = try await failing.value }
        opening.yield()
        #expect(try await first.value == 7)
        #expect(try await flight.value("a") { 8 } == 8)
        #expect(calls.count.withLock { $0 } == 2)
    }
}
