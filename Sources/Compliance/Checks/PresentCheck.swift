/// Satisfied when one of `patterns` is found, in the rule's sections first, then anywhere.
///
/// Parameters: `patterns`; `rejects` (a match that overlaps one of these does not count); `sentenceRejects` (nor one in a
/// sentence with one of these); `minimum` (matches needed, 1); `negation: false` (a denied match counts); `anywhere: false`
/// (only the rule's sections); `answeredIn` (sections whose heading asks, so that a word of `answerPatterns` below it
/// answers).
struct PresentCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let minimum = rule.integer("minimum") ?? 1
        let found = facts.accepted(rule)
        let inSections = found.filter { rule.sections.contains(facts.outline.section(at: $0.lowerBound).kind) }
        if inSections.count >= minimum { return .satisfied(Array(inSections.prefix(max(3, minimum)))) }
        let answers = facts.answers(rule)
        if !answers.isEmpty { return .satisfied(Array(answers.prefix(1))) }
        let mayBeAnywhere = rule.sections.isEmpty || rule.flag("anywhere", default: true)
        if mayBeAnywhere, found.count >= minimum { return .satisfied(Array(found.prefix(max(3, minimum)))) }
        let searched = facts.searched(rule.sections, anywhere: mayBeAnywhere)
        let unread = facts.unread(rule)
        if !unread.isEmpty { return Verdict(.undeterminable, evidence: unread, searched: searched) }
        return .violated(searched: searched)
    }
}

/// Violated when one of `patterns` is found; the parameters are those of `present`.
struct AbsentCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let anywhere = rule.sections.isEmpty || rule.flag("anywhere", default: false)
        let found = facts.accepted(rule).filter {
            anywhere || rule.sections.contains(facts.outline.section(at: $0.lowerBound).kind)
        }
        guard found.count >= rule.integer("minimum") ?? 1 else {
            return Verdict(.satisfied, searched: facts.searched(rule.sections, anywhere: anywhere))
        }
        return .violated(Array(found.prefix(5)))
    }
}

extension NoteFacts {
    /// Code points of the matches of `patterns` that no `rejects`, `sentenceRejects` or negation takes away; of matches
    /// that overlap, the first and longest.
    /// - Parameter merged: false keeps every match, also those that overlap
    package func accepted(_ rule: Rule, patterns: String = "patterns", merged: Bool = true) -> [Range<Int>] {
        let rejects = matches(rule, "rejects").map(\.range)
        let sentenceRejects = Set(matches(rule, "sentenceRejects").map { note.sentenceOfToken[$0.tokens.lowerBound] })
        let looksForDenial = rule.flag("negation", default: true)
        var accepted: [Range<Int>] = []
        for match in matches(rule, patterns) {
            if rejects.contains(where: { $0.overlaps(match.range) }) { continue }
            if sentenceRejects.contains(note.sentenceOfToken[match.tokens.lowerBound]) { continue }
            if looksForDenial, Negation.isNegated(match.range, in: note) { continue }
            if merged, let last = accepted.last, last.overlaps(match.range) {
                accepted[accepted.count - 1] = last.lowerBound..<max(last.upperBound, match.range.upperBound)
            } else {
                accepted.append(match.range)
            }
        }
        return accepted
    }

    /// Matches of `answerPatterns` below the headings that ask for them.
    func answers(_ rule: Rule) -> [Range<Int>] {
        let kinds = rule.strings("answeredIn")
        return accepted(rule, patterns: "answerPatterns").filter { range in
            let section = outline.section(at: range.lowerBound)
            return kinds.contains(section.kind.rawValue) && !section.heading.contains(range.lowerBound)
        }
    }

    /// Bodies of the sections whose heading asks, where words stand that no pattern knows: something was answered.
    func unread(_ rule: Rule) -> [Range<Int>] {
        let kinds = rule.strings("answeredIn")
        let open: Set<String> = [
            "tbd", "pending", "none", "unknown", "insert", "deferred", "na", "blank", "see", "please", "call",
            "questions",
        ]
        return outline.sections.filter { kinds.contains($0.kind.rawValue) && !$0.heading.isEmpty }.map(\.body).filter {
            let words = note.tokens(in: $0).filter { note.tokens[$0].isWord }
            return words.count >= 4 && !words.contains { open.contains(note.key($0)) }
        }
    }

    /// What to say about where was looked.
    package func searched(_ sections: [SectionKind], anywhere: Bool) -> [String] {
        let present = sections.filter { kind in outline.sections.contains { $0.kind == kind && !$0.body.isEmpty } }
        return present.map(\.rawValue) + (anywhere || present.isEmpty ? ["whole note"] : [])
    }
}
