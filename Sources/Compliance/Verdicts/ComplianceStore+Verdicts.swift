import Kernel
import Persistence

/// What the owner of a note says of a finding. A disputed finding stays in the report.
struct FindingVerdict: Sendable, Equatable {
    let correct: Bool
    let comment: String?
    let at: Instant
}

/// How often the findings of a rule were right, by those who looked.
struct RulePrecision: Sendable, Equatable {
    let rule: String
    let correct: Int
    let disputed: Int

    /// With fewer verdicts there is no figure.
    static let least = 10

    var count: Int { correct + disputed }
    var precision: Double? { count < Self.least ? nil : Double(correct) / Double(count) }
}

extension ComplianceStore {
    /// - Throws: `ComplianceError.unknownFinding` for a finding that the shown report does not have
    func judge(
        _ finding: String, of document: String, correct: Bool, comment: String?, by actor: Actor
    ) async throws {
        let note = try await note(document, of: actor.userID)
        let rule = try await rule(ofFinding: finding, of: note)
        let source = try await original(of: note)
        let cleaned = try comment.flatMap { try $0.isEmpty ? nil : analyser.masked($0, about: source) }
        let sealed = try cleaned.map { try vault.seal($0, in: Self.place(ofComment: finding, document)) }
        let now = clock.now()
        try await database.write { tx in
            let note = try NoteRow.find(document, of: actor.userID, tx)
            try tx.execute(
                """
                INSERT INTO compliance_verdict (document_id, finding_id, rule, correct, sealed_comment, by_user, at)
                VALUES (\(document), \(finding), \(rule), \(correct), \(sealed), \(actor.userID), \(now))
                ON CONFLICT (document_id, finding_id) DO UPDATE SET correct = excluded.correct,
                    sealed_comment = excluded.sealed_comment, by_user = excluded.by_user, at = excluded.at
                """)
            try tx.audit(actor.entry("finding.judge", "\(note.resource)/finding/\(finding)"), at: now)
        }
    }

    func withdrawVerdict(_ finding: String, of document: String, by actor: Actor) async throws {
        let note = try await note(document, of: actor.userID)
        _ = try await rule(ofFinding: finding, of: note)
        let now = clock.now()
        try await database.write { tx in
            let changed = try tx.execute(
                "DELETE FROM compliance_verdict WHERE document_id = \(document) AND finding_id = \(finding)")
            if changed > 0 {
                try tx.audit(actor.entry("finding.unjudge", "\(note.resource)/finding/\(finding)"), at: now)
            }
        }
    }

    private func rule(ofFinding finding: String, of note: NoteRow) async throws -> String {
        guard let report = note.report else { throw ComplianceError.notAnalysed }
        let row = try await database.read { try ReportRow.find(report, of: note.id, $0) }
        guard let found = try opened(row).analysis.finding(finding) else { throw ComplianceError.unknownFinding }
        return found.ruleId
    }

    /// By the id of the finding.
    func verdicts(on document: String) async throws -> [String: FindingVerdict] {
        let rows = try await database.read { reader in
            try reader.fetchAll(
                "SELECT finding_id, correct, sealed_comment, at FROM compliance_verdict WHERE document_id = \(document)"
            )
        }
        var verdicts: [String: FindingVerdict] = [:]
        for row in rows {
            guard let finding = row["finding_id"].text else { continue }
            let comment = try row["sealed_comment"].blob.map {
                try vault.text($0, in: Self.place(ofComment: finding, document))
            }
            verdicts[finding] = FindingVerdict(
                correct: row["correct"].integer == 1, comment: comment,
                at: Instant(milliseconds: row["at"].integer ?? 0))
        }
        return verdicts
    }

    private static func place(ofComment finding: String, _ document: String) -> String {
        "compliance_verdict/\(document)/\(finding)"
    }

    /// Over all notes of the school; a number of verdicts tells of no note.
    func precisions() async throws -> [RulePrecision] {
        let rows = try await database.read { reader in
            try reader.fetchAll(
                """
                SELECT rule, CAST(SUM(correct) AS BIGINT) AS correct,
                    CAST(SUM(1 - correct) AS BIGINT) AS disputed FROM compliance_verdict GROUP BY rule
                ORDER BY rule
                """)
        }
        return rows.compactMap { row in
            row["rule"].text.map {
                RulePrecision(
                    rule: $0, correct: Int(row["correct"].integer ?? 0), disputed: Int(row["disputed"].integer ?? 0))
            }
        }
    }
}
