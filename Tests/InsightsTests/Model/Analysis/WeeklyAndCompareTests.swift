import Kernel
import Testing

@testable import Insights

struct WeeklyAndCompareTests {
    private var builder: TableBuilder {
        var builder = TableBuilder()
        builder.add(.named("1", "Ann", "Young"), "axa", from: "2025-08-23")
        builder.add(.named("2", "Bo", "Abe"), "aex", from: "2025-08-24")
        builder.add("3", [.init(day: "2025-10-06", kind: .placement)])
        return builder
    }

    @Test func weeksAcrossTheTurnOfTheAcademicYear() {
        let view = Analysis.weekly(builder.cohort(), InsightsFilter(), smallCell: 1)
        #expect(view.weeks.map(\.week.year) == [2024, 2024, 2025])
        #expect(view.weeks.map(\.week.week) == [52, 53, 1])
        #expect(view.weeks.map(\.counts.value?.expected) == [1, 2, 3])
        #expect(view.row(0).student.id == "3" && view.row(0).cells == [nil, nil, nil])
        #expect(
            view.row(1).cells == [nil, .init(attended: 1, expected: 1), .init(attended: 0, expected: 2)])
        #expect(view.row(2).cells[1] == .init(attended: 0, expected: 1))
        let iso = Analysis.weekly(builder.cohort(), InsightsFilter(), calendar: .iso, smallCell: 1)
        #expect(iso.weeks.map(\.week.week) == [34, 35])
        #expect(iso.weeks.map(\.counts.value?.excused) == [0, 1])
    }

    @Test func weeksOfFewAreHidden() {
        let view = Analysis.weekly(builder.cohort(), InsightsFilter())
        #expect(view.weeks.allSatisfy { $0.counts.isHidden })
        #expect(view.count == 3)
    }

    /// The totals of a week are the sums of its cells, whatever the filter.
    @Test func cellsAddUpToTheirWeeks() {
        var random = SeededRandom(seed: 2)
        var builder = TableBuilder()
        for id in 0..<20 {
            let course = (0..<40).map { _ in ["a", "e", "x"][random.below(3)] }.joined()
            builder.add(.named("\(id)"), course, from: CivilDate(dayNumber: 20_300 + random.below(60)).description)
        }
        let filter = InsightsFilter.days("2025-08-10", "2025-09-20")
        for calendar in WeekCalendar.allCases {
            let view = Analysis.weekly(builder.cohort(), filter, calendar: calendar, smallCell: 1)
            for (week, totals) in view.weeks.enumerated() {
                let cells = (0..<view.count).compactMap { view.row($0).cells[week] }
                #expect(totals.counts.value?.expected == cells.reduce(0) { $0 + $1.expected })
                #expect(totals.counts.value?.attended == cells.reduce(0) { $0 + $1.attended })
            }
        }
    }

    @Test func twoPeriodsSideBySide() throws {
        var builder = TableBuilder()
        builder.add(.named("1", "Ann", "Young"), "axaa", from: "2025-10-06")
        builder.add(.named("2", "Bo", "Abe"), "aaxx", from: "2025-10-06")
        let cohort = builder.cohort()
        let view = Analysis.compare(
            cohort, .days("2025-10-06", "2025-10-07"), cohort, .days("2025-10-08", "2025-10-09"), smallCell: 1)
        #expect(view.students.map(\.student.id) == ["2", "1"])
        #expect(view.students.map(\.difference) == [100, -50])
        #expect(view.left.value?.counts.percentage == 75 && view.right.value?.counts.percentage == 50)
        #expect(view.rightDistribution.last?.students == .shown(1))
        let falling = Analysis.compare(
            cohort, .days("2025-10-06", "2025-10-07"), cohort, .days("2025-10-08", "2025-10-09"), order: .trend)
        #expect(falling.students.map(\.student.id) == ["1", "2"])
        #expect(falling.left.isHidden && falling.right.isHidden)
    }

    @Test func twoModulesListEveryoneOfEither() {
        var (left, right) = (TableBuilder(), TableBuilder())
        left.add(.named("1", "Ann", "Young"), "ax")
        left.add(.named("2", "Bo", "Abe"), "aa")
        right.add(.named("2", "Bo", "Abe-New"), "xx")
        right.add(.named("3", "Cy", "Cox"), "aa")
        let view = Analysis.compare(left.cohort(), InsightsFilter(), right.cohort(), InsightsFilter(), order: .id)
        #expect(view.students.map(\.student.id) == ["1", "2", "3"])
        #expect(view.students.map { $0.left?.attended } == [1, 2, nil])
        #expect(view.students.map { $0.right?.attended } == [nil, 0, 2])
        #expect(view.students[1].student.surname == "Abe" && view.students[1].difference == 100)
        #expect(view.students[0].difference == nil)
    }

    @Test func aMistypedYearMakesNoEmptyWeeks() throws {
        var builder = builder
        builder.add(
            "1", [.init(day: "2099-09-01"), .init(day: "2099-09-08", kind: .placement, status: .excused)])
        let cohort = builder.cohort()
        let view = Analysis.weekly(cohort, InsightsFilter(), smallCell: 1)
        #expect(view.weeks.map(\.week.year) == [2024, 2024, 2025, 2099])
        let student = try #require(Analysis.student(cohort, "1", InsightsFilter(), smallCell: 1))
        #expect(student.weeks.map(\.modulePercentage) == [100, 50, 100.0 / 3, 100])
        #expect(student.placement?.checkIns == 1)
        #expect(
            Analysis.selfCertification(cohort, InsightsFilter(), smallCell: 1).byWeek.map(\.week.year) == [2025, 2099])
    }

    @Test func anEmptyTableHasEmptyViews() {
        let cohort = TableBuilder().cohort()
        let filter = InsightsFilter()
        let summary = Analysis.summary(cohort, filter)
        #expect(summary.students.isEmpty && summary.overall == Analysis.Overall())
        #expect(Analysis.weekly(cohort, filter).weeks.isEmpty)
        #expect(Analysis.advisers(cohort, filter).advisers.isEmpty)
        #expect(Analysis.placements(cohort, filter).isEmpty)
        #expect(Analysis.selfCertification(cohort, filter).byWeek.isEmpty)
        #expect(Analysis.student(cohort, "1", filter)?.row == nil)
        #expect(Analysis.compare(cohort, filter, cohort, filter).students.isEmpty)
    }
}
