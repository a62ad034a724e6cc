/// How often each of the five things was shown, and the rate that follows.
///
/// rate = 100 × attended ÷ expected, where attended = present + late, and expected = present + late + absent, plus excused
/// when the school counts excused sessions. Unmarked is in neither.
package struct Tally: Sendable, Equatable {
    package var present = 0
    package var late = 0
    package var absent = 0
    package var excused = 0
    package var unmarked = 0

    package init() {}

    package mutating func count(_ status: ShownStatus) {
        switch status {
        case .present: present += 1
        case .late: late += 1
        case .absent: absent += 1
        case .excused: excused += 1
        case .unmarked: unmarked += 1
        }
    }

    package static func += (left: inout Tally, right: Tally) {
        left.present += right.present
        left.late += right.late
        left.absent += right.absent
        left.excused += right.excused
        left.unmarked += right.unmarked
    }

    package var total: Int { present + late + absent + excused + unmarked }
    package var attended: Int { present + late }

    package func expected(excusedCounts: Bool) -> Int { present + late + absent + (excusedCounts ? excused : 0) }

    /// Percent; nil when nothing was expected.
    package func rate(excusedCounts: Bool) -> Double? {
        let expected = expected(excusedCounts: excusedCounts)
        return expected == 0 ? nil : 100 * Double(attended) / Double(expected)
    }

    package static func formula(excusedCounts: Bool) -> String {
        excusedCounts
            ? "Rate = 100 × (present + late) ÷ (present + late + absent + excused). Unmarked is not counted."
            : "Rate = 100 × (present + late) ÷ (present + late + absent). Excused and unmarked are not counted."
    }
}
