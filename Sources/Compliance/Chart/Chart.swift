import Kernel

/// A patient's notes in the order of their days, with what follows from the order.
struct Chart: Sendable {
    /// By date; notes without one at the end, in the order given.
    let notes: [ChartNote]
    let asOf: CivilDate
    let episodes: [Episode]

    init(_ notes: [ChartNote], asOf: CivilDate) {
        let order: [NoteType: Int] = [.evaluation: 0, .daily: 1, .progress: 2, .discharge: 3]
        let sorted = notes.enumerated().sorted { left, right in
            switch (left.element.date, right.element.date) {
            case (let one?, let other?) where one != other: return one < other
            case (.some, nil): return true
            case (nil, .some): return false
            default:
                let ranks = [left, right].map { $0.element.type.flatMap { order[$0] } ?? 4 }
                return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : left.offset < right.offset
            }
        }.map(\.element)
        self.notes = sorted
        self.asOf = asOf
        let known = Discipline.allCases.filter { discipline in sorted.contains { $0.discipline == discipline } }
        let disciplines: [Discipline?] = known.isEmpty ? (sorted.isEmpty ? [] : [nil]) : known
        episodes = disciplines.map { discipline in
            Episode(
                discipline: discipline, notes: sorted.filter { $0.discipline == discipline || $0.discipline == nil })
        }
    }

    /// Of the discipline that wrote last.
    var visits: VisitCounter {
        let last = notes.last { $0.discipline != nil }?.discipline
        return (episodes.first { $0.discipline == last } ?? episodes.first)?.visits
            ?? VisitCounter(count: 0, sinceReport: nil, nextReportDueAtVisit: nil)
    }

    var dueDates: [DueDate] { episodes.flatMap { $0.dueDates(asOf: asOf) } }
}

/// One discipline's part of a chart.
struct Episode: Sendable {
    let discipline: Discipline?
    /// In the order of the chart.
    let notes: [ChartNote]

    /// Treatment days: of evaluations, treatment notes, and reports with charges.
    var treatmentDays: [CivilDate] {
        Array(Set(treated.compactMap(\.date))).sorted()
    }

    /// Notes that stand for a treatment day.
    var treated: [ChartNote] {
        notes.filter { $0.type == .evaluation || $0.type == .daily || !$0.facts.billing.isEmpty && $0.type != nil }
    }

    var plan: ChartNote? { notes.first { $0.type == .evaluation } }

    /// The first treatment: the evaluation's day, else what a note says, else the first treatment day.
    var startOfCare: CivilDate? {
        plan?.date ?? notes.lazy.compactMap { $0.facts.serviceDates.startOfCare?.date }.first ?? treatmentDays.first
    }

    var isDischarged: Bool { notes.contains { $0.type == .discharge } }

    /// Days on which a progress report was written.
    var reports: [CivilDate] { notes.filter { $0.type == .progress }.compactMap(\.date).sorted() }

    var visits: VisitCounter {
        let days = treatmentDays
        let last = reports.last
        let since = last.map { report in days.count { $0 > report } } ?? (days.isEmpty ? nil : days.count)
        let before = last.map { report in days.count { $0 <= report } } ?? 0
        return VisitCounter(
            count: days.count, sinceReport: since,
            nextReportDueAtVisit: days.isEmpty || isDischarged ? nil : before + 10)
    }
}
