import Kernel
import Sync

/// The second half of reconciling: sessions and marks. What a person did in Rounds stays as it is.
struct SessionReconciliation {
    private let known: ImportSnapshot
    private let groups: [GroupName: GroupRow]
    private let timezone: String
    private(set) var changes: ImportChanges
    /// Sessions as they will be, by id.
    private var sessions: [String: SessionRecord] = [:]

    init(_ known: ImportSnapshot, groups: [GroupName: GroupRow], timezone: String, changes: ImportChanges) {
        self.known = known
        self.groups = groups
        self.timezone = timezone
        self.changes = changes
    }

    mutating func run(_ plan: ImportPlan, people: [PersonName: String]) {
        ignoreCancelled(plan)
        for record in plan.sessions.all where changes.isLive(record.rows) { reconcile(record) }
        for record in plan.marks.all where changes.isLive(record.rows) {
            guard let group = groups[record.name.session.group],
                let student = people[PersonName(kind: .student, number: record.name.number)]
            else { continue }
            let session = record.name.session.id(group: group.id)
            reconcile(MarkKey(session: session, student: student), record.value.status, record.rows)
        }
    }

    /// A cancelled event that the register never had is nothing to keep.
    private mutating func ignoreCancelled(_ plan: ImportPlan) {
        var speaking: Set<Int> = []
        var silent: Set<Int> = []
        for record in plan.sessions.all {
            guard record.value.state == .cancelled, !exists(record.name) else {
                speaking.formUnion(record.rows)
                continue
            }
            silent.formUnion(record.rows)
        }
        for row in silent.subtracting(speaking) where changes.rows[row].fate == .kept {
            changes.rows[row].fate = .ignored(.cancelled)
        }
    }

    private func exists(_ name: SessionName) -> Bool {
        groups[name.group].flatMap { known.sessions[name.id(group: $0.id)] }.map { !$0.deleted } ?? false
    }

    private mutating func reconcile(_ record: PlannedRecords<SessionName, PlannedSession>.Record) {
        guard let group = groups[record.name.group],
            let slot = SessionSlot(group: group.id, date: record.name.date, period: record.name.period)
        else { return }
        let said = record.value
        if let before = known.sessions[slot.sessionID], !before.deleted {
            update(before, said, record.rows)
            return
        }
        // an event that is cancelled and was never there, beside others of its row
        if said.state == .cancelled { return }
        let state: SessionState = said.state == .closed ? .open : said.state
        var session = SessionRecord(
            id: slot.sessionID, moduleID: group.moduleId, slot: slot, origin: said.origin,
            fields: Versioned(values: [
                "title": .string(said.title), "kind": .string(said.kind.rawValue), "timezone": .string(timezone),
                "end": said.end.map { .string($0.description) } ?? .null,
                "location": said.location.map { .string($0) } ?? .null, "state": .string(state.rawValue),
            ]))
        session.teacherName = said.teacherName
        sessions[session.id] = session
        changes.sessions.append(session)
        changes.createdSessions.append(session.id)
        changes.sessionCounts.created += 1
        changes.note(.creates, record.rows)
        if said.state == .closed { changes.closed.insert(session.id) }
    }

    private mutating func update(_ before: SessionRecord, _ said: PlannedSession, _ rows: [Int]) {
        var session = before
        take(&session, "title", .string(said.title))
        take(&session, "kind", .string(said.kind.rawValue))
        if let end = said.end { take(&session, "end", .string(end.description)) }
        if let location = said.location { take(&session, "location", .string(location)) }
        if let teacher = said.teacherName, session.fields["teacher"] == nil { session.teacherName = teacher }
        let takesBack = said.state == .cancelled && before.state == .scheduled
        let holdsAgain = said.state == .scheduled && before.state == .cancelled
        if takesBack || holdsAgain { take(&session, "state", .string(said.state.rawValue)) }
        sessions[session.id] = session
        if SessionBefore(session) == SessionBefore(before) {
            changes.sessionCounts.unchanged += 1
            return
        }
        changes.sessions.append(session)
        changes.replacedSessions.append(SessionBefore(before))
        changes.sessionCounts.updated += 1
        changes.note(.updates, rows)
    }

    /// A field that a person edited in Rounds has a version and keeps its value.
    private func take(_ session: inout SessionRecord, _ field: String, _ value: JSONValue) {
        if session.fields.versions[field] == nil { session.fields.values[field] = value }
    }

    private mutating func reconcile(_ key: MarkKey, _ status: MarkStatus, _ rows: [Int]) {
        guard let session = sessions[key.session], let row = rows.first else { return }
        let before = known.marks[key]
        if let before, before.status == status, !session.deleted {
            changes.markCounts.unchanged += 1
            return
        }
        guard session.state != .cancelled else {
            settle(
                rows,
                .refused(
                    RowProblem("status", "session_cancelled", "The session is cancelled in Rounds and takes no marks.")
                ))
            return
        }
        if isByHand(session.fields.versions["state"], or: session.state == .closed && known.sessions[session.id] != nil)
            || (before.map { isByHand($0.fields.versions["status"], or: false) } ?? false)
        {
            settle(rows, .ignored(.registerWins))
            return
        }
        let seen = before?.fields.versions["status"]?.operation
        changes.marks.append(MarkChange(row: row, key: key, status: status, seen: seen))
        let isNew = before?.status == nil
        if isNew { changes.markCounts.created += 1 } else { changes.markCounts.updated += 1 }
        // each check-in of a placement day has its part in the mark
        for row in rows { changes.note(isNew ? .creates : .updates, [row]) }
        if session.state == .closed { changes.reopened.insert(session.id) }
        changes.closed.insert(session.id)
    }

    /// Rows that were merged into another one are accounted for already.
    private mutating func settle(_ rows: [Int], _ fate: ImportRow.Fate) {
        for row in rows where changes.rows[row].fate == .kept { changes.rows[row].fate = fate }
    }

    /// Whether a person, and no import, set the value.
    private func isByHand(_ version: FieldVersion?, or otherwise: Bool) -> Bool {
        version.map { !known.imports.contains($0.device) } ?? otherwise
    }
}
