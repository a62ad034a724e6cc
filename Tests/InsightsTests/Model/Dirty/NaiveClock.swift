/// Calendar and clock of Great Britain by counting, so that the truth does not come from the code under test.
struct NaiveClock {
    let year: Int
    let month: Int
    let day: Int
    let second: Int

    private static let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    private static func isLeap(_ year: Int) -> Bool { year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) }
    private static func length(_ year: Int) -> Int { isLeap(year) ? 366 : 365 }
    private static func length(_ month: Int, _ year: Int) -> Int {
        month == 2 && isLeap(year) ? 29 : months[month - 1]
    }

    /// Days since 1970-01-01.
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        var days = day - 1
        for earlier in 1970..<year { days += length(earlier) }
        for earlier in 1..<month { days += length(earlier, year) }
        return days
    }

    /// The fields of a number of seconds since 1970, which is not negative.
    init(seconds: Int) {
        var (year, month, day) = (1970, 1, seconds / 86_400)
        while day >= Self.length(year) {
            day -= Self.length(year)
            year += 1
        }
        while day >= Self.length(month, year) {
            day -= Self.length(month, year)
            month += 1
        }
        (self.year, self.month, self.day, second) = (year, month, day + 1, seconds % 86_400)
    }

    /// The clocks go forward at 01:00 UTC on the last Sunday of March and back at 01:00 UTC on that of October.
    static func local(utc seconds: Int) -> Int {
        let year = NaiveClock(seconds: seconds).year
        let isSummer = seconds >= change(3, year) && seconds < change(10, year)
        return seconds + (isSummer ? 3600 : 0)
    }

    /// When the clocks change in a month of 31 days, in seconds since 1970 by UTC.
    static func change(_ month: Int, _ year: Int) -> Int {
        var day = days(year, month, 31)
        while day % 7 != 3 { day -= 1 }  // 1970-01-01 was a Thursday, so day 3 was a Sunday
        return day * 86_400 + 3600
    }
}
