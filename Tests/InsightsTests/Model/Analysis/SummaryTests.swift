import Kernel
import Testing

@testable import Insights

struct SummaryTests {
    /// Three students over the six days 6–11 October 2025.
    private var cohort: Cohort {
        var builder = TableBuilder()
        builder.add(.named("1", "Ann", "Young", adviser: "Dr B"), "aaaaxx")
        builder.add(.named("2", "Béla", "Ångström", adviser: "Dr A"), "aexxxx")
        builder.add(.named("3", "Cy", "", adviser: ""), [.init(day: "2025-10-06", kind: .study)])
        return builder.cohort()
    }

    private func ids(_ summary: Analysis.Summary) -> [String] { summary.students.map(\.student.id) }

    @Test func bothPercentagesAndWhoIsAtOrBelow() throws {
        let summary = Analysis.summary(cohort, InsightsFilter(), order: .id, smallCell: 1)
        let rows = summary.students
        #expect(rows.map(\.counts.expected) == [6, 6, 0] && rows.map(\.counts.absent) == [2, 4, 0])
        #expect(rows[1].counts.percentage == 100.0 / 6 && rows[1].counts.percentageWithoutExcused == 20)
        #expect(rows[2].counts.percentage == nil)
        #expect(rows.map(\.atOrBelow) == [true, true, false])
        let overall = summary.overall
        #expect(overall.students == 3 && overall.atOrBelow == 2 && overall.withoutFigure == 1)
        #expect(overall.counts == Analysis.Counts(expected: 12, attended: 5, excused: 1))
    }

    @Test func bothEndsOfARangeAreIn() {
        func expected(_ from: String?, _ to: String?) -> [Int] {
            Analysis.summary(cohort, .days(from, to), order: .id).students.map(\.counts.expected)
        }
        #expect(expected("2025-10-07", "2025-10-09") == [3, 3, 0])
        #expect(expected("2025-10-11", nil) == [1, 1, 0])
        #expect(expected(nil, "2025-10-06") == [1, 1, 0])
        #expect(expected("2025-10-12", nil) == [0, 0, 0])
        #expect(expected("2025-10-09", "2025-10-08") == [0, 0, 0])
    }

    @Test(arguments: [
        ("", ["1", "2", "3"]), ("angstrom", ["2"]), ("ÅNGSTRÖM", ["2"]), ("bela ang", ["2"]), ("ang bela", ["2"]),
        ("3", ["3"]), ("annyoung", []), ("an", ["1", "2"]),
    ])
    func searchIgnoresMarksAndCase(_ search: String, _ found: [String]) {
        var filter = InsightsFilter()
        filter.search = search
        #expect(ids(Analysis.summary(cohort, filter, order: .id)) == found)
    }

    @Test func filtersOfStudents() {
        var builder = TableBuilder()
        for (id, adviser) in [("1", "Dr A"), ("2", "Dr A"), ("3", ""), ("4", "Dr B")] {
            builder.add(.named(id, adviser: adviser), id == "2" ? "ae" : "aa")
        }
        let map = RotationMap(entries: [
            "1": RotationEntry(group: 1, rotation: "GP", pattern: "4 days"),
            "2": RotationEntry(group: 2, rotation: "Surgery", pattern: "2.5 days"),
        ])
        let cohort = builder.cohort(ModuleContext(module: "501", rotation: map))
        func found(_ change: (inout InsightsFilter) -> Void) -> [String] {
            var filter = InsightsFilter()
            change(&filter)
            return ids(Analysis.summary(cohort, filter, order: .id))
        }
        #expect(found { $0.adviser = "Dr A" } == ["1", "2"])
        #expect(found { $0.adviser = "" } == ["3"])
        #expect(found { $0.group = 2 } == ["2"])
        #expect(found { $0.rotation = "GP" } == ["1"])
        #expect(found { $0.pattern = "2.5 days" } == ["2"])
        #expect(found { $0.selfCertifiedOnly = true } == ["2"])
        #expect(found { $0.visible = ["4", "9"] } == ["4"])
        let summary = Analysis.summary(cohort, InsightsFilter(), order: .id)
        #expect(summary.students[1].rotation?.expectedDaysPerWeek == 2.5)
        #expect(summary.choices.advisers == ["", "Dr A", "Dr B"] && summary.choices.groups == [1, 2])
        var own = InsightsFilter()
        own.visible = ["4"]
        let choices = Analysis.summary(cohort, own).choices
        #expect(choices.advisers == ["Dr B"] && choices.rotations.isEmpty)
    }

