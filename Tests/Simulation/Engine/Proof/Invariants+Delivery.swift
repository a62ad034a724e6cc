import Kernel
import Register
import Sync
import Web

// Nothing lost, nothing doubled.

func unequalReplicas(_ state: FinalState) -> [String] {
    state.replicas.flatMap { held -> [String] in
        let place = "browser \(held.browser) of \(held.user.name)"
        let expected = (state.fresh[held.user.userID] ?? [:]).filter { isSynced($0.key, state) }
        let shown = held.replica.rows.filter { isSynced($0.key, state) }
        var found: [String] = []
        for id in Set(expected.keys).union(shown.keys).sorted() {
            guard let record = expected[id] else {
                found.append("\(place) shows \(id), which the server has not")
                continue
            }
            guard let row = shown[id] else {
                found.append("\(place) lacks \(id)")
                continue
            }
            if row.record != record {
                found.append("\(place) shows \(id) with \(differences(row.record, record))")
            }
        }
        let waiting = held.replica.entries(.waiting).map(\.operation.id.brief)
        return waiting.isEmpty ? found : found + ["\(place) still waits with \(waiting)"]
    }
}

/// The members that differ, as they are and as they should be.
private func differences(_ shown: JSONValue, _ expected: JSONValue) -> String {
    let (one, other) = (shown.object ?? [:], expected.object ?? [:])
    let names = Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
    return names.map { name in
        "\(name) \(one[name]?.canonicalText ?? "none"), not \(other[name]?.canonicalText ?? "none")"
    }.joined(separator: "; ")
}

/// Marks of older sessions come on demand and are not kept equal.
private func isSynced(_ id: String, _ state: FinalState) -> Bool {
    guard id.hasPrefix("mark/"), let key = MarkKey(String(id.dropFirst("mark/".count))) else { return true }
    return state.day(of: key.session) >= state.marksSince
}

func misplacedOperations(_ state: FinalState) -> [String] {
    let recorded = Dictionary(grouping: state.history, by: \.operation.id)
    let kept = Dictionary(
        state.replicas.flatMap(\.replica.outbox).map { ($0.operation.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [String] = []
    for (id, captured) in state.log.captured.sorted(by: { $0.key < $1.key }) {
        let rows = recorded[id] ?? []
        if rows.count > 1 { found.append("\(id.brief) is \(rows.count) times in the history") }
        if let row = rows.first {
            if !isSame(row.operation, captured.operation) { found.append("\(id.brief) is not as it was captured") }
            if row.verdict != "rejected" { continue }
            if kept[id]?.state == .attention || state.log.released.contains(id) { continue }
            if state.log.wiped.contains(captured.operation.device) { continue }
            found.append("\(id.brief) was refused and is not with its device")
            continue
        }
        if state.log.wiped.contains(captured.operation.device) || state.log.released.contains(id) { continue }
        if kept[id]?.state == .attention { continue }
        found.append("\(id.brief) of browser \(captured.browser) is nowhere")
    }
    for row in state.history where state.log.captured[row.operation.id] == nil {
        if row.operation.seq == 0 || row.operation.device == SchoolTemplate.id("office device") { continue }
        found.append("\(row.operation.id.brief) in the history was never captured")
    }
    return found
}

/// Disputes it settles are not part of its row.
private func isSame(_ one: Operation, _ other: Operation) -> Bool {
    one.entity == other.entity && one.key == other.key && one.fields == other.fields && one.seen == other.seen
        && one.stamp == other.stamp && one.author == other.author && one.seq == other.seq && one.fill == other.fill
        && one.capturedAt == other.capturedAt
}

func missingAcknowledged(_ state: FinalState) -> [String] {
    let recorded = Dictionary(
        state.history.map { ($0.operation.id, $0) }, uniquingKeysWith: { first, _ in first })
    // What the older state refused waits on its device for a person, also through a second restore.
    let kept = Set(state.replicas.flatMap { $0.replica.entries(.attention) }.map(\.operation.id)).union(
        state.log.released)
    var found: Set<String> = []
    for told in state.log.acknowledged where told.outcome != "rejected" {
        if let row = recorded[told.id], row.verdict != "rejected" { continue }
        if told.life == state.log.life {
            found.insert("\(told.id.brief) was told \(told.outcome) and is not there")
            continue
        }
        // An older backup took its place: the device that holds it brings it again, and it is judged anew.
        let device = state.log.captured[told.id]?.operation.device ?? ""
        if recorded[told.id] != nil || state.log.wiped.contains(device) || kept.contains(told.id) { continue }
        found.insert("\(told.id.brief) was told \(told.outcome) before the restore and did not come again")
    }
    return found.sorted()
}

func changedVerdicts(_ state: FinalState) -> [String] {
    struct Place: Hashable {
        let id: String
        let life: Int
    }
    var first: [Place: Wire.Told] = [:]
    var found: [String] = []
    for answered in state.log.answered where answered.told.code != "author_mismatch" {
        let told = answered.told
        guard let before = first[Place(id: told.id, life: answered.life)] else {
            first[Place(id: told.id, life: answered.life)] = told
            continue
        }
        let isSame = told.outcome == before.outcome && told.code == before.code && told.dispute == before.dispute
        if !isSame || (told.verdict != "duplicate" && told.verdict != "rejected") {
            found.append("\(told.id.brief) was told \(before.outcome), then \(told.verdict) \(told.outcome)")
        }
    }
    return found
}

func unknownGaps(_ state: FinalState) -> [String] {
    let recorded = Set(state.history.map(\.operation.id))
    var found: [String] = []
    for (id, captured) in state.log.captured.sorted(by: { $0.key < $1.key }) {
        let seq = captured.operation.seq
        guard let device = state.devices[captured.operation.device] else {
            if recorded.contains(id) { found.append("\(id.brief) is there, its device is unknown") }
            continue
        }
        let isMissing = seq > device.heard || device.gaps.contains { $0.contains(seq) }
        if isMissing == recorded.contains(id) {
            found.append(
                "\(id.brief) #\(seq) is \(isMissing ? "" : "not ")in the history, heard \(device.heard), gaps \(device.gaps)"
            )
        }
    }
    return found
}

func disagreeingReceipts(_ state: FinalState) -> [String] {
    var found = state.unknownReceipts.map { "receipt \($0.brief) is not signed by this server" }
    for held in state.replicas where [.teacher, .owner, .administrator].contains(held.user.role) {
        for session in held.replica.all("session").compactMap({ $0["id"]?.string }) {
            guard let signed = state.receipts[session], state.day(of: session) >= state.marksSince else { continue }
            let marks = held.replica.all("mark").filter { $0["session"]?.string == session }.map { mark in
                Receipt.Mark(student: mark["student"]?.string ?? "", versions: Versions(mark.object ?? [:]))
            }
            let own = Receipt(session: session, marks: marks)
            if own.hash != signed.hash || own.count != signed.count {
                found.append("browser \(held.browser) of \(held.user.name) has other marks of \(session.brief)")
            }
        }
    }
    return found
}
