import Kernel

/// `RRULE` as far as timetables need it: daily or weekly, with COUNT, UNTIL, INTERVAL, BYDAY and WKST (RFC 5545, 3.3.10).
/// Everything else is refused by its name.
struct RecurrenceRule: Sendable {
    enum Frequency: Sendable { case daily, weekly }

    let frequency: Frequency
    let interval: Int
    let count: Int?
    let until: CalendarTime?
    /// ISO weekdays; empty means the first day's own.
    let weekdays: [Int]
    let weekStart: Int

    static let days = ["MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6, "SU": 7]

    init(_ text: String, zone: String?) throws(RowProblem) {
        var parts: [String: String] = [:]
        for part in text.uppercased().split(separator: ";") {
            let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard halves.count == 2 else { throw Self.unsupported("RRULE", text) }
            parts[halves[0]] = halves[1]
        }
        let known: Set = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"]
        if let other = parts.keys.sorted().first(where: { !known.contains($0) }) { throw Self.unsupported(other, text) }
        switch parts["FREQ"] {
        case "DAILY": frequency = .daily
        case "WEEKLY": frequency = .weekly
        default: throw Self.unsupported("FREQ=\(parts["FREQ"] ?? "")", text)
        }
        interval = try Self.number(parts["INTERVAL"], "INTERVAL") ?? 1
        count = try Self.number(parts["COUNT"], "COUNT")
        var end: CalendarTime?
        if let text = parts["UNTIL"] {
            guard let time = CalendarTime(text, zone: zone) else { throw Self.unsupported("UNTIL", text) }
            end = time
        }
        until = end
        var chosen: [Int] = []
        for day in (parts["BYDAY"] ?? "").split(separator: ",") {
            guard let weekday = Self.days[String(day)] else { throw Self.unsupported("BYDAY=\(day)", text) }
            chosen.append(weekday)
        }
        weekdays = chosen
        weekStart = parts["WKST"].flatMap { Self.days[$0] } ?? 1
    }

    /// The days on which the event falls, beginning with `first` (which always counts, RFC 5545, 3.8.5.3), up to and
    /// with `last`, at most `limit` and one more.
    func days(from first: CivilDate, through last: CivilDate, limit: Int) -> [CivilDate] {
        var found: [CivilDate] = [first]
        let wanted = min(count ?? .max, limit + 1)
        let chosen = weekdays.isEmpty ? [first.weekday] : weekdays
        // the first day of the week in which the event begins
        let week = first.adding(days: -((first.weekday - weekStart + 7) % 7))
        var day = first.adding(days: 1)
        while found.count < wanted, day <= last {
            let isDue: Bool
            switch frequency {
            case .daily:
                isDue = first.days(to: day) % interval == 0 && (weekdays.isEmpty || weekdays.contains(day.weekday))
            case .weekly:
                isDue = (week.days(to: day) / 7) % interval == 0 && chosen.contains(day.weekday)
            }
            if isDue { found.append(day) }
            day = day.adding(days: 1)
        }
        return found
    }

    private static func number(_ text: String?, _ part: String) throws(RowProblem) -> Int? {
        guard let text else { return nil }
        guard let value = Int(text), (1...10_000).contains(value) else { throw unsupported(part, text) }
        return value
    }

    static func unsupported(_ part: String, _ text: String) -> RowProblem {
        RowProblem(
            "RRULE", "unsupported_recurrence",
            "The event repeats in a way that cannot be read (\(part.prefix(40))): daily and weekly rules are.")
    }
}
