import Kernel

/// The days of a group that a file does not date: 1 August to 31 July, the year that holds a given day.
enum AcademicYear {
    static func days(of day: CivilDate) -> ClosedRange<CivilDate> {
        let year = day.month >= 8 ? day.year : day.year - 1
        guard let first = CivilDate(year: year, month: 8, day: 1),
            let last = CivilDate(year: year + 1, month: 7, day: 31)
        else { return day...day }
        return first...last
    }
}
