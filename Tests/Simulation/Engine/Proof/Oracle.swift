import Kernel
import Register
import Sync

/// What registers must show, from the set of operations alone, by brute force: of all operations on a field the greatest
/// of (not a fill, place in causal order, id). It knows no current value and no order of arrival, which is all that the
/// engine goes by.
struct Oracle {
    struct Place: Hashable {
        let entity: Operation.Entity
        let key: String
        let field: String
    }

    private(set) var candidates: [Place: [FinalState.Recorded]] = [:]

    init(_ history: [FinalState.Recorded]) {
        for row in history where row.isMerged {
            for field in row.operation.fields.keys {
                candidates[Place(entity: row.operation.entity, key: row.operation.key, field: field), default: []]
                    .append(row)
            }
        }
    }

    func winner(_ place: Place) -> FinalState.Recorded? {
        let list = candidates[place] ?? []
        return list.max { one, other in
            let left = standing(one, among: list, place.field)
            let right = standing(other, among: list, place.field)
            if left.isFill != right.isFill { return left.isFill }
            return (left.order, one.operation.id) < (right.order, other.operation.id)
        }
    }

    func value(_ entity: Operation.Entity, _ key: String, _ field: String) -> JSONValue {
        winner(Place(entity: entity, key: key, field: field))?.operation.fields[field] ?? .null
    }

    /// After its own order, after whatever it had seen, and after what its own device did before.
    private func standing(
        _ row: FinalState.Recorded, among list: [FinalState.Recorded], _ field: String
    ) -> (isFill: Bool, order: Stamp) {
        let operation = row.operation
        var before = Set([operation.seen[field]].compactMap(\.self))
        if !operation.fill {
            let own = list.map(\.operation).filter {
                $0.device == operation.device && $0.author == operation.author && $0.stamp < operation.stamp
            }
            if let last = own.max(by: { $0.stamp < $1.stamp }) { before.insert(last.id) }
        }
        let order = list.filter { before.contains($0.operation.id) }.reduce(row.order) { order, earlier in
            max(order, standing(earlier, among: list, field).order.next(on: row.order.device))
        }
        return (operation.fill && operation.seen[field] == nil, order)
    }
}

extension FinalState.Recorded {
    /// Whether it took part in deciding what is shown: not refused, no proposal, and no fill that met an absence notice.
    var isMerged: Bool {
        verdict != "rejected" && code != "amendment_proposed" && !replaced.isEmpty
    }
}

func wrongStatuses(_ state: FinalState) -> [String] {
    let oracle = Oracle(state.history)
    let records = state.everything
    let notices = records.filter { $0.key.hasPrefix("exception/") }.sorted { $0.key < $1.key }.map(\.value)
    var found: [String] = []
    for (id, session) in records.sorted(by: { $0.key < $1.key }) where id.hasPrefix("session/") {
        let date = session["date"]?.string ?? ""
        guard date >= state.marksSince else { continue }
        for student in SchoolTemplate.students {
            let key = "\(id.dropFirst("session/".count)):\(student)"
            let mark = records["mark/\(key)"]
            let excused = notices.contains { covers($0, student, date, oracle) }
            let expected = ShownStatus(
                mark: oracle.value(.mark, key, "status").string.flatMap(MarkStatus.init), hasApprovedNotice: excused)
            let shown = ShownStatus(
                mark: mark?["status"]?.string.flatMap(MarkStatus.init),
                hasApprovedNotice: notices.contains { covers($0, student, date, nil) })
            if shown != expected { found.append("\(key.brief) is \(shown.rawValue), not \(expected.rawValue)") }
            for field in ["status", "minutesLate", "remark"] {
                let value = oracle.value(.mark, key, field)
                if mark?[field] ?? .null != value {
                    found.append(
                        "\(field) of \(key.brief) is \(mark?[field]?.canonicalText ?? "none"), not \(value.canonicalText)"
                    )
                }
            }
        }
    }
    return found
}

/// Whether an approved notice covers a student's day; by the oracle, or as the record says.
private func covers(_ notice: JSONValue, _ student: String, _ date: String, _ oracle: Oracle?) -> Bool {
    let id = notice["id"]?.string ?? ""
    func value(_ field: String) -> String {
        (oracle?.value(.exception, id, field) ?? notice[field])?.string ?? ""
    }
    return notice["student"]?.string == student && value("state") == "approved" && value("firstDay") <= date
        && date <= value("lastDay")
}
