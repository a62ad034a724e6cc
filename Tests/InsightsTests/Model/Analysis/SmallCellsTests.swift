import Kernel
import Testing

@testable import Insights

struct SmallCellsTests {
    @Test(arguments: [
        ([10, 20, 30], [false, false, false]), ([3, 20, 30], [true, true, false]), ([3, 4, 30], [true, true, false]),
        ([1, 1, 30, 9], [true, true, false, true]), ([0, 3, 0, 8], [false, true, false, true]),
        ([3], [true]), ([1, 2], [true, true]), ([], []), ([5, 5], [false, false]), ([4, 5, 5], [true, true, false]),
        ([0, 0], [false, false]),
    ])
    func hides(_ sizes: [Int], _ hidden: [Bool]) {
        #expect(SmallCells.hidden(sizes, under: 5) == hidden)
    }

    @Test func oneIsOff() {
        #expect(SmallCells.hidden([1, 2, 9], under: 1) == [false, false, false])
        #expect(SmallCells.shown("x", students: 1, minimum: 1) == .shown("x"))
    }

    /// Whoever takes the shown cells from the total is left with at least two cells of at least the set size together, or
    /// with everyone; and no shown cell is small.
    @Test func subtractionTellsNothing() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<5_000 {
            let minimum = 2 + random.below(9)
            let sizes = (0..<random.below(12)).map { _ in random.below(random.below(3) == 0 ? 60 : 12) }
            let hidden = SmallCells.hidden(sizes, under: minimum)
            let shown = sizes.indices.filter { !hidden[$0] }
            let rest = sizes.reduce(0, +) - shown.reduce(0) { $0 + sizes[$1] }
            let cells = hidden.count { $0 }
            #expect(shown.allSatisfy { sizes[$0] == 0 || sizes[$0] >= minimum })
            let isEveryone = shown.allSatisfy { sizes[$0] == 0 }
            #expect(cells == 0 || isEveryone || (cells >= 2 && rest >= minimum), "\(sizes) \(minimum)")
            // everyone in one hidden cell: then the total is small, and hidden itself
            #expect(cells != 1 || rest < minimum, "\(sizes) \(minimum)")
        }
    }

    /// Twelve weeks, each student in some: the weeks hidden have enough students together, counted once.
    @Test func weeksHideStudentsCountedOnce() {
        var random = SeededRandom(seed: 8)
        for _ in 0..<300 {
            let (students, weeks) = (1 + random.below(30), 1 + random.below(12))
            let chance = 1 + random.below(8)
            let attends = (0..<students * weeks).map { _ in random.below(chance) == 0 }
            let hidden = WeekPresence(attends, weeks: weeks).hidden(under: 5)
            func covered(_ isIn: (Int) -> Bool) -> Int {
                (0..<students).count { student in (0..<weeks).contains { isIn($0) && attends[student * weeks + $0] } }
            }
            for week in 0..<weeks where !hidden[week] {
                let size = covered { $0 == week }
                #expect(size == 0 || size >= 5)
            }
            let isEverything = !(0..<weeks).contains { week in !hidden[week] && covered { $0 == week } > 0 }
            #expect(!hidden.contains(true) || isEverything || covered { hidden[$0] } >= 5)
        }
    }
}
