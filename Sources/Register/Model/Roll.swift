import Kernel

/// Who belongs to which group on which days.
struct Roll: Sendable {
    struct Enrolment: Sendable {
        let firstDay: String
        let lastDay: String?
        let deleted: Bool
    }

    private struct Place: Hashable {
        let group: String
        let student: String
    }

    private var enrolments: [Place: [Enrolment]] = [:]

    mutating func add(_ enrolment: Enrolment, group: String, student: String) {
        enrolments[Place(group: group, student: student), default: []].append(enrolment)
    }

    /// What a mark of this day is: of somebody on the roll, of somebody who left or came later, or of a stranger.
    func standing(of student: String, in group: String, on day: CivilDate) -> Standing {
        guard let known = enrolments[Place(group: group, student: student)] else { return .neverEnrolled }
        let date = day.description
        let covers = known.contains { entry in
            !entry.deleted && entry.firstDay <= date && entry.lastDay.map { date <= $0 } ?? true
        }
        return covers ? .enrolled : .notThatDay
    }

    enum Standing { case enrolled, notThatDay, neverEnrolled }
}
