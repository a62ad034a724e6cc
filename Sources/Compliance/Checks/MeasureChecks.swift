/// EVL-02: at least one test or measure of function with its value.
struct BaselineMeasuresCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let counted = facts.measures.filter { measure in
            !measure.isOfGoal && measure.kind != .screening
                && measure.values.contains { $0.number != nil || ($0.level ?? 0) > 0 }
        }
        if !counted.isEmpty { return .satisfied(counted.prefix(4).map(\.range)) }
        return .violated(searched: facts.searched(rule.sections, anywhere: true))
    }
}

/// PRG-03, DSC-02: at least one measure with two values at different times.
struct ComparedMeasuresCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let compared = facts.measures.filter { $0.isCompared && $0.kind != .screening }
        if !compared.isEmpty { return .satisfied(compared.prefix(4).map(\.range)) }
        let single = facts.measures.filter { !$0.isOfGoal && $0.kind != .screening }
        return .violated(single.prefix(3).map(\.range), searched: facts.searched(rule.sections, anywhere: true))
    }
}

/// NEC-03: where function stands still, the note says what changes, or why a therapist keeps it up.
struct PlateauCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let plateau = self.plateau(rule, facts)
        guard let first = plateau.first else { return .notApplicable }
        let answers = facts.accepted(rule, patterns: "answerPatterns")
        let unchangedPlan = facts.accepted(rule, patterns: "samePlanPatterns")
        // where the note says that all goes on as before, only an answer in the same sentence counts
        let reach = unchangedPlan.isEmpty ? 1 : 0
        let near = answers.filter { answer in plateau.contains { isNear($0, answer, reach, facts) } }
        if !near.isEmpty { return .satisfied([first] + near.prefix(2)) }
        if unchangedPlan.isEmpty {
            let planned = answers.filter { rule.sections.contains(facts.outline.section(at: $0.lowerBound).kind) }
            if !planned.isEmpty { return .satisfied([first] + planned.prefix(2)) }
        }
        return .violated(
            Array(plateau.prefix(2)) + unchangedPlan.prefix(1), searched: facts.searched(rule.sections, anywhere: false)
        )
    }

    /// Words that say so outside goals, a measure with three equal values, or every compared measure unchanged.
    private func plateau(_ rule: Rule, _ facts: NoteFacts) -> [Range<Int>] {
        let goals = facts.goals.map(\.range)
        let said = facts.accepted(rule).filter { range in
            !goals.contains { $0.overlaps(range) } && !isName(range, facts.note)
        }
        let compared = facts.measures.filter { $0.isCompared && !$0.isOfGoal && $0.kind != .screening }
        let still = compared.filter { $0.isUnchanged && $0.values.count >= 3 }
        if !said.isEmpty || !still.isEmpty {
            return (still.map(\.range) + said).sorted { $0.lowerBound < $1.lowerBound }
        }
        return !compared.isEmpty && compared.allSatisfy(\.isUnchanged) ? compared.map(\.range) : []
    }

    /// `Cumberland Plateau Rehab`: one capitalised word before another is part of a name.
    private func isName(_ range: Range<Int>, _ note: NoteText) -> Bool {
        let tokens = note.tokens(in: range)
        guard tokens.count == 1, tokens.upperBound < note.tokens.count else { return false }
        return note.tokens[tokens.lowerBound].shape == .capitalised
            && note.tokens[tokens.upperBound].shape == .capitalised && note.tokens[tokens.upperBound].isWord
    }

    /// In the same sentence or one of `reach` behind it.
    private func isNear(_ plateau: Range<Int>, _ answer: Range<Int>, _ reach: Int, _ facts: NoteFacts) -> Bool {
        let first = facts.note.sentenceOfToken[facts.note.firstToken(from: plateau.lowerBound)]
        let second = facts.note.sentenceOfToken[facts.note.firstToken(from: answer.lowerBound)]
        return (0...reach).contains(Int(second - first))
    }
}
