import Kernel
import Persistence
import Web

extension RegisterRoutes {
    func listSessions(_ call: Call) async throws -> Reply {
        let page = try RosterPage(call, keys: 3)
        let filter = RegisterStore.SessionFilter(
            from: try call.date("from"), to: try call.date("to"), group: call.query("group"),
            module: call.query("module"), state: try call.choice("state", of: SessionState.self))
        let rows = try await store.sessions(call.caller, filter, page)
        return .page(
            rows, page, keys: { [$0[5].text ?? "", $0[14].text ?? "", $0[0].text ?? ""] },
            write: { json, row in json.session(row) })
    }

    func makeSession(_ call: Call) async throws -> Reply {
        let (row, isNew) = try await store.makeSession(try await call.members(), by: call.caller)
        return .record(row, at: isNew ? "/api/v1/attendance/sessions/" : nil) { $0.session(row) }
    }

    func session(_ call: Call) async throws -> Reply {
        let row = try await store.session(try call.id("id"), call.caller)
        return .record(row) { $0.session(row) }
    }

    func changeSession(_ call: Call) async throws -> Reply {
        let row = try await store.changeSession(try call.id("id"), try await call.members(), by: call.caller)
        return .record(row) { $0.session(row) }
    }

    func register(_ call: Call) async throws -> Reply {
        let view = try await store.register(of: try call.id("id"), call.caller)
        var json = JSONWriter()
        json.register(view)
        return .json(json)
    }

    func receipt(_ call: Call) async throws -> Reply {
        .json(try await store.receipt(for: try call.id("id"), by: call.caller))
    }

    func checkInCode(_ call: Call) async throws -> Reply {
        let session = try call.id("id")
        let code = try await store.checkInCode(for: session, call.caller)
        var json = JSONWriter()
        json.object {
            $0.member("session", session)
            $0.member("code", code.text)
            $0.member("validUntil", code.validUntil.rfc3339)
            $0.member("seconds", CheckInCode.window / 1000)
        }
        return Reply.json(json).header("Cache-Control", "no-store")
    }

    func checkIn(_ call: Call) async throws -> Reply {
        let session = try call.id("id")
        guard let code = try await call.members(upTo: 4_096)["code"]?.string, (1...20).contains(code.utf8.count) else {
            throw InvalidInput("code", code: "required", "Enter the code that is on the screen.")
        }
        let (row, shown) = try await store.checkIn(code, to: session, by: call.caller)
        var json = JSONWriter()
        json.object { json in
            json.member("shown", shown)
            json.member(
                "mark",
                with: { json in
                    if let row { json.mark(row) } else { json.raw("null") }
                })
        }
        return .json(json)
    }
}

enum SessionDocs {
    static let list = Doc(
        "Sessions by day and time", tag: "sessions",
        query: [
            .query("from", .date), .query("to", .date), .query("group", .uuid), .query("module", .uuid),
            .query("state", .enumeration(SessionState.allCases.map(\.rawValue))), .limit(), .cursor,
        ], answers: .page(of: RecordSchemas.session))
    static let make = Doc(
        "Makes a session, or answers the one of the same group, day and period", tag: "sessions",
        body: .json(InputSchemas.newSession), answers: RecordSchemas.session, status: 201,
        others: [200: RecordSchemas.session], fails: [404, 409])
    static let one = Doc("One session", tag: "sessions", answers: RecordSchemas.session)
    static let change = Doc(
        "Changes a session: opens, closes, cancels it, or names another room", tag: "sessions",
        body: .json(InputSchemas.sessionChange), answers: RecordSchemas.session, fails: [409])
    static let register = Doc(
        "The register: who is on the roll, what was marked, what is counted", tag: "sessions",
        answers: AnswerSchemas.register)
    static let receipt = Doc(
        "The server's signature under the session's marks as they are now", tag: "sessions",
        answers: RecordSchemas.receipt)
    static let code = Doc(
        "The code with which students check in, changing every 30 s", tag: "sessions",
        answers: AnswerSchemas.checkInCode, fails: [409])
    static let checkIn = Doc(
        "A student enters the code: a proposal that the teacher sees and can undo", tag: "sessions",
        body: .json(InputSchemas.code, upTo: 4_096), answers: AnswerSchemas.checkedIn, fails: [409, 429])
}
