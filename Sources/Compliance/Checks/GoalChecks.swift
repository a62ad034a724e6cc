/// POC-02: goals for the whole episode are there. Short-term goals alone, and the patient's own words, are not enough.
struct LongTermGoalsCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let goals = facts.longTermGoals
        if !goals.isEmpty { return .satisfied(goals.prefix(4).map(\.range)) }
        let searched = facts.searched(rule.sections, anywhere: true)
        let unlabelled = facts.goals.filter { $0.term == .unlabelled }
        if !unlabelled.isEmpty {
            return Verdict(
                .undeterminable, evidence: unlabelled.prefix(4).map(\.range), searched: searched,
                missing: rule.strings("timeMissing"))
        }
        return .violated(facts.goals.prefix(3).map(\.range), searched: searched)
    }
}

/// POC-03: each long-term goal can be measured.
struct MeasurableGoalsCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let goals = facts.longTermGoals
        guard !goals.isEmpty else { return .notApplicable }
        let criteria = facts.accepted(rule)
        let vague = goals.filter { goal in
            !GoalMeasure.isMeasurable(goal, facts.note, facts.dates)
                && !criteria.contains { goal.range.contains($0.lowerBound) }
        }
        guard !vague.isEmpty else { return .satisfied(goals.prefix(4).map(\.range)) }
        return .violated(vague.map(\.range), values: ["count": "\(vague.count)", "of": "\(goals.count)"])
    }
}

/// POC-04: no long-term goal is about an impairment or a score alone.
struct FunctionalGoalsCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let goals = facts.longTermGoals
        guard !goals.isEmpty else { return .notApplicable }
        let function = facts.matches(rule).map(\.range)
        let impairment =
            facts.matches(rule, "impairmentPatterns").map(\.range) + facts.matches(lexicon: "measures").map(\.range)
        let measures = facts.matches(rule, "plainPatterns").map(\.range)
        let bare = goals.filter { goal in
            func within(_ range: Range<Int>) -> Bool { goal.range.contains(range.lowerBound) }
            return !function.contains(where: within) && impairment.contains(where: within)
                && !namesMore(goal, impairment + measures, facts.note)
        }
        guard !bare.isEmpty else { return .satisfied(goals.prefix(4).map(\.range)) }
        return .violated(bare.map(\.range), values: ["count": "\(bare.count)", "of": "\(goals.count)"])
    }
}

extension FunctionalGoalsCheck {
    /// Two or more words that belong to no impairment, measure, part of the body, change or time: an activity that no
    /// list knows.
    private func namesMore(_ goal: Goal, _ known: [Range<Int>], _ note: NoteText) -> Bool {
        let more = goal.tokens.filter { at in
            let token = note.tokens[at]
            return token.isWord && token.range.count > 3 && !(goal.horizon?.contains(at) ?? false)
                && !known.contains { $0.contains(token.range.lowerBound) }
        }
        return more.count >= 2
    }
}

/// PRG-04, DSC-03: every goal of the report says how far it has come.
struct GoalStatusCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let goals = facts.goals.filter { $0.term != .patient }
        // why therapy ended is told in the paragraph below its heading
        func outsideReason(_ ranges: [Range<Int>]) -> [Range<Int>] {
            ranges.filter { range in
                let section = facts.outline.section(at: range.lowerBound)
                guard section.kind == .reason else { return true }
                let before = facts.note.tokens(
                    in: section.body.lowerBound..<max(section.body.lowerBound, range.lowerBound))
                return before.contains { at in
                    at > before.lowerBound && facts.note.key(at) == "\n" && facts.note.key(at - 1) == "\n"
                }
            }
        }
        let whole = outsideReason(facts.accepted(rule))
        if goals.isEmpty {
            let whole = whole + outsideReason(facts.accepted(rule, patterns: "prosePatterns"))
            return whole.isEmpty
                ? .violated(searched: facts.searched(rule.sections, anywhere: true)) : .satisfied(whole)
        }
        let open = goals.filter { goal in goal.status == nil && !goals.contains { isSame($0, goal) && $0.status != nil }
        }
        if open.isEmpty { return .satisfied(goals.compactMap(\.status)) }
        if !whole.isEmpty { return .satisfied(whole) }
        return .violated(open.map(\.range), values: ["count": "\(open.count)", "of": "\(goals.count)"])
    }

    /// A goal may be written out in one place and its status given in another.
    private func isSame(_ one: Goal, _ other: Goal) -> Bool {
        one.number != nil && one.number == other.number && one.term == other.term
    }
}

/// Whether a goal says by what it is known to be reached.
enum GoalMeasure {
    static func isMeasurable(_ goal: Goal, _ note: NoteText, _ dates: NoteDates) -> Bool {
        let skipped = [goal.horizon].compactMap(\.self) + dates.dates(in: goal.range).map { note.tokens(in: $0.range) }
        for at in goal.tokens where !skipped.contains(where: { $0.contains(at) }) {
            if isFigure(at, goal, note) || isLevel(at, note) { return true }
        }
        return false
    }

    private static func isFigure(_ at: Int, _ goal: Goal, _ note: NoteText) -> Bool {
        if note.number(at) != nil {
            // C5, T10, a code, `2-story`; a time that belongs to the plan
            if at > 0, note.tokens[at - 1].isWord, note.tokens[at - 1].touches(note.tokens[at]), note.key(at - 1) != "x"
            {
                return false
            }
            if GoalHorizon.span(note, at: at) != nil, Quantity.readUnit(note, at + 1).unit == nil { return false }
            let next = note.key(at + 1) == "-" ? note.key(at + 2) : note.key(at + 1)
            let isCode = note.tokens[at].range.count >= 5 && !note.key(at).contains(",")
            return !["story", "stories", "level", "bedroom"].contains(next) && !isCode
        }
        guard Quantity.words[note.key(at)] != nil, at + 1 < goal.tokens.upperBound, note.tokens[at + 1].isWord else {
            return false
        }
        return GoalHorizon.span(note, at: at) == nil && !["of", "day", "another"].contains(note.key(at + 1))
    }

    private static func isLevel(_ at: Int, _ note: NoteText) -> Bool {
        guard note.tokens[at].isWord, let (level, end) = AssistLevel.read(note, at: at), level > 0 else { return false }
        let before = note.tokens(before: at, atMost: 3).map { note.key($0) }
        if before.contains(where: { growth.contains($0) }) { return false }
        return note.key(end) != "as" || note.key(end + 1) != "possible"
    }

    private static let growth: Set<String> = [
        "improve", "improved", "increase", "increased", "maximize", "maximise", "optimize", "optimise", "promote",
        "more", "greater",
        "as", "most", "maximum", "enhance", "maximal", "better",
    ]
}
