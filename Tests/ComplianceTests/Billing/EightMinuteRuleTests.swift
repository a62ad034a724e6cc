import Testing

@testable import Compliance

struct EightMinuteRuleTests {
    /// The manual's own list: from so many minutes on so many units (chapter 5, 20.2.C), and so on by 15.
    private static let list = [8, 23, 38, 53, 68, 83, 98, 113, 128, 143, 158, 173, 188, 203, 218, 233]

    private static func listed(_ minutes: Int) -> Int { list.count { $0 <= minutes } }

    @Test(arguments: [
        (7, 0), (8, 1), (22, 1), (23, 2), (37, 2), (38, 3), (52, 3), (53, 4), (67, 4), (68, 5), (82, 5), (83, 6),
        (97, 6), (98, 7), (112, 7),
        (113, 8), (127, 8), (128, 9), (0, 0),
    ])
    func `Total minutes earn the units of the manual's list`(_ minutes: Int, _ units: Int) {
        #expect(EightMinuteRule.units(minutes) == units)
        #expect(Self.listed(minutes) == units)
    }

    /// Examples of the manual: minutes of each code, and a right allocation.
    @Test(arguments: [
        ([33, 7], [2, 1]), ([24, 23], [2, 1]), ([20, 20], [2, 1]), ([20, 20], [1, 2]),
        ([18, 13, 10, 8], [1, 1, 1, 0]), ([7, 7, 7], [1, 0, 0]),
        ([7, 7, 7], [0, 0, 1]), ([25, 20], [2, 1]), ([7], [0]), ([15], [1]), ([8, 8, 8], [1, 1, 0]),
    ])
    func `Units go to the services with most minutes`(_ minutes: [Int], _ units: [Int]) {
        #expect(EightMinuteRule(minutes).accepts(units))
        #expect(EightMinuteRule(minutes).allocation.reduce(0, +) == units.reduce(0, +))
    }

    @Test(arguments: [
        ([33, 7], [3, 0]), ([24, 23], [1, 2]), ([25, 20], [2, 2]), ([25, 20], [1, 2]),
        ([18, 13, 10, 8], [1, 1, 0, 1]), ([7], [1]), ([40], [2]),
        ([15, 8], [0, 2]), ([10, 12], [1, 0]), ([10, 12], [1, 1]),
    ])
    func `Other units are refused`(_ minutes: [Int], _ units: [Int]) {
        #expect(!EightMinuteRule(minutes).accepts(units))
    }

    /// A table of all combinations of up to four services of 0 to 60 minutes; the order of services does not matter, so
    /// each set stands once. The table gives unit by unit to the service with most minutes not yet paid.
    @Test
    func `All combinations of up to four services agree with a table made by hand`() {
        var wrong = 0
        var combinations = 0
        for a in 0...60 {
            for b in 0...a {
                for c in 0...b {
                    for d in 0...c {
                        combinations += 1
                        if !agrees(a, b, c, d) { wrong += 1 }
                    }
                }
            }
        }
        #expect(wrong == 0)
        #expect(combinations == 635_376)
    }

    private func agrees(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Bool {
        var units = Self.listed(a + b + c + d)
        var (u, v, w, x) = (0, 0, 0, 0)
        while units > 0 {
            let (p, q, r, s) = (a - 15 * u, b - 15 * v, c - 15 * w, d - 15 * x)
            let most = max(max(p, q), max(r, s))
            if p == most { u += 1 } else if q == most { v += 1 } else if r == most { w += 1 } else { x += 1 }
            units -= 1
        }
        if d == 0 { return EightMinuteRule([a, b, c]).allocation == [u, v, w] && x == 0 }
        return EightMinuteRule([a, b, c, d]).accepts([u, v, w, x])
    }
}