    @Test(arguments: [
        (StudentOrder.surname, ["3", "2", "1"]), (.id, ["1", "2", "3"]), (.percentage, ["2", "1", "3"]),
        (.percentageDescending, ["1", "2", "3"]), (.absent, ["2", "1", "3"]), (.trend, ["3", "2", "1"]),
    ])
    func orders(_ order: StudentOrder, _ expected: [String]) {
        #expect(ids(Analysis.summary(cohort, InsightsFilter(), order: order)) == expected)
    }

    @Test func surnamesIgnoreMarksAndCaseAndBlanksComeFirst() {
        var builder = TableBuilder()
        let names = [
            ("1", "O'Neil", "Mary"), ("2", "Núñez", "Chloé"), ("3", "de Souza", "Zoë"), ("4", "Zhou", "Ada"),
            ("5", "zhou", "Bob"), ("6", "", "Only"), ("7", "nunez", "anna"), ("8", "Zhou", "ADA"),
        ]
        for (id, surname, first) in names { builder.add(.named(id, first, surname), "a") }
        let cohort = builder.cohort()
        #expect(
            cohort.surnameOrder.map { cohort.table.students[$0].id } == ["6", "3", "7", "2", "1", "4", "8", "5"])
    }

    @Test func theTrendSetsFourWeeksAgainstTheFourBefore() throws {
        var builder = TableBuilder()
        // 28 days with 7 attended of 28, then 28 with 21 of 28
        let before = String(repeating: "axxx", count: 7)
        let after = String(repeating: "aaax", count: 7)
        builder.add(.named("1"), before + after, from: "2025-10-01")
        builder.add(.named("2"), after, from: "2025-10-29")
        let cohort = builder.cohort()
        let rows = Analysis.summary(cohort, InsightsFilter(), order: .id).students
        #expect(rows[0].trend == 50)
        #expect(rows[1].trend == nil)
        // a range that begins later has the same trend; one that ends sooner another
        #expect(Analysis.summary(cohort, .days("2025-11-20", nil), order: .id).students[0].trend == 50)
        #expect(Analysis.summary(cohort, .days(nil, "2025-10-28"), order: .id).students[0].trend == nil)
        var sooner = InsightsFilter()
        sooner.today = CivilDate("2025-10-28")
        #expect(Analysis.summary(cohort, sooner, order: .id).students[0].trend == nil)
    }

    @Test func binsHoldTheirLowerEndAndTheLastOneHundred() {
        var builder = TableBuilder()
        for (id, course) in [("1", "aaaaaaaaaa"), ("2", "aaaaaaaaax"), ("3", "axxxxxxxxx"), ("4", "xx"), ("5", "aaxx")]
        {
            builder.add(.named(id), course)
        }
        let bins = Analysis.summary(builder.cohort(), InsightsFilter(), smallCell: 1).distribution
        #expect(bins.map(\.students.value) == [1, 1, 0, 0, 0, 1, 0, 0, 0, 2])
        #expect(bins.first?.from == 0 && bins.last?.to == 100)
        let hidden = Analysis.summary(builder.cohort(), InsightsFilter(), smallCell: 5).distribution
        #expect(hidden.map(\.students.isHidden) == [true, true, false, false, false, true, false, false, false, true])
    }

    @Test func figuresOverAFewStandBesideTheirNames() {
        let summary = Analysis.summary(cohort, InsightsFilter(), smallCell: 100)
        #expect(summary.overall.students == summary.students.count && summary.overall.students > 0)
        #expect(summary.distribution.allSatisfy { $0.students.isHidden || $0.students.value == 0 })
    }

    /// Ranges that share no day add up, for every student and count.
    @Test func countsOfPartsAddUp() {
        var random = SeededRandom(seed: 11)
        var builder = TableBuilder()
        for id in 0..<12 {
            let rows = (0..<60).map { _ in
                TableBuilder.Row(
                    day: CivilDate(dayNumber: 20_350 + random.below(80)).description, minute: random.below(1440),
                    kind: random.below(4) == 0 ? .placement : .teaching,
                    status: AttendanceStatus(rawValue: UInt8(random.below(3))) ?? .absent)
            }
            builder.add("\(id)", rows)
        }
        let cohort = builder.cohort(ModuleContext(module: "501"))
        for _ in 0..<200 {
            let cut = Int32(20_350 + random.below(80))
            for index in cohort.table.students.indices {
                let (first, second) = (cohort.tally(index, on: .min...cut), cohort.tally(index, on: (cut + 1) ... .max))
                var sum = first.counts
                sum += second.counts
                let whole = cohort.tally(index, on: .min ... .max)
                #expect(sum == whole.counts)
                #expect(first.selfCertifications + second.selfCertifications == whole.selfCertifications)
                #expect(first.placementDays + second.placementDays == whole.placementDays)
                #expect(first.checkIns + second.checkIns == whole.checkIns)
            }
        }
    }
}
