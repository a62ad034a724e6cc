package import Kernel
import Logging
package import Persistence
import Web

/// Puts into the audit trail what no store sees.
package struct AuditRecorder: AccessRecorder {
    private let database: Database
    private let logger = Logger(label: "rounds.audit")

    package init(database: Database) { self.database = database }

    /// It is refused either way; a trail that cannot be written is no reason to say something else.
    package func refused(_ requester: Requester, because code: String) async {
        do {
            try await write(requester, .refused, reason: code)
        } catch {
            logger.error("a refusal is not in the audit trail", metadata: ["request": "\(requester.requestID ?? "")"])
        }
    }

    package func exported(_ requester: Requester) async throws { try await write(requester, .done, reason: "file") }

    private func write(_ requester: Requester, _ outcome: AuditEntry.Outcome, reason: String) async throws {
        try await Requester.$current.withValue(requester) {
            try await database.write { tx in
                try tx.audit(requester.action, requester.resource, outcome, reason: reason, at: .now())
            }
        }
    }
}
