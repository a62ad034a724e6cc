import Kernel
import Register
import Sync

/// What one user's database on one device holds. A value: a transaction is an assignment, and what a crash leaves is the
/// last one. Twin of `web/store/outbox.js`.
struct Replica: Sendable {
    struct Entry: Sendable {
        enum State: String { case waiting, agreed, attention }

        let operation: Operation
        var state: State
        var settledAt: Int64?
        var verdict: String?
        var code: String?
        var flags: [String] = []

        var target: String { "\(operation.entity.rawValue)/\(operation.key)" }
    }

    /// What a person did.
    struct Intent: Sendable {
        let entity: Operation.Entity
        let key: String
        let fields: [String: JSONValue]
        /// nil: what the device shows was on the screen.
        var seen: [String: String]?
        var fill = false
        var settles: [String] = []
    }

    let user: String
    let name: String
    let device: String
    var seq: Int64 = 0
    var clock: Stamp?
    var epoch: String?
    var cursor: String?
    var generation = 1
    var resetting = false
    var agreedAt: Int64?
    /// Records whose verdict came before they did.
    var unsettled: [String] = []
    var heard: Int64?
    var gaps: [ClosedRange<Int64>] = []
    var rows: [String: Row] = [:]
    /// In the order of `seq`.
    var outbox: [Entry] = []
    var receipts: [String: SignedReceipt] = [:]

    init(user: String, name: String, device: String) {
        self.user = user
        self.name = name
        self.device = device
    }

    func record(_ entity: String, _ key: String) -> JSONValue? { rows["\(entity)/\(key)"]?.record }

    /// Records of one kind in the order of their keys.
    func all(_ entity: String) -> [JSONValue] {
        rows.filter { $0.value.entity == entity }.sorted { $0.key < $1.key }.map(\.value.record)
    }

    func entries(_ state: Entry.State) -> [Entry] { outbox.filter { $0.state == state } }

    var waitingByTarget: [String: [Operation]] {
        Dictionary(grouping: entries(.waiting), by: \.target).mapValues { $0.map(\.operation) }
    }

    /// Writes operations and what they change.
    /// - Parameter stamping: how a new operation gets its stamp; the tests of the test replace it.
    mutating func capture(
        _ intents: [Intent], now: Instant, dice: inout Dice,
        stamping: (inout HybridClock, Instant) -> Stamp = { $0.tick(now: $1) }
    ) -> [Operation] {
        var clock = HybridClock(device: device, last: self.clock)
        let operations = intents.map { intent in
            let row = rows["\(intent.entity.rawValue)/\(intent.key)"]
            let shown = row?.record["versions"]?.object ?? [:]
            let visible = shown.compactMapValues { $0["operation"]?.string }.filter { intent.fields[$0.key] != nil }
            seq += 1
            let operation = Operation(
                id: Identifier.v7(at: now, random: &dice), seq: seq, entity: intent.entity, key: intent.key,
                fields: intent.fields, seen: intent.seen ?? visible, stamp: stamping(&clock, now), capturedAt: now,
                author: user, fill: intent.fill, settles: intent.settles)
            let entity = intent.entity.rawValue
            let record = Row.project(entity, intent.key, agreed: row?.record, [operation], name: name) ?? .null
            let after = Row(
                entity: entity, key: intent.key, generation: generation, record: record,
                agreed: Row.Agreed(record: Row.agreed(row)))
            rows[after.id] = after
            outbox.append(Entry(operation: operation, state: .waiting))
            return operation
        }
        self.clock = clock.last
        return operations
    }

    /// What goes out next, never another author's.
    func nextBatch(_ limit: Int) -> [Operation] {
        let waiting = entries(.waiting).prefix(limit).map(\.operation)
        let sizes = waiting.map { Wire.json($0).canonicalBytes.count + 1 }
        guard let first = Outbox.batches(sizes: sizes, maximumCount: limit).first else { return [] }
        return Array(waiting[first])
    }
}
