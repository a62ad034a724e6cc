import Kernel
import Register
import Sync
import Web

/// What people do at their devices, online or not.
extension World {
    func somebodyActs() async throws {
        let index = people.number(0...browsers.count - 1)
        guard browsers[index].isUp, let replica = browsers[index].replica, let user = accounts[replica.user] else {
            return
        }
        if people.chance(0.1), answerAttention(index, replica) { return }
        let intents: [Replica.Intent]
        switch user.role {
        case .teacher, .owner, .administrator: intents = teach(replica)
        case .director, .adviser: intents = decide(replica)
        case .student: intents = request(replica, user)
        case .clinician, .auditor: intents = []
        }
        capture(intents, at: index)
    }

    /// Writes what somebody did into the device's database, or tells them that it cannot be kept.
    func capture(_ intents: [Replica.Intent], at index: Int) {
        guard !intents.isEmpty else { return }
        if browsers[index].isFull {
            log.refused += intents.count
            return note("browser \(index): no room, \(intents.count) refused and told so")
        }
        if deviceCrashes(index, "before it wrote what was done") { return }
        let page = browsers[index].page
        let local = browsers[index].now(now)
        guard var replica = browsers[index].profiles[page]?.durable else { return }
        let operations = replica.capture(intents, now: local, dice: &devices)
        browsers[index].profiles[page] = Browser.Profile(replica)
        for operation in operations {
            log.captured[operation.id] = Log.Captured(operation: operation, browser: index)
            let fields = JSONValue.object(operation.fields).canonicalText
            let kind = "\(operation.fill ? " fill" : "")\(operation.settles.isEmpty ? "" : " settles")"
            note(
                "browser \(index): \(replica.name) #\(operation.seq) \(operation.id.brief)\(kind) "
                    + "\(operation.entity.rawValue) \(place(operation.key)) \(fields) saw \(seen(operation))")
        }
        if deviceCrashes(index, "after it wrote what was done") { return }
        browsers[index].idlePolls = 0
        if browsers[index].phase == .idle { exchange(index) }
    }

    private func place(_ key: String) -> String {
        key.split(separator: ":").map { String($0).brief }.joined(separator: ":")
    }

