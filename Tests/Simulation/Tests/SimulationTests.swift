import Simulation
import Testing

struct SimulationTests {
    /// Every invariant holds in every run.
    @Test func fiveHundredSeedsHold() async throws {
        let simulation = try await Simulation()
        for seed in UInt64(1)...500 {
            let outcome = try await simulation.run(Scenario(seed: seed))
            #expect(outcome.violations.isEmpty, "scripts/simulate --seed \(seed)")
        }
    }

    @Test(arguments: [UInt64(3), 14, 159]) func aSeedIsARun(_ seed: UInt64) async throws {
        let simulation = try await Simulation()
        let one = try await simulation.run(Scenario(seed: seed))
        let other = try await simulation.run(Scenario(seed: seed))
        #expect(one.trace.digest == other.trace.digest)
    }
}
