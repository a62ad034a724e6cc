import Kernel
@testable import Insights

/// Writes a time in any of the forms of rule 6 that can say it exactly.
struct DateNotation {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func text(_ time: TrueRow.Time, _ random: inout SeededRandom) -> String {
        if random.chance(0.2) { return withOffset(time, &random) }
        let clock = NaiveClock(seconds: NaiveClock.local(utc: time.utc))
        let isISO = random.chance(0.4)
        let date = isISO ? iso(clock) : dayFirst(clock, &random)
        if clock.second == 0, time.nanoseconds == 0, random.chance(0.7) { return date }
        let separator = isISO && random.chance(0.6) ? "T" : random.one(of: [" ", " ", "  ", "\u{A0}"])
        return date + separator
            + timeOfDay(clock.second, time.nanoseconds, isTwelve: separator != "T" && random.chance(0.3), &random)
    }

    private static func withOffset(_ time: TrueRow.Time, _ random: inout SeededRandom) -> String {
        let minutes = random.one(of: [0, 60, 60, -300, 330, 765, -570])
        let clock = NaiveClock(seconds: time.utc + minutes * 60)
        let text =
            iso(clock) + random.one(of: ["T", " "])
            + timeOfDay(clock.second, time.nanoseconds, isTwelve: false, &random)
        if minutes == 0 && random.chance(0.7) { return text + random.one(of: ["Z", "Z", "z"]) }
        let sign = minutes < 0 ? "-" : "+"
        let hours = two(abs(minutes) / 60)
        return text + sign + hours + random.one(of: [":", ":", ""]) + two(abs(minutes) % 60)
    }

    private static func iso(_ clock: NaiveClock) -> String { "\(clock.year)-\(two(clock.month))-\(two(clock.day))" }

    private static func dayFirst(_ clock: NaiveClock, _ random: inout SeededRandom) -> String {
        let day = random.chance(0.5) ? two(clock.day) : String(clock.day)
        let year = random.chance(0.2) ? two(clock.year - 2000) : String(clock.year)
        if random.chance(0.3) {
            let name = months[clock.month - 1]
            let month = random.one(of: [name, String(name.prefix(3)), name.uppercased(), name.prefix(3).lowercased()])
            let separator = random.one(of: [" ", "-"])
            return day + separator + month + separator + year
        }
        let month = random.chance(0.5) ? two(clock.month) : String(clock.month)
        let separator = random.one(of: ["/", "/", "-", "."])
        return day + separator + month + separator + year
    }

    private static func timeOfDay(
        _ second: Int, _ nanoseconds: Int, isTwelve: Bool, _ random: inout SeededRandom
    ) -> String {
        let hour = isTwelve ? (second / 3600 + 11) % 12 + 1 : second / 3600
        var text = (random.chance(0.7) ? two(hour) : String(hour)) + ":" + two(second / 60 % 60)
        if second % 60 != 0 || nanoseconds != 0 || random.chance(0.5) {
            text += ":" + two(second % 60)
            if nanoseconds != 0 {
                var digits = String(1_000_000_000 + nanoseconds).dropFirst()
                while digits.last == "0", random.chance(0.8) { digits.removeLast() }
                text += "." + digits
            } else if random.chance(0.2) {
                text += random.one(of: [".0", ".000", ".0000000"])
            }
        }
        guard isTwelve else { return text }
        let half = second < 43_200 ? ["AM", "am", "Am"] : ["PM", "pm", "pM"]
        return text + random.one(of: [" ", " ", ""]) + random.one(of: half)
    }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// Cells that are no date: words, days and times that do not exist, years outside 2000…2100, spreadsheet numbers.
    static let impossible = [
        "", " ", "TBC", "n/a", "31/02/2026 09:00", "29/02/2025 09:00", "31.04.25", "2025-13-01T09:00:00", "2025-02-30",
        "2205-09-29T09:00:00", "29/09/2205 09:00", "9999-12-31T00:00:00", "1899-12-30", "31/12/1999 23:59",
        "01-Jan-2101", "2025-10-01T25:00:00", "2025-10-01T09:60:00", "45929.375", "45929", "09/29/2025 09:00",
        "32 Oct 2025", "1 Octember 2025", "2025-10-01T", "2025-10-01T09:30:00 tomorrow", "#N/A", "=NOW()", "0/10/2025",
    ]
}
