import Foundation
import Kernel
import Persistence

/// How notes did in a span of days. Rates are per analysed note; without notes there is no figure.
struct TrendItem: Sendable {
    struct OfRule: Sendable {
        let rule: String
        let violated: Int
    }

    let from: CivilDate
    let to: CivilDate
    let notes: Int
    let score: Double?
    let violated: Int
    let byRule: [OfRule]

    var violatedPerNote: Double? { notes == 0 ? nil : Double(violated) / Double(notes) }
}

/// A habit: how often one rule is broken.
struct CoachingItem: Sendable {
    let rule: String
    /// Notes that the rule was decided in.
    let notes: Int
    let violated: Int
    /// Of the span of the same length before; nil with fewer than `least` notes.
    let previousRate: Double?

    /// With fewer notes there is no rate.
    static let least = 5

    var rate: Double? { notes < Self.least ? nil : Double(violated) / Double(notes) }
}

struct TeamMember: Sendable {
    let id: String
    let notes: Int
    let score: Double?
    let violated: Int

    var violatedPerNote: Double? { notes == 0 ? nil : Double(violated) / Double(notes) }
}

enum TrendStep: String, CaseIterable, Sendable {
    case week, month

    /// The first day of the week (Monday) or month.
    func start(of day: CivilDate) -> CivilDate {
        switch self {
        case .week: day.adding(days: 1 - day.weekday)
        case .month: day.adding(days: 1 - day.day)
        }
    }

    func next(_ start: CivilDate) -> CivilDate {
        switch self {
        case .week: start.adding(days: 7)
        case .month: self.start(of: start.adding(days: 31))
        }
    }
}

/// Counts of rows; no note is opened.
extension ComplianceStore {
    private struct Count: Decodable, Sendable {
        let id: String
        let owner: String
        let createdAt: Instant
        let score: Double?
    }

    private struct Broken: Decodable, Sendable {
        let documentId: String
        let rule: String
        let status: FindingStatus
    }

    /// - Parameter owner: nil for everybody's
    private func counts(
        _ from: CivilDate, _ to: CivilDate, owner: String?
    ) async throws -> (notes: [Count], broken: [Broken], zone: TimeZone) {
        let zone = try await school.zone()
        let (start, end) = (from.instant(in: zone), to.adding(days: 1).instant(in: zone))
        return try await database.read { reader in
            let whose: SQL = owner.map { " AND owner = \($0)" } ?? ""
            let notes = try reader.fetchAll(
                Count.self,
                """
                SELECT id, owner, created_at, score FROM compliance_document
                WHERE state = \(NoteState.ready) AND deleted_at IS NULL AND created_at >= \(start)
                    AND created_at < \(end)\(whose) ORDER BY id
                """)
            let broken = try reader.fetchAll(
                Broken.self,
                """
                SELECT document_id, rule, compliance_outcome.status AS status FROM compliance_outcome
                JOIN compliance_document ON compliance_document.id = document_id
                WHERE state = \(NoteState.ready) AND deleted_at IS NULL AND created_at >= \(start)
                    AND created_at < \(end)\(whose)
                    AND compliance_outcome.status IN \(list: [FindingStatus.satisfied, .violated])
                """)
            return (notes, broken, zone)
        }
    }

    /// One item for each week or month that touches the span, those without notes too.
    func trends(_ from: CivilDate, _ to: CivilDate, by step: TrendStep, of owner: String) async throws -> [TrendItem] {
        let (notes, outcomes, zone) = try await counts(from, to, owner: owner)
        let violated = Dictionary(grouping: outcomes.filter { $0.status == .violated }, by: \.documentId)
        let byStart = Dictionary(grouping: notes) { step.start(of: CivilDate($0.createdAt, in: zone)) }
        var items: [TrendItem] = []
        var start = step.start(of: from)
        while start <= to, items.count < 520 {
            let next = step.next(start)
            let notes = byStart[start] ?? []
            let rules = notes.flatMap { violated[$0.id] ?? [] }.map(\.rule)
            items.append(
                TrendItem(
                    from: start, to: next.adding(days: -1), notes: notes.count,
                    score: Self.mean(notes.compactMap(\.score)), violated: rules.count,
                    byRule: Self.tally(rules).map { TrendItem.OfRule(rule: $0.key, violated: $0.count) }))
            start = next
        }
        return items
    }

    /// Rules that were broken at all, the most frequent first.
    func coaching(_ from: CivilDate, _ to: CivilDate, of owner: String) async throws -> [CoachingItem] {
        let length = from.days(to: to) + 1
        let now = try await counts(from, to, owner: owner)
        let before = try await counts(from.adding(days: -length), from.adding(days: -1), owner: owner)
        let earlier = Dictionary(grouping: before.broken, by: \.rule)
        return Dictionary(grouping: now.broken, by: \.rule).compactMap { rule, outcomes -> CoachingItem? in
            let violated = outcomes.count { $0.status == .violated }
            guard violated > 0 else { return nil }
            let previous = earlier[rule] ?? []
            return CoachingItem(
                rule: rule, notes: outcomes.count, violated: violated,
                previousRate: previous.count < CoachingItem.least
                    ? nil : Double(previous.count { $0.status == .violated }) / Double(previous.count))
        }
        .sorted { ($1.violated, $0.rule) < ($0.violated, $1.rule) }
    }

    /// Figures of everybody's notes, without a note.
    func team(
        _ from: CivilDate, _ to: CivilDate
    ) async throws -> (members: [TeamMember], rules: [CoachingItem]) {
        let (notes, outcomes, _) = try await counts(from, to, owner: nil)
        let violated = Dictionary(grouping: outcomes.filter { $0.status == .violated }, by: \.documentId)
        let members = Dictionary(grouping: notes, by: \.owner).map { owner, notes in
            TeamMember(
                id: owner, notes: notes.count, score: Self.mean(notes.compactMap(\.score)),
                violated: notes.reduce(0) { $0 + (violated[$1.id]?.count ?? 0) })
        }
        let rules = Dictionary(grouping: outcomes, by: \.rule).map { rule, outcomes in
            CoachingItem(
                rule: rule, notes: outcomes.count, violated: outcomes.count { $0.status == .violated },
                previousRate: nil)
        }
        return (members.sorted { $0.id < $1.id }, rules.sorted { ($1.violated, $0.rule) < ($0.violated, $1.rule) })
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : (values.reduce(0, +) / Double(values.count) * 10).rounded() / 10
    }

    private static func tally(_ rules: [String]) -> [(key: String, count: Int)] {
        Dictionary(grouping: rules) { $0 }.map { ($0.key, $0.value.count) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
}
