import Simulation
import Testing

struct SimulationTests {
    /// Every invariant holds in every run, and the runs between them met what can happen.
    @Test func fiveHundredSeedsHold() async throws {
        let simulation = try await Simulation()
        let halves = [UInt64(1)...250, 251...500]
        let coverage = try await withThrowingTaskGroup(of: Coverage.self) { group in
            for half in halves {
                group.addTask { try await Self.run(half, simulation) }
            }
            return try await group.reduce(into: Coverage()) { $0 += $1 }
        }
        #expect(Coverage.wanted.subtracting(coverage.cases.keys).isEmpty)
    }

    private static func run(_ seeds: ClosedRange<UInt64>, _ simulation: Simulation) async throws -> Coverage {
        var coverage = Coverage()
        for seed in seeds {
            let outcome = try await simulation.run(Scenario(seed: seed))
            #expect(outcome.violations.isEmpty, "scripts/simulate --seed \(seed)")
            coverage += outcome.coverage
        }
        return coverage
    }

    /// A printed seed reproduces its run, to the byte.
    @Test(arguments: [UInt64(3), 14, 159, 265]) func aSeedIsARun(_ seed: UInt64) async throws {
        let simulation = try await Simulation()
        let one = try await simulation.run(Scenario(seed: seed))
        let other = try await Simulation().run(Scenario(seed: seed))
        #expect(one.trace.digest == other.trace.digest)
        #expect(one.trace.lines.map(\.description) == other.trace.lines.map(\.description))
        #expect(try await simulation.run(Scenario(seed: seed + 1)).trace.digest != one.trace.digest)
    }

    /// The smallest run that is told of a failure fails by the same rule, with less.
    @Test func aFailureIsMadeSmall() async throws {
        let simulation = try await Simulation()
        for seed in UInt64(1)...100 {
            let outcome = try await simulation.run(Scenario(seed: seed, sabotage: .acknowledgesBeforeCommit))
            guard let first = outcome.violations.first else { continue }
            let smallest = try await simulation.shrink(outcome)
            #expect(smallest.violations.contains { $0.invariant == first.invariant })
            #expect(smallest.scenario.faults.count < outcome.scenario.faults.count)
            return
        }
        Issue.record("no seed failed")
    }
}
