import Kernel
import Persistence
import Sync
import Web

extension Push {
    func applySession(_ operation: Operation, order: Stamp) throws -> Effect {
        guard sender.role.may(.takeRegister) else {
            throw Rejection.forbidden("Your role does not allow making or changing sessions.")
        }
        guard Identifier.isValid(operation.key) else {
            throw Rejection.malformed("key", "The key must be the session's id.")
        }
        try SessionFields.check(operation.fields)
        let stated = try SessionFields.statedSlot(operation.fields)
        if let stated, stated.sessionID != operation.key { throw Rejection.identityMismatch("key") }

        let known = sessions[operation.key]
        if let known, known.deleted && stated == nil || !mayTakeRegister(of: known.group) {
            throw stated == nil ? Rejection.unknownSession : Rejection.unknownGroup
        }
        var session: SessionRecord
        var fields = operation.fields.filter { SessionFields.editable.contains($0.key) }
        if let known {
            session = known
            try checkIdentity(operation.fields, of: known)
            // Making what exists already changes no state: a second device that makes the same session while offline
            // must not reopen what was closed meanwhile.
            if stated != nil, !known.deleted, operation.seen["state"] == nil { fields["state"] = nil }
            session.deleted = false
        } else {
            guard let stated else { throw Rejection.unknownSession }
            session = try newSession(stated, operation)
        }
        try SessionFields.checkTimes(start: session.slot.start, end: fields["end"] ?? session.fields.values["end"])
        return try store(operation.touching(fields), order, session, before: known?.fields ?? Versioned())
    }

    private func store(
        _ operation: Operation, _ order: Stamp, _ changed: SessionRecord, before: Versioned
    ) throws -> Effect {
        var session = changed
        let standing = try self.standing(of: operation, over: before)
        let outcome = session.fields.apply(standing.operation, order: order, authorName: sender.name)
        if outcome.decisions["teacher"]?.isShown == true {
            session.teacherName = try teacherName(session.fields["teacher"])
        }
        if outcome.decisions["state"]?.isShown == true {
            let isClosed = session.state == .closed
            session.closingOrder = isClosed ? session.fields.versions["state"].map(closing) : nil
            session.closedAt = isClosed ? operation.capturedAt : nil
            if isClosed { receiptsFor.insert(session.id) }
        }
        sessions[session.id] = session
        changedSessions.insert(session.id)
        let subject = Subject(session: session.id, group: session.group, student: nil)
        var effect = conclude(standing.operation, outcome, before: before, about: subject)
        effect.note(overtaken: standing.overtaken, of: operation, before: before)
        return effect
    }

    /// The stamp that separates late marks from proposals. It is never after the receipt, so that whoever has seen the
    /// closing stamps after it, also when the one who closed has a fast clock.
    private func closing(_ version: FieldVersion) -> Stamp {
        let receipt = Stamp(milliseconds: receivedAt.milliseconds, counter: .max, device: version.order.device)
        return min(version.order, receipt)
    }

    private func newSession(_ slot: SessionSlot, _ operation: Operation) throws -> SessionRecord {
        guard mayTakeRegister(of: slot.group), let group = groups[slot.group] else {
            throw Rejection.unknownGroup
        }
        guard !group.isArchived else { throw Rejection.groupArchived }
        if let module = operation.fields["module"], module.string != group.module {
            throw Rejection.identityMismatch("module")
        }
        let origin = try operation.fields["origin"].map { try FieldCheck.choice($0, "origin", of: SessionOrigin.self) }
        return SessionRecord(
            id: operation.key, moduleID: group.module, slot: slot, origin: origin ?? .hand,
            fields: Versioned(values: [
                "title": .string(group.moduleTitle), "kind": .string(SessionKind.lecture.rawValue),
                "timezone": .string(try SchoolSettings.current(tx).timezone),
                "state": .string(SessionState.scheduled.rawValue),
            ]))
    }

    private func checkIdentity(_ fields: [String: JSONValue], of session: SessionRecord) throws {
        let slot = session.slot
        let own: [String: String?] = [
            "group": slot.group, "date": slot.date.description, "period": slot.period,
            "start": slot.start?.description, "module": session.moduleID,
        ]
        for (field, value) in own {
            guard let stated = fields[field] else { continue }
            guard stated.string == value else { throw Rejection.identityMismatch(field) }
        }
    }

    /// As far as the register knows the name: of the sender, or of somebody who teaches a group.
    private func teacherName(_ user: String?) throws -> String? {
        guard let user else { return nil }
        if user == sender.userID { return sender.name }
        return try tx.text("SELECT user_name FROM teaching WHERE user_id = \(user) ORDER BY deleted, id LIMIT 1")
    }
}

extension Operation {
    /// The same operation as far as it concerns some of its fields.
    func touching(_ fields: [String: JSONValue], seen: [String: String]? = nil) -> Operation {
        Operation(
            id: id, seq: seq, entity: entity, key: key, fields: fields, seen: seen ?? self.seen, stamp: stamp,
            capturedAt: capturedAt, author: author, fill: fill, settles: settles, reason: reason)
    }
}
