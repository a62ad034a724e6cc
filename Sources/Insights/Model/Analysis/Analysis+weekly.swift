extension Analysis {
    /// Teaching week by week, of each student and together; weeks without teaching are not listed.
    package static func weekly(
        _ cohort: Cohort, _ filter: InsightsFilter, calendar: WeekCalendar = .academic, order: StudentOrder = .surname,
        smallCell: Int = 5
    ) -> WeeklyView {
        let selection = Selection(cohort, filter)
        let slots = WeekSlots(cohort.days(in: filter.days), calendar: calendar)
        let places = selection.ordered(order, cohort) { cohort.lately(of: selection, filter).map(\.trend) }
        let matrix = WeekMatrix(cohort, places.map { selection.indices[$0] }, filter.days, slots)
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
        let slots = WeekSlots(cohort.days(in: filter.days), calendar: calendar)
        let matrix = WeekMatrix(cohort, Array(cohort.table.students.indices), filter.days, slots)
        return zip(matrix.weeks, matrix.totals).map { (week: $0, counts: $1) }
    }
}

extension Selection {
    func student(_ place: Int, _ cohort: Cohort) -> AttendanceTable.Student { cohort.table.students[indices[place]] }
}

/// Students × weeks, without the weeks in which nobody had teaching.
private struct WeekMatrix {
    private(set) var weeks: [Week] = []
    private(set) var totals: [Analysis.Counts] = []
    /// Pairs of attended and expected, week by week, student by student.
    private(set) var cells: [Int32] = []

    init(_ cohort: Cohort, _ indices: [Int], _ days: ClosedRange<Int32>, _ slots: WeekSlots) {
        let width = 2 * slots.weeks.count
        var all = [Int32](repeating: 0, count: width * indices.count)
        var sums = [Analysis.Counts](repeating: .init(), count: slots.weeks.count)
        for (place, index) in indices.enumerated() {
            for row in cohort.rows(of: index, on: days)
            where cohort.table.kind[row] == EventKind.teaching.rawValue {
                let slot = slots.slot(of: cohort.table.day[row])
                let status = cohort.status(row)
                sums[slot].add(status)
                all[place * width + 2 * slot + 1] += 1
                if status == .attended { all[place * width + 2 * slot] += 1 }
            }
        }
        let used = sums.indices.filter { sums[$0].expected > 0 }
        weeks = used.map { slots.weeks[$0] }
        totals = used.map { sums[$0] }
        cells.reserveCapacity(2 * used.count * indices.count)
        for place in indices.indices {
            for slot in used {
                cells.append(all[place * width + 2 * slot])
                cells.append(all[place * width + 2 * slot + 1])
            }
        }
    }

    var presence: WeekPresence {
        WeekPresence(stride(from: 1, to: cells.count, by: 2).map { cells[$0] > 0 }, weeks: weeks.count)
    }
}
