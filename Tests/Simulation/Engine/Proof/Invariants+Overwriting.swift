import Kernel
import Sync

// Nothing silently overwritten.

func silentOverwrites(_ state: FinalState) -> [String] {
    let oracle = Oracle(state.history)
    var found: [String] = []
    for (place, list) in oracle.candidates.sorted(by: { $0.key < $1.key }) {
        let disputed = Set(
            state.disputes.filter { $0.key == place.key && $0.field == place.field }.flatMap(\.sides))
        let shown = oracle.winner(place)?.operation.fields[place.field] ?? .null
        let seen = Set(list.compactMap { $0.operation.seen[place.field] })
        for (index, row) in list.enumerated() {
            found += replacedValue(row, place, before: list[..<index])
            guard Merge.isDisputable(place.entity, field: place.field) else { continue }
            // Shown, seen by a successor, in a dispute, or replaced by its own device. Equal values are no disagreement:
            // what happened to one happened to all.
            func isAccounted(_ row: FinalState.Recorded) -> Bool {
                let operation = row.operation
                return operation.fields[place.field] == shown || seen.contains(operation.id)
                    || disputed.contains(operation.id)
                    || list.contains { $0.operation.device == operation.device && $0.operation.seq > operation.seq }
            }
            if row.operation.fill && row.operation.seen[place.field] == nil { continue }
            let value = row.operation.fields[place.field]
            if list.contains(where: { $0.operation.fields[place.field] == value && isAccounted($0) }) { continue }
            found.append("\(row.operation.id.brief)'s \(place.field) of \(place.key.brief) was overwritten unseen")
        }
    }
    let proposed = Set(state.disputes.filter { $0.kind == "amendment" }.flatMap(\.sides))
    for row in state.history where row.code == "amendment_proposed" && !proposed.contains(row.operation.id) {
        found.append("the proposal \(row.operation.id.brief) is not on record")
    }
    return found
}

/// What an operation is said to have replaced was put there by one before it.
private func replacedValue(
    _ row: FinalState.Recorded, _ place: Oracle.Place, before: ArraySlice<FinalState.Recorded>
) -> [String] {
    guard place.entity == .mark, let replaced = row.replaced[place.field], !replaced.isNull else { return [] }
    if before.contains(where: { $0.operation.fields[place.field] == replaced }) { return [] }
    return ["\(row.operation.id.brief) replaced \(replaced.canonicalText), which nobody had set"]
}

func brokenCausality(_ state: FinalState) -> [String] {
    let oracle = Oracle(state.history)
    let captured = state.log.captured
    var found: [String] = []
    for (place, list) in oracle.candidates.sorted(by: { $0.key < $1.key }) {
        let record = state.everything["\(place.entity.rawValue)/\(place.key)"]
        guard let shown = record?["versions"]?[place.field]?["operation"]?.string else { continue }
        for row in list {
            // As it was captured, whatever became of it on the way.
            let operation = captured[row.operation.id]?.operation ?? row.operation
            if operation.seen[place.field] == shown, !wasReordered(shown, state) {
                found.append(
                    "\(place.field) of \(place.key.brief) shows \(shown.brief), which \(operation.id.brief) had seen")
            }
        }
    }
    return found
}

/// An operation of a clock that is ahead is ordered by its receipt; after a restore that is another one, and may come after
/// what was built on it. README.md says what this means.
private func wasReordered(_ id: String, _ state: FinalState) -> Bool {
    state.log.life > 0 && state.log.answered.contains { $0.told.id == id && $0.told.flags.contains("clock_ahead") }
}

extension Oracle.Place: Comparable {
    static func < (one: Oracle.Place, other: Oracle.Place) -> Bool {
        (one.entity.rawValue, one.key, one.field) < (other.entity.rawValue, other.key, other.field)
    }
}
