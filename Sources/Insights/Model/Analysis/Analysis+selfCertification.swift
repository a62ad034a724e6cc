extension Analysis {
    /// Who certified themselves in the range, and in which academic weeks.
    package static func selfCertification(
        _ cohort: Cohort, _ filter: InsightsFilter, order: StudentOrder = .surname, smallCell: Int = 5
    ) -> SelfCertificationView {
        let selection = Selection(cohort, filter)
        let weeks = WeekSlots(cohort.days(in: filter.days), calendar: .academic)
        var counts = [Int](repeating: 0, count: weeks.weeks.count)
        var students = [Set<Int>](repeating: [], count: weeks.weeks.count)
        let places = selection.ordered(order, cohort) { cohort.lately(of: selection, filter).map(\.trend) }
        let rows = places.compactMap { place -> SelfCertificationRow? in
            guard selection.tallies[place].selfCertifications > 0 else { return nil }
            let index = selection.indices[place]
            let certified = cohort.selfCertificationRows(index, filter.days)
            for row in certified {
                let slot = weeks.slot(of: cohort.table.day[row])
                counts[slot] += 1
                students[slot].insert(index)
            }
            return SelfCertificationRow(
                index: index, student: cohort.table.students[index],
                selfCertification: cohort.selfCertification(certified))
        }
        let hidden = SmallCells.hidden(students.map(\.count), under: smallCell) { hidden in
            zip(students, hidden).reduce(into: Set<Int>()) { if $1.1 { $0.formUnion($1.0) } }.count
        }
        return SelfCertificationView(
            students: rows,
            byWeek: weeks.weeks.indices.filter { counts[$0] > 0 }.map {
                .init(week: weeks.weeks[$0], count: hidden[$0] ? .hidden : .shown(counts[$0]))
            })
    }
}

extension Cohort {
    /// Rule 15: excused teaching rows, and excused check-ins as far as a day's count.
    func selfCertificationRows(_ index: Int, _ days: ClosedRange<Int32>) -> [Int] {
        let cap = context.checkInsADay ?? .max
        var counted: [Int] = []
        var day = Int32.min
        var ofDay = 0
        for row in rows(of: index, on: days)
        where table.status[row] == AttendanceStatus.excused.rawValue && table.kind[row] != EventKind.study.rawValue {
            if isCheckIn(row) {
                if table.day[row] != day { (day, ofDay) = (table.day[row], 0) }
                ofDay += 1
                if ofDay > cap { continue }
            }
            counted.append(row)
        }
        return counted
    }

    func selfCertification(_ rows: [Int]) -> Analysis.SelfCertification {
        var view = Analysis.SelfCertification(count: rows.count)
        view.events = rows.map { event($0) }
        for event in view.events where view.dates.last != event.time.day { view.dates.append(event.time.day) }
        return view
    }

    func event(_ row: Int) -> Analysis.Event {
        let reason = table.texts[Int(table.reason[row])]
        return Analysis.Event(
            time: LocalTime(nanoseconds: table.time[row]), description: table.texts[Int(table.description[row])],
            kind: EventKind(rawValue: table.kind[row]) ?? .teaching, status: status(row),
            reason: reason.isEmpty ? nil : reason, source: Int(table.source[row]), record: Int(table.record[row]))
    }
}
