package import Kernel
package import Persistence
package import Web

/// The audit trail for those who run the school's Rounds and for those who look over their shoulder.
package func addAuditRoutes(to routes: inout Routes, store: AuditStore) {
    let readers = Access.only(.owner, .administrator, .auditor)
    routes.get("/api/v1/operations/audit", allow: readers, AuditDocs.list) { call in
        var filter = AuditFilter()
        filter.user = call.query("user")
        filter.action = call.query("action")
        filter.resource = call.query("resource")
        filter.outcome = call.query("outcome")
        filter.request = call.query("request")
        filter.from = try call.moment("from")
        filter.to = try call.moment("to")
        let limit = try call.integer("limit", default: 100, in: 1...500)
        let found = try await store.rows(filter, before: try call.place("cursor"), limit: limit + 1)
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { JSONValue.string(String($0.seq)) } : nil
        return .json(JSONValue.object(["items": .array(page.map(\.item)), "next": next ?? .null]))
    }
    routes.get("/api/v1/operations/audit/verification", allow: readers, AuditDocs.verification) { _ in
        .json(try await store.verify().json)
    }
}

extension Call {
    fileprivate func moment(_ name: String) throws -> Instant? {
        guard let text = query(name) else { return nil }
        guard let moment = Instant(rfc3339: text) else {
            throw InvalidInput(name, code: "invalid_time", "Write a time as 2026-11-21T09:00:00Z.")
        }
        return moment
    }

    fileprivate func place(_ name: String) throws -> Int64? {
        guard let text = query(name) else { return nil }
        guard let place = Int64(text), place > 0 else {
            throw InvalidInput(name, code: "invalid_cursor", "Use `next` of the page before.")
        }
        return place
    }
}

extension AuditRow {
    /// As the API shows it: without the hash of the row before, and with the time in words.
    fileprivate var item: JSONValue {
        var shown = members
        shown["previousHash"] = nil
        shown["timestamp"] = nil
        shown["at"] = .string(timestamp.rfc3339)
        return .object(shown)
    }
}

extension AuditVerdict {
    /// As it is answered and printed.
    package var json: JSONValue {
        switch self {
        case .intact(let rows, let hash):
            .object([
                "intact": .bool(true), "rows": .integer(rows), "hash": .string(hash), "brokenAt": .null, "fault": .null,
            ])
        case .broken(let row, let fault):
            .object([
                "intact": .bool(false), "rows": .null, "hash": .null, "brokenAt": .integer(row),
                "fault": .string(fault.rawValue),
            ])
        }
    }
}

private enum AuditDocs {
    static let list = Doc(
        "Who did what to which thing, the newest first", tag: "operations", id: "getAuditTrail",
        query: [
            .query("user", .string(max: 64), "Id of an account."), .query("action", .string(max: 100)),
            .query("resource", .string(max: 300), "Whole, or its beginning followed by *."),
            .query("outcome", .enumeration(["done", "refused", "failed"])),
            .query("request", .string(max: 100), "The X-Request-ID of an answer."), .query("from", .instant),
            .query("to", .instant, "Exclusive."), .cursor, .limit(),
        ],
        answers: .object(
            "AuditPage",
            [
                .required(
                    "items",
                    .array(
                        of: .object(
                            "AuditRow",
                            [
                                .required("seq", .integer(min: 1)), .required("userId", .nullable(.string)),
                                .required("action", .string), .required("resource", .string),
                                .required("outcome", .enumeration(["done", "refused", "failed"])),
                                .required("at", .instant), .required("ipAddress", .nullable(.string)),
                                .required("sessionId", .nullable(.string)), .required("requestId", .nullable(.string)),
                                .required("reason", .nullable(.string)), .required("hash", .string),
                            ]))), .required("next", .nullable(.string)),
            ]))

    static let verification = Doc(
        "Reads the whole audit trail and says whether it is as it was written", tag: "operations",
        id: "verifyAuditTrail",
        answers: .object(
            "AuditVerification",
            [
                .required("intact", .boolean), .required("rows", .nullable(.integer)),
                .required("hash", .nullable(.string).described("Of the last row.")),
                .required("brokenAt", .nullable(.integer).described("The row at which it shows.")),
                .required("fault", .nullable(.enumeration(["gap", "chain", "edited", "cut_off", "foreign"]))),
            ]))
}
