import Kernel

/// Days as they are written, each made once: an export of a year has a few hundred days in a million rows.
struct DayTexts {
    private var dates: [Int32: [UInt8]] = [:]
    private var weeks: [Int32: [UInt8]] = [:]

    /// `YYYY-MM-DD`.
    mutating func date(_ day: Int32) -> [UInt8] {
        if let text = dates[day] { return text }
        let text = Array(CivilDate(dayNumber: Int(day)).description.utf8)
        dates[day] = text
        return text
    }

    /// The academic week of the day, `DD/MM/YYYY-DD/MM/YYYY`.
    mutating func week(_ day: Int32) -> [UInt8] {
        if let text = weeks[day] { return text }
        let text = Array(WeekCalendar.academic.week(of: CivilDate(dayNumber: Int(day))).span.utf8)
        weeks[day] = text
        return text
    }
}
