/// What must hold once all is quiet. Each is a pure function of the final state that names every place where it does not.
package enum Invariant: String, Sendable, CaseIterable {
    /// After the faults there comes a moment at which nobody has anything to say.
    case quietIsReached
    /// A device shows what the server would tell a new device of the same user.
    case replicasEqual
    /// Every captured operation is in the history exactly as it was captured, or refused and still with its device, or was
    /// wiped and is known to be missing; and there is nothing else in the history.
    case everyOperationOnce
    /// What a device was told to be kept is kept.
    case acknowledgedPresent
    /// Every value that is no longer shown was seen by what replaced it, or stands in a dispute, or gave way by the rule.
    case noSilentOverwrite
    /// An operation that comes again is told what it was told first.
    case verdictsStand
    /// What a register shows is what the operations alone say.
    case statusesFollow
    /// What somebody had seen never wins over what they put in its place.
    case causality
    /// The server knows exactly which operations of a device it lacks.
    case gapsAreKnown
    /// A device's own records give the hash that the server signs.
    case receiptsAgree

    func violations(in state: FinalState) -> [String] {
        switch self {
        case .quietIsReached: state.isQuiet ? [] : ["the devices never ceased to have news"]
        case .replicasEqual: unequalReplicas(state)
        case .everyOperationOnce: misplacedOperations(state)
        case .acknowledgedPresent: missingAcknowledged(state)
        case .noSilentOverwrite: silentOverwrites(state)
        case .verdictsStand: changedVerdicts(state)
        case .statusesFollow: wrongStatuses(state)
        case .causality: brokenCausality(state)
        case .gapsAreKnown: unknownGaps(state)
        case .receiptsAgree: disagreeingReceipts(state)
        }
    }
}

package struct Violation: Sendable, CustomStringConvertible {
    package let invariant: Invariant
    package let detail: String
    package var description: String { "\(invariant.rawValue): \(detail)" }
}
