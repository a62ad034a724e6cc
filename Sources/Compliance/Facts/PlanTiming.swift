package import Kernel

/// How often the plan has the patient come: `2x/wk`, `twice weekly`, `TIW`, `5 days a week`.
package struct PlanFrequency: Sendable, Equatable {
    /// Code points.
    package let range: Range<Int>
    /// Visits a week, the upper end of `2-3x/week`.
    package let perWeek: Double
}

/// How long the plan lasts: `8 weeks`, `24 visits`, `03/04/2025 - 05/28/2025`.
package struct PlanDuration: Sendable, Equatable {
    package enum Length: Sendable, Equatable {
        case days(Int)
        case visits(Int)
        case interval(from: CivilDate, to: CivilDate)
        case until(CivilDate)
    }

    /// Code points.
    package let range: Range<Int>
    package let length: Length

    /// Calendar days from the first to the last; nil for visits.
    package func days(start: CivilDate?) -> Int? {
        switch length {
        case .days(let days): days
        case .visits: nil
        case .interval(let from, let to): from.days(to: to)
        case .until(let date): start.map { $0.days(to: date) }
        }
    }
}

/// Frequency and duration of the plan of care: those of therapy, not of symptoms, home exercise, medication or goals.
package struct PlanTiming: Sendable {
    package let frequencies: [PlanFrequency]
    package let durations: [PlanDuration]
    /// Code points of a frequency that is left open: `frequency: TBD`.
    package let open: Range<Int>?
    /// Code points of an end without a date: `until goals met`.
    package let openEnd: Range<Int>?

    package var frequency: PlanFrequency? { frequencies.first }
    package var duration: PlanDuration? { durations.first }
}
