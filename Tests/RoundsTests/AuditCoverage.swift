import HTTPTypes
import Kernel
import Persistence
import TestSupport
import Testing

/// Whoever walks the routes asks here whether a change left its row in the audit trail.
enum AuditCoverage {
    /// Operations with a changing method that change nothing that is kept when the table of routes calls them, and why.
    static let silent: [String: String] = [
        "POST /api/v1/receipts/verify": "reads a signature",
        "POST /api/v1/scribe/segments/{id}/revert": "the segment is as it was recognised",
        "POST /api/v1/scribe/uploads/{id}/finish": "the upload is finished already",
    ]

    static func check(_ operation: Operation, _ answer: Answer, _ app: ApplicationUnderTest) async throws {
        guard operation.method != .get, (200..<300).contains(answer.status) else { return }
        let rows = try await rows(of: answer, app)
        if let reason = silent[operation.name] {
            #expect(rows.isEmpty, "\(operation.name) is said to be silent: \(reason)")
        } else {
            #expect(!rows.isEmpty, "\(operation.name) left no row in the audit trail")
        }
        #expect(rows.allSatisfy { $0.userId != nil && $0.ipAddress != nil }, "\(operation.name)")
    }

    /// The rows of the request that was answered.
    static func rows(of answer: Answer, _ app: ApplicationUnderTest) async throws -> [AuditRow] {
        let request = try #require(answer.header("X-Request-ID"))
        return try await app.database.read { reader in
            try reader.auditRows(where: "request_id = \(request)", before: .max, limit: 500)
        }
    }
}
