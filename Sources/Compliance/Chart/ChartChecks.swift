import Kernel

/// The computations behind the chart rules, by id.
enum ChartChecks {
    static let checks: [String: @Sendable (Rule, Chart) -> ChartVerdict] = [
        "CHT-01": notesForCharges, "CHT-02": clinicianTookPart, "CHT-03": goalsRecertified, "CHT-04": clonedNotes,
        "CHT-05": planFirst, "CHT-06": visitsMatchPlan, "CHT-07": reevaluations, "CHT-08": groupApart,
        "CHT-09": coTreatment,
        "CHT-10": dueSoon,
    ]

    static func place(_ note: ChartNote, _ range: Range<Int>?) -> ChartVerdict.Place? {
        range.map { ChartVerdict.Place(note: note.id, range: $0) }
    }

    /// The words that date a note.
    static func dated(_ note: ChartNote) -> ChartVerdict.Place? { place(note, note.facts.dateOfService?.range) }

    // MARK: CHT-01

    /// Charges with a day of their own, such as rows of a ledger, against the days of notes.
    private static func notesForCharges(_ rule: Rule, _ chart: Chart) -> ChartVerdict {
        let days = Set(chart.episodes.flatMap(\.treatmentDays))
        var charges: [(day: CivilDate, place: ChartVerdict.Place)] = []
        for note in chart.notes {
            let facts = note.facts
            for line in facts.procedures {
                let row = facts.note.tokensOfLine(line.tokens.lowerBound)
                guard !row.isEmpty else { continue }
                let range = facts.note.range(ofTokens: row)
                guard let day = facts.dates.dates(in: range).first(where: { $0.precision == .day })?.date,
                    day != note.date
                else { continue }
                charges.append((day, ChartVerdict.Place(note: note.id, range: range)))
            }
        }
        guard !charges.isEmpty else { return ChartVerdict(.notApplicable) }
        let bare = charges.filter { !days.contains($0.day) }
        guard !bare.isEmpty else { return ChartVerdict(.satisfied, places: charges.prefix(3).map(\.place)) }
        let list = Array(Set(bare.map(\.day))).sorted().map { "\($0)" }
        return ChartVerdict(.violated, places: bare.map(\.place), values: ["days": Reasons.list(list)])
    }

    // MARK: CHT-02

    /// Each full period of treatment days, and each that a report ended, holds a note that a clinician signed as its author.
    private static func clinicianTookPart(_ rule: Rule, _ chart: Chart) -> ChartVerdict {
        let length = rule.integer("days") ?? 10
        var judged = false
        for episode in chart.episodes {
            let days = episode.treatmentDays
            var start = 0
            while start < days.count {
                let byCount = min(days.count, start + length)
                let report = episode.reports.first { $0 >= days[start] }
                let byReport = report.map { day in days.count { $0 <= day } } ?? byCount
                let end = max(start + 1, min(byCount, byReport))
                let isClosed = end - start >= length || report != nil && byReport <= byCount
                let period = episode.treated.filter { note in
                    note.date.map { $0 >= days[start] && $0 <= days[end - 1] } ?? false
                }
                let unsigned = period.contains { $0.facts.signatures.ofAuthors.allSatisfy { !$0.isGiven } }
                if isClosed, !unsigned {
                    judged = true
                    let own = period.contains { note in
                        note.facts.signatures.contains { $0.role == .author && $0.isByClinician }
                    }
                    if !own {
                        return ChartVerdict(
                            .violated,
                            places: period.compactMap { place($0, $0.facts.signatures.assistantAlone?.range) },
                            about: period.map(\.id),
                            values: ["from": "\(start + 1)", "to": "\(end)"])
                    }
                }
                start = end
            }
        }
        return judged ? ChartVerdict(.satisfied) : ChartVerdict(.notApplicable)
    }

    // MARK: CHT-05

    private static func planFirst(_ rule: Rule, _ chart: Chart) -> ChartVerdict {
        var verdict = ChartVerdict(.notApplicable)
        for episode in chart.episodes {
            guard let first = episode.treated.first(where: { $0.type == .daily && $0.date != nil }),
                let day = first.date
            else { continue }
            guard let plan = episode.plan, let planned = plan.date else {
                return .undeterminable(["the evaluation with its plan"])
            }
            if day < planned {
                return ChartVerdict(
                    .violated, places: [dated(first), dated(plan)].compactMap { $0 },
                    values: ["day": "\(day)", "plan": "\(planned)"])
            }
            verdict = ChartVerdict(.satisfied, places: [dated(plan), dated(first)].compactMap { $0 })
        }
        return verdict
    }

    // MARK: CHT-10

    private static func dueSoon(_ rule: Rule, _ chart: Chart) -> ChartVerdict {
        let dates = chart.dueDates
        guard !dates.isEmpty else { return ChartVerdict(.notApplicable) }
        let late = dates.filter { $0.state == .late }
        let soon = dates.filter { $0.state == .soon }
        let what = Reasons.list((late + soon).map(\.sentence)) + "."
        if !late.isEmpty {
            var verdict = ChartVerdict(.violated, values: ["what": what])
            verdict.due = late.compactMap(\.due).min()
            return verdict
        }
        guard !soon.isEmpty else { return ChartVerdict(.satisfied) }
        var verdict = ChartVerdict(.pending, values: ["what": what])
        verdict.due = soon.compactMap(\.due).min()
        verdict.warning = what
        return verdict
    }
}
