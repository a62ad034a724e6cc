package import Kernel

extension Analysis {
    /// Students with a check-in, or with days expected of them, and what they did in the range.
    package static func placements(
        _ cohort: Cohort, _ filter: InsightsFilter, order: StudentOrder = .surname
    ) -> [PlacementRow] {
        let selection = Selection(cohort, filter)
        let days = filter.days
        let weeks = WeekSlots(cohort.days(in: days), calendar: .academic)
        let places = selection.ordered(order, cohort) { cohort.lately(of: selection, filter).map(\.trend) }
        return places.compactMap { place in
            let index = selection.indices[place]
            let rotation = cohort.rotations[index]
            guard selection.tallies[place].checkIns > 0 || rotation?.expectedDaysPerWeek != nil else { return nil }
            return PlacementRow(
                index: index, student: cohort.table.students[index], placement: cohort.placement(index, days, weeks),
                rotation: rotation)
        }
    }

    /// Rule 18: attended check-ins on the `days` calendar days that end with `asOf`; the filter's range does not count.
    /// Listed is who ever had a check-in.
    package static func recent(
        _ cohort: Cohort, _ filter: InsightsFilter, asOf: CivilDate, days: Int = 30, order: StudentOrder = .surname
    ) -> RecentView {
        let selection = Selection(cohort, filter)
        let places = selection.ordered(order, cohort) { cohort.lately(of: selection, filter).map(\.trend) }
        let students = places.compactMap { place -> RecentRow? in
            let index = selection.indices[place]
            guard cohort.hasCheckIn(index) else { return nil }
            return recent(cohort, index, asOf: asOf, days: days)
        }
        return RecentView(asOf: asOf, days: days, students: students)
    }

    package static func recent(_ cohort: Cohort, _ index: Int, asOf: CivilDate, days: Int) -> RecentRow {
        let last = Int32(asOf.dayNumber)
        let cap = cohort.context.checkInsADay ?? .max
        var (checkIns, capped, daysAttended, ofDay) = (0, 0, 0, 0)
        var day = Int32.min
        for row in cohort.rows(of: index, on: (last - Int32(days) + 1)...last)
        where cohort.isCheckIn(row) && cohort.status(row) == .attended {
            if cohort.table.day[row] != day {
                (day, ofDay) = (cohort.table.day[row], 0)
                daysAttended += 1
            }
            checkIns += 1
            ofDay += 1
            if ofDay <= cap { capped += 1 }
        }
        return RecentRow(
            index: index, student: cohort.table.students[index], daysAttended: daysAttended, checkIns: checkIns,
            checkInsCapped: capped, lastDay: checkIns > 0 ? CivilDate(dayNumber: Int(day)) : nil)
    }
}

extension Cohort {
    func isCheckIn(_ row: Int) -> Bool { table.kind[row] == EventKind.placement.rawValue }

    func status(_ row: Int) -> AttendanceStatus { AttendanceStatus(rawValue: table.status[row]) ?? .absent }

    func hasCheckIn(_ index: Int) -> Bool { table.rows(of: index).contains { isCheckIn($0) } }

    /// `weeks` are the academic weeks of the days in which the table has rows.
    func placement(_ index: Int, _ days: ClosedRange<Int32>, _ weeks: WeekSlots) -> Analysis.Placement {
        var placement = Analysis.Placement()
        var (week, weekCount) = (-1, 0)
        for row in rows(of: index, on: days) where isCheckIn(row) {
            let day = table.day[row]
            let slot = weeks.slot(of: day)
            if slot != week { (week, weekCount) = (slot, weekCount + 1) }
            placement.checkIns += 1
            guard status(row) == .attended else { continue }
            placement.attendedCheckIns += 1
            if placement.days.last != day { placement.days.append(day) }
        }
        placement.daysExpected = rotations[index]?.expectedDaysPerWeek.map { $0 * Double(weekCount) }
        return placement
    }
}
