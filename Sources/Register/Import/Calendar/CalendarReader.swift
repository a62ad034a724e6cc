import Kernel
import Sync

/// Sessions of a group from an iCalendar file; each `VEVENT` counts as one row, named by the line where it begins.
///
/// The group is the one a person stated, or the one that a category or the summary names: `501`, or `501 Group A`.
enum CalendarReader {
    /// Occurrences that one event may have.
    static let mostOccurrences = 1_000

    static func read(_ bytes: [UInt8], _ context: ImportContext) throws -> ImportPlan {
        let calendar = try CalendarFile(bytes, school: context.zone)
        var plan = ImportPlan()
        let replaced = Dictionary(
            grouping: calendar.events.filter { $0.replaces != nil }, by: \.uid
        ).mapValues { Set($0.compactMap(\.replaces).compactMap(calendar.zones.schoolTime).map(Occurrence.init)) }
        for event in calendar.events {
            let index = plan.read(event.line)
            do {
                try add(
                    event, calendar, replaced: event.replaces == nil ? replaced[event.uid] ?? [] : [], context, index,
                    &plan)
            } catch let problem as RowProblem { plan.refuse(index, problem) }
        }
        return plan
    }

    /// A start by the school's clock.
    private struct Occurrence: Hashable {
        let day: CivilDate
        let time: CivilTime?
        init(_ start: (day: CivilDate, time: CivilTime?)) { (day, time) = (start.day, start.time) }
    }

    private static func add(
        _ event: CalendarEvent, _ calendar: CalendarFile, replaced: Set<Occurrence>, _ context: ImportContext,
        _ index: Int, _ plan: inout ImportPlan
    ) throws {
        if let problem = event.problem { throw problem }
        guard let start = event.start else { throw RowProblem.required("DTSTART") }
        let group = try group(of: event, context)
        let excluded = try Set(event.excluded.map { Occurrence(try schoolTime($0, calendar)) }).union(replaced)
        let length = try length(of: event, start: start, calendar)
        let title = event.summary.isEmpty ? "Session" : String(event.summary.prefix(200))
        var isNew = false
        var isEmpty = true
        for time in try occurrences(of: event, start: start, group: group, calendar) {
            let local = try schoolTime(time, calendar)
            guard !excluded.contains(Occurrence(local)) else { continue }
            isEmpty = false
            let session = PlannedSession(
                title: title, kind: SessionWords.kind(event.summary + " " + event.categories.joined(separator: " ")),
                end: try end(of: local, length: length), location: event.location.map { String($0.prefix(200)) },
                teacherName: event.teacher.map { String($0.prefix(200)) },
                state: event.isCancelled || calendar.cancels ? .cancelled : .scheduled, origin: .import)
            let name = SessionName(
                group: group.groupName, date: local.day, period: local.time?.description ?? SessionIdentity.wholeDay)
            if let known = plan.sessions[name], known != session, known.state != .cancelled, session.state != .cancelled
            {
                throw RowProblem("DTSTART", "duplicate_session", "Another event of this group begins then.")
            }
            isNew = plan.sessions.add(name, row: index, session) { if $0.state == .cancelled { $0 = $1 } } || isNew
        }
        if isEmpty { throw RowProblem("EXDATE", "no_occurrence", "All occurrences of the event are taken out again.") }
        if !isNew { plan.rows[index].fate = .merged(.duplicateRow) }
    }

    private static func occurrences(
        of event: CalendarEvent, start: CalendarTime, group: ImportContext.StatedGroup, _ calendar: CalendarFile
    ) throws -> [CalendarTime] {
        guard event.replaces == nil, event.rule != nil || !event.extraDays.isEmpty else { return [start] }
        var days = [start.day]
        if let rule = event.rule {
            var last = rule.until?.day.adding(days: 1)
            if rule.count == nil, last == nil { last = group.lastDay }
            let horizon = last ?? start.day.adding(days: 3_660)
            days = rule.days(from: start.day, through: horizon, limit: mostOccurrences)
            if let until = rule.until { days = days.filter { isDue(start.on($0), until, calendar) } }
        }
        let times =
            days.map(start.on) + event.extraDays.filter { !days.contains($0.day) || $0.seconds != start.seconds }
        guard times.count <= mostOccurrences else {
            throw RowProblem(
                "RRULE", "too_many_occurrences", "The event repeats more than \(mostOccurrences) times.")
        }
        return times
    }

