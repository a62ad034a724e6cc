import Kernel
import Web

/// The alerts that stand open and those that were.
struct AlertRoutes: Sendable {
    let store: AlertStore

    func add(to routes: inout Routes) {
        routes.get(
            "/api/v1/operations/alerts", allow: .roles(Operators.roles.union([.auditor])), Self.doc, handle: alerts)
    }

    private func alerts(_ call: Call) async throws -> Reply {
        let limit = try call.integer("limit", default: 100, in: 1...500)
        let rows = try await store.history(limit: limit)
        return .object(["items": .array(rows.map(\.document)), "next": .null])
    }

    private static let doc = Doc(
        "Alerts, newest first", tag: "operations", id: "getAlerts", query: [.limit()],
        answers: .page(
            of: .object(
                "Alert",
                [
                    .required("id", .uuid), .required("name", .string), .required("raisedAt", .instant),
                    .required("toldAt", .instant), .required("resolvedAt", .nullable(.instant)),
                    .required("value", .number.described("When it was last told.")), .required("limit", .number),
                ])))
}

extension AlertRow {
    var document: JSONValue {
        .object([
            "id": .string(id), "name": .string(name), "raisedAt": .string(raisedAt.rfc3339),
            "toldAt": .string(toldAt.rfc3339), "resolvedAt": resolvedAt.map { .string($0.rfc3339) } ?? .null,
            "value": .number(value), "limit": .number(limit),
        ])
    }
}
