import Kernel
import Sync
import Testing

struct MergeTests {
    struct Case: Decodable, CustomTestStringConvertible {
        struct Shown: Decodable, Equatable {
            let value: JSONValue
            let operation: String
            let order: Stamp
        }

        let name: String
        let field: String
        let current: FieldVersion?
        let operation: Operation
        let order: Stamp
        let decision: String
        let shown: Shown
        let dispute: String?
        var testDescription: String { name }
    }

    @Test(arguments: try Vectors.load("sync/merge.json", as: [Case].self)) func decides(_ expected: Case) throws {
        var before = [
            "other": FieldVersion(field: "other", of: expected.operation, value: "kept", order: expected.order)
        ]
        before[expected.field] = expected.current
        let outcome = Merge.apply(expected.operation, to: before, order: expected.order)
        let decision = try #require(outcome.decisions[expected.field])
        #expect(decision.name == expected.decision)
        let shown = try #require(outcome.versions[expected.field])
        #expect(Case.Shown(value: shown.value, operation: shown.operation, order: shown.order) == expected.shown)
        #expect(outcome.versions["other"] == before["other"])
        let dispute = Merge.dispute(decision, field: expected.field, of: expected.operation)
        #expect(dispute?.operation == expected.dispute)
        #expect(
            outcome.lost.isEmpty
                == ["applies", "appliesOverConcurrent", "same", "sameReplaces"].contains(decision.name))
    }

    struct OrderCase: Decodable, CustomTestStringConvertible {
        let name: String
        let stamp: Stamp
        let receivedAt: Instant
        let order: Stamp
        let clockAhead: Bool
        var testDescription: String { name }
    }

    @Test(arguments: try Vectors.load("sync/order.json", as: [OrderCase].self)) func boundsClocks(_ expected: OrderCase)
    {
        let operation = Operation.sample(stamp: expected.stamp)
        let (order, clockAhead) = Merge.order(
            of: operation, receivedAt: expected.receivedAt, device: expected.stamp.device)
        #expect(order == expected.order)
        #expect(clockAhead == expected.clockAhead)
    }

    @Test func fieldsMergeSeparately() {
        let device = Identifier.v7()
        var clock = HybridClock(device: device)
        let now = Instant(milliseconds: 1_000)
        let status = Operation.sample(fields: ["status": "late", "minutesLate": 5], stamp: clock.tick(now: now))
        let remark = Operation.sample(fields: ["remark": "bus"], stamp: clock.tick(now: now))
        let versions = [remark, status].reduce(Versions()) { Merge.apply($1, to: $0, order: $1.stamp).versions }
        #expect(versions.mapValues(\.value) == ["status": "late", "minutesLate": 5, "remark": "bus"])
    }

    @Test func anOperationAppliedAgainChangesNothing() {
        let operation = Operation.sample(stamp: Stamp(milliseconds: 5, counter: 0, device: Identifier.v7()))
        let once = Merge.apply(operation, to: [:], order: operation.stamp).versions
        #expect(Merge.apply(operation, to: once, order: operation.stamp).versions == once)
    }
}

extension Merge.Decision {
    /// As the vectors name it.
    var name: String {
        switch self {
        case .applies: "applies"
        case .appliesOverConcurrent: "appliesOverConcurrent"
        case .losesToConcurrent: "losesToConcurrent"
        case .givesWay: "givesWay"
        case .same(replaces: true): "sameReplaces"
        case .same(replaces: false): "same"
        }
    }
}

extension Operation {
    static func sample(
        id: String = Identifier.v7(), fields: [String: JSONValue] = ["status": "present"], seen: [String: String] = [:],
        stamp: Stamp, author: String = "0190a000-0000-7000-8000-00000000a001", fill: Bool = false
    ) -> Operation {
        Operation(
            id: id, seq: 1, entity: .mark, key: "k", fields: fields, seen: seen, stamp: stamp,
            capturedAt: stamp.instant,
            author: author, fill: fill)
    }
}
