import Simulation
import Testing

/// The test of the test: an invariant that never fails proves nothing.
struct SabotageTests {
    /// A broken engine is caught by the invariant that is there for it, within a hundred seeds.
    @Test(arguments: Sabotage.allCases) func aBrokenEngineIsCaught(_ sabotage: Sabotage) async throws {
        let simulation = try await Simulation()
        for seed in UInt64(1)...100 {
            let outcome = try await simulation.run(Scenario(seed: seed, sabotage: sabotage))
            if outcome.violations.contains(where: { $0.invariant == sabotage.caughtBy }) { return }
        }
        Issue.record("\(sabotage.rawValue) went unnoticed")
    }

    /// Nothing is there that no broken engine was tried against.
    @Test func everyInvariantIsTried() {
        #expect(Set(Sabotage.allCases.map(\.caughtBy)) == Set(Invariant.allCases))
    }
}
