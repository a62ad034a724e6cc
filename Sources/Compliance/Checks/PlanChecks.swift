/// POC-01: what is treated is named, by code or in words; past history does not count.
struct DiagnosisCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let current = facts.diagnoses.filter { !$0.isHistory }
        let goals = facts.goals.map(\.range)
        let stated = current.filter { diagnosis in !goals.contains { $0.overlaps(diagnosis.range) } }
        if !stated.isEmpty { return .satisfied(stated.prefix(4).map(\.range)) }
        return .violated(
            facts.diagnoses.prefix(2).map(\.range), searched: facts.searched(rule.sections, anywhere: true))
    }
}

/// POC-05.
struct FrequencyCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        if let frequency = facts.planFrequency { return .satisfied([frequency.range]) }
        return .violated(
            [facts.timing.open].compactMap(\.self), searched: facts.searched(rule.sections, anywhere: true))
    }
}

/// POC-06.
struct DurationCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        if let duration = facts.planDuration { return .satisfied([duration.range]) }
        return .violated(
            [facts.timing.openEnd].compactMap(\.self), searched: facts.searched(rule.sections, anywhere: true))
    }
}

/// POC-07: a certification covers at most 90 days from the first treatment.
struct CertifiableLengthCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        guard let duration = facts.planDuration else { return .notApplicable }
        let limit = rule.integer("days") ?? 90
        if case .visits(let visits) = duration.length {
            guard let frequency = facts.planFrequency, frequency.perWeek > 0 else {
                return .undeterminable(rule.strings("calendarMissing"))
            }
            let days = Int((Double(visits) / frequency.perWeek).rounded(.up)) * 7
            let warning =
                days > limit
                ? "\(visits) visits at \(Self.number(frequency.perWeek)) a week take about \(days) days, more than \(limit)."
                : nil
            return .satisfied([duration.range, frequency.range], warning: warning)
        }
        let parts = phases(of: duration, facts)
        let lengths = parts.compactMap { $0.days(start: facts.firstTreatment) }
        guard !lengths.isEmpty else { return .undeterminable(rule.strings("calendarMissing")) }
        let days = lengths.reduce(0, +)
        let evidence = parts.map(\.range)
        guard days > limit else { return .satisfied(evidence) }
        return .violated(evidence, values: ["days": "\(days)", "limit": "\(limit)"])
    }

    /// `2x/wk x 4 wks, then 1x/wk x 4 wks`: the phases of one sentence add up.
    private func phases(of duration: PlanDuration, _ facts: NoteFacts) -> [PlanDuration] {
        let sentence = facts.note.sentence(at: duration.range.lowerBound)
        var parts: [PlanDuration] = []
        for other in facts.timing.durations.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard sentence.contains(other.range.lowerBound), !parts.contains(where: { $0.range.overlaps(other.range) })
            else { continue }
            if let last = parts.last {
                let between = facts.note.tokens(
                    in: last.range.upperBound..<max(last.range.upperBound, other.range.lowerBound))
                guard
                    between.contains(where: {
                        ["then", "followed", "tapering", "taper", "decreasing"].contains(facts.note.key($0))
                    })
                else { continue }
            }
            parts.append(other)
        }
        return parts.count > 1 && parts.contains(duration) ? parts : [duration]
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\((value * 10).rounded() / 10)"
    }
}
