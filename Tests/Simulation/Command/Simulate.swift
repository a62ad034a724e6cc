import Foundation
import Simulation

/// `simulate --seeds 1..10000`, or `simulate --seed 7` with the whole trace; `--sabotage keepsNoLoser` breaks the engine.
@main
struct Simulate {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        var seeds: ClosedRange<UInt64> = 1...10_000
        var isSingle = false
        var sabotage: Sabotage?
        var rest = Array(arguments)
        while !rest.isEmpty {
            let option = rest.removeFirst()
            guard let value = rest.first else { return usage() }
            rest.removeFirst()
            let bounds = value.components(separatedBy: "..").compactMap { UInt64($0) }
            switch option {
            case "--seed":
                guard bounds.count == 1 else { return usage() }
                seeds = bounds[0]...bounds[0]
                isSingle = true
            case "--seeds":
                guard bounds.count == 2, bounds[0] <= bounds[1] else { return usage() }
                seeds = bounds[0]...bounds[1]
            case "--sabotage":
                guard let named = Sabotage(rawValue: value) else { return usage() }
                sabotage = named
            default: return usage()
            }
        }
        try await run(seeds, showingAll: isSingle, sabotage)
    }

    private static func usage() {
        print("usage: simulate [--seed N | --seeds A..B] [--sabotage NAME]")
        exit(64)
    }

    private static func run(
        _ seeds: ClosedRange<UInt64>, showingAll: Bool, _ sabotage: Sabotage?
    ) async throws {
        let simulation = try await Simulation()
        let started = ContinuousClock.now
        var failed: [UInt64] = []
        var coverage = Coverage()
        var count = 0
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            var waiting = seeds.makeIterator()
            func add() {
                guard let seed = waiting.next() else { return }
                group.addTask { try await simulation.run(Scenario(seed: seed, sabotage: sabotage)) }
            }
            for _ in 0..<Self.runsAtOnce { add() }
            while let outcome = try await group.next() {
                add()
                count += 1
                coverage += outcome.coverage
                if showingAll { show(outcome) }
                if !outcome.violations.isEmpty {
                    failed.append(outcome.scenario.seed)
                    print("seed \(outcome.scenario.seed) FAILED")
                    for violation in outcome.violations.prefix(4) { print("  \(violation)") }
                    if !showingAll, failed.count <= 3 { tell(try await simulation.shrink(outcome)) }
                }
                if !showingAll, count % 500 == 0 { report(count, started, failed) }
            }
        }
        report(count, started, failed)
        let met = coverage.cases.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        print("met: \(met.joined(separator: ", "))")
        if !failed.isEmpty { exit(1) }
    }

    private static let runsAtOnce = 2

    private static func show(_ outcome: Outcome) {
        for line in outcome.trace.lines { print(line) }
        let (captured, requests) = (outcome.captured, outcome.requests)
        print(
            "seed \(outcome.scenario.seed): \(captured) operations, \(requests) requests, digest \(outcome.trace.digest)"
        )
    }

    /// The smallest run that still fails, line by line.
    private static func tell(_ outcome: Outcome) {
        let scenario = outcome.scenario
        let faults = scenario.faults.map(\.rawValue).sorted().joined(separator: ", ")
        print("  smallest: \(scenario.browsers) browsers, \(scenario.acts) acts, faults: \(faults)")
        for line in outcome.trace.lines.suffix(60) { print("    \(line)") }
        for violation in outcome.violations.prefix(4) { print("  \(violation)") }
    }

    private static func report(_ count: Int, _ started: ContinuousClock.Instant, _ failed: [UInt64]) {
        let minutes = max((ContinuousClock.now - started) / .seconds(60), 1e-9)
        print("\(count) seeds, \(Int(Double(count) / minutes)) a minute, \(failed.count) failed \(failed)")
        fflush(nil)
    }
}
