import Foundation
import Kernel

struct SampleNotice: Sendable {
    let id: String
    let student: String
    let category: AbsenceCategory
    let days: ClosedRange<CivilDate>
    let reason: String
    let state: NoticeState
    let requestedByName: String
    let requestedAt: Instant
    let decidedByName: String?
    let decidedAt: Instant?

    /// Notices in every state: decided ones in the past weeks, requests for the days around today.
    static func make(
        students: [PersonRow], staff: [PersonRow], today: CivilDate, firstDay: CivilDate, zone: TimeZone,
        _ random: inout SeededRandom
    ) -> [SampleNotice] {
        let states: [NoticeState] =
            Array(repeating: .approved, count: 9) + [
                .requested, .requested, .requested, .declined, .declined, .withdrawn,
            ]
        let nine = CivilTime(hour: 9, minute: 0) ?? .midnight
        let share = max(15, students.count / 16)
        return students.shuffled(using: &random).prefix(share).enumerated().map { index, student in
            let state = states[index % states.count]
            let (category, reason) = random.one(of: reasons)
            let length = random.number(0...3)
            let first =
                state == .requested
                ? today.adding(days: random.number(-1...9))
                : firstDay.adding(days: random.number(0...max(1, firstDay.days(to: today) - 1)))
            let asked = min(first, today).adding(days: -random.number(1...4)).instant(at: nine, in: zone)
            let isDecided = state == .approved || state == .declined
            let adviser = student.adviserName ?? "\(staff[0].givenName) \(staff[0].familyName)"
            return SampleNotice(
                id: Identifier.v7(at: asked, random: &random), student: student.id, category: category,
                days: first...first.adding(days: length), reason: reason, state: state,
                requestedByName: "\(student.givenName) \(student.familyName)", requestedAt: asked,
                decidedByName: isDecided ? adviser : nil,
                decidedAt: isDecided ? asked.adding(seconds: Int64(random.number(2...20)) * 3600) : nil)
        }
    }

    private static let reasons: [(AbsenceCategory, String)] = [
        (.medical, "Hospital appointment"), (.medical, "Flu, with a doctor’s note"),
        (.medical, "Recovering after an operation"),
        (.family, "Caring for a parent"), (.family, "Child is ill"), (.religious, "Religious festival"),
        (.bereavement, "Funeral of a grandparent"), (.professional, "Presenting at a conference"),
        (.professional, "Interview for a placement"), (.other, "Jury service"),
    ]
}
