import Kernel
import Persistence
import Sync
import Web

/// Applies operations inside one write transaction: what is known about them is read once for the whole batch, the rule
/// decides in memory, and the outcome is written in a few statements. Batches of devices, single requests and students'
/// check-ins all come this way.
///
/// The writer holds the database's one write lock, so nothing read here changes before it is written.
final class Push {
    enum Origin: Equatable {
        case device
        /// Made by the server for a request of a signed-in user; no device counts it.
        case server
        /// A student entered the code of the lecturer's screen.
        case selfCheckIn
    }

    let tx: any Transaction
    let sender: Principal
    let origin: Origin
    let receivedAt: Instant
    let change: Int64

    // What is known, by id; filled by `load`, changed by applying.
    var known: [String: KnownOperation] = [:]
    var sessions: [String: SessionRecord] = [:]
    var marks: [MarkKey: MarkRecord] = [:]
    var notices: [String: NoticeRecord] = [:]
    var groups: [String: GroupFacts] = [:]
    var taught: Set<String> = []
    var advisees: Set<String> = []
    var students: Set<String> = []
    var roll = Roll()
    var approvedDays: [String: [ClosedRange<String>]] = [:]
    var disputes: [String: KnownDispute] = [:]

    // What is to be written.
    var changedSessions: Set<String> = []
    var changedMarks: Set<MarkKey> = []
    var changedNotices: Set<String> = []
    var opened: [Disagreement] = []
    var settled: [String: Operation] = [:]
    var recorded: [RecordedOperation] = []
    var receiptsFor: Set<String> = []
    /// Why operations were refused, for routes that answer one of them.
    private(set) var rejections: [String: Rejection] = [:]

    init(
        _ tx: any Transaction, sender: Principal, origin: Origin, receivedAt: Instant, change: Int64
    ) {
        self.tx = tx
        self.sender = sender
        self.origin = origin
        self.receivedAt = receivedAt
        self.change = change
    }

    /// What an operation did, for its verdict and its row in the history.
    struct Effect {
        var kind: Verdict.Kind
        var code: String?
        var message: String?
        var flags: Set<MarkFlag> = []
        var dispute: String?
        /// What the touched fields showed before.
        var replaced: [String: JSONValue] = [:]
    }

    /// - Returns: a verdict for each operation, in their order.
    func apply(_ operations: [Operation]) throws -> [Verdict] {
        try load(operations)
        let verdicts = try operations.map(receive)
        try flush()
        return verdicts
    }

    private func receive(_ operation: Operation) throws -> Verdict {
        // First of all, so that a device whose cookies are another person's keeps what it sent, known or not.
        guard operation.author == sender.userID else { return Verdict(id: operation.id, .authorMismatch) }
        if let known = known[operation.id] {
            guard known.isSame(as: operation, sender: sender) else {
                return Verdict(id: operation.id, .idReused)
            }
            return known.verdict.replayed
        }

        let (order, clockAhead) = Merge.order(of: operation, receivedAt: receivedAt, device: operation.device)
        var effect: Effect
        do {
            switch operation.entity {
            case .mark: effect = try applyMark(operation, order: order)
            case .session: effect = try applySession(operation, order: order)
            case .exception: effect = try applyNotice(operation, order: order)
            }
        } catch let rejection as Rejection {
            effect = Effect(kind: .rejected, code: rejection.code, message: rejection.sentence)
            rejections[operation.id] = rejection
        }
        if clockAhead { effect.flags.insert(.clockAhead) }
        let verdict = Verdict(
            id: operation.id, effect.kind, code: effect.code, message: effect.message,
            flags: effect.flags.sorted { $0.rawValue < $1.rawValue }, dispute: effect.dispute)
        let heard = KnownOperation(operation, verdict: verdict)
        known[operation.id] = heard
        recorded.append(
            RecordedOperation(
                operation: operation, fields: heard.fields, order: order, replaced: effect.replaced, verdict: verdict))
        return verdict
    }
}

/// An operation that was heard before.
struct KnownOperation {
    let author: String
    let key: String
    let fields: String
    let verdict: Verdict

    init(author: String, key: String, fields: String, verdict: Verdict) {
        self.author = author
        self.key = key
        self.fields = fields
        self.verdict = verdict
    }

    init(_ operation: Operation, verdict: Verdict) {
        self.init(
            author: operation.author, key: operation.key, fields: JSONValue.object(operation.fields).canonicalText,
            verdict: verdict)
    }

    /// Whether an operation under the same id is the one heard before. Its verdict is told to its author only.
    func isSame(as operation: Operation, sender: Principal) -> Bool {
        author == sender.userID && author == operation.author && key == operation.key
            && fields == JSONValue.object(operation.fields).canonicalText
    }
}

struct KnownDispute {
    let kind: DisputeKind
    let entity: String
    let key: String
    let field: String
    let isSettled: Bool
}

struct GroupFacts {
    let module: String
    let moduleTitle: String
    let isArchived: Bool
}

struct RecordedOperation {
    let operation: Operation
    /// As they are stored.
    let fields: String
    let order: Stamp
    let replaced: [String: JSONValue]
    let verdict: Verdict
}
