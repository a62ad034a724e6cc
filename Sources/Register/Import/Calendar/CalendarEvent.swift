import Foundation
import Kernel

/// A `VEVENT`, its lines read into what a timetable needs.
struct CalendarEvent: Sendable {
    let line: Int
    var uid = ""
    var summary = ""
    var categories: [String] = []
    var location: String?
    var teacher: String?
    var start: CalendarTime?
    var end: CalendarTime?
    var durationSeconds: Int?
    var isCancelled = false
    var rule: RecurrenceRule?
    var extraDays: [CalendarTime] = []
    var excluded: [CalendarTime] = []
    /// Which occurrence of the series this event replaces.
    var replaces: CalendarTime?
    /// The first thing about it that cannot be read.
    var problem: RowProblem?

    init(line: Int) { self.line = line }

    mutating func take(_ line: CalendarLine) {
        do { try read(line) } catch { problem = problem ?? error }
    }

    private mutating func read(_ line: CalendarLine) throws(RowProblem) {
        switch line.name {
        case "UID": uid = line.value
        case "SUMMARY": summary = line.text
        case "CATEGORIES": categories += line.texts
        case "LOCATION": location = line.text.isEmpty ? nil : line.text
        case "ORGANIZER": teacher = line.parameters["CN"].map(CellText.clean)
        case "DTSTART": start = try time(line)
        case "DTEND": end = try time(line)
        case "DURATION":
            guard let seconds = CalendarDuration.seconds(line.value) else {
                throw RowProblem("DURATION", "invalid_duration", "The DURATION is not a length of time.")
            }
            durationSeconds = seconds
        case "STATUS": isCancelled = line.value.uppercased() == "CANCELLED"
        case "RRULE": rule = try RecurrenceRule(line.value, zone: line.parameters["TZID"] ?? start?.zoneName)
        case "RDATE":
            if line.parameters["VALUE"]?.uppercased() == "PERIOD" { throw RecurrenceRule.unsupported("RDATE", "") }
            extraDays += try times(line)
        case "EXDATE": excluded += try times(line)
        case "EXRULE": throw RecurrenceRule.unsupported("EXRULE", "")
        case "RECURRENCE-ID":
            if line.parameters["RANGE"] != nil { throw RecurrenceRule.unsupported("RANGE", "") }
            replaces = try time(line)
        default: break
        }
    }

    private func time(_ line: CalendarLine) throws(RowProblem) -> CalendarTime {
        guard let time = CalendarTime(line.value, zone: line.parameters["TZID"]) else {
            throw RowProblem.invalidDate(line.name)
        }
        return time
    }

    private func times(_ line: CalendarLine) throws(RowProblem) -> [CalendarTime] {
        var times: [CalendarTime] = []
        for part in line.value.split(separator: ",") {
            guard let time = CalendarTime(String(part), zone: line.parameters["TZID"]) else {
                throw RowProblem.invalidDate(line.name)
            }
            times.append(time)
        }
        return times
    }
}

extension CalendarTime {
    var zoneName: String? { if case .zone(let name) = clock { name } else { nil } }
}

/// A whole calendar: its events and zones.
struct CalendarFile: Sendable {
    private(set) var events: [CalendarEvent] = []
    private(set) var zones: CalendarZones
    /// `METHOD:CANCEL`: the file takes back the events it lists.
    private(set) var cancels = false

    /// - Throws: `not_a_calendar`, `calendar_damaged` when a component is not closed
    init(_ bytes: [UInt8], school: TimeZone) throws {
        zones = CalendarZones(school: school)
        var open: [String] = []
        var event: CalendarEvent?
        var zone: (name: String, zone: StatedZone) = ("", StatedZone())
        var rule = ZoneRuleLines()
        let lines = try CalendarText.lines(bytes)
        for line in lines {
            switch (line.name, open.last) {
            case ("BEGIN", _):
                open.append(line.value.uppercased())
                if open.last == "VEVENT" { event = CalendarEvent(line: line.number) }
                if open.last == "VTIMEZONE" { zone = ("", StatedZone()) }
                if open.last == "STANDARD" || open.last == "DAYLIGHT" { rule = ZoneRuleLines() }
                guard open.count <= 8 else { throw ImportError.calendarDamaged(line: line.number) }
            case ("END", let component?):
                guard component == line.value.uppercased() else {
                    throw ImportError.calendarDamaged(line: line.number)
                }
                open.removeLast()
                if component == "VEVENT", let finished = event { events.append(finished) }
                if component == "VTIMEZONE" { zones.add(zone.zone, named: zone.name) }
                if component == "STANDARD" || component == "DAYLIGHT", let made = rule.made {
                    zone.zone.rules.append(made)
                }
            case (_, "VEVENT"): event?.take(line)
            case ("TZID", "VTIMEZONE"): zone.name = line.value
            case (_, "STANDARD"), (_, "DAYLIGHT"): rule.take(line)
            case ("METHOD", "VCALENDAR"): cancels = line.value.uppercased() == "CANCEL"
            case (_, nil): throw ImportError.calendarDamaged(line: line.number)
            default: break
            }
        }
        guard open.isEmpty else { throw ImportError.calendarDamaged(line: lines.last?.number ?? 1) }
    }
}

/// The lines of one `STANDARD` or `DAYLIGHT` part.
private struct ZoneRuleLines {
    private var start: CalendarTime?
    private var offset: Int?
    private var yearly: (month: Int, weekday: Int, ordinal: Int)?

    mutating func take(_ line: CalendarLine) {
        switch line.name {
        case "DTSTART":
            // such onsets are often dated 1601 or 1970; only the time of day matters where a rule follows
            let clock = CalendarTime("20000101" + line.value.dropFirst(8), zone: nil)
            start = CalendarTime(line.value, zone: nil) ?? clock
        case "TZOFFSETTO":
            let digits = line.value.drop { $0 == "+" || $0 == "-" }
            guard digits.count == 4 || digits.count == 6, let value = Int(digits.prefix(4)) else { return }
            offset = (value / 100 * 3600 + value % 100 * 60) * (line.value.hasPrefix("-") ? -1 : 1)
        case "RRULE":
            var parts: [String: String] = [:]
            for part in line.value.uppercased().split(separator: ";") {
                let halves = part.split(separator: "=").map(String.init)
                if halves.count == 2 { parts[halves[0]] = halves[1] }
            }
            guard let month = parts["BYMONTH"].flatMap({ Int($0) }), (1...12).contains(month), let day = parts["BYDAY"],
                let weekday = RecurrenceRule.days[String(day.suffix(2))], let ordinal = Int(day.dropLast(2)),
                (-5...5).contains(ordinal), ordinal != 0
            else { return }
            yearly = (month, weekday, ordinal)
        default: break
        }
    }

    var made: StatedZone.Rule? {
        guard let start, let offset else { return nil }
        return StatedZone.Rule(start: start.localSeconds, offset: offset, yearly: yearly)
    }
}
