import Foundation
import Simulation

/// `simulate --seeds 1..10000`, or `simulate --seed 7` with the whole trace.
@main
struct Simulate {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        var seeds: ClosedRange<UInt64> = 1...10_000
        var isSingle = false
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
            default: return usage()
            }
        }
        try await run(seeds, showingAll: isSingle)
    }

    private static func usage() {
        print("usage: simulate [--seed N | --seeds A..B]")
        exit(64)
    }

    private static func run(_ seeds: ClosedRange<UInt64>, showingAll: Bool) async throws {
        let simulation = try await Simulation()
        let started = ContinuousClock.now
        var failed: [UInt64] = []
        var coverage = Coverage()
        for seed in seeds {
            let outcome = try await simulation.run(Scenario(seed: seed))
            if showingAll {
                for line in outcome.trace.lines { print(line) }
                print(
                    "seed \(seed): \(outcome.captured) operations, \(outcome.requests) requests, digest \(outcome.trace.digest)"
                )
            }
            if !outcome.violations.isEmpty {
                failed.append(seed)
                print("seed \(seed) FAILED")
                for violation in outcome.violations.prefix(4) { print("  \(violation)") }
                if !showingAll, failed.count <= 3 { tell(try await simulation.shrink(outcome)) }
            }
            coverage += outcome.coverage
            if !showingAll, (seed - seeds.lowerBound + 1) % 500 == 0 { report(seed, seeds, started, failed) }
        }
        report(seeds.upperBound, seeds, started, failed)
        let met = coverage.cases.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        print("met: \(met.joined(separator: ", "))")
        if !failed.isEmpty { exit(1) }
    }

    /// The smallest run that still fails, line by line.
    private static func tell(_ outcome: Outcome) {
        let scenario = outcome.scenario
        let faults = scenario.faults.map(\.rawValue).sorted().joined(separator: ", ")
        print("  smallest: \(scenario.browsers) browsers, \(scenario.acts) acts, faults: \(faults)")
        for line in outcome.trace.lines.suffix(60) { print("    \(line)") }
        for violation in outcome.violations.prefix(4) { print("  \(violation)") }
    }

    private static func report(
        _ seed: UInt64, _ seeds: ClosedRange<UInt64>, _ started: ContinuousClock.Instant, _ failed: [UInt64]
    ) {
        let done = Double(seed - seeds.lowerBound + 1)
        let minutes = max((ContinuousClock.now - started) / .seconds(60), 1e-9)
        print("\(Int(done)) seeds, \(Int(done / minutes)) a minute, \(failed.count) failed")
    }
}
