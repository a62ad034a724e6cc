import Kernel

extension ChartChecks {
    // MARK: CHT-03

    /// Long-term goals of successive plans and reports; a new or changed one needs an approval from then on.
    static func goalsRecertified(_ rule: Rule, _ chart: Chart) -> ChartVerdict {
        var verdict = ChartVerdict(.notApplicable)
        for episode in chart.episodes {
            var known: [ComparedGoal] = []
            for note in episode.notes where note.type == .evaluation || note.type == .progress {
                let goals = note.facts.goals.filter { $0.term == .long }.map { ComparedGoal($0, in: note.facts) }
                guard !goals.isEmpty else { continue }
                if known.isEmpty {
                    known = goals
                    continue
                }
                verdict = verdict.status == .notApplicable ? ChartVerdict(.satisfied) : verdict
                let changed = goals.filter { goal in !known.contains { $0.isSame(as: goal) } }
                known = goals
                guard !changed.isEmpty, let day = note.date else { continue }
                let approved = episode.notes.contains { later in
                    later.facts.certification.approvals.contains { approval in
                        (approval.date.map { $0 >= day }) ?? (later.id == note.id)
                    }
                }
                if approved { continue }
                let places = changed.map { ChartVerdict.Place(note: note.id, range: $0.range) }
                let due = day.adding(days: 30)
                var open = ChartVerdict(
                    chart.asOf > due ? .violated : .pending, places: places, values: ["day": "\(day)"])
                open.due = due
                if open.status == .violated { return open }
                verdict = open
            }
        }
        return verdict
    }

    // MARK: CHT-06

    private static let absences = CueTable<Bool>([
        "vacation", "holiday", "holidays", "hospital", "hospitalized", "hospitalised", "hospitalization", "admitted",
        "admission", "inpatient", "ill",
        "illness", "sick", "covid", "flu", "influenza", "cancelled", "canceled", "cancellation", "cancellations",
        "missed", "no show", "no-show", "weather",
        "travel", "traveling", "travelling", "out of town", "on hold", "hold", "surgery", "procedure", "authorization",
        "transportation", "absent",
        "absence", "family emergency", "bereavement", "funeral", "pneumonia", "medical leave", "death in", "moved",
        "scheduling", "unable to attend",
    ])

    /// Visits of a calendar week (Monday to Sunday) against the plan's frequency, and gaps that nobody explains; every fault
    /// is named.
    static func visitsMatchPlan(_ rule: Rule, _ chart: Chart) -> ChartVerdict {
        var faults: [(problem: String, places: [ChartVerdict.Place])] = []
        var judged = false
        for episode in chart.episodes {
            let days = episode.treatmentDays
            guard days.count > 1 else { continue }
            let gaps = zip(days, days.dropFirst()).filter { $0.days(to: $1) > rule.integer("gap") ?? 14 }
            judged = judged || !gaps.isEmpty
            faults += gaps.compactMap { gap($0.0, $0.1, episode) }
            let plans = episode.notes.filter {
                $0.facts.planFrequency != nil && ($0.type == .evaluation || $0.type == .progress) && $0.date != nil
            }
            let weeks = Dictionary(grouping: days) { $0.adding(days: 1 - $0.weekday) }
            for (monday, visits) in weeks.sorted(by: { $0.key < $1.key }) {
                guard let plan = plans.last(where: { ($0.date ?? monday) <= visits[0] }),
                    let frequency = plan.facts.planFrequency
                else { continue }
                judged = true
                let most = max(1, Int(frequency.perWeek.rounded(.up)))
                guard visits.count > most else { continue }
                let notes = episode.treated.filter { $0.date.map(visits.contains) ?? false }
                faults.append(
                    (
                        "\(visits.count) visits in the week of \(monday), and the plan has \(most)",
                        [place(plan, frequency.range)].compactMap { $0 } + notes.compactMap(dated)
                    ))
            }
        }
        guard !faults.isEmpty else { return ChartVerdict(judged ? .satisfied : .notApplicable) }
        return ChartVerdict(
            .violated, places: faults.flatMap(\.places), values: ["problem": Reasons.list(faults.map(\.problem))])
    }

