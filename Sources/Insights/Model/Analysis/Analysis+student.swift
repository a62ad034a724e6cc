import Kernel

extension Analysis {
    /// Everything of one student in the range. Nil: there is no such student, or the caller may not see them; other
    /// filters of students do not count here.
    /// - Parameter isOwn: the student asks. The module's figures are then those of all days, in whole percent: two ranges
    ///   of their own choice, less one another, would tell what a classmate did.
    package static func student(
        _ cohort: Cohort, _ id: String, _ filter: InsightsFilter, care: [String: Care] = [:], smallCell: Int = 5,
        isOwn: Bool = false
    ) -> StudentView? {
        guard filter.visible?.contains(id) ?? true, let index = cohort.index(of: id) else { return nil }
        let days = filter.days
        let module =
            isOwn
            ? ModuleCourse(cohort, InsightsFilter().days, smallCell: smallCell).rounded(days)
            : ModuleCourse(cohort, days, smallCell: smallCell)
        let tally = cohort.tally(index, on: days)
        let trend = cohort.lastDay(filter).flatMap { cohort.lately(index, until: $0).trend }
        let rows = cohort.rows(of: index, on: days)
        let teaching = rows.filter { cohort.table.kind[$0] == EventKind.teaching.rawValue }
        let checkIns = rows.filter { cohort.isCheckIn($0) }
        let certified = cohort.selfCertification(cohort.selfCertificationRows(index, days))
        return StudentView(
            row: row(cohort, index, tally, trend: trend, filter.threshold, care), moduleAverage: module.average,
            cumulative: cumulative(cohort, teaching), moduleCumulative: module.points,
            weeks: weeks(cohort, teaching, module),
            absences: teaching.filter { cohort.status($0) != .attended }.map { cohort.event($0) },
            placement: checkIns.isEmpty
                ? nil : cohort.placement(index, days, WeekSlots(cohort.days(in: days), calendar: .academic)),
            placementAbsences: checkIns.filter { cohort.status($0) != .attended }.map { cohort.event($0) },
            selfCertification: certified.count == 0 ? nil : certified, rows: rows.map { cohort.event($0) })
    }

    private static func cumulative(_ cohort: Cohort, _ rows: [Int]) -> [StudentView.Point] {
        var counts = Counts()
        return rows.map { row in
            counts.expected += 1
            if cohort.status(row) == .attended { counts.attended += 1 }
            return StudentView.Point(
                time: LocalTime(nanoseconds: cohort.table.time[row]), percentage: counts.percentage ?? 0,
                description: cohort.table.texts[Int(cohort.table.description[row])], status: cohort.status(row))
        }
    }

    private static func weeks(_ cohort: Cohort, _ rows: [Int], _ module: ModuleCourse) -> [StudentView.WeekCounts] {
        var counts = [Counts](repeating: Counts(), count: module.weeks.weeks.count)
        for row in rows { counts[module.weeks.slot(of: cohort.table.day[row])].add(cohort.status(row)) }
        return counts.indices.filter { counts[$0].expected > 0 }.map {
            StudentView.WeekCounts(
                week: module.weeks.weeks[$0], counts: counts[$0], modulePercentage: module.weekly[$0])
        }
    }
}

extension Analysis.Counts {
    mutating func add(_ status: AttendanceStatus) {
        expected += 1
        switch status {
        case .attended: attended += 1
        case .excused: excused += 1
        case .absent: break
        }
    }
}

/// How the whole module went over the days, told so that no figure comes from fewer students than may be shown.
struct ModuleCourse {
    let weeks: WeekSlots
    /// One per week; nil when nothing was expected or it is hidden.
    private(set) var weekly: [Double?] = []
    private(set) var average: Double?
    private(set) var points: [Analysis.StudentView.DayPoint] = []

