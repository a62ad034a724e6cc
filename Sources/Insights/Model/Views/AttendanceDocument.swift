package import Kernel

/// The whole analysis of one module's exports, as the command line gives it.
package struct AttendanceDocument: Sendable {
    package var cohort: Cohort
    package var filter: InsightsFilter
    /// Sums over the files.
    package var accounting: FileAccounting
    package var thresholds: [Threshold] = [.standard]
    /// The day with which recent activity ends, and how many days it has.
    package var recent: (asOf: CivilDate, days: Int)?
    /// The id of the student of whom the course is told.
    package var student: String?
    package var hasNotes = false

    package init(cohort: Cohort, filter: InsightsFilter, accounting: FileAccounting) {
        (self.cohort, self.filter, self.accounting) = (cohort, filter, accounting)
    }

    package func json() -> [UInt8] {
        let selection = Selection(cohort, filter)
        var writer = JSONWriter()
        writer.object { writer in
            writer.name("load")
            load(&writer)
            if let skipped = cohort.context.rotation?.skipped { writer.member("rotationRowsSkipped", skipped) }
            students(&writer, selection)
            atOrBelow(&writer, selection)
            advisers(&writer, selection)
            module(&writer, selection.overall(filter.threshold))
            writer.name("weeks")
            weeks(&writer, .academic)
            writer.name("isoWeeks")
            weeks(&writer, .iso)
            writer.name("surnameOrder")
            writer.array(cohort.surnameOrder) { $0.value(cohort.table.students[$1].id) }
            if let student { detail(&writer, student) }
        }
        return writer.bytes
    }

    private func load(_ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("status", accounting.kept > 0 ? "ok" : "empty")
            writer.members(of: accounting)
        }
    }

    private func atOrBelow(_ writer: inout JSONWriter, _ selection: Selection) {
        writer.name("atOrBelow")
        writer.object { writer in
            var seen: Set<String> = []
            for threshold in thresholds where seen.insert(threshold.description).inserted {
                writer.name(threshold.description)
                writer.array { writer in
                    for (place, tally) in selection.tallies.enumerated()
                    where threshold.isAtOrBelow(attended: tally.counts.attended, expected: tally.counts.expected) {
                        writer.value(selection.student(place, cohort).id)
                    }
                }
            }
        }
    }

    private func advisers(_ writer: inout JSONWriter, _ selection: Selection) {
        let places = Dictionary(grouping: selection.indices.indices) { selection.student($0, cohort).adviser }
        writer.name("advisors")
        writer.array(places.keys.sorted(by: CodePoints.precede)) { writer, adviser in
            let overall = selection.overall(filter.threshold, places: places[adviser])
            writer.object { writer in
                writer.member("advisor", adviser)
                writer.member("students", overall.students)
                writer.member("expected", overall.counts.expected)
                writer.member("attended", overall.counts.attended)
                writer.member("excused", overall.counts.excused)
                writer.member("percentage", decimal: overall.counts.percentage)
            }
        }
    }

    private func module(_ writer: inout JSONWriter, _ overall: Analysis.Overall) {
        writer.name("module")
        writer.object { writer in
            writer.member("code", cohort.context.module.isEmpty ? nil : cohort.context.module)
            writer.member("students", overall.students)
            counts(&writer, overall.counts)
            writer.member("percentage", decimal: overall.counts.percentage)
        }
    }

    private func weeks(_ writer: inout JSONWriter, _ calendar: WeekCalendar) {
        writer.array(Analysis.weekTotals(cohort, filter, calendar: calendar)) { writer, week in
            writer.array { writer in
                writer.value(week.week.year)
                writer.value(week.week.week)
                writer.value(week.week.firstDay.description)
                writer.value(week.counts.expected)
                writer.value(week.counts.attended)
                writer.value(week.counts.excused)
                writer.value(decimal: week.counts.percentage)
            }
        }
    }

    private func detail(_ writer: inout JSONWriter, _ id: String) {
        writer.name("detail")
        guard let view = Analysis.student(cohort, id, filter, smallCell: 1) else { return writer.value(.null) }
        writer.object { writer in
            writer.member("id", id)
            writer.name("cumulative")
            writer.array(view.cumulative) { writer, point in
                writer.array {
                    $0.value(point.time.seconds)
                    $0.value(decimal: point.percentage)
                }
            }
            writer.member("moduleAverage", decimal: view.moduleAverage)
            writer.name("absences")
            writer.array(view.absences) { writer, event in
                writer.array {
                    $0.value(event.time.minutes)
                    $0.value(event.description)
                    $0.value(event.status.word)
                }
            }
        }
    }

    func counts(_ writer: inout JSONWriter, _ counts: Analysis.Counts) {
        writer.member("expected", counts.expected)
        writer.member("attended", counts.attended)
        writer.member("excused", counts.excused)
        writer.member("absent", counts.absent)
    }
}

extension AttendanceStatus {
    package var word: String {
        switch self {
        case .absent: "absent"
        case .excused: "excused"
        case .attended: "attended"
        }
    }
}

extension EventKind {
    package var word: String {
        switch self {
        case .teaching: "teaching"
        case .placement: "placement"
        case .study: "study"
        }
    }
}
