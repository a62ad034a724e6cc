/// Satisfied when one sentence says both things: a match of `patterns` and one of `withPatterns`, in either order; or when
/// a match of `alonePatterns` says it by itself.
///
/// Parameters besides: `rejects` and `sentenceRejects` as for `present`; `withDates: true` (a date of the past counts for
/// the second thing); `notIn` (sections that do not count); `outsideGoals`, `outsideDiagnoses`, `outsideHeadings`; `negation: false`;
/// `within` (tokens between the two at most).
struct PairCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let found = facts.pairs(rule)
        let inSections = found.filter { rule.sections.contains(facts.outline.section(at: $0.lowerBound).kind) }
        if !inSections.isEmpty { return .satisfied(Array(inSections.prefix(3))) }
        if !found.isEmpty { return .satisfied(Array(found.prefix(3))) }
        return .violated(searched: facts.searched(rule.sections, anywhere: true))
    }
}

extension NoteFacts {
    /// Sentences (or single matches) that say what the rule looks for, in order.
    func pairs(_ rule: Rule) -> [Range<Int>] {
        let firsts = counted(accepted(rule), rule)
        var seconds = counted(accepted(rule, patterns: "withPatterns"), rule)
        if rule.flag("withDates", default: false) { seconds += pastDates() }
        let limit = rule.integer("within") ?? 400
        var found = counted(accepted(rule, patterns: "alonePatterns"), rule)
        for first in firsts {
            let sentence = note.sentenceOfToken[note.firstToken(from: first.lowerBound)]
            let partner = seconds.first { second in
                let token = note.firstToken(from: second.lowerBound)
                guard note.sentenceOfToken[token] == sentence, !second.overlaps(first) else { return false }
                return abs(token - note.firstToken(from: first.lowerBound)) <= limit
            }
            if let partner {
                found.append(min(first.lowerBound, partner.lowerBound)..<max(first.upperBound, partner.upperBound))
            }
        }
        found.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
        var apart: [Range<Int>] = []
        for range in found where !(apart.last?.overlaps(range) ?? false) { apart.append(range) }
        return apart
    }

    private func counted(_ ranges: [Range<Int>], _ rule: Rule) -> [Range<Int>] {
        let sections = Set(rule.strings("notIn"))
        let goals = rule.flag("outsideGoals", default: false) ? self.goals.map(\.range) : []
        let diagnoses =
            rule.flag("outsideDiagnoses", default: false) ? self.diagnoses.filter { $0.code == nil }.map(\.range) : []
        let headings = rule.flag("outsideHeadings", default: false) ? outline.sections.map(\.heading) : []
        if sections.isEmpty, goals.isEmpty, diagnoses.isEmpty, headings.isEmpty { return ranges }
        return ranges.filter { range in
            !headings.contains { $0.overlaps(range) }
                && !sections.contains(outline.section(at: range.lowerBound).kind.rawValue)
                && !goals.contains { $0.overlaps(range) } && !diagnoses.contains { $0.overlaps(range) }
        }
    }

    /// Dates on or before the note's own; a month or a year too.
    private func pastDates() -> [Range<Int>] {
        dates.dates.filter { found in
            guard let date = found.date, let own = dates.anchor else { return true }
            return date <= own
        }
        .map(\.range)
    }
}
