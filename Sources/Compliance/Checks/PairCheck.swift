/// Satisfied when one sentence says both things: a match of `patterns` and one of `withPatterns`, in either order; or when
/// a match of `alonePatterns` says it by itself.
///
/// Parameters besides: `rejects` and `sentenceRejects` as for `present`; `withDates: true` (a date of the past counts for
/// the second thing); `notIn` (sections that do not count); `outsideGoals`, `outsideDiagnoses`, `outsideHeadings`; `negation: false`;
/// `within` (tokens between the two at most); `headed: true` (the first thing may be a heading of the second).
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
        let firsts = counted(accepted(rule, merged: false), rule, asFirst: true)
        var seconds = counted(accepted(rule, patterns: "withPatterns", merged: false), rule)
        if rule.flag("withDates", default: false) { seconds += pastDates(rule) }
        let limit = rule.integer("within") ?? 400
        let mayHead = rule.flag("headed", default: false)
        var found = counted(accepted(rule, patterns: "alonePatterns"), rule)
        for first in firsts {
            let at = note.firstToken(from: first.lowerBound)
            let reach = reach(of: at, mayHead: mayHead)
            let partner = seconds.first { second in
                let token = note.firstToken(from: second.lowerBound)
                guard reach.contains(token), !second.overlaps(first) else { return false }
                return abs(token - at) <= limit
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

    /// Tokens of the sentence that holds token `at`. What heads a section reaches to the section's end, and a sentence of
    /// a few words (`Prior status.`, `BEFORE THIS EPISODE`) over the next one.
    private func reach(of at: Int, mayHead: Bool) -> Range<Int> {
        let offset = note.tokens[at].range.lowerBound
        let sentence = note.tokens(in: note.sentence(at: offset))
        guard mayHead else { return sentence }
        let section = outline.section(at: offset)
        if section.heading.contains(offset) {
            return sentence.lowerBound..<max(sentence.upperBound, note.firstToken(from: section.body.upperBound))
        }
        guard note.tokens[sentence].count(where: \.isWord) <= 5 else { return sentence }
        var next = sentence.upperBound
        while next < note.tokens.count, note.tokens[next].kind == .lineBreak { next += 1 }
        guard next < note.tokens.count, next - sentence.upperBound <= 2 else { return sentence }
        let following = note.tokens(in: note.sentence(at: note.tokens[next].range.lowerBound))
        return sentence.lowerBound..<max(sentence.upperBound, following.upperBound)
    }

    private func counted(_ ranges: [Range<Int>], _ rule: Rule, asFirst: Bool = false) -> [Range<Int>] {
        let sections = Set(rule.strings("notIn"))
        let goals = rule.flag("outsideGoals", default: false) ? self.goals.map(\.range) : []
        let diagnoses =
            rule.flag("outsideDiagnoses", default: false) ? self.diagnoses.filter { $0.code == nil }.map(\.range) : []
        // `Skilled need:` over the assessment asks what the sentence below it answers
        let headings =
            rule.flag("outsideHeadings", default: false)
            ? outline.sections.filter { !asFirst || $0.kind != .assessment }.map(\.heading) : []
        if sections.isEmpty, goals.isEmpty, diagnoses.isEmpty, headings.isEmpty { return ranges }
        return ranges.filter { range in
            !headings.contains { $0.overlaps(range) }
                && !sections.contains(outline.section(at: range.lowerBound).kind.rawValue)
                && !goals.contains { $0.overlaps(range) } && !diagnoses.contains { $0.overlaps(range) }
        }
    }

    /// Dates on or before the note's own; a month or a year too. Not those that `rejects` takes away.
    private func pastDates(_ rule: Rule) -> [Range<Int>] {
        let rejects = matches(rule, "rejects").map(\.range) + signatures.compactMap(\.date?.range)
        return dates.dates.filter { found in
            if rejects.contains(where: { $0.overlaps(found.range) }) { return false }
            guard let date = found.date, let own = dates.anchor else { return true }
            return date <= own
        }
        .map(\.range)
    }
}
