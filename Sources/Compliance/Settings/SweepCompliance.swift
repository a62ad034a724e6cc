package import Foundation
package import Jobs
import Kernel
import Persistence

/// Removes at night what was deleted a week ago, texts whose time is over, and analyses that nobody asks for any more.
package struct SweepCompliance: JobHandler {
    package static let kind = "compliance.sweep"
    private static let cacheDays: Int64 = 90

    let store: ComplianceStore

    package static func schedule(zone: TimeZone) -> JobSchedule {
        JobSchedule(kind, kind: kind, rule: .daily(at: CivilTime(hour: 3, minute: 40) ?? .midnight), zone: zone)
    }

    package func run(_ job: RunningJob) async throws {
        let now = store.clock.now()
        let undone = ComplianceStore.undoLimit(now)
        try await job.write { tx in
            let gone = try tx.fetchAll(
                String.self,
                "SELECT id FROM compliance_document WHERE deleted_at IS NOT NULL AND deleted_at <= \(undone)")
            for id in gone {
                for table in ["original", "report", "outcome", "verdict", "question"] {
                    try tx.execute("DELETE FROM compliance_\(raw: table) WHERE document_id = \(id)")
                }
                try tx.execute("DELETE FROM compliance_document WHERE id = \(id)")
                try tx.audit(AuditEntry("document.purge", "document/\(id)", by: nil), at: now)
            }
            let over = try tx.fetchAll(
                String.self,
                """
                SELECT id FROM compliance_document WHERE expires_at IS NOT NULL AND expires_at <= \(now)
                    AND EXISTS (SELECT 1 FROM compliance_original WHERE document_id = compliance_document.id)
                """)
            for id in over {
                try tx.execute("DELETE FROM compliance_original WHERE document_id = \(id)")
                try tx.audit(AuditEntry("document.discard_text", "document/\(id)", by: nil), at: now)
            }
            try tx.execute(
                "DELETE FROM compliance_cache WHERE at < \(now.adding(seconds: -Self.cacheDays * 86_400))")
        }
    }
}

/// What Compliance's jobs are done by.
package func complianceJobHandlers(_ store: ComplianceStore) -> [any JobHandler] {
    [AnalyseNote(store: store), SweepCompliance(store: store)]
}
