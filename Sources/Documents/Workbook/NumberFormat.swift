import Kernel

/// What a cell's number format makes of its number: a plain number, one with leading zeros up to a width (identifiers
/// are kept that way), a day, a time of day, or both (ECMA-376 Part 1, 18.8.30 lists the built-in formats).
enum NumberFormat: Equatable {
    case number, date, time, dateTime
    case padded(Int)

    init(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 34...36, 50...58: self = .date
        case 18...21, 32, 33, 45...47: self = .time
        case 22: self = .dateTime
        default: self = .number
        }
    }

    /// From a format code such as `dd/mm/yyyy hh:mm`: only letters outside quotes, escapes and square brackets count,
    /// except `[h]`, `[m]`, `[s]`, which are elapsed time. Sections after the first are for other values.
    init(code: String) {
        if code.count > 1, code.allSatisfy({ $0 == "0" }) {
            self = .padded(code.count)
            return
        }
        var day = false
        var clock = false
        var month = false
        var quoted = false
        var bracket: String?
        var escaped = false
        for character in code.lowercased() {
            if escaped {
                escaped = false
            } else if quoted {
                quoted = character != "\""
            } else if let inside = bracket {
                bracket = character == "]" ? nil : inside + String(character)
                if character == "]", inside.allSatisfy({ "hms".contains($0) }), !inside.isEmpty { clock = true }
            } else {
                switch character {
                case "\"": quoted = true
                case "\\", "_", "*": escaped = true
                case "[": bracket = ""
                case ";":
                    self = Self(day: day, month: month, clock: clock)
                    return
                case "y", "d": day = true
                case "m": month = true
                case "h", "s": clock = true
                default: break
                }
            }
        }
        self = Self(day: day, month: month, clock: clock)
    }

    /// `m` is minutes beside hours or seconds, otherwise months.
    private init(day: Bool, month: Bool, clock: Bool) {
        switch (day || (month && !clock), clock) {
        case (true, true): self = .dateTime
        case (true, false): self = .date
        case (false, true): self = .time
        case (false, false): self = .number
        }
    }
}

/// Serial day numbers: days since 30 December 1899 (or 1 January 1904), the time of day as a fraction.
struct SerialDate {
    let startsIn1904: Bool

    /// `2025-10-06`, `09:00:00` or `2025-10-06T09:00:00`; nil when the number is no date of the years 1900 to 9999.
    func text(_ serial: Double, as format: NumberFormat) -> String? {
        guard serial >= 0, serial < (startsIn1904 ? 2_957_004 : 2_958_466) else { return nil }
        let total = Int64((serial * 86_400_000).rounded())
        let (day, time) = total.quotientAndRemainder(dividingBy: 86_400_000)
        if format == .time, day == 0 { return clock(time) }
        let date = civil(day)
        return time == 0 && format == .date ? date : date + "T" + clock(time)
    }

    private func clock(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        let text = pad(seconds / 3600, 2) + ":" + pad(seconds / 60 % 60, 2) + ":" + pad(seconds % 60, 2)
        return milliseconds % 1000 == 0 ? text : text + "." + pad(milliseconds % 1000, 3)
    }

    /// Excel's 1900 has a 29 February that never was, so numbers up to 59 are one day later than the rule says.
    private func civil(_ serial: Int64) -> String {
        let epoch = startsIn1904 ? -24_107 : serial < 60 ? Self.from1900 + 1 : Self.from1900
        let date = Gregorian.date(days: Int(serial) + epoch)
        return pad(Int64(date.year), 4) + "-" + pad(Int64(date.month), 2) + "-" + pad(Int64(date.day), 2)
    }

    private func pad(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// 30 December 1899 in days since 1970.
    private static let from1900 = -25_569

    /// The serial number (1900 system) of a day from March 1900 on.
    static func number(_ date: CivilDate) -> Int { date.dayNumber - from1900 }
}
