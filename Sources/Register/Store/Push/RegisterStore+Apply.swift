import Kernel
import Persistence
import Sync
import Web

extension RegisterStore {
    /// Applies operations and keeps a poisonous one from blocking the rest: should the database refuse the batch for what
    /// one of them holds, each is tried by itself and only that one is rejected.
    func apply(
        _ operations: [Operation], by sender: Principal, as origin: Push.Origin, in tx: any Transaction
    ) throws -> Applied {
        guard !operations.isEmpty else { return Applied() }
        let receivedAt = clock.now()
        func push(_ operations: [Operation]) throws -> Applied {
            try tx.savepoint {
                let push = Push(
                    tx, sender: sender, origin: origin, receivedAt: receivedAt,
                    change: try tx.nextChange())
                let verdicts = try push.apply(operations)
                return Applied(
                    verdicts: verdicts, recorded: push.recorded.map(\.operation),
                    latest: push.recorded.map(\.order).max(), receiptsFor: push.receiptsFor,
                    rejections: push.rejections)
            }
        }
        do {
            return try push(operations)
        } catch let error as PersistenceError where error.isAboutARow {
            guard operations.count > 1 else { return Applied(verdicts: [Verdict(id: operations[0].id, .notStorable)]) }
        }
        var sum = Applied()
        for operation in operations {
            do {
                sum += try push([operation])
            } catch let error as PersistenceError where error.isAboutARow {
                sum.verdicts.append(Verdict(id: operation.id, .notStorable))
            }
        }
        return sum
    }

    /// Applies one operation for a route that answers nothing else.
    /// - Throws: `Rejection` when it is refused
    @discardableResult
    func perform(
        _ operation: Operation, by sender: Principal, as origin: Push.Origin = .server, in tx: any Transaction
    ) throws -> Verdict {
        let applied = try apply([operation], by: sender, as: origin, in: tx)
        if let rejection = applied.rejections[operation.id] { throw rejection }
        guard let verdict = applied.verdicts.first, verdict.kind != .rejected else { throw Rejection.notStorable }
        return verdict
    }

    /// An operation that the server makes for somebody's request: it saw what is shown now, so it applies.
    func makeOperation(
        _ entity: Operation.Entity, key: String, fields: [String: JSONValue], seen: [String: String],
        by author: Principal, fill: Bool = false, settles: [String] = [], reason: String? = nil
    ) -> Operation {
        Operation(
            id: identifiers.next(), seq: 0, entity: entity, key: key, fields: fields, seen: seen, stamp: stamp(),
            capturedAt: clock.now(), author: author.userID, fill: fill, settles: settles, reason: reason)
    }
}

/// What came of a batch.
struct Applied: Sendable {
    var verdicts: [Verdict] = []
    /// What is in the history now.
    var recorded: [Operation] = []
    var latest: Stamp?
    /// Sessions whose agreed marks are worth a receipt: just closed, or joined by late marks.
    var receiptsFor: Set<String> = []
    var rejections: [String: Rejection] = [:]

    static func += (left: inout Applied, right: Applied) {
        left.verdicts += right.verdicts
        left.recorded += right.recorded
        left.latest = [left.latest, right.latest].compactMap { $0 }.max()
        left.receiptsFor.formUnion(right.receiptsFor)
        left.rejections.merge(right.rejections) { $1 }
    }
}

extension PersistenceError {
    /// The fault of a row's content, not of the database.
    var isAboutARow: Bool {
        switch self {
        case .duplicate, .missingReference, .refused, .nullCharacter: true
        case .unavailable, .locked, .storageFull, .newerSchema, .unreadable: false
        }
    }
}
