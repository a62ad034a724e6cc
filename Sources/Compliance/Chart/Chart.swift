import Kernel

/// A patient's notes in the order of their days, with what follows from the order.
struct Chart: Sendable {
    /// By date, and within a day as `Rank` says; notes without a date at the end. The order given tells nothing.
    let notes: [ChartNote]
    let asOf: CivilDate
    let episodes: [Episode]

    init(_ notes: [ChartNote], asOf: CivilDate) {
        let sorted = notes.map { ($0, Rank($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
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

/// Where a note stands among others: by its day, then an evaluation before treatment, treatment before reports and all
/// before the discharge; notes of one kind and day by the number of the visit, the time of the clock and, when nothing
/// tells, by their words.
private struct Rank: Comparable {
    private let numbers: [Int]
    private let text: String

    init(_ note: ChartNote) {
        let kinds: [NoteType: Int] = [.evaluation: 0, .daily: 1, .progress: 2, .discharge: 4]
        let clock = MinutesReader(note: note.facts.note).clocks().first?.start
        numbers = [
            note.date?.dayNumber ?? .max, note.type.flatMap { kinds[$0] } ?? 3, note.facts.visit.visit ?? .max,
            clock ?? .max,
        ]
        text = note.facts.note.text
    }

    static func < (one: Rank, other: Rank) -> Bool {
        one.numbers != other.numbers ? one.numbers.lexicographicallyPrecedes(other.numbers) : one.text < other.text
    }
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