    private func seen(_ operation: Operation) -> String {
        operation.seen.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.brief)" }.joined(separator: ", ")
    }

    /// What was refused: let go, or sent once more as a new operation.
    private func answerAttention(_ index: Int, _ replica: Replica) -> Bool {
        guard let entry = people.any(replica.entries(.attention)), !browsers[index].isFull else { return false }
        let operation = entry.operation
        browsers[index].profiles[browsers[index].page]?.durable.outbox.removeAll { $0.operation.id == operation.id }
        log.released.insert(operation.id)
        note("browser \(index): \(operation.id.brief) let go")
        guard people.chance(0.5) else { return true }
        capture(
            [
                Replica.Intent(
                    entity: operation.entity, key: operation.key, fields: operation.fields, settles: operation.settles)
            ], at: index)
        return true
    }

    // MARK: teachers

    private func teach(_ replica: Replica) -> [Replica.Intent] {
        let choice = people.number(1...20)
        if choice == 1 { return makeSession(replica) }
        if choice == 2, let dispute = people.any(replica.all("dispute").filter { $0["settledAt"]?.isNull == true }) {
            return settle(dispute, replica)
        }
        // Mostly the same few registers, so that people meet.
        let sessions = replica.all("session")
        guard let session = people.any(people.chance(0.6) ? Array(sessions.prefix(2)) : sessions),
            let id = session["id"]?.string
        else { return [] }
        if choice == 3 || (choice == 4 && session["state"] != "open") { return changeState(session, id) }
        return mark(session, id, replica, choice: choice)
    }

    /// Of few slots, so that two devices often make the same session.
    private func makeSession(_ replica: Replica) -> [Replica.Intent] {
        guard let group = people.any(replica.all("group"))?["id"]?.string else { return [] }
        let date = SchoolTemplate.day(people.number(0...1))
        let period = people.pick(["day", "day", "16:00"])
        let id = SessionIdentity.id(group: group, date: date, period: period)
        if replica.record("session", id) != nil { return [] }
        let fields: [String: JSONValue] = [
            "group": .string(group), "date": .string(date.description), "period": .string(period), "title": "Made",
            "state": .string(people.pick(["scheduled", "open"])), "timezone": "Europe/London",
        ]
        return [Replica.Intent(entity: .session, key: id, fields: fields, seen: [:])]
    }

    private func settle(_ dispute: JSONValue, _ replica: Replica) -> [Replica.Intent] {
        guard let entity = dispute["entity"]?.string.flatMap(Operation.Entity.init), let key = dispute["key"]?.string,
            let field = dispute["field"]?.string, let id = dispute["id"]?.string
        else { return [] }
        let value = dispute[people.pick(["kept", "other"])]?["value"] ?? .null
        return [Replica.Intent(entity: entity, key: key, fields: [field: value], settles: [id])]
    }

    private func changeState(_ session: JSONValue, _ id: String) -> [Replica.Intent] {
        let state = people.pick(session["state"] == "open" ? ["closed", "closed", "closed", "cancelled"] : ["open"])
        return [Replica.Intent(entity: .session, key: id, fields: ["state": .string(state)])]
    }

    private func mark(_ session: JSONValue, _ id: String, _ replica: Replica, choice: Int) -> [Replica.Intent] {
        let group = session["group"]?.string
        let students = Set(
            replica.all("enrolment").filter { $0["group"]?.string == group }.compactMap { $0["student"]?.string }
        ).sorted()
        guard let student = people.any(people.chance(0.5) ? Array(students.prefix(2)) : students) else { return [] }
        func intent(_ student: String, _ fields: [String: JSONValue], fill: Bool = false) -> Replica.Intent {
            Replica.Intent(entity: .mark, key: "\(id):\(student)", fields: fields, fill: fill)
        }
        switch choice {
        case 6...7:
            return students.filter { replica.record("mark", "\(id):\($0)")?["status"]?.string == nil }
                .map { intent($0, ["status": "present"], fill: true) }
        case 4...5, 8...9:
            return [intent(student, ["remark": .string(people.pick(["left early", "no shoes", "ill"]))])]
        case 10...11:
            return [intent(student, ["status": "late", "minutesLate": .integer(people.span(1...30))])]
        case 12: return [intent(student, ["status": .null, "minutesLate": .null])]
        default: return [intent(student, ["status": .string(people.pick(["present", "absent", "excused"]))])]
        }
    }

    // MARK: absences

    private func decide(_ replica: Replica) -> [Replica.Intent] {
        guard let notice = people.any(replica.all("exception")), let id = notice["id"]?.string else { return [] }
        let state = people.pick(["approved", "approved", "declined"])
        return [Replica.Intent(entity: .exception, key: id, fields: ["state": .string(state)])]
    }

    private func request(_ replica: Replica, _ user: Principal) -> [Replica.Intent] {
        if people.chance(0.3), let notice = people.any(replica.all("exception")), let id = notice["id"]?.string {
            return [Replica.Intent(entity: .exception, key: id, fields: ["state": "withdrawn"])]
        }
        guard let person = user.personID else { return [] }
        let first = people.number(-2...1)
        let fields: [String: JSONValue] = [
            "student": .string(person), "category": .string(people.pick(["medical", "family"])),
            "firstDay": .string(SchoolTemplate.day(first).description),
            "lastDay": .string(SchoolTemplate.day(first + people.number(0...2)).description), "reason": .null,
            "state": "requested",
        ]
        let key = Identifier.v7(at: Instant(milliseconds: now), random: &people)
        return [Replica.Intent(entity: .exception, key: key, fields: fields, seen: [:])]
    }
}
