package import Kernel

/// A moment by the school's clock, in nanoseconds since 1970-01-01T00:00 there.
package struct LocalTime: Sendable, Hashable, Comparable {
    package let nanoseconds: Int64

    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    package var day: CivilDate { CivilDate(dayNumber: Int(parts.days)) }

    /// `2025-09-01T09:00:00`; the fraction is cut.
    package var seconds: String { "\(day)T\(clock):\(Self.two(parts.seconds % 60))" }

    /// `2025-09-01 09:00`.
    package var minutes: String { "\(day) \(clock)" }

    private var clock: String { "\(Self.two(parts.seconds / 3600)):\(Self.two(parts.seconds / 60 % 60))" }

    private var parts: (days: Int64, seconds: Int64) {
        let day: Int64 = 86_400_000_000_000
        let days = nanoseconds >= 0 ? nanoseconds / day : (nanoseconds - day + 1) / day
        return (days, (nanoseconds - days * day) / 1_000_000_000)
    }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }

    package static func < (left: LocalTime, right: LocalTime) -> Bool { left.nanoseconds < right.nanoseconds }
}
