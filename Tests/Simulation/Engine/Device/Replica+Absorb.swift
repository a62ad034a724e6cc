import Kernel
import Register
import Sync

/// The server's answer, written in one transaction. Twin of `web/store/snapshot.js`.
extension Replica {
    /// - Returns: the operations that were told something other than "wait for your author".
    @discardableResult
    mutating func absorb(_ answer: Wire.Answer, now: Int64) -> [Wire.Told] {
        if let epoch, epoch != answer.epoch { requeue { _ in true } }
        if answer.reset, !rows.isEmpty {
            // Also in the middle of another snapshot: what came with its first pages may be gone.
            resetting = true
            generation += 1
        }
        let taken = takeVerdicts(answer.verdicts, now: now)
        requeue { entry in answer.gaps.contains { $0.contains(entry.operation.seq) } }
        let waiting = waitingByTarget
        takeRecords(answer.changes, waiting)
        for receipt in answer.receipts { receipts[receipt.id] = receipt }
        if !answer.more {
            settle(waiting)
            if resetting { forgetOlder(waiting) }
            resetting = false
            agreedAt = now
        }
        if let stamp = answer.stamp {
            var clock = HybridClock(device: device, last: self.clock)
            clock.observe(stamp, now: Instant(milliseconds: now))
            self.clock = clock.last
        }
        epoch = answer.epoch
        cursor = answer.cursor
        heard = answer.heard
        gaps = answer.gaps
        return taken
    }

    /// What was agreed and fits waits again: telling it twice changes nothing.
    private mutating func requeue(_ fits: (Entry) -> Bool) {
        for index in outbox.indices where outbox[index].state == .agreed && fits(outbox[index]) {
            outbox[index].state = .waiting
        }
    }

    private mutating func takeVerdicts(_ verdicts: [Wire.Told], now: Int64) -> [Wire.Told] {
        verdicts.filter { told in
            guard told.code != "author_mismatch", let index = outbox.firstIndex(where: { $0.operation.id == told.id })
            else { return false }
            outbox[index].state = told.outcome == "rejected" ? .attention : .agreed
            outbox[index].settledAt = now
            outbox[index].verdict = told.outcome
            outbox[index].code = told.code
            outbox[index].flags = told.flags
            unsettled.append(outbox[index].target)
            return true
        }
    }

    private mutating func takeRecords(_ changes: [Wire.Change], _ waiting: [String: [Operation]]) {
        var arrived: Set<String> = []
        for change in changes {
            let id = "\(change.entity)/\(change.key)"
            arrived.insert(id)
            rows[id] = Row.over(
                change.entity, change.key, agreed: change.record, waiting: waiting[id] ?? [], generation: generation,
                name: name)
        }
        unsettled.removeAll(where: arrived.contains)
    }

    /// Records that got a verdict and no new state.
    private mutating func settle(_ waiting: [String: [Operation]]) {
        for id in Set(unsettled).sorted() {
            guard let row = rows[id], row.agreed != nil else { continue }
            let known = Row.agreed(row)
            // A mark that went out of view with its session is nothing to show, whoever made it.
            let isRight = known != nil ? isSynced(row) : row.entity == "mark" && session(of: row) == nil
            let applied = outbox.filter { entry in
                guard entry.target == id, entry.state == .agreed, entry.verdict == "applied" else { return false }
                return !isRight && entry.settledAt ?? 0 >= agreedAt ?? 0
            }
            let agreed = Row.project(
                row.entity, row.key, agreed: known, applied.map(\.operation), name: name)
            // Of its own generation: a verdict does not make it part of a snapshot that did not name it.
            rows[id] = Row.over(
                row.entity, row.key, agreed: agreed, waiting: waiting[id] ?? [], generation: row.generation, name: name)
        }
        unsettled = []
    }

    /// Whether whatever happens to a record comes by sync, so that what was heard of it last is right. Marks of older
    /// sessions come on demand.
    private func isSynced(_ row: Row) -> Bool {
        guard row.entity == "mark" else { return true }
        return session(of: row)?["date"]?.string ?? "" >= SchoolTemplate.day(-27).description
    }

    private func session(of mark: Row) -> JSONValue? {
        MarkKey(mark.key).flatMap { record("session", $0.session) }
    }

    /// What a complete snapshot did not name is gone, except for work that still waits.
    private mutating func forgetOlder(_ waiting: [String: [Operation]]) {
        for (id, row) in rows where row.generation != generation {
            rows[id] = Row.over(
                row.entity, row.key, agreed: nil, waiting: waiting[id] ?? [], generation: generation, name: name)
        }
    }
}
