import Foundation
import Kernel

/// The time zones of a calendar: names of the IANA database, the names Outlook writes, and else the rules that the file
/// itself states in `VTIMEZONE` (RFC 5545, 3.6.5).
struct CalendarZones: Sendable {
    private let school: TimeZone
    private var stated: [String: StatedZone] = [:]

    init(school: TimeZone) { self.school = school }

    mutating func add(_ zone: StatedZone, named name: String) { stated[name] = zone }

    /// When a time is; nil when its zone is unknown.
    func instant(_ time: CalendarTime) -> Instant? {
        let local = time.localSeconds
        switch time.clock {
        case .floating: return instant(local, in: school)
        case .utc: return Instant(milliseconds: Int64(local) * 1000)
        case .zone(let name):
            if let zone = Self.named(name) { return instant(local, in: zone) }
            guard let offset = stated[name]?.offset(atLocal: local) else { return nil }
            return Instant(milliseconds: Int64(local - offset) * 1000)
        }
    }

    /// The school's day and time of a time; whole days stay the days they are.
    func schoolTime(_ time: CalendarTime) -> (day: CivilDate, time: CivilTime?)? {
        guard let seconds = time.seconds else { return (time.day, nil) }
        if time.clock == .floating { return (time.day, CivilTime(hour: seconds / 3600, minute: seconds / 60 % 60)) }
        return instant(time).map { (CivilDate($0, in: school), CivilTime($0, in: school)) }
    }

    private func instant(_ local: Int, in zone: TimeZone) -> Instant {
        let (days, inDay) = (local / 86_400, local % 86_400)
        let time = CivilTime(hour: inDay / 3600, minute: inDay / 60 % 60) ?? .midnight
        return CivilDate(dayNumber: days).instant(at: time, in: zone).adding(seconds: Int64(inDay % 60))
    }

    /// An IANA name, perhaps behind a path (`/freeassociation.sourceforge.net/Europe/London`), or Outlook's.
    static func named(_ name: String) -> TimeZone? {
        let parts = name.split(separator: "/").map(String.init)
        for count in [parts.count, 3, 2] where count <= parts.count && count > 0 {
            let candidate = parts.suffix(count).joined(separator: "/")
            if candidate == "UTC" || candidate.contains("/"), let zone = TimeZone(identifier: candidate) { return zone }
        }
        return outlook[name].flatMap(TimeZone.init(identifier:))
    }

    /// From Unicode CLDR, windowsZones, territory 001: the zones in which most schools are.
    private static let outlook = [
        "UTC": "UTC", "GMT Standard Time": "Europe/London", "Greenwich Standard Time": "Atlantic/Reykjavik",
        "W. Europe Standard Time": "Europe/Berlin", "Romance Standard Time": "Europe/Paris",
        "Central Europe Standard Time": "Europe/Budapest", "Central European Standard Time": "Europe/Warsaw",
        "E. Europe Standard Time": "Europe/Chisinau", "FLE Standard Time": "Europe/Kiev",
        "GTB Standard Time": "Europe/Bucharest", "Turkey Standard Time": "Europe/Istanbul",
        "Russian Standard Time": "Europe/Moscow", "Israel Standard Time": "Asia/Jerusalem",
        "Egypt Standard Time": "Africa/Cairo", "South Africa Standard Time": "Africa/Johannesburg",
        "Arabian Standard Time": "Asia/Dubai", "India Standard Time": "Asia/Kolkata",
        "China Standard Time": "Asia/Shanghai", "Singapore Standard Time": "Asia/Singapore",
        "Tokyo Standard Time": "Asia/Tokyo", "AUS Eastern Standard Time": "Australia/Sydney",
        "New Zealand Standard Time": "Pacific/Auckland", "Atlantic Standard Time": "America/Halifax",
        "Eastern Standard Time": "America/New_York", "Central Standard Time": "America/Chicago",
        "Mountain Standard Time": "America/Denver", "Pacific Standard Time": "America/Los_Angeles",
        "E. South America Standard Time": "America/Sao_Paulo",
    ]
}

/// A zone as a file states it: from each onset on, an offset from UTC.
struct StatedZone: Sendable {
    struct Rule: Sendable {
        /// The first onset in local seconds since 1970.
        let start: Int
        let offset: Int
        /// Month, weekday (1…7) and which one of the month (-1 the last), when it comes back every year.
        let yearly: (month: Int, weekday: Int, ordinal: Int)?
    }

    var rules: [Rule] = []

    /// Seconds east of UTC at a local time: by the latest onset that is not after it, else by the earliest.
    func offset(atLocal local: Int) -> Int? {
        let year = CivilDate(dayNumber: local / 86_400).year
        let onsets = rules.flatMap { rule -> [(at: Int, offset: Int)] in
            guard let yearly = rule.yearly else { return [(rule.start, rule.offset)] }
            return [year - 1, year].compactMap { year in
                onset(year, yearly, clock: rule.start % 86_400).map { ($0, rule.offset) }
            }
        }
        let latest = onsets.filter { $0.at <= local }.max { $0.at < $1.at }
        return (latest ?? onsets.min { $0.at < $1.at })?.offset
    }

    private func onset(_ year: Int, _ rule: (month: Int, weekday: Int, ordinal: Int), clock: Int) -> Int? {
        let length = Gregorian.length(ofMonth: rule.month, in: year)
        let days = (1...length).compactMap { CivilDate(year: year, month: rule.month, day: $0) }
            .filter { $0.weekday == rule.weekday }
        let index = rule.ordinal < 0 ? days.count + rule.ordinal : rule.ordinal - 1
        return days.indices.contains(index) ? days[index].dayNumber * 86_400 + clock : nil
    }
}
