import Kernel
import Sync
import Web

extension Push {
    func applyNotice(_ operation: Operation, order: Stamp) throws -> Effect {
        guard Identifier.isValid(operation.key) else {
            throw Rejection.malformed("key", "The key must be the absence notice's id.")
        }
        try NoticeFields.check(operation.fields)
        let settling = try disputesToSettle(operation)
        guard !operation.fields.isEmpty || !settling.isEmpty else { throw Rejection.required("fields") }

        let known = notices[operation.key].flatMap { $0.deleted ? nil : $0 }
        var notice: NoticeRecord
        if let known {
            try checkChange(of: known, operation)
            notice = known
        } else {
            notice = try newNotice(operation)
        }
        var fields = operation.fields
        fields["student"] = nil
        try NoticeFields.checkDays(
            first: (fields["firstDay"] ?? notice.fields.values["firstDay"])?.string,
            last: (fields["lastDay"] ?? notice.fields.values["lastDay"])?.string)

        let touched = operation.touching(fields)
        let before = known?.fields ?? Versioned()
        let standing = try self.standing(of: touched, over: before)
        let outcome = notice.fields.apply(standing.operation, order: order, authorName: sender.name)
        if outcome.decisions["state"]?.isShown == true { noteDecision(on: &notice, by: operation) }
        notices[notice.id] = notice
        changedNotices.insert(notice.id)
        settle(settling, by: operation)
        var effect = conclude(standing.operation, outcome, before: before, about: Subject(student: notice.student))
        effect.note(overtaken: standing.overtaken, of: touched, before: before)
        return effect
    }

    private func noteDecision(on notice: inout NoticeRecord, by operation: Operation) {
        switch notice.state {
        case .approved, .declined:
            notice.decidedBy = operation.author
            notice.decidedByName = sender.name
            notice.decidedAt = operation.capturedAt
        case .requested, .withdrawn:
            notice.decidedBy = nil
            notice.decidedByName = nil
            notice.decidedAt = nil
        }
    }

    private func newNotice(_ operation: Operation) throws -> NoticeRecord {
        // Without a student this would be a change of a notice that is not there.
        guard let student = operation.fields["student"]?.string else { throw Rejection.unknownException }
        let reach = sender.role.reach(.requestAbsence)
        guard reach == .everybody || (reach == .own && student == sender.personID) else {
            throw Rejection.forbidden("You may ask for yourself only.")
        }
        guard students.contains(student) else { throw Rejection.unknownStudent }
        for field in ["category", "firstDay", "lastDay"] where operation.fields[field] == nil {
            throw Rejection.required(field)
        }
        if reach == .own { try checkOwnState(operation) }
        var notice = NoticeRecord(
            id: operation.key, student: student, requestedBy: operation.author, name: sender.name,
            at: operation.capturedAt)
        notice.fields.values["state"] = .string(NoticeState.requested.rawValue)
        return notice
    }

    /// Students change their own request until it is decided; whoever decides sets the state and nothing else.
    private func checkChange(of notice: NoticeRecord, _ operation: Operation) throws {
        if let student = operation.fields["student"], student.string != notice.student {
            throw Rejection.malformed("student", "The student of an absence notice cannot be changed.")
        }
        if sender.role.reach(.requestAbsence) == .everybody { return }
        if sender.role.reach(.requestAbsence) == .own {
            guard notice.student == sender.personID else { throw Rejection.unknownException }
            guard notice.state != .approved, notice.state != .declined else { throw Rejection.alreadyDecided }
            return try checkOwnState(operation)
        }
        switch sender.role.reach(.decideAbsences) {
        case .everybody: break
        case .advisees: guard advisees.contains(notice.student) else { throw Rejection.unknownException }
        case .nobody, .own, .taught: throw Rejection.forbidden("Your role does not allow deciding on absences.")
        }
        guard operation.fields.keys.allSatisfy({ $0 == "state" || $0 == "student" }) else {
            throw Rejection.forbidden("Whoever decides on an absence sets its state and nothing else.")
        }
    }

    private func checkOwnState(_ operation: Operation) throws {
        guard let state = operation.fields["state"]?.string.flatMap(NoticeState.init) else { return }
        guard state == .requested || state == .withdrawn else {
            throw Rejection.forbidden("A student may request or withdraw an absence notice, not decide it.")
        }
    }
}
