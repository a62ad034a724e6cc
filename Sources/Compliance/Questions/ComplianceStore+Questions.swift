import Foundation
import Kernel
import Language
import Persistence

/// A question and its answer, as both are kept: sealed, and without identifiers.
struct NoteQuestion: Codable, Sendable {
    let question: String
    let answer: String
    let refused: Bool
    let citations: [Language.Citation]
    let provider: String
}

struct QuestionRow: Decodable, Sendable {
    let id: String
    let documentId: String?
    let findingId: String?
    let sealed: [UInt8]
    let at: Instant
}

/// Questions about a finding or the manual: answered from the texts of the rules and the masked note, with words that code
/// has found there. Whatever a model is asked holds masked text only.
extension ComplianceStore {
    static let longestQuestion = 2_000
    static let manual = "manual"

    func ask(
        _ text: String, document: String?, finding: String?, by actor: Actor
    ) async throws -> (row: QuestionRow, NoteQuestion) {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.isEmpty else { throw InvalidInput("question", code: "required", "Write a question.") }
        guard line.unicodeScalars.count <= Self.longestQuestion else {
            throw InvalidInput(
                "question", code: "too_long", "A question may have \(Self.longestQuestion) characters.")
        }
        let (source, report) = try await sources(document, finding, actor)
        let question = try await Blocking.run { [analyser] in try analyser.masked(line, about: source) }
        // rule numbers and days may be masked in what is kept, and are still what is asked about
        let direct = report.answer(line)
        let answer =
            if let direct { direct } else {
                try await Answerer(provider: language.provider).answer(question, passages: report.passages)
            }
        let kept = NoteQuestion(
            question: question, answer: answer.text, refused: answer.refused, citations: answer.citations,
            provider: answer.provider)
        let id = Identifier.v7()
        let now = clock.now()
        let sealed = try vault.seal([UInt8](try JSONEncoder().encode(kept)), in: Self.place(ofQuestion: id))
        try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO compliance_question (id, owner, document_id, finding_id, refused, sealed, at)
                VALUES (\(id), \(actor.userID), \(document), \(finding), \(answer.refused), \(sealed), \(now))
                """)
            try tx.audit(
                actor.entry("question.ask", document.map { "document/\($0)" } ?? "rubric"), at: now)
        }
        return (QuestionRow(id: id, documentId: document, findingId: finding, sealed: sealed, at: now), kept)
    }

    /// The texts of the rules and, for a note, the masked note and its findings; with a finding that one and its rule alone.
    private func sources(
        _ document: String?, _ finding: String?, _ actor: Actor
    ) async throws -> (NoteSource?, ReportAnswers) {
        let rubric = try await activeRubric()
        guard let document else {
            guard finding == nil else {
                throw InvalidInput("document", code: "required", "Name the note that the finding belongs to.")
            }
            return (
                nil,
                ReportAnswers(
                    findings: [], rules: rubric.rules.map(Self.item), about: nil,
                    passages: rubric.rules.flatMap(Self.passages))
            )
        }
        let (note, _, report) = try await report(nil, of: document, by: actor, action: "document.ask")
        let source = try await original(of: note)
        let about = try finding.map { id in
            guard let found = report.analysis.finding(id) else { throw ComplianceError.unknownFinding }
            return found
        }
        let findings =
            about.map { [$0] }
            ?? report.analysis.findings.filter { Self.order[$0.status] != nil }
            .sorted { Self.rank($0) < Self.rank($1) }
        let rules = about.map { one in rubric.rules.filter { $0.id == one.ruleId } } ?? rubric.rules
        var passages = PassageBuilder().passages(
            of: report.analysis.masked,
            source: PassageSource(kind: .note, id: document, title: "The note", session: document), page: nil)
        passages += findings.flatMap { Self.passages(of: $0, document) } + rules.flatMap(Self.passages)
        return (
            source,
            ReportAnswers(
                findings: findings.map(Self.item), rules: rules.map(Self.item), about: about.map(Self.item),
                passages: passages)
        )
    }

    /// What a reader cares for first.
    private static let order: [FindingStatus: Int] = [.violated: 0, .pending: 1, .undeterminable: 2, .satisfied: 3]

    private static func rank(_ finding: MaskedAnalysis.Finding) -> Int {
        (order[finding.status] ?? order.count) * 10 - finding.severity.weight
    }

    private static func item(_ finding: MaskedAnalysis.Finding) -> ReportAnswers.Item {
        ReportAnswers.Item(
            source: finding.id, rule: finding.ruleId, title: finding.title, reason: finding.reason, tip: finding.tip,
            isOpen: finding.status == .violated || finding.status == .pending, isDue: finding.maskedDue != nil,
            evidence: finding.evidence.map(\.quote))
    }

    private static func item(_ rule: Rule) -> ReportAnswers.Item {
        ReportAnswers.Item(source: rule.id, rule: rule.id, title: rule.title, reason: rule.text, tip: rule.tip)
    }

    private static func passages(of finding: MaskedAnalysis.Finding, _ document: String) -> [Passage] {
        PassageBuilder().passages(
            of: "\(finding.title). \(finding.reason) \(finding.tip)",
            source: PassageSource(kind: .note, id: finding.id, title: finding.title, session: document), page: nil)
    }

    private static func passages(of rule: Rule) -> [Passage] {
        let section = [rule.citation.publication, rule.citation.chapter.map { "chapter \($0)" }, rule.citation.section]
            .compactMap(\.self).joined(separator: ", ")
        let sentences = [rule.title, rule.text, rule.tip, rule.financial].filter { !$0.isEmpty }
            .map { $0.hasSuffix(".") ? $0 : $0 + "." }
        return PassageBuilder().passages(
            of: sentences.joined(separator: " "),
            source: PassageSource(kind: .attachment, id: rule.id, title: "\(rule.id): \(section)", session: manual),
            page: nil)
    }

    /// The caller's questions, the newest first.
    func questions(of caller: String, document: String?) async throws -> [(row: QuestionRow, NoteQuestion)] {
        let rows = try await database.read { reader in
            if let document { _ = try NoteRow.find(document, of: caller, reader) }
            let about: SQL = document.map { " AND document_id = \($0)" } ?? ""
            return try reader.fetchAll(
                QuestionRow.self,
                """
                SELECT id, document_id, finding_id, sealed, at FROM compliance_question
                WHERE owner = \(caller)\(about) ORDER BY at DESC, id DESC LIMIT 200
                """)
        }
        return try rows.map { row in
            let bytes = try vault.open(row.sealed, in: Self.place(ofQuestion: row.id))
            return (row, try JSONDecoder().decode(NoteQuestion.self, from: Data(bytes)))
        }
    }

    private static func place(ofQuestion id: String) -> String { "compliance_question/\(id)" }
}
