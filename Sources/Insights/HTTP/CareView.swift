import Kernel
import Register
import Web

/// The log of contacts and the flags.
extension InsightsRoutes {
    func listContacts(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let student = call.query("student").map(CellText.clean)
        if let student, !view.sees(student) { throw InsightsError.unknownStudent }
        let contacts = try await store.contacts(module: view.snapshot.module, student: student)
        return .object { json in
            json.member(
                "items",
                objects: { list in
                    for contact in contacts where view.sees(contact.student) {
                        list.object { $0.members(of: contact, call.caller) }
                    }
                })
            json.member("next", nil as String?)
        }
    }

    func addContact(_ call: Call) async throws -> Reply {
        let input = try await call.decode(ContactInput.self)
        let view = try await store.view(input.module, call.caller)
        let student = CellText.clean(input.student)
        guard view.sees(student) else { throw InsightsError.unknownStudent }
        // tomorrow may have begun where the caller is
        guard view.today.days(to: input.day) <= 1 else {
            throw InvalidInput("day", code: "in_future", "The day may not lie ahead.")
        }
        let contact = try await store.addContact(
            module: view.snapshot.module, student: student, day: input.day, how: input.how,
            outcome: try CareText.clean(input.outcome, "outcome"), by: call.caller)
        return .object(status: 201) { $0.members(of: contact, call.caller) }
    }

    func removeContact(_ call: Call) async throws -> Reply {
        try await store.removeContact(call.id("id"), by: call.caller)
        return .noContent
    }

    func listFlags(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let state = try call.choice("state", of: FlagState.self)
        let flags = try await store.flags(module: view.snapshot.module, isOpen: state.map { $0 == .open })
        return .object { json in
            json.member(
                "items",
                objects: { list in
                    for flag in flags where view.sees(flag.student) { list.object { $0.members(of: flag) } }
                })
            json.member("next", nil as String?)
        }
    }

    func openFlag(_ call: Call) async throws -> Reply {
        let input = try await call.decode(FlagInput.self)
        let view = try await store.view(input.module, call.caller)
        let student = CellText.clean(input.student)
        guard view.sees(student) else { throw InsightsError.unknownStudent }
        let flag = try await store.openFlag(
            module: view.snapshot.module, student: student, reason: try CareText.clean(input.reason, "reason"),
            by: call.caller)
        return .object(status: 201) { $0.members(of: flag) }
    }

    func closeFlag(_ call: Call) async throws -> Reply {
        let id = try await visibleFlag(call)
        let input = try await call.decode(RemedyInput.self)
        let flag = try await store.closeFlag(id, remedy: try CareText.clean(input.remedy, "remedy"), by: call.caller)
        return .object { $0.members(of: flag) }
    }

    func reopenFlag(_ call: Call) async throws -> Reply {
        let flag = try await store.reopenFlag(try await visibleFlag(call))
        return .object { $0.members(of: flag) }
    }

    /// The id of a flag of a student in the caller's view; for everybody else there is none.
    private func visibleFlag(_ call: Call) async throws -> String {
        let flag = try await store.flag(call.id("id"))
        do {
            guard try await store.view(flag.module, call.caller).sees(flag.student) else {
                throw InsightsError.unknownFlag
            }
        } catch InsightsError.unknownModule {
            throw InsightsError.unknownFlag
        }
        return flag.id
    }
}

enum FlagState: String, Sendable, CaseIterable { case open, closed }

struct ContactInput: Decodable, Sendable {
    let module: String
    let student: String
    let day: CivilDate
    let how: ContactKind
    let outcome: String
}

struct FlagInput: Decodable, Sendable {
    let module: String
    let student: String
    let reason: String
}

struct RemedyInput: Decodable, Sendable {
    let remedy: String
}

/// What staff write about a student: one to a thousand characters.
enum CareText {
    static let limit = 1_000

    /// - Throws: `InvalidInput`
    static func clean(_ text: String, _ field: String) throws -> String {
        let clean = CellText.clean(text)
        guard !clean.isEmpty else { throw InvalidInput(field, code: "required", "Write something here.") }
        guard clean.unicodeScalars.count <= limit, !clean.utf8.contains(0) else {
            throw InvalidInput(field, code: "text_too_long", "Write at most \(limit) characters.")
        }
        return clean
    }
}

extension JSONWriter {
    mutating func members(of contact: Contact, _ caller: Principal) {
        member("id", contact.id)
        member("module", contact.module)
        member("student", contact.student)
        member("day", contact.day)
        member("how", contact.how.rawValue)
        member("outcome", contact.outcome)
        member("notedAt", at: contact.notedAt)
        member("notedByName", contact.notedByName)
        member("own", contact.notedBy == caller.userID)
    }

    mutating func members(of flag: Flag) {
        member("id", flag.id)
        member("module", flag.module)
        member("student", flag.student)
        member("reason", flag.reason)
        member("state", (flag.isOpen ? FlagState.open : .closed).rawValue)
        member("openedAt", at: flag.openedAt)
        member("openedByName", flag.openedByName)
        member("remedy", flag.remedy)
        member("closedAt", at: flag.closedAt)
        member("closedByName", flag.closedByName)
    }
}
