import Kernel
import Testing

@testable import Insights

struct ThresholdTests {
    @Test(arguments: [
        ("80", 4, 5, true), ("80", 5, 6, false), ("55", 11, 20, true), ("54.9999", 11, 20, false),
        ("33.33", 1, 3, false), ("33.34", 1, 3, true), ("0", 0, 7, true), ("0", 1, 7, false), ("100", 7, 7, true),
        ("80", 0, 0, false), ("29", 29, 100, true), ("7", 7, 100, true), ("0.000000001", 0, 1, true),
        ("80.0", 4, 5, true), ("080", 4, 5, true),
    ])
    func atOrBelow(_ text: String, _ attended: Int, _ expected: Int, _ isAtOrBelow: Bool) throws {
        let threshold = try #require(Threshold(text))
        #expect(threshold.isAtOrBelow(attended: attended, expected: expected) == isAtOrBelow)
        #expect(threshold.description == text)
    }

    @Test(arguments: [
        "", ".", "80.", ".5", "-1", "+80", "80%", "1e1", "100.000000001", "101", "80,5", "１", "8 0", "1.0.0",
    ])
    func notAThreshold(_ text: String) {
        #expect(Threshold(text) == nil)
    }

    /// The reference is a comparison of fractions whose numerators and denominators are built from the digits.
    @Test func equalsRationalArithmetic() throws {
        var random = SeededRandom(seed: 17)
        for _ in 0..<20_000 {
            let decimals = random.below(5)
            let denominator = (0..<decimals).reduce(1) { product, _ in product * 10 }
            let numerator = random.below(100 * denominator + 1)
            let fraction = String(numerator % denominator)
            let zeros = String(repeating: "0", count: max(0, decimals - fraction.count))
            let text = decimals == 0 ? "\(numerator)" : "\(numerator / denominator).\(zeros)\(fraction)"
            let expected = random.below(400)
            let attended = expected == 0 ? 0 : random.below(expected + 1)
            let threshold = try #require(Threshold(text))
            let isAtOrBelow = expected > 0 && attended * 100 * denominator <= numerator * expected
            #expect(threshold.isAtOrBelow(attended: attended, expected: expected) == isAtOrBelow, "\(text)")
        }
    }

    @Test(arguments: [
        // attended, expected, threshold, to reach, to spare
        (4, 5, "80", 0, 0), (3, 5, "80", 5, 0), (8, 8, "80", 0, 2), (0, 1, "50", 1, 0), (10, 10, "33.33", 0, 20),
    ])
    func headroom(_ attended: Int, _ expected: Int, _ text: String, _ reach: Int, _ spare: Int) throws {
        let threshold = try #require(Threshold(text))
        #expect(threshold.eventsToReach(attended: attended, expected: expected) == reach)
        #expect(threshold.eventsToSpare(attended: attended, expected: expected) == spare)
    }

    @Test func headroomThatNoNumberTells() throws {
        let (all, none) = (try #require(Threshold("100")), try #require(Threshold("0")))
        #expect(all.eventsToReach(attended: 3, expected: 4) == nil)
        #expect(all.eventsToReach(attended: 4, expected: 4) == 0)
        #expect(none.eventsToSpare(attended: 1, expected: 4) == nil)
        #expect(all.eventsToReach(attended: 0, expected: 0) == nil)
        #expect(all.eventsToSpare(attended: 0, expected: 0) == nil)
    }

    /// The number told is enough, and one less is not.
    @Test func headroomIsTight() throws {
        var random = SeededRandom(seed: 3)
        for _ in 0..<5_000 {
            let number = 1 + random.below(99)
            let threshold = try #require(Threshold("\(number)"))
            let expected = 1 + random.below(200)
            let attended = random.below(expected + 1)
            func reaches(_ attended: Int, _ expected: Int) -> Bool { attended * 100 >= number * expected }
            let reach = try #require(threshold.eventsToReach(attended: attended, expected: expected))
            #expect(reaches(attended + reach, expected + reach))
            #expect(reach == 0 || !reaches(attended + reach - 1, expected + reach - 1))
            let spare = try #require(threshold.eventsToSpare(attended: attended, expected: expected))
            #expect(spare == 0 || reaches(attended, expected + spare))
            #expect(!reaches(attended, expected + spare + 1))
        }
    }
}

extension SeededRandom {
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
