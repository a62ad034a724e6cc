/// What a kept row says of a student. Ordered: in a merge the greater one stands.
package enum AttendanceStatus: UInt8, Comparable, Sendable, CaseIterable {
    case absent = 0
    /// Not attended, and excused by register type 50 or self-certification.
    case excused = 1
    case attended = 2

    package static func < (left: AttendanceStatus, right: AttendanceStatus) -> Bool { left.rawValue < right.rawValue }
}

package enum EventKind: UInt8, Sendable, CaseIterable {
    case teaching = 0
    case placement = 1
    case study = 2
}

/// The rows of one module in columns: one entry per row in each of them, the rows of a student together.
///
/// Row `r` of student `s` satisfies `offsets[s] <= r < offsets[s + 1]`; within a student rows ascend by time, then by the
/// order in which they were read. About 30 bytes a row.
package struct AttendanceTable: Sendable {
    package struct Student: Sendable, Hashable {
        package var id: String
        package var firstName: String
        package var surname: String
        package var adviser: String

        package init(id: String, firstName: String = "", surname: String = "", adviser: String = "") {
            self.id = id
            self.firstName = firstName
            self.surname = surname
            self.adviser = adviser
        }
    }

    /// In code-point order of their ids.
    package var students: [Student] = []
    /// One more than students, the last one being the number of rows.
    package var offsets: [Int] = [0]

    /// Nanoseconds since 1970-01-01T00:00 by the school's clock.
    package var time: [Int64] = []
    /// Days since 1970-01-01 by the school's clock.
    package var day: [Int32] = []
    /// Raw values of `AttendanceStatus`.
    package var status: [UInt8] = []
    /// Raw values of `EventKind`.
    package var kind: [UInt8] = []
    /// Indices into `texts`: the event's description and the reason of a self-certification (index 0 is the empty text).
    package var description: [Int32] = []
    package var reason: [Int32] = []
    /// Where the row was read: index of its source (a file, or the register), and its record number there, from 1 (0 for the register).
    package var source: [UInt16] = []
    package var record: [Int32] = []

    package var texts: [String] = [""]

    package init() {}

    package var count: Int { time.count }

    /// The rows of the student at `index`.
    package func rows(of index: Int) -> Range<Int> { offsets[index]..<offsets[index + 1] }
}
