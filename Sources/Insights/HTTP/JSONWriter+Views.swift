import Kernel
import Register

/// The members that views share.
extension JSONWriter {
    mutating func member(_ name: String, _ texts: [String]) {
        member(name, objects: { list in for text in texts { list.value(text) } })
    }

    mutating func member(_ name: String, days: [CivilDate]) { member(name, days.map(\.description)) }

    mutating func members(of student: AttendanceTable.Student) {
        member("id", student.id)
        member("firstName", student.firstName)
        member("surname", student.surname)
        member("adviser", student.adviser)
    }

    mutating func members(of counts: Analysis.Counts?) {
        member("expected", counts?.expected)
        member("attended", counts?.attended)
        member("excused", counts?.excused)
        member("absent", counts?.absent)
        member("percentage", decimal: counts?.percentage)
        member("percentageWithoutExcused", decimal: counts?.percentageWithoutExcused)
    }

    /// Null figures and `hidden` where too few students are behind them.
    mutating func members(of overall: Analysis.Shown<Analysis.Overall>) {
        member("students", overall.value?.students)
        members(of: overall.value?.counts)
        member("atOrBelow", overall.value?.atOrBelow)
        member("withoutFigure", overall.value?.withoutFigure)
        member("hidden", overall.isHidden)
    }

    mutating func member(_ name: String, _ overall: Analysis.Shown<Analysis.Overall>) {
        member(name, with: { $0.object { $0.members(of: overall) } })
    }

    mutating func member(_ name: String, _ bins: [Analysis.Bin]) {
        member(
            name,
            objects: { list in
                for bin in bins {
                    list.object {
                        $0.member("from", bin.from)
                        $0.member("to", bin.to)
                        $0.member("students", bin.students.value)
                        $0.member("hidden", bin.students.isHidden)
                    }
                }
            })
    }

    mutating func member(_ name: String, _ rotation: Analysis.Rotation?) {
        guard let rotation else { return member(name, raw: "null") }
        member(
            name,
            with: {
                $0.object {
                    $0.member("group", rotation.group)
                    $0.member("label", rotation.label)
                    $0.member("pattern", rotation.pattern)
                    $0.member("expectedDaysPerWeek", decimal: rotation.expectedDaysPerWeek)
                }
            })
    }

    mutating func members(of week: Week) {
        member("year", week.year)
        member("week", week.week)
        member("firstDay", week.firstDay.description)
    }

    /// - Parameter isOwn: leaves out what staff note
    mutating func members(of row: Analysis.StudentRow, isOwn: Bool = false) {
        members(of: row.student)
        member("email", row.email)
        member("notes", isOwn ? nil : row.notes)
        members(of: row.counts)
        member("trend", decimal: row.trend)
        member("atOrBelow", row.atOrBelow)
        member("toReach", row.toReach)
        member("spare", row.spare)
        member("selfCertifications", row.selfCertifications)
        member("placementDays", row.placementDays)
        member("rotation", row.rotation)
        member("openFlags", row.care.openFlags)
        member("lastContact", row.care.lastContact?.description)
    }

    mutating func parameters(of query: ViewQuery, _ view: ModuleView) {
        member(
            "parameters",
            with: {
                $0.object { json in
                    let filter = query.filter
                    json.member("module", view.snapshot.module)
                    json.member("from", filter.from?.description)
                    json.member("to", filter.to?.description)
                    json.member("threshold", filter.threshold.description)
                    json.member("q", filter.search)
                    json.member("adviser", filter.adviser)
                    json.member("group", filter.group)
                    json.member("rotation", filter.rotation)
                    json.member("pattern", filter.pattern)
                    json.member("selfCertified", filter.selfCertifiedOnly)
                    json.member("order", query.order?.rawValue)
                }
            })
    }
}
