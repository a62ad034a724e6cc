import Kernel
import Logging
import Operations
import Synchronization
import TestSupport
import Testing

@Suite struct AlertWatchTests {
    private struct Source: AlertSource {
        let isBroken: @Sendable () throws -> Bool

        func conditions(at now: Instant) async throws -> [AlertCondition] {
            [AlertCondition("disk", value: 0.95, limit: 0.9, isBroken: try isBroken())]
        }
    }

    private struct Sink: AlertSink {
        let name = "test"
        let heard: AsyncStream<AlertEvent>.Continuation

        func tell(_ event: AlertEvent) async throws { heard.yield(event) }
    }

    private struct Away: Error {}

    private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test(arguments: TestEngine.available)
    func anAlertIsToldOnceAlsoByTwoServersAndStaysInTheHistory(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: operationsMigrations) { database in
            let state = Mutex(true)
            let now = Mutex(Instant(milliseconds: 1_000))
            let clock = WallClock { now.withLock { $0 } }
            let store = AlertStore(database: database, clock: clock)
            let (events, heard) = AsyncStream.makeStream(of: AlertEvent.self)
            let source = Source { state.withLock { $0 } }
            let watches = (0..<2).map { _ in
                AlertWatch(
                    store: store, sources: [source], sinks: [Sink(heard: heard)], clock: clock, logger: Self.quiet)
            }
            func look(at milliseconds: Int64) async throws {
                now.withLock { $0 = Instant(milliseconds: milliseconds) }
                for watch in watches { try await watch.look() }
            }
            try await look(at: 1_000)
            try await look(at: 31_000)
            #expect(try await store.history(limit: 10).map(\.resolvedAt) == [nil])
            try await look(at: 1_000 + AlertBook.repetition)
            state.withLock { $0 = false }
            try await look(at: 2_000_000)
            let row = try #require(try await store.history(limit: 10).first)
            #expect(row.name == "disk" && row.raisedAt == Instant(milliseconds: 1_000))
            #expect(row.resolvedAt == Instant(milliseconds: 2_000_000))
            var told: [AlertEvent.Kind] = []
            for await event in events {
                told.append(event.kind)
                if event.kind == .resolved { break }
            }
            #expect(told == [.raised, .repeated, .resolved])
        }
    }

    @Test func aSourceThatFailsNeitherRaisesNorResolves() async throws {
        try await withDatabase(.sqlite, migrations: operationsMigrations) { database in
            let fails = Mutex(false)
            let source = Source {
                if fails.withLock({ $0 }) { throw Away() }
                return true
            }
            let store = AlertStore(database: database)
            let watch = AlertWatch(store: store, sources: [source], sinks: [], logger: Self.quiet)
            try await watch.look()
            fails.withLock { $0 = true }
            try await watch.look()
            #expect(try await store.history(limit: 10).map(\.resolvedAt) == [nil])
        }
    }

    @Test func aSinkThatIsAwayIsTriedAgainInOrder() async throws {
        final class Unsteady: AlertSink {
            let name = "unsteady"
            let failures = Mutex(3)
            let heard: AsyncStream<Double>.Continuation

            init(_ heard: AsyncStream<Double>.Continuation) { self.heard = heard }

            func tell(_ event: AlertEvent) async throws {
                let fails = failures.withLock { left in
                    left -= 1
                    return left >= 0
                }
                if fails { throw Away() }
                heard.yield(event.value)
            }
        }
        let (values, heard) = AsyncStream.makeStream(of: Double.self)
        let pauses = Mutex<[Duration]>([])
        let line = AlertLine(Unsteady(heard), logger: Self.quiet) { pause in pauses.withLock { $0.append(pause) } }
        for value in [1.0, 2.0] {
            let condition = AlertCondition("disk", value: value, limit: 0.9, isBroken: true)
            await line.add(AlertEvent(.raised, condition, at: Instant(milliseconds: 0)))
        }
        var told: [Double] = []
        for await value in values {
            told.append(value)
            if told.count == 2 { break }
        }
        #expect(told == [1, 2])
        #expect(pauses.withLock { $0 } == [.seconds(1), .seconds(5), .seconds(30)])
    }
}
