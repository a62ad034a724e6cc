import Foundation
import Kernel

struct SampleMark: Sendable {
    let session: SampleSession
    let sessionID: String
    let student: String
    let status: MarkStatus
    let minutesLate: Int?
    let remark: String?
    let at: Instant
    let operation: String
}

/// A second teacher marked the same student otherwise, on another device, at the same time.
struct SampleDisagreement: Sendable {
    let session: SampleSession
    let student: String
    let statuses: [MarkStatus]
}

/// Marks the past: most students come nearly always, some are in difficulty, some get worse from week to week.
struct SampleMarking {
    private struct Habit {
        let presence: Double
        let weeklyLoss: Double
        let lateness: Double
    }

    private let today: CivilDate
    private let zone: TimeZone
    private let habits: [String: Habit]
    private let rolls: [String: [EnrolmentRow]]
    private let excused: [String: [ClosedRange<CivilDate>]]
    private(set) var marks: [SampleMark] = []

    init(today: CivilDate, zone: TimeZone, students: [PersonRow], enrolments: [EnrolmentRow], notices: [SampleNotice]) {
        self.today = today
        self.zone = zone
        rolls = Dictionary(grouping: enrolments, by: \.groupId)
        excused = Dictionary(grouping: notices.filter { $0.state == .approved }, by: \.student).mapValues {
            $0.map(\.days)
        }
        // drawn by place, so that the same school has the same students in difficulty
        var random = SeededRandom(seed: UInt64(students.count))
        habits = Dictionary(
            students.map { student in
                let place = Double.random(in: 0..<1, using: &random)
                let presence: Double =
                    switch place {
                    case ..<0.03: Double.random(in: 0.30..<0.60, using: &random)
                    case ..<0.10: Double.random(in: 0.65..<0.84, using: &random)
                    case ..<0.30: Double.random(in: 0.85..<0.93, using: &random)
                    default: Double.random(in: 0.93..<0.995, using: &random)
                    }
                return (
                    student.id,
                    Habit(
                        presence: presence, weeklyLoss: random.chance(0.04) ? 0.07 : 0,
                        lateness: Double.random(in: 0.01..<0.08, using: &random))
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Settles what became of a session, and marks it.
    mutating func finish(
        _ session: SampleSession, staysOpen: Bool, _ random: inout SeededRandom
    ) -> SampleSession {
        guard session.slot.date < today else { return session }
        var session = session
        let daysAgo = session.slot.date.days(to: today)
        if staysOpen {
            session.state = .open
            mark(session, share: 0.7, &random)
        } else if random.chance(0.012) {
            session.state = .cancelled
        } else if random.chance(daysAgo <= 7 ? 0.05 : 0.01) {
            // the register was not taken
            session.state = .scheduled
        } else {
            session.state = .closed
            mark(session, share: 0.996, &random)
        }
        return session
    }

    private mutating func mark(_ session: SampleSession, share: Double, _ random: inout SeededRandom) {
        let id = session.id
        let start = session.slot.date.instant(at: session.slot.start, in: zone)
        let date = session.slot.date
        for (index, enrolment) in (rolls[session.group.id] ?? []).enumerated() {
            guard enrolment.firstDay <= date, enrolment.lastDay.map({ date <= $0 }) ?? true, random.chance(share) else {
                continue
            }
            let (status, minutes) = status(of: enrolment.studentId, on: date, &random)
            let at = start.adding(milliseconds: Int64(240_000 + index * 1_900))
            let remark = random.chance(0.006) ? random.one(of: Self.remarks) : nil
            marks.append(
                SampleMark(
                    session: session, sessionID: id, student: enrolment.studentId, status: status, minutesLate: minutes,
                    remark: remark, at: at, operation: Identifier.v7(at: at, random: &random)))
        }
    }

    private func status(
        of student: String, on date: CivilDate, _ random: inout SeededRandom
    ) -> (MarkStatus, Int?) {
        if excused[student]?.contains(where: { $0.contains(date) }) == true { return (.excused, nil) }
        guard let habit = habits[student] else { return (.present, nil) }
        // the loss counts from eight weeks ago on
        let weeks = Double(max(0, 56 - date.days(to: today))) / 7
        let presence = max(0.15, habit.presence - habit.weeklyLoss * weeks)
        guard random.chance(presence) else { return (random.chance(0.15) ? .excused : .absent, nil) }
        return random.chance(habit.lateness) ? (.late, random.number(2...25)) : (.present, nil)
    }

    /// A student of an open session whom nobody marked so far: there two teachers will disagree.
    func disagreement(in session: SampleSession) -> SampleDisagreement? {
        let id = session.id
        let known = Set(marks.filter { $0.sessionID == id }.map(\.student))
        let date = session.slot.date
        let unmarked = rolls[session.group.id]?.first { enrolment in
            !known.contains(enrolment.studentId) && enrolment.firstDay <= date && enrolment.lastDay == nil
        }
        return unmarked.map {
            SampleDisagreement(session: session, student: $0.studentId, statuses: [.absent, .present])
        }
    }

    private static let remarks = [
        "Left early for clinic", "Joined online", "Forgot badge", "Presented today", "Asked for the slides",
        "Moved from Group B",
    ]
}
