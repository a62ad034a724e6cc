import Persistence

/// The five things a register can say of a student. *Unmarked* is the absence of a status, never a value of it.
package enum MarkStatus: String, Codable, Sendable, CaseIterable, SQLBindable {
    case present, late, absent, excused
}

package enum SessionKind: String, Codable, Sendable, CaseIterable, SQLBindable {
    case lecture, seminar, lab, placement, clinic
    case selfStudy = "self-study"
}

package enum SessionState: String, Codable, Sendable, CaseIterable, SQLBindable {
    case scheduled, open, closed, cancelled
}

/// How a session came to be: made by hand, in an imported file, or from a timetable.
package enum SessionOrigin: String, Codable, Sendable, CaseIterable, SQLBindable {
    case hand, `import`, timetable
}

package enum AbsenceCategory: String, Codable, Sendable, CaseIterable, SQLBindable {
    case medical, family, religious, bereavement, professional, suspension, other
}

package enum NoticeState: String, Codable, Sendable, CaseIterable, SQLBindable {
    case requested, approved, declined, withdrawn
}

package enum PersonKind: String, Codable, Sendable, CaseIterable, SQLBindable {
    case student, staff
}

/// What a person should know about how an operation or a mark came to be.
package enum MarkFlag: String, Codable, Sendable, CaseIterable {
    /// Captured before the session was closed, received afterwards.
    case late
    /// The student's enrolment in the group did not cover the day.
    case notEnrolled = "not_enrolled"
    /// The device's clock was more than two minutes ahead; the receipt time orders the operation.
    case clockAhead = "clock_ahead"
    /// Entered by the student with the code on the lecturer's screen.
    case selfCheckIn = "self"
}

/// What is shown of a student without a mark of their own, and with one.
package enum ShownStatus: String, Codable, Sendable, CaseIterable {
    case present, late, absent, excused, unmarked

    /// A mark always speaks for itself. Without one, an approved absence notice of the day shows *excused*; nothing
    /// else is ever painted over *unmarked*.
    package init(mark: MarkStatus?, hasApprovedNotice: Bool) {
        switch mark {
        case .present: self = .present
        case .late: self = .late
        case .absent: self = .absent
        case .excused: self = .excused
        case nil: self = hasApprovedNotice ? .excused : .unmarked
        }
    }
}
