import Kernel
import Testing

@testable import Insights

struct WeekTests {
    @Test(arguments: [
        ("2025-08-25", 2025, 1, "2025-08-25"), ("2025-08-24", 2024, 53, "2025-08-24"),
        ("2025-08-23", 2024, 52, "2025-08-17"), ("2025-08-31", 2025, 1, "2025-08-25"),
        ("2025-09-01", 2025, 2, "2025-09-01"), ("2024-02-29", 2023, 27, "2024-02-23"),
        ("2024-08-24", 2023, 53, "2024-08-23"), ("2024-08-23", 2023, 53, "2024-08-23"),
        ("2026-01-01", 2025, 19, "2025-12-29"), ("2025-08-01", 2024, 49, "2025-07-27"),
    ])
    func academic(_ day: String, _ year: Int, _ week: Int, _ first: String) throws {
        let found = WeekCalendar.academic.week(of: try #require(CivilDate(day)))
        #expect(found.year == year && found.week == week && found.firstDay.description == first)
    }

    @Test(arguments: [
        ("2025-12-29", 2026, 1, "2025-12-29"), ("2027-01-01", 2026, 53, "2026-12-28"),
        ("2024-02-29", 2024, 9, "2024-02-26"), ("2021-01-03", 2020, 53, "2020-12-28"),
        ("2021-01-04", 2021, 1, "2021-01-04"), ("2025-10-06", 2025, 41, "2025-10-06"),
    ])
    func iso(_ day: String, _ year: Int, _ week: Int, _ first: String) throws {
        let found = WeekCalendar.iso.week(of: try #require(CivilDate(day)))
        #expect(found.year == year && found.week == week && found.firstDay.description == first)
    }

    @Test func aSpanNamesBothEnds() throws {
        let week = WeekCalendar.academic.week(of: try #require(CivilDate("2025-08-24")))
        #expect(week.span == "24/08/2025-30/08/2025")
    }

    @Test(arguments: WeekCalendar.allCases) func slotsFindTheWeekOfEachDay(_ calendar: WeekCalendar) {
        let days = Int32(20_000)...Int32(21_500)
        let slots = WeekSlots(days, calendar: calendar)
        for day in days {
            #expect(slots.weeks[slots.slot(of: day)] == calendar.week(of: CivilDate(dayNumber: Int(day))))
        }
        #expect(WeekSlots(nil, calendar: calendar).weeks.isEmpty)
    }
}