    /// UNTIL is a day, a local time or an instant; each is compared as what it is.
    private static func isDue(_ time: CalendarTime, _ until: CalendarTime, _ calendar: CalendarFile) -> Bool {
        if until.seconds == nil || time.seconds == nil { return time.day <= until.day }
        if until.clock == .utc, let at = calendar.zones.instant(time), let end = calendar.zones.instant(until) {
            return at <= end
        }
        return time.localSeconds <= until.localSeconds
    }

    private static func schoolTime(
        _ time: CalendarTime, _ calendar: CalendarFile
    ) throws -> (day: CivilDate, time: CivilTime?) {
        guard let local = calendar.zones.schoolTime(time) else {
            let name = time.zoneName.map { String($0.prefix(60)) } ?? ""
            throw RowProblem(
                "TZID", "unknown_timezone", "The time zone \(name) is not known and the file does not state it.")
        }
        return local
    }

    /// Seconds; nil for a whole day or when no end is stated.
    private static func length(
        of event: CalendarEvent, start: CalendarTime, _ calendar: CalendarFile
    ) throws -> Int? {
        guard start.seconds != nil else { return nil }
        if let seconds = event.durationSeconds { return seconds }
        guard let end = event.end else { return nil }
        guard let from = calendar.zones.instant(start), let to = calendar.zones.instant(end) else {
            throw RowProblem("DTEND", "unknown_timezone", "The time zone of DTEND is not known.")
        }
        let seconds = Int((to.milliseconds - from.milliseconds) / 1000)
        guard seconds >= 0 else { throw RowProblem("DTEND", "end_before_start", "The event ends before it begins.") }
        return seconds
    }

    private static func end(of local: (day: CivilDate, time: CivilTime?), length: Int?) throws -> CivilTime? {
        guard let start = local.time, let length, length > 0 else { return nil }
        let minute = start.minuteOfDay + (length + 59) / 60
        guard let end = CivilTime(hour: minute / 60, minute: minute % 60) else {
            throw RowProblem("DTEND", "end_after_midnight", "The event ends on another day.")
        }
        return end
    }

    private static func group(
        of event: CalendarEvent, _ context: ImportContext
    ) throws -> ImportContext.StatedGroup {
        if let stated = context.group { return stated }
        let words = event.categories + [event.summary]
        let matches = context.knownGroups.filter { group in words.contains { group.isNamed(in: $0) } }
        // "501 Group A" names the module too, so the longer match decides
        let named = matches.filter { group in
            words.contains { $0.asWords.contains(group.name.asWords) }
        }
        let chosen = matches.count == 1 ? matches : named
        guard chosen.count == 1 else {
            throw chosen.isEmpty && matches.isEmpty
                ? RowProblem("CATEGORIES", "unknown_group", "Neither a category nor the summary names a group.")
                : RowProblem("CATEGORIES", "ambiguous_group", "Category and summary fit more than one group.")
        }
        return chosen[0]
    }
}

extension ImportContext.StatedGroup {
    /// Whether a text names the group: the module's code as a word of its own.
    func isNamed(in text: String) -> Bool {
        text.asWords.contains(moduleCode.asWords) || text.lowercased() == name.lowercased()
    }
}

extension String {
    /// Lowercase words with blanks around each, so that one text is found in another by whole words only.
    fileprivate var asWords: String {
        let words = lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
        return " " + words.joined(separator: " ") + " "
    }
}
