package import Foundation

/// A date and perhaps a time from a cell of an imported file.
///
/// Read are ISO 8601 (`2025-10-01T09:30:00`, a blank for the `T`, seconds and fraction optional, `Z` or an offset converted
/// to the school's zone), `D/M/Y`, `D-M-Y`, `D.M.Y` and `D Mon Y`, each with an optional time, AM and PM. Two-digit years are
/// 20xx. A day that does not exist, a year outside 2000…2100 and anything else is nil; nothing is guessed.
package struct CellDate: Hashable, Sendable {
    /// Which of two numbers comes first in `1/10/2025`.
    package enum Order: Sendable {
        case dayFirst
        case monthFirst
    }

    package let day: CivilDate
    /// Nanoseconds since midnight by the school's clock; nil when the cell has no time.
    package let nanoseconds: Int64?

    /// The time cut to the minute.
    package var time: CivilTime? {
        nanoseconds.flatMap { CivilTime(hour: Int($0 / 3_600_000_000_000), minute: Int($0 / 60_000_000_000 % 60)) }
    }

    package static func parse(_ text: String, in timeZone: TimeZone, order: Order = .dayFirst) -> CellDate? {
        var scanner = CellDateScanner(CellText.clean(text))
        guard let (year, month, day) = scanner.day(order), let date = CivilDate(year: year, month: month, day: day),
            (2000...2100).contains(year)
        else { return nil }
        if scanner.isAtEnd { return CellDate(day: date, nanoseconds: nil) }
        guard let time = scanner.time(), scanner.isAtEnd else { return nil }
        guard let offset = time.offsetMinutes else { return CellDate(day: date, nanoseconds: time.nanoseconds) }
        return converted(date, nanoseconds: time.nanoseconds, offsetMinutes: offset, to: timeZone)
    }

    private static func converted(
        _ date: CivilDate, nanoseconds: Int64, offsetMinutes: Int, to timeZone: TimeZone
    ) -> CellDate? {
        let (second, fraction) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let utc = Int64(date.dayNumber) * 86_400 + second - Int64(offsetMinutes) * 60
        let local = utc + Int64(timeZone.secondsFromGMT(for: Instant(milliseconds: utc * 1000)))
        let (days, inDay) = local.flooredDivision(by: 86_400)
        let day = CivilDate(dayNumber: Int(days))
        guard (2000...2100).contains(day.year) else { return nil }
        return CellDate(day: day, nanoseconds: inDay * 1_000_000_000 + fraction)
    }
}
