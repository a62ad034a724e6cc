import Kernel
import Testing

@testable import Insights

struct PlacementTests {
    private func checkIns(_ day: String, _ statuses: [AttendanceStatus]) -> [TableBuilder.Row] {
        statuses.enumerated().map { .init(day: day, minute: 480 + 60 * $0, kind: .placement, status: $1) }
    }

    private func cohort(module: String, _ rows: [TableBuilder.Row], map: RotationMap? = nil) -> Cohort {
        var builder = TableBuilder()
        builder.add("1", rows)
        return builder.cohort(ModuleContext(module: module, rotation: map))
    }

    @Test(arguments: [
        ("501", 3, 4), ("201", 3, 4), ("101", 4, 5), ("601", 4, 5), ("MED", 4, 5), ("", 4, 5),
    ])
    func twoADayCountInYearsTwoToFive(_ module: String, _ checkIn: Int, _ withTeaching: Int) {
        let excused = checkIns("2025-10-06", [.excused, .excused, .excused]) + checkIns("2025-10-07", [.excused])
        let only = cohort(module: module, excused)
        #expect(Analysis.summary(only, InsightsFilter()).students[0].selfCertifications == checkIn)
        let both = cohort(module: module, excused + [.init(day: "2025-10-06", minute: 700, status: .excused)])
        #expect(Analysis.summary(both, InsightsFilter()).students[0].selfCertifications == withTeaching)
        let listed = Analysis.selfCertification(both, InsightsFilter(), smallCell: 1)
        #expect(listed.students[0].selfCertification.count == withTeaching)
        #expect(listed.students[0].selfCertification.dates.map(\.description) == ["2025-10-06", "2025-10-07"])
        #expect(listed.byWeek.map(\.count.value) == [withTeaching])
    }

    @Test(arguments: [
        ("501", "2025-10-08", 7, 3, 5, 4, "2025-10-08"), ("101", "2025-10-08", 7, 3, 5, 5, "2025-10-08"),
        ("501", "2025-10-13", 7, 2, 2, 2, "2025-10-08"), ("501", "2025-10-14", 7, 1, 1, 1, "2025-10-08"),
        ("501", "2025-10-15", 7, 0, 0, 0, nil), ("501", "2025-10-06", 365, 1, 3, 2, "2025-10-06"),
    ])
    func recentActivity(
        _ module: String, _ asOf: String, _ days: Int, _ daysAttended: Int, _ checkIns: Int, _ capped: Int,
        _ lastDay: String?
    ) throws {
        let rows =
            self.checkIns("2025-10-06", [.attended, .attended, .attended, .excused])
            + self.checkIns("2025-10-07", [.attended]) + self.checkIns("2025-10-08", [.attended])
        // the range of the filter does not count
        let view = Analysis.recent(
            cohort(module: module, rows), .days("2026-01-01", nil), asOf: try #require(CivilDate(asOf)), days: days)
        let row = try #require(view.students.first)
        #expect(row.daysAttended == daysAttended && row.checkIns == checkIns && row.checkInsCapped == capped)
        #expect(row.lastDay?.description == lastDay)
    }

    @Test func daysExpectedAreThoseOfTheWeeksWithACheckIn() throws {
        let rows =
            checkIns("2025-09-30", [.attended]) + checkIns("2025-10-06", [.absent])
            + checkIns("2025-10-07", [.attended])
        let map = RotationMap(entries: ["1": RotationEntry(group: 1, rotation: "GP", pattern: "4 days")])
        let cohort = cohort(module: "501", rows, map: map)
        let row = try #require(Analysis.placements(cohort, InsightsFilter()).first)
        #expect(row.placement.daysExpected == 8 && row.placement.daysAttended == 2 && row.placement.missed == 1)
        #expect(row.placement.weeks.map(\.span) == ["29/09/2025-05/10/2025", "06/10/2025-12/10/2025"])
        let later = try #require(Analysis.placements(cohort, .days("2025-10-07", nil)).first)
        #expect(later.placement.daysExpected == 4 && later.placement.checkIns == 1)
        let none = try #require(Analysis.placements(cohort, .days("2025-11-01", nil)).first)
        #expect(none.placement.daysExpected == 0)
    }

    @Test func whoHasNoPlacementIsNotListed() {
        let cohort = cohort(module: "501", [.init(day: "2025-10-06")])
        #expect(Analysis.placements(cohort, InsightsFilter()).isEmpty)
        #expect(Analysis.recent(cohort, InsightsFilter(), asOf: CivilDate(dayNumber: 20_367)).students.isEmpty)
        #expect(Analysis.selfCertification(cohort, InsightsFilter()).students.isEmpty)
    }
}
