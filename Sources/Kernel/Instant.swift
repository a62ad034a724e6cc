import Foundation

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds. As JSON it is RFC 3339 text in UTC.
package struct Instant: Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package func adding(milliseconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }

    package func adding(seconds: Int64) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1000)
    }
}

// MARK: RFC 3339

extension Instant {
    /// Reads an RFC 3339 date-time: `T`, `t` or a blank between date and time, any number of fractional digits (cut to
    /// milliseconds), `Z` or an offset. A second 60 is refused; clocks of devices do not show one.
    package init?(rfc3339 text: String) {
        var scanner = DigitScanner(text)
        guard
            let year = scanner.number(digits: 4), scanner.skip(UInt8(ascii: "-")),
            let month = scanner.number(digits: 2), scanner.skip(UInt8(ascii: "-")),
            let day = scanner.number(digits: 2), Gregorian.isDay(year: year, month: month, day: day),
            let separator = scanner.next(), separator | 0x20 == UInt8(ascii: "t") || separator == UInt8(ascii: " "),
            let hour = scanner.number(digits: 2), hour < 24, scanner.skip(UInt8(ascii: ":")),
            let minute = scanner.number(digits: 2), minute < 60, scanner.skip(UInt8(ascii: ":")),
            let second = scanner.number(digits: 2), second < 60
        else { return nil }
        var fraction = 0
        if scanner.skip(UInt8(ascii: ".")) {
            guard let thousandths = scanner.thousandths() else { return nil }
            fraction = thousandths
        }
        guard let offset = scanner.offsetMinutes(), scanner.isAtEnd else { return nil }
        let days = Gregorian.days(year: year, month: month, day: day)
        let seconds = days * 86_400 + (hour * 60 + minute - offset) * 60 + second
        self.init(milliseconds: Int64(seconds) * 1000 + Int64(fraction))
    }

    /// UTC with three fractional digits: `2026-11-21T09:00:00.000Z`.
    package var rfc3339: String {
        let (days, inDay) = milliseconds.flooredDivision(by: 86_400_000)
        let date = Gregorian.date(days: Int(days))
        let thousandths = Int(inDay)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        Decimal.append(date.year, digits: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Decimal.append(date.month, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Decimal.append(date.day, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        Decimal.append(thousandths / 3_600_000, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Decimal.append(thousandths / 60_000 % 60, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Decimal.append(thousandths / 1000 % 60, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: "."))
        Decimal.append(thousandths % 1000, digits: 3, to: &bytes)
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Instant: Codable, CustomStringConvertible {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let instant = Instant(rfc3339: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an RFC 3339 date-time")
        }
        self = instant
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }

    package var description: String { rfc3339 }
}
