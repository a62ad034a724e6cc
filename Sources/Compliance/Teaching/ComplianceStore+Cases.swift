import Foundation
import Kernel
import Persistence
import Web

/// A masked note with findings to be found by a class; what is hidden is sealed beside it.
struct CaseSecret: Codable, Sendable {
    struct Hidden: Codable, Sendable {
        let ruleId: String
        let title: String
        let reason: String
        let tip: String
    }

    let masked: String
    let noteType: NoteType?
    let discipline: Discipline?
    let hidden: [Hidden]
}

struct CaseRow: Decodable, Sendable {
    let id: String
    let author: String
    let authorName: String
    let title: String
    let hidden: Int
    let sealed: [UInt8]
    let at: Instant
    let deletedAt: Instant?

    static let columns: SQL = "id, author, author_name, title, hidden, sealed, at, deleted_at"

    static func find(_ id: String, _ reader: any Reader) throws -> CaseRow {
        let found = try reader.fetchOne(
            CaseRow.self, "SELECT \(columns) FROM compliance_case WHERE id = \(id) AND deleted_at IS NULL")
        guard let found else { throw ComplianceError.unknownCase }
        return found
    }
}

/// What a learner named, against what was hidden.
struct CaseAnswer: Sendable {
    let found: [CaseSecret.Hidden]
    let missed: [CaseSecret.Hidden]
    let extra: [String]

    init(_ rules: [String], _ secret: CaseSecret) {
        let named = Set(rules)
        found = secret.hidden.filter { named.contains($0.ruleId) }
        missed = secret.hidden.filter { !named.contains($0.ruleId) }
        let hidden = Set(secret.hidden.map(\.ruleId))
        extra = named.subtracting(hidden).sorted()
    }
}

extension ComplianceStore {
    /// - Parameter hide: ids of violated findings of the note's report
    /// - Throws: `ComplianceError.unknownFinding`, `notAnalysed`
    func makeCase(_ document: String, title: String, hide: [String], by actor: Actor) async throws -> CaseRow {
        let (note, _, report) = try await report(nil, of: document, by: actor, action: "case.make")
        let hidden = try hide.map { id in
            guard let finding = report.analysis.finding(id), finding.status == .violated else {
                throw ComplianceError.unknownFinding
            }
            return CaseSecret.Hidden(
                ruleId: finding.ruleId, title: finding.title, reason: finding.reason, tip: finding.tip)
        }
        guard !hidden.isEmpty else {
            throw InvalidInput("hide", code: "required", "Choose at least one finding to be found.")
        }
        let source = try await original(of: note)
        let cleanTitle = LoneNames(try analyser.masked(title, about: source)).masked
        let secret = CaseSecret(
            masked: report.analysis.masked, noteType: report.analysis.noteType,
            discipline: report.analysis.discipline, hidden: hidden)
        let id = Identifier.v7()
        let now = clock.now()
        let sealed = try vault.seal([UInt8](try JSONEncoder().encode(secret)), in: Self.place(ofCase: id))
        return try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO compliance_case (id, author, author_name, title, hidden, sealed, at)
                VALUES (\(id), \(actor.userID), \(actor.caller.name), \(cleanTitle), \(hidden.count), \(sealed), \(now))
                """)
            try tx.audit(actor.entry("case.add", "case/\(id)"), at: now)
            return try CaseRow.find(id, tx)
        }
    }

    func secret(of row: CaseRow) throws -> CaseSecret {
        let bytes = try vault.open(row.sealed, in: Self.place(ofCase: row.id))
        return try JSONDecoder().decode(CaseSecret.self, from: Data(bytes))
    }

    func cases() async throws -> [CaseRow] {
        try await database.read { reader in
            try reader.fetchAll(
                CaseRow.self,
                "SELECT \(CaseRow.columns) FROM compliance_case WHERE deleted_at IS NULL ORDER BY id DESC LIMIT 500")
        }
    }

    /// A case, and what the caller has answered.
    func teachingCase(
        _ id: String, by actor: Actor
    ) async throws -> (row: CaseRow, secret: CaseSecret, answer: CaseAnswer?) {
        let now = clock.now()
        let (row, rules) = try await database.write { tx in
            let row = try CaseRow.find(id, tx)
            try tx.audit(actor.entry("case.view", "case/\(id)"), at: now)
            let rules = try tx.fetchOne(
                JSONColumn<[String]>.self,
                "SELECT rules FROM compliance_case_answer WHERE case_id = \(id) AND user_id = \(actor.userID)")
            return (row, rules?.value)
        }
        let secret = try secret(of: row)
        return (row, secret, rules.map { CaseAnswer($0, secret) })
    }

    /// Once for each learner, so that the answer is theirs and not the solution's.
    func answerCase(_ id: String, rules: [String], by actor: Actor) async throws -> CaseAnswer {
        let now = clock.now()
        let kept = try JSONColumn(Array(Set(rules)).sorted())
        let row = try await database.write { tx in
            let row = try CaseRow.find(id, tx)
            let made = try tx.execute(
                """
                INSERT INTO compliance_case_answer (case_id, user_id, rules, at)
                VALUES (\(id), \(actor.userID), \(kept), \(now)) ON CONFLICT (case_id, user_id) DO NOTHING
                """)
            guard made == 1 else { throw ComplianceError.alreadyAnswered }
            return row
        }
        return CaseAnswer(rules, try secret(of: row))
    }

    /// By its author, or whoever runs the team.
    func deleteCase(_ id: String, by actor: Actor) async throws {
        let now = clock.now()
        try await database.write { tx in
            let row = try CaseRow.find(id, tx)
            guard row.author == actor.userID || actor.caller.role.may(.seeTeamNotes) else {
                throw ComplianceError.unknownCase
            }
            try tx.execute("UPDATE compliance_case SET deleted_at = \(now) WHERE id = \(id)")
            try tx.audit(actor.entry("case.delete", "case/\(id)"), at: now)
        }
    }

    private static func place(ofCase id: String) -> String { "compliance_case/\(id)" }
}
