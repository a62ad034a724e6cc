/// What a run came to.
package struct Outcome: Sendable {
    package let scenario: Scenario
    package let violations: [Violation]
    package let trace: Trace
    /// Operations that devices promised to keep.
    package let captured: Int
    package let requests: Int
    package let coverage: Coverage
}

/// Runs scenarios over a school that is made once.
package struct Simulation: Sendable {
    private let template: SchoolTemplate

    /// - Throws: what the database throws
    package init() async throws {
        template = try await SchoolTemplate()
    }

    /// - Throws: mistakes of the program under test or of the simulation; what the invariants find is in the outcome.
    package func run(_ scenario: Scenario) async throws -> Outcome {
        let folder = try Folder()
        defer { folder.remove() }
        let world = try await World(scenario, template: template, folder: folder)
        do {
            try await world.run()
            let isQuiet = try await world.exchangeEverything()
            var state = try await world.finalState()
            state.isQuiet = isQuiet
            await world.server.close()
            let violations = Invariant.allCases.flatMap { invariant in
                invariant.violations(in: state).map { Violation(invariant: invariant, detail: $0) }
            }
            return Outcome(
                scenario: scenario, violations: violations, trace: world.trace, captured: state.log.captured.count,
                requests: state.log.requests, coverage: Coverage(state))
        } catch {
            await world.server.close()
            throw error
        }
    }

    /// The smallest run found that still breaks the same rule: fewer faults, fewer browsers, fewer acts of people.
    /// - Throws: what `run` throws
    package func shrink(_ outcome: Outcome) async throws -> Outcome {
        guard let invariant = outcome.violations.first?.invariant else { return outcome }
        var smallest = outcome
        func attempt(_ change: (inout Scenario) -> Void) async throws -> Bool {
            var scenario = smallest.scenario
            change(&scenario)
            let outcome = try await run(scenario)
            guard outcome.violations.contains(where: { $0.invariant == invariant }) else { return false }
            smallest = outcome
            return true
        }
        for fault in Fault.allCases where smallest.scenario.faults.contains(fault) {
            _ = try await attempt { $0.faults.remove(fault) }
        }
        while smallest.scenario.browsers > 1, try await attempt({ $0.browsers -= 1 }) {}
        var step = smallest.scenario.acts / 2
        while step > 0 {
            let acts = smallest.scenario.acts
            if acts <= step { step /= 2 } else if try await !attempt({ $0.acts = acts - step }) { step /= 2 }
        }
        return smallest
    }
}
