package import Kernel

/// Everything that reports of a period are computed from, as values: sessions, the roll of each day, marks and approved
/// absence notices. Cancelled sessions are not among them.
package struct AttendanceFacts: Sendable {
    package struct Session: Sendable, Equatable {
        package let id: String
        package let group: String
        package let groupName: String
        package let module: String
        package let moduleCode: String
        package let title: String
        package let date: CivilDate
        package let start: String?
        package let end: String?
        package let state: SessionState
        package let teacherName: String?
    }

    package struct Student: Sendable, Equatable {
        package let id: String
        package let number: String
        package let givenName: String
        package let familyName: String

        package var name: String {
            [givenName, familyName].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    package struct Mark: Sendable, Equatable {
        package let session: String
        package let student: String
        package let status: MarkStatus?
        package let minutesLate: Int?
        package let remark: String?
        package let authorName: String
        package let capturedAt: Instant
    }

    package struct Period: Sendable, Equatable {
        package let firstDay: String
        package let lastDay: String?

        package func covers(_ day: String) -> Bool { firstDay <= day && lastDay.map { day <= $0 } ?? true }
    }

    /// One student in one session: what is shown, and the mark behind it if there is one.
    package struct Attendance: Sendable, Equatable {
        package let session: Session
        package let student: Student
        package let status: ShownStatus
        package let mark: Mark?
        /// Shown as excused because of an absence notice, not because somebody marked it.
        package let byNotice: Bool
    }

    /// In the order of day, start and id.
    package var sessions: [Session] = []
    package var students: [String: Student] = [:]
    /// Group → student → enrolments.
    package var rolls: [String: [String: [Period]]] = [:]
    /// Session → student → mark.
    package var marks: [String: [String: Mark]] = [:]
    /// Student → approved notices.
    package var notices: [String: [Period]] = [:]

    package init() {}

    /// Everybody on the roll of the session's day, and everybody marked although they were not; by name.
    package func attendances(of session: Session) -> [Attendance] {
        let day = session.date.description
        let marked = marks[session.id] ?? [:]
        var ids = Set(marked.keys)
        for (student, periods) in rolls[session.group] ?? [:] where periods.contains(where: { $0.covers(day) }) {
            ids.insert(student)
        }
        return ids.compactMap { students[$0] }.sorted { Self.precedes($0, $1) }.map { student in
            let mark = marked[student.id]
            let notice = notices[student.id]?.contains { $0.covers(day) } ?? false
            return Attendance(
                session: session, student: student,
                status: ShownStatus(mark: mark?.status, hasApprovedNotice: notice), mark: mark,
                byNotice: mark?.status == nil && notice)
        }
    }

    package static func precedes(_ left: Student, _ right: Student) -> Bool {
        (left.familyName, left.givenName, left.id) < (right.familyName, right.givenName, right.id)
    }
}
