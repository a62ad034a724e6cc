import Foundation
package import Kernel
import Persistence

/// A report as it is kept, sealed whole: the masked analysis, and what the note was read from.
package struct KeptReport: Codable, Sendable, Equatable {
    package struct Source: Codable, Sendable, Equatable {
        package let kind: String
        package let encoding: String
        package let pages: Int
        package let pictures: [String]
        package let warning: String?
    }

    package let analysis: MaskedAnalysis
    package let source: Source

    init(_ analysis: MaskedAnalysis, _ source: NoteSource) {
        self.analysis = analysis
        self.source = Source(
            kind: source.kind, encoding: source.encoding, pages: source.pages, pictures: source.pictures,
            warning: source.warning)
    }
}

struct ReportRow: Decodable, Sendable {
    let id: String
    let documentId: String
    let at: Instant
    let rubricId: String
    let rubricVersion: String
    let engineVersion: String
    let score: Double?
    let sealed: [UInt8]

    static let columns: SQL = "id, document_id, at, rubric_id, rubric_version, engine_version, score, sealed"

    static func find(_ id: String, of document: String, _ reader: any Reader) throws -> ReportRow {
        let found = try reader.fetchOne(
            ReportRow.self,
            "SELECT \(columns) FROM compliance_report WHERE id = \(id) AND document_id = \(document)")
        guard let found else { throw ComplianceError.unknownReport }
        return found
    }
}

extension ComplianceStore {
    func seal(_ report: KeptReport, as id: String) throws -> [UInt8] {
        try vault.seal([UInt8](try JSONEncoder().encode(report)), in: "compliance_report/\(id)")
    }

    func opened(_ row: ReportRow) throws -> KeptReport {
        try JSONDecoder().decode(
            KeptReport.self, from: Data(try vault.open(row.sealed, in: "compliance_report/\(row.id)")))
    }

    /// Reports of a note, the newest first.
    func reports(of document: String, by caller: String) async throws -> [ReportRow] {
        try await database.read { reader in
            _ = try NoteRow.find(document, of: caller, reader)
            return try reader.fetchAll(
                ReportRow.self,
                """
                SELECT \(ReportRow.columns) FROM compliance_report WHERE document_id = \(document)
                ORDER BY at DESC, id DESC
                """)
        }
    }

    /// The report that was just made, which the making has put on record.
    func freshReport(of note: NoteRow) async throws -> KeptReport {
        guard let id = note.report else { throw ComplianceError.notAnalysed }
        return try opened(try await database.read { try ReportRow.find(id, of: note.id, $0) })
    }

    /// One of a note's reports, the shown one when none is named. To look at it goes into the audit trail.
    package func report(
        _ id: String?, of document: String, by actor: Actor, action: String
    ) async throws -> (note: NoteRow, at: Instant, report: KeptReport) {
        let now = clock.now()
        let (note, row) = try await database.write { tx in
            let note = try NoteRow.find(document, of: actor.userID, tx)
            guard let wanted = id ?? note.report else { throw ComplianceError.notAnalysed }
            let row = try ReportRow.find(wanted, of: document, tx)
            try tx.audit(actor.entry(action, note.resource), at: now)
            return (note, row)
        }
        return (note, row.at, try opened(row))
    }
}
