import Foundation
import Kernel
import Operations
import Persistence
import Synchronization
import TestSupport
import Testing

@Suite struct HealthTests {
    private struct Part: HealthPart {
        let name: String
        let isRequired: Bool
        let answer: @Sendable () async throws -> PartFinding

        func look() async throws -> PartFinding { try await answer() }
    }

    @Test(
        arguments: [
            ([], .ok), ([(true, .ok), (false, .ok)], .ok), ([(true, .ok), (false, .notInstalled)], .ok),
            ([(true, .ok), (false, .degraded)], .degraded), ([(true, .degraded)], .degraded),
            ([(true, .ok), (false, .down)], .degraded), ([(true, .down), (false, .ok)], .down),
            ([(false, .down), (true, .down)], .down),
        ] as [([(Bool, HealthStatus)], HealthStatus)])
    func theWholeIsItsWorstPart(parts: [(Bool, HealthStatus)], whole: HealthStatus) async {
        let monitor = HealthMonitor(
            parts: parts.enumerated().map { index, part in
                Part(name: "\(index)", isRequired: part.0) { PartFinding(part.1) }
            })
        #expect(OverallHealth.of(await monitor.look()) == whole)
    }

    @Test func aPartThatHangsIsDownInTimeAndHoldsUpNobody() async throws {
        let monitor = HealthMonitor(
            parts: [
                Part(name: "slow", isRequired: true) {
                    try await Task.sleep(for: .seconds(60))
                    return PartFinding(.ok)
                },
                Part(name: "quick", isRequired: true) { PartFinding(.ok) },
            ], patience: .milliseconds(50))
        let parts = await monitor.look()
        #expect(parts.map(\.status) == [.down, .ok])
        #expect(parts[0].lastError?.code == "timeout")
    }

    @Test func theLastErrorIsRememberedWhenAllIsWellAgain() async {
        let fails = Mutex(true)
        let clock = WallClock { Instant(milliseconds: 5_000) }
        let monitor = HealthMonitor(
            parts: [
                Part(name: "part", isRequired: false) {
                    if fails.withLock({ $0 }) { throw PersistenceError.storageFull }
                    return PartFinding(.ok)
                }
            ], clock: clock)
        #expect(await monitor.look()[0].lastError?.code == "storage_full")
        fails.withLock { $0 = false }
        let part = await monitor.look()[0]
        #expect(part.status == .ok)
        #expect(part.lastError?.code == "storage_full" && part.lastError?.at == Instant(milliseconds: 5_000))
    }

    @Test(arguments: TestEngine.available)
    func aDatabaseThatWorksTellsItsSchemaAndRoom(engine: TestEngine) async throws {
        try await withDatabaseLocation(engine) { location in
            try await withOpenDatabase(location) { database in
                try await database.migrate(operationsMigrations)
                let finding = try await DatabaseHealth(database: database, location: location).look()
                #expect(finding.status == .ok)
                #expect(finding.details["schemaVersion"]?.string?.hasPrefix("operations-") == true)
                #expect((finding.details["migrations"]?.integer ?? 0) > operationsMigrations.count)
                #expect(finding.details["freeBytes"]?.integer != nil || engine != .sqlite)
            }
        }
    }

    @Test func aLockedDatabaseIsDownWithinItsTime() async throws {
        try await withDatabaseLocation(.sqlite) { location in
            let health = try await Database.open(location, patience: .milliseconds(200))
            let other = try await Database.open(location)
            let (locked, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let holding: Void = other.write { tx in
                try tx.setMeta("held", "yes")
                locked.signal()
                done.wait()
            }
            await Blocking.run { locked.wait() }
            let monitor = HealthMonitor(
                parts: [DatabaseHealth(database: health, location: location)], patience: .seconds(60))
            let part = await monitor.look()[0]
            done.signal()
            try await holding
            #expect(part.status == .down && part.lastError?.code == "database_locked")
            #expect(await monitor.look()[0].status == .ok)
            await health.close()
            await other.close()
        }
    }
}
