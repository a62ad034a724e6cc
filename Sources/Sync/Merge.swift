package import Kernel

/// The one rule that decides what a field shows. The browser has the same in `web/sync/merge.js`; both are held to
/// `Tests/Vectors/sync`.
///
/// 1. A field without a version takes the value.
/// 2. An operation that saw the current version applies, whatever the clocks say; its order becomes at least just after it.
/// 3. Otherwise both are concurrent. A fill gives way to what is not a fill; else the greater order wins, device and then
///    operation id breaking ties. Equal values are no disagreement.
///
/// A fill that saw a value was meant to replace it, and counts as an ordinary operation for that field. With honest clocks
/// the winner is thus the greatest of (not a fill, order) among all that arrived, which no order of arrival changes.
package enum Merge {
    /// How far ahead of the receipt a device's clock may claim to be.
    package static let clockTolerance: Int64 = 120_000

    package enum Decision: Sendable, Equatable {
        case applies
        /// Concurrent with the current value and greater: the loser stays in the history and may be worth a dispute.
        case appliesOverConcurrent(FieldVersion)
        case losesToConcurrent(FieldVersion)
        /// A fill that met a value which is no fill.
        case givesWay(FieldVersion)
        /// Concurrent, with the value that is shown already. `replaces` when the incoming operation is the greater.
        case same(replaces: Bool)

        /// Whether the incoming operation becomes the field's version.
        package var isShown: Bool {
            switch self {
            case .applies, .appliesOverConcurrent: true
            case .same(let replaces): replaces
            case .losesToConcurrent, .givesWay: false
            }
        }
    }

    /// The decision for one field that the operation touches.
    package static func decide(
        field: String, current: FieldVersion?, incoming: Operation, order: Stamp
    ) -> Decision {
        guard let current else { return .applies }
        let seen = incoming.seen[field]
        if seen == current.operation { return .applies }
        let isFill = incoming.fill && seen == nil
        let isGreater =
            isFill != current.fill
            ? current.fill
            : (order, incoming.id) > (current.order, current.operation)
        if isIdentical(incoming.fields[field] ?? .null, current.value) { return .same(replaces: isGreater) }
        if isFill != current.fill { return current.fill ? .applies : .givesWay(current) }
        return isGreater ? .appliesOverConcurrent(current) : .losesToConcurrent(current)
    }

    /// Equality of code points, as the browser has it; Swift's own takes é and e with an accent for the same.
    private static func isIdentical(_ one: JSONValue, _ other: JSONValue) -> Bool {
        if case .string(let one) = one, case .string(let other) = other { return one.utf8.elementsEqual(other.utf8) }
        return one == other
    }

    /// Where an operation stands among all others: its stamp, unless that claims more than `clockTolerance` after the
    /// receipt; then the receipt time, and `clockAhead`. A device that is behind is believed.
    package static func order(
        of operation: Operation, receivedAt: Instant, device: String
    ) -> (order: Stamp, clockAhead: Bool) {
        operation.stamp.milliseconds > receivedAt.milliseconds + clockTolerance
            ? (Stamp(milliseconds: receivedAt.milliseconds, counter: 0, device: device), true)
            : (operation.stamp, false)
    }

    /// What a record becomes by an operation.
    package struct Outcome: Sendable, Equatable {
        package var versions: Versions
        /// One per touched field.
        package var decisions: [String: Decision] = [:]

        /// Fields of which the operation's value is not what is shown.
        package var lost: [String] {
            decisions.filter { !$0.value.isShown && $0.value != .same(replaces: false) }.keys.sorted()
        }
    }

    package static func apply(_ operation: Operation, to versions: Versions, order: Stamp) -> Outcome {
        var outcome = Outcome(versions: versions)
        for (field, value) in operation.fields {
            let current = versions[field]
            let decision = decide(field: field, current: current, incoming: operation, order: order)
            outcome.decisions[field] = decision
            guard decision.isShown else { continue }
            var place = order
            if let current, operation.seen[field] == current.operation {
                place = max(order, current.order.next(on: order.device))
            }
            outcome.versions[field] = FieldVersion(field: field, of: operation, value: value, order: place)
        }
        return outcome
    }

    /// Whether a disagreement over this field is shown to a person. Elsewhere the last writer wins and the loser is in the
    /// history.
    package static func isDisputable(_ entity: Operation.Entity, field: String) -> Bool {
        switch entity {
        case .mark: ["status", "minutesLate", "remark"].contains(field)
        case .exception: field == "state"
        case .session: false
        }
    }

    /// The version that a concurrent operation disagrees with, when a person has to settle it: the field is disputable, and
    /// another author or another device set it.
    package static func dispute(_ decision: Decision, field: String, of operation: Operation) -> FieldVersion? {
        guard isDisputable(operation.entity, field: field) else { return nil }
        switch decision {
        case .appliesOverConcurrent(let other), .losesToConcurrent(let other):
            return other.author != operation.author || other.device != operation.device ? other : nil
        case .applies, .givesWay, .same:
            return nil
        }
    }
}
