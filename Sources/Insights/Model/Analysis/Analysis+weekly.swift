extension Analysis {
    /// Teaching week by week, of each student and together; weeks without teaching are not listed.
    package static func weekly(
        _ cohort: Cohort, _ filter: InsightsFilter, calendar: WeekCalendar = .academic, order: StudentOrder = .surname,
        smallCell: Int = 5
    ) -> WeeklyView {
        let selection = Selection(cohort, filter)
        let places = selection.ordered(order, cohort) { cohort.lately(of: selection, filter).map(\.trend) }
        let matrix = WeekMatrix(cohort, places.map { selection.indices[$0] }, filter.days, calendar)
        let hidden = matrix.presence.hidden(under: smallCell)
        return WeeklyView(
            calendar: calendar,
            weeks: matrix.weeks.indices.map {
                .init(week: matrix.weeks[$0], counts: hidden[$0] ? .hidden : .shown(matrix.totals[$0]))
            },
            cells: matrix.cells, students: places.map { (selection.indices[$0], selection.student($0, cohort)) })
    }

    /// The weeks of a cohort together, nothing hidden: for the command line, where the caller has the files.
    package static func weekTotals(
        _ cohort: Cohort, _ filter: InsightsFilter, calendar: WeekCalendar
    ) -> [(week: Week, counts: Counts)] {
        let all = Array(cohort.table.students.indices)
        let slots = cohort.teachingWeeks(all, filter.days, calendar)
        var totals = [Counts](repeating: Counts(), count: slots.weeks.count)
        for index in all {
            for row in cohort.rows(of: index, on: filter.days)
            where cohort.table.kind[row] == EventKind.teaching.rawValue {
                totals[slots.slot(of: cohort.table.day[row])].add(cohort.status(row))
            }
        }
        return zip(slots.weeks, totals).map { (week: $0, counts: $1) }
    }
}

extension Selection {
    func student(_ place: Int, _ cohort: Cohort) -> AttendanceTable.Student { cohort.table.students[indices[place]] }
}

/// Students × weeks, without the weeks in which nobody had teaching.
private struct WeekMatrix {
    let weeks: [Week]
    private(set) var totals: [Analysis.Counts]
    /// Pairs of attended and expected, week by week, student by student.
    private(set) var cells: [Int32]

    init(_ cohort: Cohort, _ indices: [Int], _ days: ClosedRange<Int32>, _ calendar: WeekCalendar) {
        let slots = cohort.teachingWeeks(indices, days, calendar)
        weeks = slots.weeks
        totals = [Analysis.Counts](repeating: .init(), count: weeks.count)
        cells = [Int32](repeating: 0, count: 2 * weeks.count * indices.count)
        for (place, index) in indices.enumerated() {
            for row in cohort.rows(of: index, on: days)
            where cohort.table.kind[row] == EventKind.teaching.rawValue {
                let slot = slots.slot(of: cohort.table.day[row])
                let status = cohort.status(row)
                totals[slot].add(status)
                let cell = 2 * (place * weeks.count + slot)
                cells[cell + 1] += 1
                if status == .attended { cells[cell] += 1 }
            }
        }
    }

    var presence: WeekPresence {
        WeekPresence(stride(from: 1, to: cells.count, by: 2).map { cells[$0] > 0 }, weeks: weeks.count)
    }
}
