/// A mark of Rounds' own register, as one row of the analysis.
package struct RegisterRow: Sendable, Equatable {
    /// `<session>:<student>`, both as UUID text. A later row with the same key replaces the earlier one.
    package var key: String
    package var student: AttendanceTable.Student
    /// Nanoseconds since 1970-01-01T00:00 by the school's clock.
    package var time: Int64
    package var description: String
    /// Nil: there is no mark (any more), so there is no row.
    package var status: AttendanceStatus?
    package var reason: String

    package init(
        key: String, student: AttendanceTable.Student, time: Int64, description: String, status: AttendanceStatus?,
        reason: String = ""
    ) {
        self.key = key
        self.student = student
        self.time = time
        self.description = description
        self.status = status
        self.reason = reason
    }
}
