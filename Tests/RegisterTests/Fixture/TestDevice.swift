import Kernel
import Sync
import Web

@testable import Register

/// A device as the browser is one: it captures operations while offline, knows what it agreed with the server, and keeps
/// what it sent until a verdict comes.
struct TestDevice {
    let id: String
    var user: Principal
    var clock: HybridClock
    /// How far the device's clock is off, in milliseconds.
    var skew: Int64 = 0
    var outbox: [Operation] = []
    var agreed: [String: JSONValue] = [:]
    var cursor: String?
    /// What the server agreed to or refused, kept for a server that comes back from an older backup.
    var sent: [Operation] = []
    private(set) var epoch: String?
    private var seq: Int64 = 0

    init(_ name: String, _ user: Principal) {
        id = TestSchool.id("device \(name)")
        self.user = user
        clock = HybridClock(device: id)
    }

    /// Captures an operation on what the screen shows: agreed values under the device's own unsent ones.
    @discardableResult
    mutating func capture(
        _ entity: Operation.Entity, _ key: String, _ fields: [String: JSONValue], at now: Instant, fill: Bool = false,
        settles: [String] = [], blind: Bool = false
    ) -> Operation {
        seq += 1
        let local = now.adding(milliseconds: skew)
        let operation = Operation(
            id: Identifier.v7(), seq: seq, entity: entity, key: key, fields: fields,
            seen: blind ? [:] : seen(entity, key).filter { fields[$0.key] != nil }, stamp: clock.tick(now: local),
            capturedAt: local, author: user.userID, fill: fill, settles: settles)
        outbox.append(operation)
        return operation
    }

    @discardableResult
    mutating func mark(
        _ session: String, _ student: String, _ status: MarkStatus?, at now: Instant, fill: Bool = false
    ) -> Operation {
        capture(
            .mark, "\(session):\(student)", ["status": status.map { .string($0.rawValue) } ?? .null], at: now,
            fill: fill)
    }

    private func seen(_ entity: Operation.Entity, _ key: String) -> [String: String] {
        var seen =
            agreed["\(entity.rawValue) \(key)"]?["versions"]?.object?.compactMapValues {
                $0["operation"]?.string
            } ?? [:]
        for operation in outbox where operation.entity == entity && operation.key == key {
            for field in operation.fields.keys { seen[field] = operation.id }
        }
        return seen
    }

    /// One round trip; `losingTheAnswer` sends and forgets what came back.
    @discardableResult
    mutating func sync(
        _ store: RegisterStore, at now: Instant, limit: Int = 5_000, losingTheAnswer: Bool = false
    ) async throws -> SyncAnswer {
        let answer = try await store.sync(
            SyncRequest(
                device: id, cursor: cursor, operations: outbox.map { .operation($0) }, limit: limit), by: user)
        if losingTheAnswer { return answer }
        let answered = Set(answer.verdicts.map(\.id))
        sent += outbox.filter { answered.contains($0.id) }
        outbox.removeAll { answered.contains($0.id) }
        if let epoch, epoch != answer.epoch {
            outbox = sent + outbox
            sent = []
        }
        epoch = answer.epoch
        try take(answer)
        clock.observe(answer.serverStamp, now: now.adding(milliseconds: skew))
        return answer
    }

    mutating func take(_ answer: SyncAnswer) throws {
        if answer.isReset { agreed = [:] }
        for change in try answer.records {
            let key = "\(change["entity"]?.string ?? "") \(change["key"]?.string ?? "")"
            agreed[key] = change["deleted"] == .bool(true) ? nil : change["record"]
        }
        cursor = answer.nextCursor
    }

    func record(_ entity: String, _ key: String) -> JSONValue? { agreed["\(entity) \(key)"] }
    func count(_ entity: String) -> Int { agreed.keys.count { $0.hasPrefix("\(entity) ") } }
}
