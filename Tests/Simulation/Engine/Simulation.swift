/// What a run came to.
package struct Outcome: Sendable {
    package let scenario: Scenario
    package let violations: [Violation]
    package let trace: Trace
    /// Operations that devices promised to keep.
    package let captured: Int
    package let requests: Int
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
                requests: state.log.requests)
        } catch {
            await world.server.close()
            throw error
        }
    }
}
