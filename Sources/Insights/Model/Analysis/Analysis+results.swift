package import Kernel

// MARK: one student

extension Analysis {
    package struct StudentView: Sendable {
        package struct Point: Sendable, Hashable {
            package let time: LocalTime
            package let percentage: Double
            package let description: String
            package let status: AttendanceStatus
        }

        package struct DayPoint: Sendable, Hashable {
            package let day: CivilDate
            package let percentage: Double
        }

        package struct WeekCounts: Sendable, Hashable {
            package let week: Week
            package let counts: Counts
            /// Nil when nothing was expected of the module, or when too few students are behind it.
            package let modulePercentage: Double?
        }

        package let row: StudentRow
        /// Of the whole module in the range, whoever is asked for; nil as in `WeekCounts`.
        package let moduleAverage: Double?
        package let cumulative: [Point]
        package let moduleCumulative: [DayPoint]
        package let weeks: [WeekCounts]
        /// Teaching rows that were not attended.
        package let absences: [Event]
        /// Nil without a check-in in the range.
        package let placement: Placement?
        package let placementAbsences: [Event]
        package let selfCertification: SelfCertification?
        /// Every row in the range.
        package let rows: [Event]
    }
}

// MARK: placements, self-certification, recent activity

extension Analysis {
    package struct Placement: Sendable, Hashable {
        package var checkIns = 0
        package var attendedCheckIns = 0
        /// Numbers of the days with an attended check-in, ascending.
        package var days: [Int32] = []
        /// Expected days a week times the academic weeks in which the student had a check-in; nil when not known.
        package var daysExpected: Double?

        package var missed: Int { checkIns - attendedCheckIns }
        package var daysAttended: Int { days.count }
        package var dates: [CivilDate] { days.map { CivilDate(dayNumber: Int($0)) } }
        /// The academic weeks with a day attended.
        package var weeks: [Week] {
            var weeks: [Week] = []
            for date in dates {
                let week = WeekCalendar.academic.week(of: date)
                if weeks.last != week { weeks.append(week) }
            }
            return weeks
        }
    }

    package struct PlacementRow: Sendable {
        package let index: Int
        package let student: AttendanceTable.Student
        package let placement: Placement
        package let rotation: Rotation?
    }

    package struct SelfCertification: Sendable, Hashable {
        /// Rule 15.
        package var count = 0
        /// Days with one, ascending.
        package var dates: [CivilDate] = []
        package var events: [Event] = []

        /// The distinct reasons given, in the order of the events.
        package var reasons: [String] {
            var seen: Set<String> = []
            return events.compactMap(\.reason).filter { seen.insert($0).inserted }
        }
    }

    package struct SelfCertificationRow: Sendable {
        package let index: Int
        package let student: AttendanceTable.Student
        package let selfCertification: SelfCertification
    }

    package struct SelfCertificationView: Sendable {
        package struct WeekCount: Sendable, Hashable {
            package let week: Week
            package let count: Shown<Int>
        }

        package let students: [SelfCertificationRow]
        /// Academic weeks with a self-certification.
        package let byWeek: [WeekCount]
    }

    package struct RecentRow: Sendable, Hashable {
        package let index: Int
        package let student: AttendanceTable.Student
        package let daysAttended: Int
        package let checkIns: Int
        /// At most two a day in Years 2–5.
        package let checkInsCapped: Int
        package let lastDay: CivilDate?
    }

    package struct RecentView: Sendable {
        package let asOf: CivilDate
        package let days: Int
        package let students: [RecentRow]
    }
}

// MARK: advisers

extension Analysis {
    /// Why someone should talk to a student today.
    package struct Reason: Sendable, Hashable {
        package enum Code: String, Sendable, CaseIterable {
            case openFlag = "open_flag"
            case notSeen = "not_seen"
            case atOrBelow = "at_or_below"
            case fallingTrend = "falling_trend"
            case missedPlacement = "missed_placement"
            case selfCertifications = "self_certifications"
        }

        package let code: Code
        /// One sentence for staff.
        package let text: String
    }

    package struct AdviserRow: Sendable, Hashable {
        package struct Totals: Sendable, Hashable {
            package var overall = Overall()
            package var talkTo = 0
        }

        /// "" for students without an adviser.
        package let adviser: String
        package let totals: Shown<Totals>
    }

    package struct AdvisersView: Sendable {
        package let advisers: [AdviserRow]
        package let overall: Shown<Overall>
    }

    package struct AdviserView: Sendable {
        package struct Entry: Sendable, Hashable {
            package let row: StudentRow
            package let reasons: [Reason]
            /// Somebody spoke to them within the last seven days.
            package let isSpokenTo: Bool
        }

        package let adviser: String
        package let totals: AdviserRow.Totals
        /// Those to talk to first; those spoken to lately after the others with a reason; those without a reason last.
        package let students: [Entry]
    }
}

// MARK: weeks and comparison

extension Analysis {
    package struct WeeklyView: Sendable {
        package struct WeekTotals: Sendable, Hashable {
            package let week: Week
            package let counts: Shown<Counts>
        }

        package struct Cell: Sendable, Hashable {
            package let attended: Int
            package let expected: Int
        }

        package struct Row: Sendable {
            package let index: Int
            package let student: AttendanceTable.Student
            /// One per week; nil when nothing was expected.
            package let cells: [Cell?]
        }

        package let calendar: WeekCalendar
        package let weeks: [WeekTotals]
        /// Pairs of attended and expected, week by week, student by student.
        let cells: [Int32]
        let students: [(index: Int, student: AttendanceTable.Student)]

        package var count: Int { students.count }

        /// The student at a place of the view's order.
        package func row(_ place: Int) -> Row {
            let start = place * weeks.count * 2
            let cells = weeks.indices.map { week -> Cell? in
                let expected = self.cells[start + 2 * week + 1]
                guard expected > 0 else { return nil }
                return Cell(attended: Int(self.cells[start + 2 * week]), expected: Int(expected))
            }
            return Row(index: students[place].index, student: students[place].student, cells: cells)
        }
    }

    package struct CompareRow: Sendable, Hashable {
        package let student: AttendanceTable.Student
        /// Nil when the student is not in that module.
        package let left: Counts?
        package let right: Counts?
        /// Points of percent, left less right: how much better the left side is.
        package let difference: Double?
    }

    package struct CompareView: Sendable {
        package let left: Shown<Overall>
        package let right: Shown<Overall>
        package let students: [CompareRow]
        package let leftDistribution: [Bin]
        package let rightDistribution: [Bin]
    }
}
