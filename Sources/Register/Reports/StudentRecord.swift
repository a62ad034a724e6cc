import Kernel
import Persistence

/// What the register says about one student over a period, newest session first.
struct StudentRecord: Sendable {
    let entries: [AttendanceFacts.Attendance]
    let tally: Tally
    let excusedCounts: Bool

    init(of student: String, facts: AttendanceFacts, excusedCounts: Bool, today: CivilDate) {
        entries = facts.sessions.filter { $0.date <= today }.reversed().compactMap { session in
            facts.attendances(of: session).first { $0.student.id == student }
        }
        var tally = Tally()
        for entry in entries { tally.count(entry.status) }
        self.tally = tally
        self.excusedCounts = excusedCounts
    }

    /// - Parameters:
    ///   - person: the columns of `RecordColumns.person`.
    ///   - openings: session → when the student first opened its catch-up pack.
    func json(person: Row, from: CivilDate, to: CivilDate, openings: [String: Instant]) -> JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.member("person", with: { $0.person(person) })
            json.member("from", from.description)
            json.member("to", to.description)
            json.member("formula", Tally.formula(excusedCounts: excusedCounts))
            json.member(
                "totals",
                with: { totals in
                    totals.object {
                        $0.member("present", Int64(tally.present))
                        $0.member("late", Int64(tally.late))
                        $0.member("absent", Int64(tally.absent))
                        $0.member("excused", Int64(tally.excused))
                        $0.member("unmarked", Int64(tally.unmarked))
                        $0.member("attended", Int64(tally.attended))
                        $0.member("expected", Int64(tally.expected(excusedCounts: excusedCounts)))
                        $0.member("rate", Report.Cell(percent: tally.rate(excusedCounts: excusedCounts)).json)
                    }
                })
            json.member(
                "sessions",
                objects: { list in
                    for entry in entries {
                        list.object {
                            $0.member("session", entry.session.id)
                            $0.member("date", entry.session.date.description)
                            $0.member("start", entry.session.start)
                            $0.member("module", entry.session.moduleCode)
                            $0.member("group", entry.session.groupName)
                            $0.member("title", entry.session.title)
                            $0.member("status", entry.status.rawValue)
                            $0.member("byNotice", entry.byNotice)
                            $0.member("minutesLate", entry.mark?.minutesLate.map(Int64.init))
                            $0.member("remark", entry.mark?.remark)
                            $0.member("catchUpOpenedAt", at: openings[entry.session.id]?.milliseconds)
                        }
                    }
                })
        }
        return json
    }
}