    init(_ cohort: Cohort, _ range: ClosedRange<Int32>, smallCell: Int) {
        let days = cohort.days(in: range)
        weeks = cohort.teachingWeeks(Array(cohort.table.students.indices), range, .academic)
        guard let days else { return }
        var byDay = [Analysis.Counts](repeating: .init(), count: days.count)
        var studentsOfDay = [Int](repeating: 0, count: days.count)
        let count = weeks.weeks.count
        var attends = [Bool](repeating: false, count: count * cohort.table.students.count)
        var students = 0
        for index in cohort.table.students.indices {
            var last = Int32.min
            for row in cohort.rows(of: index, on: range)
            where cohort.table.kind[row] == EventKind.teaching.rawValue {
                let day = cohort.table.day[row]
                byDay[Int(day - days.lowerBound)].add(cohort.status(row))
                guard day != last else { continue }
                if last == .min { students += 1 }
                last = day
                studentsOfDay[Int(day - days.lowerBound)] += 1
                attends[index * count + weeks.slot(of: day)] = true
            }
        }
        if students >= smallCell { average = byDay.reduce(into: Analysis.Counts()) { $0 += $1 }.percentage }
        weekly = Self.weekly(byDay, days, weeks, attends, smallCell: smallCell)
        if average != nil { points = Self.points(byDay, studentsOfDay, days, smallCell: smallCell) }
    }

    /// In whole percent, the course drawn for the days only.
    func rounded(_ range: ClosedRange<Int32>) -> ModuleCourse {
        var course = self
        course.average = average?.rounded()
        course.weekly = weekly.map { $0?.rounded() }
        course.points = points.filter { range.contains(Int32($0.day.dayNumber)) }
            .map { .init(day: $0.day, percentage: $0.percentage.rounded()) }
        return course
    }

    private static func weekly(
        _ byDay: [Analysis.Counts], _ days: ClosedRange<Int32>, _ weeks: WeekSlots, _ attends: [Bool], smallCell: Int
    ) -> [Double?] {
        let presence = WeekPresence(attends, weeks: weeks.weeks.count)
        var counts = [Analysis.Counts](repeating: .init(), count: weeks.weeks.count)
        for (offset, count) in byDay.enumerated() where count.expected > 0 {
            counts[weeks.slot(of: days.lowerBound + Int32(offset))] += count
        }
        let hidden = presence.hidden(under: smallCell)
        return counts.indices.map { hidden[$0] ? nil : counts[$0].percentage }
    }

    /// A point stands at the end of a day with enough students; days with fewer count with the next that has them. Those
    /// after the last such day leave one point for both, on the last day of all.
    private static func points(
        _ byDay: [Analysis.Counts], _ students: [Int], _ days: ClosedRange<Int32>, smallCell: Int
    ) -> [Analysis.StudentView.DayPoint] {
        var sum = Analysis.Counts()
        var points: [Analysis.StudentView.DayPoint] = []
        var isOpen = false
        var last = CivilDate(dayNumber: Int(days.lowerBound))
        for (offset, count) in byDay.enumerated() where count.expected > 0 {
            sum += count
            isOpen = students[offset] < smallCell
            last = CivilDate(dayNumber: Int(days.lowerBound) + offset)
            if !isOpen { points.append(.init(day: last, percentage: sum.percentage ?? 0)) }
        }
        guard isOpen, points.popLast() != nil else { return points }
        return points + [.init(day: last, percentage: sum.percentage ?? 0)]
    }
}

/// Which students had teaching in which weeks.
struct WeekPresence {
    private let attends: [Bool]
    private let weeks: Int

    /// `attends[student * weeks + week]`
    init(_ attends: [Bool], weeks: Int) {
        (self.attends, self.weeks) = (attends, weeks)
    }

    func hidden(under minimum: Int) -> [Bool] {
        guard weeks > 0 else { return [] }
        var sizes = [Int](repeating: 0, count: weeks)
        for place in attends.indices where attends[place] { sizes[place % weeks] += 1 }
        return SmallCells.hidden(sizes, under: minimum) { hidden in
            stride(from: 0, to: attends.count, by: weeks).count { start in
                (0..<weeks).contains { hidden[$0] && attends[start + $0] }
            }
        }
    }
}
