import Kernel
import Testing

@testable import Insights

struct StudentViewTests {
    private var builder: TableBuilder {
        var builder = TableBuilder()
        builder.add(
            .named("1", "Ann", "Young"),
            [
                .init(day: "2025-10-06", description: "Lecture 1"),
                .init(day: "2025-10-07", status: .absent, description: "Lecture 2"),
                .init(day: "2025-10-08", status: .excused, description: "Lecture 3", reason: "flu"),
                .init(day: "2025-10-14", description: "Lecture 4"),
                .init(day: "2025-10-15", kind: .study, status: .absent, description: "MED.STUDY"),
                .init(day: "2025-10-16", kind: .placement, status: .absent, description: "MED.PLAC"),
                .init(day: "2025-10-17", kind: .placement, description: "MED.PLAC"),
            ])
        for id in 2...6 { builder.add(.named("\(id)"), "aaa") }
        return builder
    }

    private func view(_ filter: InsightsFilter = InsightsFilter()) throws -> Analysis.StudentView {
        try #require(Analysis.student(builder.cohort(), "1", filter))
    }

    @Test func theCourseRunsOverTeachingOnly() throws {
        let view = try view()
        #expect(view.cumulative.map(\.percentage) == [100, 50, 100.0 / 3, 50])
        #expect(view.cumulative.map(\.time.seconds).last == "2025-10-14T09:00:00")
        #expect(view.cumulative.last?.percentage == view.row.counts.percentage)
        #expect(view.absences.map(\.description) == ["Lecture 2", "Lecture 3"])
        #expect(view.absences.map(\.reason) == [nil, "flu"])
        #expect(view.rows.map(\.record) == [1, 2, 3, 4, 5, 6, 7])
    }

    @Test func weeksStandBesideTheModules() throws {
        let view = try view()
        #expect(view.weeks.map(\.week.week) == [7, 8])
        #expect(view.weeks.map(\.counts.attended) == [1, 1])
        #expect(view.moduleAverage.map { Int(($0 * 1000).rounded()) } == 89_474)
        // in the second week the student is alone: hidden, and the first with it, or the average would tell
        #expect(view.weeks.map(\.modulePercentage) == [nil, nil])
        let open = try #require(Analysis.student(builder.cohort(), "1", InsightsFilter(), smallCell: 1))
        #expect(open.weeks.map(\.modulePercentage) == [1600.0 / 18, 100])
    }

    @Test func daysOfFewStudentsJoinTheOthersInTheModulesCourse() throws {
        let points = try view().moduleCumulative
        #expect(points.map(\.day.description) == ["2025-10-06", "2025-10-07", "2025-10-14"])
        #expect(points.last?.percentage == 1700.0 / 19)
    }

    /// Two ranges less one another must not tell a student what a classmate did.
    @Test func theModulesFiguresDoNotFollowTheStudentsOwnRanges() throws {
        let ranges = [
            InsightsFilter(), .days("2025-10-06", "2025-10-06"), .days(nil, "2025-10-07"), .days("2025-10-14", nil),
        ]
        for filter in ranges {
            let own = try #require(Analysis.student(builder.cohort(), "1", filter, smallCell: 1, isOwn: true))
            #expect(own.moduleAverage == 89)
            #expect(Set(own.weeks.map(\.modulePercentage)).isSubset(of: [89, 100]))
            #expect(own.moduleCumulative.allSatisfy { filter.days.contains(Int32($0.day.dayNumber)) })
            #expect(own.moduleCumulative.map(\.percentage).allSatisfy { $0.rounded() == $0 })
        }
        #expect(
            try #require(Analysis.student(builder.cohort(), "1", ranges[3], isOwn: true)).row.counts.percentage == 100)
    }

    @Test func placementsAndSelfCertification() throws {
        let view = try view()
        #expect(view.placement?.checkIns == 2 && view.placement?.daysAttended == 1)
        #expect(view.placementAbsences.map(\.time.minutes) == ["2025-10-16 09:00"])
        #expect(view.selfCertification?.dates.map(\.description) == ["2025-10-08"])
        #expect(view.selfCertification?.reasons == ["flu"])
        let before = try self.view(.days(nil, "2025-10-07"))
        #expect(before.placement == nil && before.selfCertification == nil && before.rows.count == 2)
    }

    @Test func whoMayNotBeSeenIsNotThere() {
        var filter = InsightsFilter()
        filter.visible = ["2"]
        #expect(Analysis.student(builder.cohort(), "1", filter)?.row == nil)
        #expect(Analysis.student(builder.cohort(), "7", InsightsFilter())?.row == nil)
        // the module's average is the module's, whoever asks
        let own = Analysis.student(builder.cohort(), "2", filter)
        #expect(own?.moduleAverage != nil)
    }

    @Test func aStudentWithoutTeachingHasNoFigure() throws {
        var builder = builder
        builder.add("9", [.init(day: "2025-10-06", kind: .placement)])
        let view = try #require(Analysis.student(builder.cohort(), "9", InsightsFilter()))
        #expect(view.row.counts.percentage == nil && view.cumulative.isEmpty && view.weeks.isEmpty)
        #expect(!view.row.atOrBelow && view.row.toReach == nil)
    }
}
