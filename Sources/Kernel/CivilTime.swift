package import Foundation

/// A time on the school's clock, without a day and without a time zone: `09:30`.
package struct CivilTime: Hashable, Comparable, Sendable {
    package let hour: Int
    package let minute: Int

    package static let midnight = CivilTime(minuteOfDay: 0)

    package var minuteOfDay: Int { hour * 60 + minute }

    package init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        (self.hour, self.minute) = (hour, minute)
    }

    /// Strictly `HH:MM`.
    package init?(_ text: String) {
        var scanner = DigitScanner(text)
        guard
            let hour = scanner.number(digits: 2), scanner.skip(UInt8(ascii: ":")),
            let minute = scanner.number(digits: 2), scanner.isAtEnd
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// The local time of an instant, cut to the minute.
    package init(_ instant: Instant, in timeZone: TimeZone) {
        let local =
            instant.milliseconds.flooredDivision(by: 1000).quotient + Int64(timeZone.secondsFromGMT(for: instant))
        self.init(minuteOfDay: Int(local.flooredDivision(by: 86_400).remainder) / 60)
    }

    private init(minuteOfDay: Int) {
        (hour, minute) = minuteOfDay.quotientAndRemainder(dividingBy: 60)
    }

    package static func < (left: CivilTime, right: CivilTime) -> Bool {
        left.minuteOfDay < right.minuteOfDay
    }
}

extension CivilTime: Codable, CustomStringConvertible, LosslessStringConvertible {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = CivilTime(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time HH:MM")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package var description: String {
        var bytes: [UInt8] = []
        Decimal.append(hour, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Decimal.append(minute, digits: 2, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
