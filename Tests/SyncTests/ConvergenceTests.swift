import Kernel
import Sync
import Testing

/// Whatever order operations arrive in, as long as causes come before what they caused, everybody ends with the same.
struct ConvergenceTests {
    struct Case: Decodable, CustomTestStringConvertible {
        struct End: Decodable, Equatable {
            let value: JSONValue
            let operation: String
            let order: Stamp
        }

        let name: String
        let operations: [Operation]
        /// For each operation the positions of those that must come first.
        let after: [[Int]]
        let end: End
        var testDescription: String { name }
    }

    @Test(arguments: try Vectors.load("sync/convergence.json", as: [Case].self))
    func everyArrivalEndsAlike(_ expected: Case) throws {
        for arrival in Self.arrivals(after: expected.after) {
            let versions = Self.merge(arrival.map { expected.operations[$0] })
            let status = try #require(versions["status"])
            #expect(Case.End(value: status.value, operation: status.operation, order: status.order) == expected.end)
        }
    }

    struct History: Decodable, Sendable {
        let operations: [Operation]
        let after: [[Int]]
        let end: [String: Case.End]
    }

    /// Histories of three devices whose end was computed elsewhere, as the greatest of (not a fill, order, id).
    @Test func everyHistoryEndsAsTheRuleSays() throws {
        for history in try Vectors.load("sync/histories.json", as: [History].self) {
            var random = SplitMix(state: UInt64(history.operations.count))
            for _ in 0..<30 {
                let arrival = Self.randomArrival(after: history.after, &random)
                let versions = Self.merge(arrival.map { history.operations[$0] })
                let end = versions.mapValues { Case.End(value: $0.value, operation: $0.operation, order: $0.order) }
                #expect(end == history.end)
            }
        }
    }

    /// Devices with honest clocks that edit, fill and now and then see each other's work.
    @Test(arguments: 0..<300) func randomWorkConverges(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let work = Self.work(&random)
        let inOrder = Self.merge(work.operations)
        for _ in 0..<12 {
            let arrival = Self.randomArrival(after: work.after, &random)
            var versions: Versions = [:]
            for index in arrival {
                let operation = work.operations[index]
                let outcome = Merge.apply(operation, to: versions, order: operation.stamp)
                Self.expectNothingLostSilently(operation, before: versions, outcome)
                versions = outcome.versions
                #expect(Merge.apply(operation, to: versions, order: operation.stamp).versions == versions)
            }
            #expect(versions == inOrder)
        }
    }

    /// With a clock two days off every arrival still ends with a value somebody set, and no operation vanishes.
    @Test(arguments: 0..<100) func dishonestClocksLoseNothing(seed: UInt64) {
        var random = SplitMix(state: seed &+ 77_000)
        let work = Self.work(&random, clockError: 172_800_000)
        var versions: Versions = [:]
        for operation in work.operations {
            let (order, _) = Merge.order(
                of: operation, receivedAt: Instant(milliseconds: 2_000_000_000), device: operation.device)
            let outcome = Merge.apply(operation, to: versions, order: order)
            Self.expectNothingLostSilently(operation, before: versions, outcome)
            for (field, version) in versions {
                if let after = outcome.versions[field], after.operation == operation.id,
                    operation.seen[field] == version.operation
                {
                    #expect(after.order > version.order)
                }
            }
            versions = outcome.versions
        }
    }

    /// A value that is not shown afterwards was either seen by its successor, or the decision names it or its winner.
    private static func expectNothingLostSilently(_ operation: Operation, before: Versions, _ outcome: Merge.Outcome) {
        #expect(Set(outcome.decisions.keys) == Set(operation.fields.keys))
        for (field, decision) in outcome.decisions {
            let value = operation.fields[field]
            switch decision {
            case .applies:
                let replaced = before[field]
                #expect(replaced == nil || replaced?.operation == operation.seen[field] || replaced?.fill == true)
                #expect(outcome.versions[field]?.operation == operation.id)
            case .appliesOverConcurrent(let loser):
                #expect(loser == before[field] && loser.value != value)
                #expect(outcome.versions[field]?.operation == operation.id)
            case .losesToConcurrent(let winner), .givesWay(let winner):
                #expect(winner == before[field] && winner.value != value)
                #expect(outcome.versions[field] == before[field])
            case .same:
                #expect(outcome.versions[field]?.value == value)
            }
        }
    }

    private static func merge(_ operations: [Operation]) -> Versions {
        operations.reduce(Versions()) { Merge.apply($1, to: $0, order: $1.stamp).versions }
    }

    /// Up to twelve operations of three devices on two fields. `after` holds for each what its device had seen.
    private static func work(
        _ random: inout SplitMix, clockError: Int64 = 0
    ) -> (operations: [Operation], after: [[Int]]) {
        let devices = (1...3).map { "0190a000-0000-7000-8000-0000000000d\($0)" }
        let errors = devices.map { _ in clockError == 0 ? 0 : Int64.random(in: -clockError...clockError, using: &random)
        }
        var clocks = devices.map { HybridClock(device: $0) }
        var known: [[Int]] = [[], [], []]
        var operations: [Operation] = []
        var after: [[Int]] = []
        for step in 0..<Int.random(in: 2...12, using: &random) {
            let device = Int.random(in: 0..<3, using: &random)
            let now = Instant(milliseconds: 2_000_000_000 + Int64(step / 2) + errors[device])
            if Bool.random(using: &random), let other = (0..<3).filter({ $0 != device }).randomElement(using: &random) {
                for index in known[other] where !known[device].contains(index) {
                    known[device].append(index)
                    clocks[device].observe(operations[index].stamp, now: now)
                }
                known[device].sort()
            }
            let view = merge(known[device].map { operations[$0] })
            var fields: [String: JSONValue] = [:]
            var seen: [String: String] = [:]
            for field in ["status", "remark"] where fields.isEmpty || Bool.random(using: &random) {
                fields[field] = ["present", "absent", nil].randomElement(using: &random) ?? .null
                seen[field] = view[field]?.operation
            }
            let operation = Operation.sample(
                id: Identifier.v7(at: Instant(milliseconds: Int64(step)), random: &random), fields: fields, seen: seen,
                stamp: clocks[device].tick(now: now), author: devices[device],
                fill: Int.random(in: 0..<3, using: &random) == 0)
            after.append(known[device])
            known[device].append(operations.count)
            operations.append(operation)
        }
        return (operations, after)
    }

    private static func randomArrival(after: [[Int]], _ random: inout SplitMix) -> [Int] {
        var arrived: [Int] = []
        while arrived.count < after.count {
            let ready = after.indices.filter { index in
                !arrived.contains(index) && after[index].allSatisfy(arrived.contains)
            }
            arrived.append(ready.randomElement(using: &random) ?? 0)
        }
        return arrived
    }

    private static func arrivals(after: [[Int]], begun: [Int] = []) -> [[Int]] {
        if begun.count == after.count { return [begun] }
        return after.indices
            .filter { !begun.contains($0) && after[$0].allSatisfy(begun.contains) }
            .flatMap { arrivals(after: after, begun: begun + [$0]) }
    }
}

/// A small seeded generator (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
