package import Foundation

/// A day on the school's calendar, without a time and without a time zone: `2026-11-21`.
package struct CivilDate: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Days since 1970-01-01.
    package var dayNumber: Int {
        Gregorian.days(year: year, month: month, day: day)
    }

    package init(dayNumber: Int) {
        (year, month, day) = Gregorian.date(days: dayNumber)
    }

    /// Nil for a day that does not exist or a year outside 1900…2199.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), Gregorian.isDay(year: year, month: month, day: day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Strictly `YYYY-MM-DD`.
    package init?(_ text: String) {
        var scanner = DigitScanner(text)
        guard
            let year = scanner.number(digits: 4), scanner.skip(UInt8(ascii: "-")),
            let month = scanner.number(digits: 2), scanner.skip(UInt8(ascii: "-")),
            let day = scanner.number(digits: 2), scanner.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The local day of an instant.
    package init(_ instant: Instant, in timeZone: TimeZone) {
        let offset = timeZone.secondsFromGMT(for: instant)
        let seconds = instant.milliseconds.flooredDivision(by: 1000).quotient + Int64(offset)
        self.init(dayNumber: Int(seconds.flooredDivision(by: 86_400).quotient))
    }

    package func adding(days: Int) -> CivilDate {
        CivilDate(dayNumber: dayNumber + days)
    }

    /// Days from this day to another; negative when the other comes first.
    package func days(to other: CivilDate) -> Int {
        other.dayNumber - dayNumber
    }

    /// ISO 8601: Monday is 1, Sunday is 7.
    package var weekday: Int {
        (dayNumber + 3).flooredDivision(by: 7).remainder + 1
    }

    /// When a local time of this day is. A time that the clocks skip in spring is read with the offset before the change,
    /// one that occurs twice in autumn is the first.
    package func instant(at time: CivilTime = .midnight, in timeZone: TimeZone) -> Instant {
        let local = Int64(dayNumber) * 86_400 + Int64(time.minuteOfDay) * 60
        func offset(_ seconds: Int64) -> Int64 {
            Int64(timeZone.secondsFromGMT(for: Instant(milliseconds: seconds * 1000)))
        }
        let before = offset(local - 86_400)
        let after = offset(local + 86_400)
        for candidate in [before, after] where offset(local - candidate) == candidate {
            return Instant(milliseconds: (local - candidate) * 1000)
        }
        return Instant(milliseconds: (local - before) * 1000)
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CivilDate: Codable, CustomStringConvertible, LosslessStringConvertible {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CivilDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date YYYY-MM-DD")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        Decimal.append(year, digits: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Decimal.append(month, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Decimal.append(day, digits: 2, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension TimeZone {
    func secondsFromGMT(for instant: Instant) -> Int {
        secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }
}
