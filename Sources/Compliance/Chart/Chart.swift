import Kernel

/// A patient's notes in the order of their days, with what follows from the order.
struct Chart: Sendable {
    /// By date; notes without one at the end, in the order given.
    let notes: [ChartNote]
    let asOf: CivilDate

    init(_ notes: [ChartNote], asOf: CivilDate) {
        let order: [NoteType: Int] = [.evaluation: 0, .daily: 1, .progress: 2, .discharge: 3]
        self.notes = notes.enumerated().sorted { left, right in
            switch (left.element.date, right.element.date) {
            case (let one?, let other?) where one != other: return one < other
            case (.some, nil): return true
            case (nil, .some): return false
            default:
                let ranks = [left, right].map { $0.element.type.flatMap { order[$0] } ?? 4 }
                return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : left.offset < right.offset
            }
        }.map(\.element)
        self.asOf = asOf
    }

    /// Notes of one discipline's episode of care; notes whose discipline is unknown belong to each.
    func notes(of discipline: Discipline?) -> [ChartNote] {
        notes.filter { $0.discipline == discipline || $0.discipline == nil }
    }

    var disciplines: [Discipline?] {
        let known = Discipline.allCases.filter { discipline in notes.contains { $0.discipline == discipline } }
        return known.isEmpty ? (notes.isEmpty ? [] : [nil]) : known
    }

    var visits: VisitCounter { VisitCounter(count: 0, sinceReport: nil, nextReportDueAtVisit: nil) }
    var dueDates: [DueDate] { [] }
}

/// The computations behind the chart rules, by id.
enum ChartChecks {
    static let checks: [String: @Sendable (Rule, Chart) -> ChartVerdict] = [:]
}
