import Kernel

/// PRG-02, DSC-04: a clinician signed; an assistant, a student or nobody is not enough.
struct ClinicianSignatureCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let signatures = facts.signatures
        if let clinician = signatures.clinician { return .satisfied([clinician.range]) }
        if let assistant = signatures.assistantAlone {
            return .violated([assistant.range], values: ["who": who(assistant, facts)])
        }
        let authors = signatures.ofAuthors
        if let open = signatures.openIssue ?? authors.first(where: { $0.state == .blank || $0.state == .stamped }) {
            return .violated([open.range], values: ["who": rule.parameters["nobody"]?.string ?? ""])
        }
        if let named = authors.first(where: \.isGiven) {
            return Verdict(
                .violated, evidence: [named.range], missing: rule.strings("credentialMissing"),
                values: ["who": rule.parameters["nameless"]?.string ?? ""])
        }
        return .violated(
            searched: facts.searched([.signature], anywhere: true),
            values: ["who": rule.parameters["nobody"]?.string ?? ""])
    }

    private func who(_ signature: Signature, _ facts: NoteFacts) -> String {
        guard let credential = signature.credentials.first(where: { $0.kind.isAssistant || $0.kind.isUnskilled }) else {
            return ""
        }
        return facts.note.string(credential.range)
    }
}

/// PRG-06: from which day to which day, or from which visit to which, and when it was written.
struct ReportPeriodCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let rejected = facts.matches(rule, "rejects").map(\.tokens)
        let cues = facts.matches(rule).map(\.tokens)
        let note = facts.note
        for pair in ranges(facts) {
            let clause = withLabel(note.clause(around: pair, endedBy: [".", ";", "|", "?", "!"]), pair, note)
            if rejected.contains(where: { clause.contains($0.lowerBound) }) { continue }
            let isCued = cues.contains { clause.contains($0.lowerBound) && $0.lowerBound < pair.lowerBound }
            if isCued || endsNearNote(pair, facts) { return .satisfied([note.range(ofTokens: pair)]) }
        }
        let visits = facts.matches(rule, "visitPatterns").map(\.range)
        if !visits.isEmpty { return .satisfied(Array(visits.prefix(1))) }
        return .violated(searched: facts.searched(rule.sections, anywhere: true))
    }

    /// With the cell before it, where a cell begins with the dates: `| Covers | 9/17/24 to 10/22/24 |`.
    private func withLabel(_ clause: Range<Int>, _ pair: Range<Int>, _ note: NoteText) -> Range<Int> {
        guard pair.lowerBound > 0, note.key(pair.lowerBound - 1) == "|" else { return clause }
        let line = note.tokensOfLine(pair.lowerBound)
        var start = pair.lowerBound - 1
        while start > line.lowerBound, note.key(start - 1) != "|" { start -= 1 }
        return min(start, clause.lowerBound)..<clause.upperBound
    }

    /// Two dates that a dash, `to` or `through` joins.
    private func ranges(_ facts: NoteFacts) -> [Range<Int>] {
        let all = facts.dates.dates
        return all.indices.dropLast().compactMap { index in
            let (first, second) = (all[index], all[index + 1])
            guard first.precision != .year, second.precision != .year,
                second.range.lowerBound - first.range.upperBound <= 14
            else { return nil }
            let between = facts.note.tokens(in: first.range.upperBound..<second.range.lowerBound)
            let joins = between.contains { Self.joining.contains(facts.note.key($0)) }
            guard joins, between.count <= 3 else { return nil }
            return facts.note.firstToken(
                from: first.range.lowerBound)..<facts.note.firstToken(from: second.range.upperBound)
        }
    }

    private static let joining: Set<String> = [
        "-", "\u{2013}", "\u{2014}", "to", "thru", "through", "until", "and", "till", ".", "..", "\u{2026}",
    ]

    /// A range without a word about it is the report's when it ends about when the note was written.
    private func endsNearNote(_ pair: Range<Int>, _ facts: NoteFacts) -> Bool {
        let range = facts.note.range(ofTokens: pair)
        guard let own = facts.dates.anchor, let end = facts.dates.dates(in: range).last?.date,
            let start = facts.dates.dates(in: range).first?.date
        else { return false }
        return abs(end.days(to: own)) <= 3 && start.days(to: end) >= 5
    }
}

/// SLP-01: for dysphagia, the diet and the liquids that are recommended.
struct DietLevelCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        guard isDysphagia(rule, facts) else { return .notApplicable }
        let past = Set(facts.matches(rule, "pastPatterns").map { facts.note.sentenceOfToken[$0.tokens.lowerBound] })
        let goals = facts.goals.map(\.range)
        func current(_ name: String) -> [Range<Int>] {
            facts.accepted(rule, patterns: name).filter { range in
                let kind = facts.outline.section(at: range.lowerBound).kind
                return kind != .history && kind != .subjective && !goals.contains { $0.overlaps(range) }
                    && !past.contains(facts.note.sentenceOfToken[facts.note.firstToken(from: range.lowerBound)])
            }
        }
        let both = current("nothingPatterns")
        if !both.isEmpty { return .satisfied(Array(both.prefix(1))) }
        let diet = current("dietPatterns")
        let liquids = current("liquidPatterns")
        let evidence = diet.prefix(1) + liquids.prefix(1)
        guard !evidence.isEmpty else { return .violated(searched: facts.searched(rule.sections, anywhere: true)) }
        var warning: String?
        if diet.isEmpty { warning = rule.parameters["noDiet"]?.string }
        if liquids.isEmpty { warning = rule.parameters["noLiquids"]?.string }
        return .satisfied(Array(evidence), warning: warning)
    }

    private func isDysphagia(_ rule: Rule, _ facts: NoteFacts) -> Bool {
        if facts.diagnoses.contains(where: {
            !$0.isHistory && ($0.code.map { $0.hasPrefix("R13") || $0 == "I69.391" || $0.hasPrefix("F98.2") } ?? false)
        }) {
            return true
        }
        return !facts.accepted(rule).isEmpty
    }
}
