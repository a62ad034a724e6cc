import Kernel
import Persistence
import Sync
import Web

extension Push {
    /// What a disagreement is about, for those who may see it.
    struct Subject {
        var session: String?
        var group: String?
        let student: String?
    }

    /// Turns the rule's decisions into a verdict and opens the disputes that a person has to settle.
    func conclude(
        _ operation: Operation, _ outcome: Merge.Outcome, before: Versioned, about subject: Subject
    ) -> Effect {
        var effect = Effect(kind: .applied)
        var losesDispute = false
        for field in operation.fields.keys.sorted() {
            guard let decision = outcome.decisions[field] else { continue }
            effect.replaced[field] = before.values[field] ?? .null
            guard let rival = Merge.dispute(decision, field: field, of: operation) else { continue }
            let theirs = Disagreement.Side(rival, name: before.names[rival.author])
            let id = open(
                .concurrent, operation, field: field, kept: decision.isShown ? nil : theirs,
                other: decision.isShown ? theirs : nil, opposing: rival.operation, about: subject)
            if effect.dispute == nil || !decision.isShown { effect.dispute = id }
            if !decision.isShown { losesDispute = true }
        }
        if losesDispute {
            effect.kind = .conflict
            effect.code = "concurrent"
            effect.message = "Somebody else changed this at the same time; both values are kept until one is chosen."
        } else if !outcome.lost.isEmpty, outcome.lost.count == operation.fields.count {
            effect.kind = .superseded
        }
        return effect
    }

    /// - Parameters:
    ///   - kept: the side that is shown; nil for the operation's own.
    ///   - other: the side that is not; nil for the operation's own.
    /// - Returns: the dispute's id, the same whenever the same two operations meet.
    func open(
        _ kind: DisputeKind, _ operation: Operation, field: String, kept: Disagreement.Side?,
        other: Disagreement.Side? = nil, opposing: String?, about subject: Subject
    ) -> String {
        let mine = Disagreement.Side(operation, field: field, name: sender.name)
        let sides = [operation.id, opposing ?? ""].sorted()
        let id = Identifier.derived(["dispute", kind.rawValue, operation.key, field] + sides)
        opened.append(
            Disagreement(
                id: id, kind: kind, entity: operation.entity, key: operation.key, session: subject.session,
                group: subject.group, student: subject.student, field: field, kept: kept ?? mine, other: other ?? mine))
        disputes[id] = KnownDispute(
            kind: kind, entity: operation.entity.rawValue, key: operation.key, field: field, isSettled: false)
        return id
    }

    /// The open disputes an operation ends. All it names must be about its own record.
    func disputesToSettle(_ operation: Operation) throws -> [String] {
        try operation.settles.filter { id in
            guard let dispute = disputes[id], dispute.key == operation.key,
                dispute.entity == operation.entity.rawValue
            else { throw Rejection.unknownDispute }
            return !dispute.isSettled
        }
    }

    func settle(_ ids: [String], by operation: Operation) {
        for id in ids {
            guard let dispute = disputes[id] else { continue }
            settled[id] = operation
            disputes[id] = KnownDispute(
                kind: dispute.kind, entity: dispute.entity, key: dispute.key, field: dispute.field, isSettled: true)
        }
    }

    /// Somebody who proposes again replaces their own earlier proposal instead of piling up a second one.
    func withdrawEarlierProposals(of operation: Operation, fields: [String]) throws {
        let inBatch = opened.filter { earlier in
            earlier.kind == .amendment && earlier.key == operation.key && fields.contains(earlier.field)
                && earlier.other.author == operation.author
        }
        settle(inBatch.map(\.id), by: operation)
        let rows = try tx.fetchAll(
            """
            SELECT id, field FROM dispute WHERE entity = \(operation.entity.rawValue) AND entity_key = \(operation.key)
                AND kind = 'amendment' AND settled_at IS NULL AND proposed_by = \(operation.author)
                AND field IN \(list: fields)
            """)
        for row in rows {
            guard let id = row[0].text, settled[id] == nil else { continue }
            disputes[id] = KnownDispute(
                kind: .amendment, entity: operation.entity.rawValue, key: operation.key, field: row[1].text ?? "",
                isSettled: false)
            settle([id], by: operation)
        }
    }
}
