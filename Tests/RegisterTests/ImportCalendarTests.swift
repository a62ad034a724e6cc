import Foundation
import Kernel
import Persistence
import Testing

@testable import Register

@Suite struct ImportCalendarTests {
    private static let group = ImportContext.StatedGroup(
        moduleCode: "PT101", name: "A", firstDay: CivilDate("2026-09-01"), lastDay: CivilDate("2026-12-18"))

    private func context(stated: Bool = true) -> ImportContext {
        var context = ImportContext(zone: TimeZone(identifier: "Europe/London") ?? .gmt)
        if stated { context.group = Self.group }
        context.knownGroups = [
            Self.group, .init(moduleCode: "PT101", name: "B", firstDay: nil, lastDay: nil),
            .init(moduleCode: "501", name: "All students", firstDay: nil, lastDay: nil),
        ]
        return context
    }

    private func calendar(_ body: String) -> [UInt8] {
        Array(
            ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + body.replacing("\n", with: "\r\n") + "\r\nEND:VCALENDAR\r\n").utf8)
    }

    private func event(_ lines: String) -> [UInt8] {
        calendar("BEGIN:VEVENT\nUID:1\nSUMMARY:Bones\n\(lines)\nEND:VEVENT")
    }

    private func times(_ bytes: [UInt8]) throws -> [String] {
        let plan = try CalendarReader.read(bytes, context())
        for row in plan.rows { if case .refused(let problem) = row.fate { return ["refused \(problem.code)"] } }
        return plan.sessions.all.map { record in
            [record.name.date.description, record.name.period, record.value.end?.description ?? "-"].joined(
                separator: " ")
        }
    }

    @Test(arguments: [
        ("DTSTART:20261006T090000\nDTEND:20261006T103000", ["2026-10-06 09:00 10:30"]),
        ("DTSTART:20261006T090000Z\nDURATION:PT1H30M", ["2026-10-06 10:00 11:30"]),
        ("DTSTART:20261124T090000Z\nDURATION:PT45M", ["2026-11-24 09:00 09:45"]),
        ("DTSTART;TZID=America/New_York:20261006T050000", ["2026-10-06 10:00 -"]),
        ("DTSTART;TZID=\"W. Europe Standard Time\":20261006T100000", ["2026-10-06 09:00 -"]),
        ("DTSTART;TZID=/example.org/Europe/Paris:20261006T100000", ["2026-10-06 09:00 -"]),
        ("DTSTART;TZID=Nowhere:20261006T100000", ["refused unknown_timezone"]),
        ("DTSTART;VALUE=DATE:20261006\nDTEND;VALUE=DATE:20261007", ["2026-10-06 day -"]),
        ("DTSTART:20261006T090000\nDTEND:20261006T080000", ["refused end_before_start"]),
        ("DTSTART:20261006T230000\nDTEND:20261007T010000", ["refused end_after_midnight"]),
        ("DTSTART:20261306T090000", ["refused invalid_date"]),
        ("LOCATION:x", ["refused required"]),
        (
            "DTSTART:20261005T090000\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20261012T090000",
            ["2026-10-05 09:00 -", "2026-10-19 09:00 -"]
        ),
        (
            "DTSTART:20261005T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20261021T235959Z",
            ["2026-10-05 09:00 -", "2026-10-07 09:00 -", "2026-10-19 09:00 -", "2026-10-21 09:00 -"]
        ),
        (
            "DTSTART;TZID=Europe/London:20261023T090000\nRRULE:FREQ=DAILY;BYDAY=FR,MO;COUNT=2",
            ["2026-10-23 09:00 -", "2026-10-26 09:00 -"]
        ),
        (
            "DTSTART:20261023T080000Z\nRRULE:FREQ=DAILY;INTERVAL=3;COUNT=2",
            ["2026-10-23 09:00 -", "2026-10-26 08:00 -"]
        ),
        ("DTSTART:20261005T090000\nRDATE:20261008T090000", ["2026-10-05 09:00 -", "2026-10-08 09:00 -"]),
        ("DTSTART:20261005T090000\nRRULE:FREQ=MONTHLY;COUNT=3", ["refused unsupported_recurrence"]),
        ("DTSTART:20261005T090000\nRRULE:FREQ=WEEKLY;BYSETPOS=1", ["refused unsupported_recurrence"]),
        ("DTSTART:20261005T090000\nRRULE:FREQ=WEEKLY;BYDAY=1MO", ["refused unsupported_recurrence"]),
        ("DTSTART:20261005T090000\nEXRULE:FREQ=WEEKLY", ["refused unsupported_recurrence"]),
        (
            "DTSTART:20261005T090000\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20261005T090000,20261006T090000",
            ["refused no_occurrence"]
        ),
        ("DTSTART:20261005T090000\nRRULE:FREQ=DAILY;COUNT=5000", ["refused too_many_occurrences"]),
    ])
    func eventsBecomeSessions(lines: String, expected: [String]) throws {
        #expect(try times(event(lines)) == expected)
    }

    @Test func anEndlessRuleStopsWithTheGroup() throws {
        let days = try times(event("DTSTART:20261201T090000\nRRULE:FREQ=WEEKLY"))
        #expect(days.map { $0.prefix(10) } == ["2026-12-01", "2026-12-08", "2026-12-15"])
    }

    @Test func foldedLinesAndEscapes() throws {
        let plan = try CalendarReader.read(
            event("DTSTART:20261005T0900\n 00\nLOCATION:Hall 1\\, \n first floor\\n\\;left"), context())
        let session = try #require(plan.sessions.all.first)
        #expect(session.name.period == "09:00")
        #expect(session.value.location == "Hall 1, first floor ;left")
    }

    @Test func aZoneThatOnlyTheFileKnows() throws {
        let body = """
            BEGIN:VTIMEZONE
            TZID:Campus
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:1
            SUMMARY:x
            DTSTART;TZID=Campus:20261006T100000
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            SUMMARY:x
            DTSTART;TZID=Campus:20261124T100000
            END:VEVENT
            """
        #expect(try times(calendar(body)) == ["2026-10-06 09:00 -", "2026-11-24 09:00 -"])
    }

    @Test func anOverrideMovesOneOccurrence() throws {
        let body = """
            BEGIN:VEVENT
            UID:s
            SUMMARY:Bones
            DTSTART;TZID=Europe/London:20261005T090000
            RRULE:FREQ=WEEKLY;COUNT=3
            END:VEVENT
            BEGIN:VEVENT
            UID:s
            SUMMARY:Bones moved
            RECURRENCE-ID;TZID=Europe/London:20261012T090000
            DTSTART;TZID=Europe/London:20261013T140000
            END:VEVENT
            """
        #expect(
            try times(calendar(body)) == ["2026-10-05 09:00 -", "2026-10-19 09:00 -", "2026-10-13 14:00 -"])
    }

    @Test(arguments: [
        ("CATEGORIES:501", "501/all students"), ("SUMMARY:PT101 B revision\nCATEGORIES:x", "pt101/b"),
        ("SUMMARY:Lecture 501", "501/all students"), ("SUMMARY:PT101 revision", "refused ambiguous_group"),
        ("SUMMARY:5010", "refused unknown_group"),
    ])
    func theGroupIsNamedByCategoryOrSummary(lines: String, expected: String) throws {
        let plan = try CalendarReader.read(
            calendar("BEGIN:VEVENT\nUID:1\nDTSTART:20261006T090000\n\(lines)\nEND:VEVENT"), context(stated: false))
        if case .refused(let problem) = plan.rows[0].fate {
            #expect("refused \(problem.code)" == expected)
        } else {
            let group = try #require(plan.sessions.all.first?.name.group)
            #expect("\(group.module)/\(group.name)" == expected)
        }
    }

    @Test(arguments: [
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n", "calendar_damaged"),
        ("BEGIN:VCALENDAR\nEND:VEVENT\n", "calendar_damaged"),
        ("BEGIN:VCALENDAR\nno colon here\nEND:VCALENDAR\n", "calendar_damaged"), ("hello", "not_a_calendar"),
        ("", "empty_file"),
    ])
    func damagedCalendars(text: String, code: String) {
        #expect { try CalendarReader.read(Array(text.utf8), context()) } throws: { error in
            (error as? any Failure)?.code == code
        }
    }

    @Test func sessionsComeInAndCancellationsTakeThemBack() async throws {
        try await ImportSchool.onEachEngine { school in
            try await school.bring("module,group,first day,last day\nPT101,A,2026-09-01,2026-12-18\n", .groups)
            let series = event("DTSTART:20261005T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4")
            let report = try await school.bring(series, name: "term.ics", group: "A")
            #expect(report.kind == .icalendar && report.rows.added == 1 && report.records.sessions.created == 4)
            #expect(try await school.bring(series, group: "A").rows.unchanged == 1)
            let cancelled = event("DTSTART:20261012T090000\nDURATION:PT1H\nSTATUS:CANCELLED")
            #expect(try await school.bring(cancelled, group: "A").records.sessions.updated == 1)
            #expect(try await school.rows("SELECT date FROM session WHERE state = 'cancelled'") == [["2026-10-12"]])
            let never = event("DTSTART:20261212T090000\nSTATUS:CANCELLED")
            #expect(try await school.bring(never, group: "A").finding("cancelled")?.outcome == .ignored)
            #expect(await school.refusal(series) == nil, "without a group the event is refused, not the file")
        }
    }
}
