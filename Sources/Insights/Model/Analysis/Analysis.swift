/// The views of the workspace: pure functions of a cohort and a filter. Percentages come from whole numbers at the last step.
package enum Analysis {
    /// Teaching rows counted (rule 17).
    package struct Counts: Sendable, Hashable {
        package var expected = 0
        package var attended = 0
        package var excused = 0

        package init(expected: Int = 0, attended: Int = 0, excused: Int = 0) {
            (self.expected, self.attended, self.excused) = (expected, attended, excused)
        }

        package var absent: Int { expected - attended - excused }
        /// Nil when nothing was expected.
        package var percentage: Double? { Self.percent(attended, of: expected) }
        /// Excused rows taken out of the denominator; nil when nothing is left.
        package var percentageWithoutExcused: Double? { Self.percent(attended, of: expected - excused) }

        static func percent(_ part: Int, of whole: Int) -> Double? {
            whole > 0 ? Double(100 * part) / Double(whole) : nil
        }

        static func += (left: inout Counts, right: Counts) {
            left.expected += right.expected
            left.attended += right.attended
            left.excused += right.excused
        }
    }

    /// A value of an aggregate, or none because too few students are behind it.
    package enum Shown<Value: Sendable & Hashable>: Sendable, Hashable {
        case shown(Value)
        case hidden

        package var value: Value? {
            if case .shown(let value) = self { value } else { nil }
        }
        package var isHidden: Bool { self == .hidden }
    }

    /// Figures over several students.
    package struct Overall: Sendable, Hashable {
        package var students = 0
        package var counts = Counts()
        package var atOrBelow = 0
        /// Students of whom nothing was expected in the range.
        package var withoutFigure = 0
    }

    /// Percentages from `from` to under `to`; the last bin has 100 too.
    package struct Bin: Sendable, Hashable {
        package let from: Int
        package let to: Int
        package let students: Shown<Int>
    }

    /// Rule 16. Nil is unknown.
    package struct Rotation: Sendable, Hashable {
        package var group: Int?
        package var label: String?
        package var pattern: String?
        package var expectedDaysPerWeek: Double?
    }

    package struct Choices: Sendable, Hashable {
        package var advisers: [String] = []
        package var groups: [Int] = []
        package var rotations: [String] = []
        package var patterns: [String] = []
    }

    package struct StudentRow: Sendable, Hashable {
        /// The student's place in the table.
        package let index: Int
        package let student: AttendanceTable.Student
        package let email: String?
        package let notes: String?
        package let counts: Counts
        package let atOrBelow: Bool
        /// Points of percent: the last 28 days against the 28 before; nil without both.
        package let trend: Double?
        package let toReach: Int?
        package let spare: Int?
        package let selfCertifications: Int
        package let placementDays: Int
        package let rotation: Rotation?
        package let care: Care
    }

    package struct Summary: Sendable {
        /// Shown however few they are: everyone in it is listed by name.
        package let overall: Overall
        package let students: [StudentRow]
        package let distribution: [Bin]
        package let choices: Choices
    }

    /// One row of the table with where it came from.
    package struct Event: Sendable, Hashable {
        package let time: LocalTime
        package let description: String
        package let kind: EventKind
        package let status: AttendanceStatus
        package let reason: String?
        /// The index of the source in the data set, and the record there.
        package let source: Int
        package let record: Int
    }
}
