package import Kernel

package enum WeekCalendar: String, Sendable, CaseIterable {
    /// Rule 14: week 1 begins on 25 August.
    case academic
    /// ISO 8601: weeks begin on Monday, week 1 has the year's first Thursday.
    case iso

    package func week(of day: CivilDate) -> Week {
        switch self {
        case .academic: Self.academicWeek(of: day)
        case .iso: Self.isoWeek(of: day)
        }
    }

    /// Bins of seven days from 25 August; 1–24 August belongs to the year before, so that there is a week 53.
    private static func academicWeek(of day: CivilDate) -> Week {
        let isBefore = (day.month, day.day) < (8, 25)
        let year = isBefore ? day.year - 1 : day.year
        let first = Gregorian.days(year: year, month: 8, day: 25)
        let week = (day.dayNumber - first) / 7
        return Week(year: year, week: week + 1, firstDay: CivilDate(dayNumber: first + 7 * week))
    }

    private static func isoWeek(of day: CivilDate) -> Week {
        let monday = day.adding(days: 1 - day.weekday)
        let year = monday.adding(days: 3).year
        let ofJanuary = Gregorian.days(year: year, month: 1, day: 4)
        let first = CivilDate(dayNumber: ofJanuary)
        let firstMonday = ofJanuary + 1 - first.weekday
        return Week(year: year, week: (monday.dayNumber - firstMonday) / 7 + 1, firstDay: monday)
    }
}

/// Seven days of a calendar; `year` is the year in which the calendar's own year began.
package struct Week: Sendable, Hashable {
    package let year: Int
    package let week: Int
    package let firstDay: CivilDate

    /// `DD/MM/YYYY-DD/MM/YYYY`, the first and the last of its seven days.
    package var span: String {
        Self.slashed(firstDay) + "-" + Self.slashed(firstDay.adding(days: 6))
    }

    private static func slashed(_ day: CivilDate) -> String {
        let parts = day.description.split(separator: "-")
        return "\(parts[2])/\(parts[1])/\(parts[0])"
    }
}

/// The weeks that a span of days touches, found for a day without any arithmetic of dates.
struct WeekSlots {
    let weeks: [Week]
    private let firstDay: Int32
    private let slots: [Int32]

    /// `days` are numbers of days since 1970-01-01; an empty span has no weeks.
    init(_ days: ClosedRange<Int32>?, calendar: WeekCalendar) {
        guard let days else {
            (weeks, firstDay, slots) = ([], 0, [])
            return
        }
        var weeks: [Week] = []
        var slots: [Int32] = []
        slots.reserveCapacity(days.count)
        for day in days {
            let week = calendar.week(of: CivilDate(dayNumber: Int(day)))
            if weeks.last != week { weeks.append(week) }
            slots.append(Int32(weeks.count - 1))
        }
        (self.weeks, firstDay, self.slots) = (weeks, days.lowerBound, slots)
    }

    /// Only the weeks that are `used`; days of others must not be asked for. A mistyped year would make thousands of empty
    /// weeks between two terms.
    func only(_ used: [Bool]) -> WeekSlots {
        var places = [Int32](repeating: -1, count: weeks.count)
        var kept: [Week] = []
        for (place, week) in weeks.enumerated() where used[place] {
            places[place] = Int32(kept.count)
            kept.append(week)
        }
        return WeekSlots(weeks: kept, firstDay: firstDay, slots: slots.map { places[Int($0)] })
    }

    private init(weeks: [Week], firstDay: Int32, slots: [Int32]) {
        (self.weeks, self.firstDay, self.slots) = (weeks, firstDay, slots)
    }

    /// The index in `weeks` of a day of the span.
    func slot(of day: Int32) -> Int { Int(slots[Int(day - firstDay)]) }
}
