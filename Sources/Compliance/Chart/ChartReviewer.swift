package import Kernel

/// Judges a patient's notes together: what only the order and the gaps between them show. Pure and deterministic.
package struct ChartReviewer: Sendable {
    package let rubric: Rubric

    package init(rubric: Rubric = .standard) {
        self.rubric = rubric
    }

    /// Every chart rule of the rubric in its order; a rule that does not apply to this chart is said so.
    package func review(_ notes: [ChartNote], asOf: CivilDate) -> [ChartFinding] {
        let chart = Chart(notes, asOf: asOf)
        return rubric.rules.filter(\.isChartRule).map { rule in
            let verdict = ChartChecks.checks[rule.id]?(rule, chart) ?? ChartVerdict(.notApplicable)
            return finding(rule, verdict, chart)
        }
    }

    package func dueDates(_ notes: [ChartNote], asOf: CivilDate) -> [DueDate] {
        Chart(notes, asOf: asOf).dueDates
    }

    package func visits(_ notes: [ChartNote], asOf: CivilDate) -> VisitCounter {
        Chart(notes, asOf: asOf).visits
    }

    private func finding(_ rule: Rule, _ verdict: ChartVerdict, _ chart: Chart) -> ChartFinding {
        let places = verdict.places.compactMap { place -> ChartFinding.Place? in
            guard let note = chart.notes.first(where: { $0.id == place.note }) else { return nil }
            return ChartFinding.Place(
                note: place.note,
                evidence: Finding.Evidence(
                    start: place.range.lowerBound, end: place.range.upperBound,
                    quote: note.facts.note.string(place.range)))
        }
        let evidence = places.map(\.evidence)
        let key = chart.notes.map { "\($0.id):\(Digest.sha256Hex($0.facts.note.text))" }.joined(separator: "|")
        var plain = Verdict(
            verdict.status, evidence: evidence.map(\.range), missing: verdict.missing, due: verdict.due,
            warning: verdict.warning,
            values: verdict.values)
        if verdict.status == .violated, plain.missing.isEmpty { plain.missing = rule.missing }
        let finding = Finding(
            id: Finding.id(
                noteHash: Digest.sha256Hex(key), rule: rule.id, status: verdict.status, evidence: plain.evidence),
            ruleId: rule.id, ruleVersion: rule.version, title: rule.title, severity: rule.severity,
            status: verdict.status,
            evidence: evidence, searched: [], missing: plain.missing, due: verdict.due, warning: verdict.warning,
            reason: Reasons.text(rule, plain, evidence), citation: rule.citation, tip: rule.tip,
            exampleWording: rule.exampleWording, financial: rule.financial)
        return ChartFinding(finding: finding, places: places, notes: verdict.notes(in: chart))
    }
}

/// What a chart check says.
struct ChartVerdict: Sendable {
    struct Place: Sendable {
        let note: String
        /// Code points of that note.
        let range: Range<Int>
    }

    var status: FindingStatus
    var places: [Place] = []
    /// Notes concerned beyond those quoted.
    var about: [String] = []
    var missing: [String] = []
    var due: CivilDate?
    var warning: String?
    var values: [String: String] = [:]

    init(_ status: FindingStatus, places: [Place] = [], about: [String] = [], values: [String: String] = [:]) {
        self.status = status
        self.places = places
        self.about = about
        self.values = values
    }

    static func undeterminable(_ missing: [String]) -> ChartVerdict {
        var verdict = ChartVerdict(.undeterminable)
        verdict.missing = missing
        return verdict
    }

    func notes(in chart: Chart) -> [String] {
        let ids = Set(places.map(\.note) + about)
        return chart.notes.map(\.id).filter(ids.contains)
    }
}
