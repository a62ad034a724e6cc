import Foundation
import Kernel

/// A day or a local time of an event, with the clock it is read from (RFC 5545, 3.3.4 and 3.3.5).
struct CalendarTime: Sendable, Hashable {
    enum Clock: Sendable, Hashable {
        /// The same on every wall: read as the school's time.
        case floating
        case utc
        case zone(String)
    }

    var day: CivilDate
    /// Seconds since midnight; nil for a whole day.
    let seconds: Int?
    let clock: Clock

    init(day: CivilDate, seconds: Int?, clock: Clock) {
        self.day = day
        self.seconds = seconds
        self.clock = clock
    }

    /// `20251006` or `20251006T090000` or `20251006T090000Z`.
    init?(_ text: String, zone: String?) {
        let characters = Array(text.trimmingCharacters(in: .whitespaces).utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= characters.count, characters[range].allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
                return nil
            }
            return characters[range].reduce(0) { $0 * 10 + Int($1 - 48) }
        }
        guard let year = number(0..<4), let month = number(4..<6), let dayOfMonth = number(6..<8),
            let day = CivilDate(year: year, month: month, day: dayOfMonth), (2000...2100).contains(year)
        else { return nil }
        if characters.count == 8 {
            self.init(day: day, seconds: nil, clock: .floating)
            return
        }
        guard characters[8] == UInt8(ascii: "T"), let hour = number(9..<11), let minute = number(11..<13),
            let second = number(13..<15), hour < 24, minute < 60, second <= 60
        else { return nil }
        let isUTC = characters.count == 16 && characters[15] == UInt8(ascii: "Z")
        guard isUTC || characters.count == 15 else { return nil }
        self.init(
            day: day, seconds: hour * 3600 + minute * 60 + min(second, 59),
            clock: isUTC ? .utc : zone.map(Clock.zone) ?? .floating)
    }

    func on(_ day: CivilDate) -> CalendarTime { CalendarTime(day: day, seconds: seconds, clock: clock) }

    /// Seconds since 1970 on the time's own clock, for distances between two times of one clock.
    var localSeconds: Int { day.dayNumber * 86_400 + (seconds ?? 0) }
}

/// A length of time such as `PT1H30M`, `P1D` or `P2W` (RFC 5545, 3.3.6), in seconds; nil when it is none or negative.
enum CalendarDuration {
    static func seconds(_ text: String) -> Int? {
        var rest = Substring(text.trimmingCharacters(in: .whitespaces))
        if rest.hasPrefix("+") { rest = rest.dropFirst() }
        guard rest.hasPrefix("P"), rest.count > 2, rest.count < 30 else { return nil }
        var total = 0
        var digits = ""
        for character in rest.dropFirst() {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            if character == "T", digits.isEmpty { continue }
            guard let value = Int(digits), value < 1_000_000 else { return nil }
            switch character {
            case "W": total += value * 604_800
            case "D": total += value * 86_400
            case "H": total += value * 3_600
            case "M": total += value * 60
            case "S": total += value
            default: return nil
            }
            digits = ""
        }
        return digits.isEmpty ? total : nil
    }
}