    private static func gap(
        _ one: CivilDate, _ other: CivilDate, _ episode: Episode
    ) -> (problem: String, places: [ChartVerdict.Place])? {
        let around = episode.notes.filter { $0.date.map { $0 >= one && $0 <= other.adding(days: 7) } ?? false }
        let explained = around.contains { Self.absences.occurs($0.facts.note, in: 0..<$0.facts.note.tokens.count) }
        guard !explained else { return nil }
        let ends = around.filter { $0.date == one || $0.date == other }
        return (
            "\(one.days(to: other)) days without treatment from \(one) to \(other) are not explained",
            ends.compactMap(dated)
        )
    }

    // MARK: CHT-07

    private static let reasons = CueTable<Bool>([
        "new finding", "new findings", "new onset", "new diagnosis", "new injury", "new referral", "new order",
        "new orders", "new symptom", "new symptoms",
        "new problem", "significant change", "change in status", "change in condition", "change of status",
        "change in function", "change in medical",
        "decline", "declined", "worsening", "worsened", "worse", "regression", "regressed", "fall", "fell", "falls",
        "surgery", "hospitalization",
        "hospitalized", "exacerbation", "flare", "plateau", "plateaued", "lack of progress", "no progress",
        "not responding", "failure to respond",
        "lack of response", "discharge", "readiness for discharge", "returns after", "return from hospital",
        "unexpected", "new weakness", "new pain", "revise the plan",
        "revised plan", "new deficit", "new deficits", "changed presentation", "rapid improvement",
    ])

    /// Each billed re-evaluation with words that say what is new.
    static func reevaluations(_ rule: Rule, _ chart: Chart) -> ChartVerdict {
        var found: [ChartVerdict.Place] = []
        for note in chart.notes {
            for line in note.facts.billing where line.code == "97164" || line.code == "97168" {
                let place = ChartVerdict.Place(note: note.id, range: line.range)
                let text = note.facts.note
                let reason = Self.reasons.matches(text, in: 0..<text.tokens.count).first { match in
                    !Negation.isNegated(text.range(ofTokens: match.tokens), in: text)
                }
                if reason == nil, note.type != .discharge {
                    return ChartVerdict(
                        .violated, places: [place], values: ["day": note.date.map { "\($0)" } ?? "an unknown day"])
                }
                found.append(place)
            }
        }
        return found.isEmpty ? ChartVerdict(.notApplicable) : ChartVerdict(.satisfied, places: found)
    }
}

/// A goal's words and figures without its status, to tell a changed goal from one that is written again.
struct ComparedGoal {
    let range: Range<Int>
    private let words: Set<String>
    private let numbers: [Double]

    init(_ goal: Goal, in facts: NoteFacts) {
        let end = goal.status.map { facts.note.firstToken(from: $0.lowerBound) } ?? goal.tokens.upperBound
        let tokens = goal.tokens.lowerBound..<max(goal.tokens.lowerBound, min(goal.tokens.upperBound, end))
        let own = tokens.filter { at in goal.horizon.map { !$0.contains(at) } ?? true }
        words = Set(own.filter { facts.note.tokens[$0].isWord && facts.note.key($0).count > 2 }.map(facts.note.key))
        numbers = own.compactMap(facts.note.number).sorted()
        range = goal.range
    }

    /// Most words are shared and the figures are the same.
    func isSame(as other: ComparedGoal) -> Bool {
        guard !words.isEmpty, !other.words.isEmpty else { return true }
        let shared = words.intersection(other.words).count
        return shared * 2 >= min(words.count, other.words.count) && numbers == other.numbers
    }
}
