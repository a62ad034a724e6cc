/// A percentage that somebody typed, kept exactly: `80`, `33.33`. From 0 to 100, with at most nine decimals.
package struct Threshold: Sendable, Hashable, CustomStringConvertible {
    /// As it was typed.
    package let description: String
    /// The percentage in billionths.
    private let scaled: Int
    private static let scale = 1_000_000_000

    package static let standard = Threshold(whole: 80)

    private init(whole: Int) {
        description = String(whole)
        scaled = whole * Self.scale
    }

    /// Nil for anything but digits, perhaps with a point and decimals, from 0 to 100.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? Array(parts[1]) : []
        guard parts.count <= 2, !parts[0].isEmpty, parts[0].count <= 9, decimals.count <= 9,
            parts.count == 1 || !decimals.isEmpty
        else { return nil }
        var value = 0
        for digit in Array(parts[0]) + decimals {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        for _ in decimals.count..<9 { value *= 10 }
        guard value <= 100 * Self.scale else { return nil }
        description = text
        scaled = value
    }

    /// Rule 17: `attended × 100 ≤ threshold × expected` in whole numbers; nothing expected is neither above nor below.
    package func isAtOrBelow(attended: Int, expected: Int) -> Bool {
        expected > 0 && attended * 100 * Self.scale <= scaled * expected
    }

    /// How many events in a row have to be attended until the percentage is no longer under the threshold; 0 when it is
    /// not. Nil when nothing was expected, or when no number is enough (100 % after a missed event).
    package func eventsToReach(attended: Int, expected: Int) -> Int? {
        guard expected > 0 else { return nil }
        let missing = scaled * expected - attended * 100 * Self.scale
        guard missing > 0 else { return 0 }
        let gain = 100 * Self.scale - scaled
        return gain == 0 ? nil : (missing + gain - 1) / gain
    }

    /// How many of the events that follow may be missed without going under the threshold; 0 when it is under already.
    /// Nil when nothing was expected, or when the threshold is 0 and any number may be.
    package func eventsToSpare(attended: Int, expected: Int) -> Int? {
        guard expected > 0, scaled > 0 else { return nil }
        return max(0, (attended * 100 * Self.scale - scaled * expected) / scaled)
    }
}
