import Kernel
import Testing

@testable import Insights

struct AdviserTests {
    private static let good = String(repeating: "a", count: 56)
    /// 56 days, 1 October to 25 November 2025.
    private static func course(_ before: String, _ after: String) -> String {
        String(repeating: before, count: 28 / before.count) + String(repeating: after, count: 28 / after.count)
    }

    private func codes(
        _ course: String, care: Care = Care(), placement: [TableBuilder.Row] = [], today: String? = nil
    ) throws -> [Analysis.Reason.Code] {
        var builder = TableBuilder()
        builder.add(.named("1", adviser: "Dr A"), course, from: "2025-10-01")
        builder.add(.named("1", adviser: "Dr A"), placement)
        var filter = InsightsFilter()
        filter.today = today.flatMap { CivilDate($0) }
        let view = Analysis.adviser(builder.cohort(), "Dr A", filter, care: ["1": care])
        return try #require(view.students.first).reasons.map(\.code)
    }

    @Test func reasonsToTalk() throws {
        #expect(try codes(Self.good) == [])
        #expect(try codes(Self.good, care: Care(openFlags: 2)) == [.openFlag])
        #expect(try codes(Self.course("axxx", "aaaa")) == [.atOrBelow])
        #expect(try codes(Self.course("aaaaaaa", "aaaaaax")) == [.fallingTrend])
        #expect(
            try codes(Self.course("aaaaaaa", "aaaaaaa").dropLast(14) + "xxxxxxxxxxxxxx") == [
                .notSeen, .atOrBelow, .fallingTrend,
            ])
        let certified = Self.good.dropLast(4) + "eeea"
        #expect(try codes(String(certified)) == [.fallingTrend, .selfCertifications])
        let missed = ["2025-11-18", "2025-11-20"].map {
            TableBuilder.Row(day: $0, minute: 700, kind: .placement, status: .absent)
        }
        #expect(try codes(Self.good, placement: missed) == [.missedPlacement])
        let seenToo = missed + [.init(day: "2025-11-18", minute: 800, kind: .placement)]
        #expect(try codes(Self.good, placement: seenToo) == [])
    }

    @Test func rowsAfterTodayAreNoReason() throws {
        let future = Self.good + String(repeating: "x", count: 7)
        #expect(try codes(future).contains(.notSeen) == false)
        #expect(try codes(future).contains(.fallingTrend))
        #expect(try codes(future, today: "2025-11-25") == [])
    }

    @Test func thoseToTalkToComeFirstAndThoseSpokenToAfterThem() {
        var builder = TableBuilder()
        for (id, course) in [("1", "aaaa"), ("2", "axxx"), ("3", "xxxx"), ("4", "xxxx"), ("5", "aaxx")] {
            builder.add(.named(id, adviser: "Dr A"), course)
        }
        var filter = InsightsFilter()
        filter.today = CivilDate("2025-10-10")
        let care = [
            "4": Care(lastContact: CivilDate("2025-10-08")), "5": Care(lastContact: CivilDate("2025-10-03")),
        ]
        let view = Analysis.adviser(builder.cohort(), "Dr A", filter, care: care)
        #expect(view.students.map(\.row.student.id) == ["3", "2", "5", "4", "1"])
        #expect(view.students.map(\.isSpokenTo) == [false, false, false, true, false])
        #expect(view.totals.talkTo == 3 && view.totals.overall.students == 5)
        let all = Analysis.advisers(builder.cohort(), filter, care: care, smallCell: 1)
        #expect(all.advisers.map(\.totals.value?.talkTo) == [3])
    }

    @Test func oneSmallAdviserTakesTheNextSmallestAlong() {
        var builder = TableBuilder()
        var id = 0
        for (adviser, count) in [("Dr A", 9), ("Dr B", 2), ("Dr C", 6), ("", 7)] {
            for _ in 0..<count {
                builder.add(.named("\(id)", adviser: adviser), "ax")
                id += 1
            }
        }
        let view = Analysis.advisers(builder.cohort(), InsightsFilter())
        #expect(view.advisers.map(\.adviser) == ["", "Dr A", "Dr B", "Dr C"])
        #expect(view.advisers.map(\.totals.isHidden) == [false, false, true, true])
        #expect(view.overall.value?.students == 24)
    }
}
