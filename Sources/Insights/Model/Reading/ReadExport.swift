package import Kernel

/// An export as it was read: cleaned rows in file order, nothing merged yet, and an account of all others.
package struct ReadExport: Sendable {
    package var rows: RawRows
    /// Merges are counted by `Dataset`; here every row that could be read is `kept`, and `study` is 0.
    package var accounting: FileAccounting
    /// The first problems, in file order (`ReadingOptions.problemLimit`).
    package var problems: [RowProblem]
    /// All of them.
    package var problemCount: Int
    /// The start times can only be month-first, and nobody said so: cells that need an order were rejected.
    package var monthFirstOnly: Bool
    /// What a column named `module` (or `moduleCode`) holds, as codes, each once, at most 20 of them.
    package var modules: [String]

    /// The module that every row names.
    package var moduleColumn: String? { modules.count == 1 ? modules[0] : nil }
}

/// The rows of one export that have an id, a good date and are not cancelled.
package struct RawRows: Sendable {
    /// A student of this file with the latest names (rule 12) and when each was said.
    package struct Student: Sendable {
        package struct Said: Sendable {
            /// Index into `texts`; 0 while nothing was said.
            package var text: Int32 = 0
            package var time = Int64.min
        }

        package var id: String
        package var firstName = Said()
        package var surname = Said()
        package var adviser = Said()
    }

    /// In file order.
    package var rows: [RawRow] = []
    package var students: [Student] = []
    /// Cleaned texts, each once; index 0 is the empty text.
    package var texts: [String] = [""]
    /// Where the distance between record and line number changes: from `record` on, line = record + `distance`.
    var lineSteps: [LineStep] = []

    struct LineStep: Sendable, Equatable {
        var record: Int
        var distance: Int
    }

    package init() {}

    /// The line where a record begins.
    package func line(ofRecord record: Int) -> Int {
        var low = 0
        var high = lineSteps.count
        while low < high {
            let middle = (low + high) / 2
            if lineSteps[middle].record <= record { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? record : record + lineSteps[low - 1].distance
    }

    /// First and last day of a row by the school's clock; nil without rows.
    package var days: ClosedRange<CivilDate>? {
        guard var first = rows.first?.time else { return nil }
        var last = first
        for row in rows {
            first = min(first, row.time)
            last = max(last, row.time)
        }
        return CivilDate(dayNumber: SchoolTime.day(first))...CivilDate(dayNumber: SchoolTime.day(last))
    }
}

/// One row in 24 bytes.
package struct RawRow: Sendable, Equatable {
    /// Nanoseconds since 1970-01-01T00:00 by the school's clock.
    package var time: Int64
    /// Index of the student, and of the texts of description and reason.
    package var student: Int32
    package var description: Int32
    package var reason: Int32
    private var place: UInt32

    package init(
        time: Int64, student: Int32, description: Int32, reason: Int32, record: Int, status: AttendanceStatus
    ) {
        self.time = time
        self.student = student
        self.description = description
        self.reason = reason
        place = UInt32(truncatingIfNeeded: record) << 2 | UInt32(status.rawValue)
    }

    /// Number of the record in its file, from 1; 0 for a row of the register.
    package var record: Int { Int(place >> 2) }
    package var status: AttendanceStatus { AttendanceStatus(rawValue: UInt8(place & 3)) ?? .absent }
}

/// Times by the school's clock as numbers.
package enum SchoolTime {
    package static let nanosecondsPerDay: Int64 = 86_400_000_000_000

    /// The day of a time, counted from 1970-01-01.
    package static func day(_ time: Int64) -> Int {
        let (quotient, remainder) = time.quotientAndRemainder(dividingBy: nanosecondsPerDay)
        return Int(remainder < 0 ? quotient - 1 : quotient)
    }

    package static func time(_ date: CellDate) -> Int64 {
        Int64(date.day.dayNumber) * nanosecondsPerDay + (date.nanoseconds ?? 0)
    }
}
