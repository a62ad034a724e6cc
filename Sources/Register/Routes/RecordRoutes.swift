import Kernel
import Persistence
import Sync
import Web

extension RegisterRoutes {
    func listRecords(_ call: Call) async throws -> Reply {
        let page = try RosterPage(call, keys: 3)
        let filter = RegisterStore.RecordFilter(
            session: call.query("session"), student: call.query("student"), group: call.query("group"),
            from: try call.date("from"), to: try call.date("to"))
        let rows = try await store.records(call.caller, filter, page)
        return .page(
            rows, page, keys: { [$0[3].text ?? "", $0[0].text ?? "", $0[1].text ?? ""] },
            write: { json, row in json.mark(row) })
    }

    /// One mark, or many as `items`; of many, each has its verdict, and a single one that is refused is a problem.
    func record(_ call: Call) async throws -> Reply {
        let body = try await call.members()
        let items: [JSONValue]
        if let many = body["items"] {
            guard let list = many.array, !list.isEmpty, body.count == 1 else {
                throw InvalidInput("items", code: "wrong_type", "The items must be a list with at least one mark.")
            }
            guard list.count <= RegisterStore.mostRecords else {
                throw RegisterError.batchTooLarge(limit: RegisterStore.mostRecords)
            }
            items = list
        } else {
            items = [.object(body)]
        }
        let records = try items.enumerated().map { index, item in
            try RegisterStore.NewRecord(item, at: body["items"] == nil ? "" : "items[\(index)].")
        }
        let recorded = try await store.record(records, by: call.caller)
        var json = JSONWriter()
        json.object { json in
            json.member("items", objects: { json in for item in recorded { json.recorded(item) } })
        }
        return .json(json)
    }

    func history(_ call: Call) async throws -> Reply {
        guard let session = call.query("session"), let student = call.query("student") else {
            throw InvalidInput("session", code: "required", "Name the session and the student.")
        }
        let rows = try await store.history(session: session, student: student, call.caller)
        return .items(rows) { json, row in json.historyEntry(row) }
    }

    func listDisputes(_ call: Call) async throws -> Reply {
        let page = try RosterPage(call, keys: 1)
        let rows = try await store.disputes(
            call.caller, isOpen: try call.boolean("open"), session: call.query("session"), page)
        return .page(rows, page, keys: { [$0[0].text ?? ""] }, write: { json, row in json.dispute(row) })
    }

    func settle(_ call: Call) async throws -> Reply {
        let id = try call.id("id")
        let choice = try await call.members(upTo: 4_096)["choose"]?.string.flatMap(RegisterStore.Choice.init)
        guard let choice else {
            throw InvalidInput("choose", code: "unknown_value", "Choose kept or other.")
        }
        let row = try await store.settle(id, choosing: choice, by: call.caller)
        return .record(row) { $0.dispute(row) }
    }
}

extension RegisterStore.NewRecord {
    private static let members: Set<String> = [
        "session", "student", "status", "minutesLate", "remark", "seen", "fill", "reason",
    ]

    /// - Parameter place: in front of the names of fields at fault.
    /// - Throws: `InvalidInput`
    init(_ json: JSONValue, at place: String) throws {
        guard let object = json.object else {
            throw InvalidInput(place, code: "wrong_type", "A mark must be an object.")
        }
        func refused(_ field: String, _ code: String, _ message: String) -> InvalidInput {
            InvalidInput(place + field, code: code, message)
        }
        for name in object.keys.sorted() where !Self.members.contains(name) {
            throw refused(String(name.prefix(40)), "unknown_field", "There is no field of this name.")
        }
        var ids: [String] = []
        for name in ["session", "student"] {
            guard let id = object[name]?.string, Identifier.isValid(id) else {
                throw refused(name, "required", "The \(name) must be an id.")
            }
            ids.append(id)
        }
        let touched = object.filter { ["status", "minutesLate", "remark"].contains($0.key) }
        guard !touched.isEmpty else { throw refused("status", "required", "Give a status, minutes late or a remark.") }
        var seen: [String: String]?
        if let given = object["seen"], !given.isNull {
            let stated = given.object?.compactMapValues { $0.string.flatMap { Identifier.isValid($0) ? $0 : nil } }
            guard let stated, stated.count == given.object?.count else {
                throw refused("seen", "wrong_type", "The seen must name an operation for each field.")
            }
            seen = stated
        }
        if let fill = object["fill"], fill.bool == nil {
            throw refused("fill", "wrong_type", "The fill must be true or false.")
        }
        if let reason = object["reason"] {
            do throws(Rejection) {
                try FieldCheck.optionalText(reason, "reason", upTo: 500)
            } catch {
                throw refused("reason", error.code, error.sentence)
            }
        }
        self.init(
            key: MarkKey(session: ids[0], student: ids[1]), fields: touched, seen: seen,
            fill: object["fill"]?.bool ?? false, reason: object["reason"]?.string)
    }
}

extension JSONWriter {
    mutating func recorded(_ item: RegisterStore.Recorded) {
        object { json in
            json.verdictMembers(item.verdict)
            json.member("session", item.key.session)
            json.member("student", item.key.student)
            json.member(
                "mark",
                with: { json in
                    if let mark = item.mark { json.mark(mark) } else { json.raw("null") }
                })
        }
    }
}

enum RecordDocs {
    static let list = Doc(
        "Marks by day", tag: "records",
        query: [
            .query("session", .uuid), .query("student", .uuid), .query("group", .uuid), .query("from", .date),
            .query("to", .date), .limit(), .cursor,
        ], answers: .page(of: RecordSchemas.mark))
    static let record = Doc(
        "Marks one student or many", tag: "records", body: .json(InputSchemas.newRecords),
        answers: .object([.required("items", .array(of: InputSchemas.recorded))]), fails: [404, 409])
    static let history = Doc(
        "Who marked what, when, over what, and on which device", tag: "records",
        query: [.query("session", .uuid, required: true), .query("student", .uuid, required: true)],
        answers: .object([.required("items", .array(of: RecordSchemas.historyEntry))]), fails: [404])
    static let disputes = Doc(
        "Disagreements and proposed amendments that a person has to settle", tag: "records",
        query: [.query("open", .boolean, "Without it, both."), .query("session", .uuid), .limit(), .cursor],
        answers: .page(of: RecordSchemas.dispute))
    static let settle = Doc(
        "Settles a disagreement: keeps what is shown, or takes the other value", tag: "records",
        body: .json(InputSchemas.choice, upTo: 4_096), answers: RecordSchemas.dispute, fails: [409])
}
