import Kernel
import Persistence
import Web

extension RegisterRoutes {
    func listExceptions(_ call: Call) async throws -> Reply {
        let page = try RosterPage(call, keys: 2)
        let filter = RegisterStore.ExceptionFilter(
            student: call.query("student"), state: try call.choice("state", of: NoticeState.self),
            from: try call.date("from"), to: try call.date("to"))
        let (rows, scope) = try await store.exceptions(call.caller, filter, page)
        return .page(
            rows, page, keys: { [$0[3].text ?? "", $0[0].text ?? ""] },
            write: { json, row in json.exception(row, showsReason: scope.showsReasons(of: row["student_id"].text)) })
    }

    func requestException(_ call: Call) async throws -> Reply {
        let row = try await store.requestException(try await call.members(), by: call.caller)
        return .record(row, at: "/api/v1/attendance/exceptions/") { $0.exception(row, showsReason: true) }
    }

    func exception(_ call: Call) async throws -> Reply {
        let (row, showsReasons) = try await store.exception(try call.id("id"), call.caller)
        return .record(row) { $0.exception(row, showsReason: showsReasons) }
    }

    func changeException(_ call: Call) async throws -> Reply {
        let (row, showsReasons) = try await store.changeException(
            try call.id("id"), try await call.members(), by: call.caller)
        return .record(row) { $0.exception(row, showsReason: showsReasons) }
    }

    func decide(_ call: Call) async throws -> Reply {
        let id = try call.id("id")
        let body = try await call.members(upTo: 16_384)
        let decisions = [NoticeState.approved, .declined]
        guard let decision = body["decision"]?.string.flatMap(NoticeState.init), decisions.contains(decision) else {
            throw InvalidInput("decision", code: "unknown_value", "The decision must be approved or declined.")
        }
        if let reason = body["reason"] { try FieldCheck.optionalText(reason, "reason", upTo: 500) }
        let (row, showsReasons) = try await store.changeException(
            id, ["state": .string(decision.rawValue)], reason: body["reason"]?.string, by: call.caller)
        return .record(row) { $0.exception(row, showsReason: showsReasons) }
    }

    func storeEvidence(_ call: Call) async throws -> Reply {
        let id = try call.id("id")
        let bytes: [UInt8]
        do {
            bytes = try await call.body(upTo: Evidence.limit)
        } catch WebError.tooLarge {
            throw RegisterError.evidenceTooLarge(limit: Evidence.limit)
        }
        let evidence = try Evidence(name: call.query("name"), bytes: bytes)
        let (row, showsReasons) = try await store.store(evidence, forException: id, by: call.caller)
        return .record(row) { $0.exception(row, showsReason: showsReasons) }
    }

    /// As a download under a fixed type: nothing a stranger uploaded is shown as a page.
    func evidence(_ call: Call) async throws -> Reply {
        let evidence = try await store.evidence(ofException: try call.id("id"), call.caller)
        return Reply.bytes(evidence.bytes, type: evidence.format.rawValue, fileName: evidence.name)
            .header("Cache-Control", "no-store")
    }
}

enum ExceptionDocs {
    private static let evidenceTypes = Evidence.Format.allCases.map(\.rawValue)

    static let list = Doc(
        "Absence notices by first day", tag: "exceptions",
        query: [
            .query("student", .uuid), .query("state", .enumeration(NoticeState.allCases.map(\.rawValue))),
            .query("from", .date, "Those that last until this day or longer."), .query("to", .date), .limit(), .cursor,
        ], answers: .page(of: RecordSchemas.exception))
    static let request = Doc(
        "Asks that an absence be excused", tag: "exceptions", body: .json(InputSchemas.newException),
        answers: RecordSchemas.exception, status: 201, fails: [404])
    static let one = Doc("One absence notice", tag: "exceptions", answers: RecordSchemas.exception)
    static let change = Doc(
        "Changes or withdraws an absence notice", tag: "exceptions", body: .json(InputSchemas.exceptionChange),
        answers: RecordSchemas.exception, fails: [409])
    static let decide = Doc(
        "Approves or declines an absence notice", tag: "exceptions", body: .json(InputSchemas.decision, upTo: 16_384),
        answers: RecordSchemas.exception, fails: [409])
    static let store = Doc(
        "Stores the evidence: a PDF, PNG or JPEG of at most 10 MB, told by its content", tag: "exceptions",
        query: [.query("name", .string(max: 500), "How the file is called.")],
        body: .file(evidenceTypes, upTo: Evidence.limit), answers: RecordSchemas.exception, fails: [409])
    static let evidence = Doc("Downloads the evidence", tag: "exceptions", answers: .file(evidenceTypes))
}
