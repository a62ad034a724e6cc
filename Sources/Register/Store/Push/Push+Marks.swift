import Kernel
import Sync
import Web

extension Push {
    func applyMark(_ operation: Operation, order: Stamp) throws -> Effect {
        guard let key = MarkKey(operation.key) else {
            throw Rejection.malformed("key", "The key of a mark must be the ids of session and student, with a colon.")
        }
        let session = try sessionToMark(key)
        try MarkFields.check(operation.fields)
        let settling = try disputesToSettle(operation)
        guard !operation.fields.isEmpty || !settling.isEmpty else { throw Rejection.required("fields") }
        guard session.state != .cancelled else { throw Rejection.sessionCancelled }
        var flags = try standingFlags(key, session)
        if origin == .selfCheckIn { flags.insert(.selfCheckIn) }

        let mark = marks[key] ?? MarkRecord(key: key, session: session)
        if session.state == .closed, !decides(operation, settling) {
            guard let closing = session.closingOrder, order < closing else {
                return try propose(operation, mark, session, flags: flags)
            }
            flags.insert(.late)
            receiptsFor.insert(session.id)
        }
        if givesWayToNotice(operation, mark) {
            return Effect(
                kind: .superseded, code: "excused_by_notice",
                message: "An approved absence notice covers this day; mark the student by hand to replace it.",
                flags: flags)
        }
        return try store(operation, order, mark, session, flags: flags, settling: settling)
    }

    /// Whether the operation is nothing but somebody's answer to open questions. Closing a session does not stand in its way.
    private func decides(_ operation: Operation, _ settling: [String]) -> Bool {
        let asked = Set(settling.compactMap { disputes[$0]?.field })
        return !asked.isEmpty && operation.fields.keys.allSatisfy(asked.contains)
    }

    private func store(
        _ operation: Operation, _ order: Stamp, _ before: MarkRecord, _ session: SessionRecord, flags: Set<MarkFlag>,
        settling: [String]
    ) throws -> Effect {
        var mark = before
        let standing = try self.standing(of: operation, over: before.fields)
        let outcome = mark.fields.apply(standing.operation, order: order, authorName: sender.name)
        let isChanged = outcome.decisions.values.contains(where: \.isShown)
        if outcome.decisions["status"]?.isShown == true || (isChanged && before.authorID.isEmpty) {
            mark.authorID = operation.author
            mark.authorName = sender.name
            mark.deviceID = operation.device
            mark.capturedAt = operation.capturedAt
            mark.receivedAt = receivedAt
            mark.flags = flags
        } else {
            mark.flags.formUnion(flags)
        }
        let subject = Subject(session: session.id, group: session.group, student: mark.key.student)
        var effect = conclude(standing.operation, outcome, before: before.fields, about: subject)
        effect.note(overtaken: standing.overtaken, of: operation, before: before.fields)
        effect.flags = flags
        settle(settling, by: operation)
        // "Applied" without a change of value is news too: the device shows its own operation until the mark comes.
        if isChanged || effect.kind == .applied {
            marks[mark.key] = mark
            changedMarks.insert(mark.key)
        }
        return effect
    }

    /// The session, if the sender may mark this student in it. A session of another teacher's group does not exist.
    private func sessionToMark(_ key: MarkKey) throws -> SessionRecord {
        if origin == .selfCheckIn {
            guard let session = sessions[key.session], !session.deleted else { throw Rejection.unknownSession }
            return session
        }
        guard sender.role.may(.takeRegister) else {
            throw Rejection.forbidden("Your role does not allow marking anybody.")
        }
        guard let session = sessions[key.session], !session.deleted, mayTakeRegister(of: session.group) else {
            throw Rejection.unknownSession
        }
        return session
    }

    func mayTakeRegister(of group: String) -> Bool {
        switch sender.role.reach(.takeRegister) {
        case .everybody: true
        case .taught: taught.contains(group)
        case .nobody, .own, .advisees: false
        }
    }

    /// A mark of somebody who left before the day, or came later, is kept and flagged.
    private func standingFlags(_ key: MarkKey, _ session: SessionRecord) throws -> Set<MarkFlag> {
        guard students.contains(key.student) else { throw Rejection.unknownStudent }
        switch roll.standing(of: key.student, in: session.group, on: session.date) {
        case .enrolled: return []
        case .notThatDay: return [.notEnrolled]
        case .neverEnrolled: throw Rejection.notInGroup
        }
    }

    private func givesWayToNotice(_ operation: Operation, _ mark: MarkRecord) -> Bool {
        guard operation.fill, mark.status == nil, let status = operation.fields["status"], !status.isNull,
            status.string != MarkStatus.excused.rawValue
        else { return false }
        let day = mark.day.description
        return approvedDays[mark.key.student]?.contains { $0.contains(day) } == true
    }

    /// After the closing a mark is not stored but proposed, once per field that it would change.
    private func propose(
        _ operation: Operation, _ mark: MarkRecord, _ session: SessionRecord, flags: Set<MarkFlag>
    ) throws -> Effect {
        let changes = operation.fields.filter { $0.value != mark.fields.values[$0.key] ?? .null }
        guard !changes.isEmpty else {
            // Nothing to propose. Where there is a mark it comes again; where there is none, the device forgets its own.
            guard let known = marks[mark.key] else { return Effect(kind: .superseded, flags: flags) }
            changedMarks.insert(known.key)
            return Effect(kind: .applied, flags: flags)
        }
        let subject = Subject(session: session.id, group: session.group, student: mark.key.student)
        try withdrawEarlierProposals(of: operation, fields: changes.keys.sorted())
        var dispute: String?
        for field in changes.keys.sorted() {
            let version = mark.fields.versions[field]
            let kept = version.map { Disagreement.Side($0, name: mark.fields.names[$0.author]) } ?? .nothing
            dispute = open(.amendment, operation, field: field, kept: kept, opposing: kept.operation, about: subject)
        }
        return Effect(
            kind: .conflict, code: "amendment_proposed",
            message: "The session was closed before; the change is kept as a proposal.", flags: flags, dispute: dispute,
            replaced: mark.fields.shown(changes.keys))
    }
}
