import Kernel

/// What one pass over a student's rows counts.
struct StudentTally: Sendable, Equatable {
    var counts = Analysis.Counts()
    var excusedTeaching = 0
    /// At most so many a day as count in the student's year.
    var excusedCheckIns = 0
    var checkIns = 0
    var attendedCheckIns = 0
    var placementDays = 0

    /// Rule 15.
    var selfCertifications: Int { excusedTeaching + excusedCheckIns }
}

/// What the days just before today say: windows that end on the last day looked at, whatever the range begins with.
struct LatelyTally: Sendable, Equatable {
    /// Teaching of the last 28 days, and of the 28 before.
    var recent = Analysis.Counts()
    var before = Analysis.Counts()
    /// Teaching rows and check-ins of the last 14 days.
    var rows = 0
    var attended = 0
    /// Of the last 28 days.
    var selfCertifications = 0
    var missedPlacementDays = 0

    var trend: Double? {
        guard let now = recent.percentage, let then = before.percentage else { return nil }
        return now - then
    }
}

extension Cohort {
    /// The rules 15 and 17 over a student's rows of some days.
    func tally(_ index: Int, on days: ClosedRange<Int32>) -> StudentTally {
        let cap = context.checkInsADay ?? .max
        var tally = StudentTally()
        var day = Int32.min
        var (excusedOfDay, attendedOfDay) = (0, 0)
        for row in rows(of: index, on: days) {
            let status = table.status[row]
            if table.kind[row] == EventKind.teaching.rawValue {
                tally.counts.expected += 1
                if status == AttendanceStatus.attended.rawValue { tally.counts.attended += 1 }
                if status == AttendanceStatus.excused.rawValue { tally.counts.excused += 1 }
            } else if table.kind[row] == EventKind.placement.rawValue {
                if table.day[row] != day { (day, excusedOfDay, attendedOfDay) = (table.day[row], 0, 0) }
                tally.checkIns += 1
                if status == AttendanceStatus.attended.rawValue {
                    tally.attendedCheckIns += 1
                    attendedOfDay += 1
                    if attendedOfDay == 1 { tally.placementDays += 1 }
                } else if status == AttendanceStatus.excused.rawValue {
                    excusedOfDay += 1
                    if excusedOfDay <= cap { tally.excusedCheckIns += 1 }
                }
            }
        }
        tally.excusedTeaching = tally.counts.excused
        return tally
    }

    /// The windows that end on `last`.
    func lately(_ index: Int, until last: Int32) -> LatelyTally {
        var lately = LatelyTally()
        for row in rows(of: index, on: (last - 55)...last) {
            let day = table.day[row]
            let status = table.status[row]
            let isTeaching = table.kind[row] == EventKind.teaching.rawValue
            guard isTeaching || table.kind[row] == EventKind.placement.rawValue else { continue }
            if isTeaching {
                let count = Analysis.Counts(
                    expected: 1, attended: status == AttendanceStatus.attended.rawValue ? 1 : 0)
                if day > last - 28 { lately.recent += count } else { lately.before += count }
            }
            if day > last - 14 {
                lately.rows += 1
                if status == AttendanceStatus.attended.rawValue { lately.attended += 1 }
            }
        }
        return lately
    }

    /// Adds what only the list of whom to talk to needs.
    func latelyInFull(_ index: Int, until last: Int32) -> LatelyTally {
        var lately = lately(index, until: last)
        let days = (last - 27)...last
        lately.selfCertifications = tally(index, on: days).selfCertifications
        var day = Int32.min
        var isMissed = false
        for row in rows(of: index, on: days) where table.kind[row] == EventKind.placement.rawValue {
            if table.day[row] != day {
                if isMissed { lately.missedPlacementDays += 1 }
                (day, isMissed) = (table.day[row], true)
            }
            if table.status[row] != AttendanceStatus.absent.rawValue { isMissed = false }
        }
        if isMissed { lately.missedPlacementDays += 1 }
        return lately
    }

    /// The last day that trends and reasons look at: no later than the range, today and the rows. Nil when
    /// there is no row up to then.
    func lastDay(_ filter: InsightsFilter) -> Int32? {
        guard let days else { return nil }
        let today = filter.today.map { Int32($0.dayNumber) } ?? .max
        let last = min(days.upperBound, filter.days.upperBound, today)
        return last >= days.lowerBound ? last : nil
    }
}
