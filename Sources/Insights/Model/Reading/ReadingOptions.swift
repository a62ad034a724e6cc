package import Foundation
package import Kernel

/// What a person decides about reading an export; everything else the file says itself.
package struct ReadingOptions: Sendable {
    /// The school's clock, for cells with an offset from UTC.
    package var timeZone: TimeZone
    /// Which number comes first in `3/4/2025`. Nil: the day, unless the whole column can only be month-first; then no cell
    /// that could be read both ways is taken (`ReadExport.monthFirstOnly`).
    package var dateOrder: CellDate.Order?
    /// How many problems are listed one by one; all are counted.
    package var problemLimit: Int

    package init(
        timeZone: TimeZone = Self.school, dateOrder: CellDate.Order? = nil, problemLimit: Int = 100_000
    ) {
        self.timeZone = timeZone
        self.dateOrder = dateOrder
        self.problemLimit = problemLimit
    }

    /// Europe/London.
    package static let school = TimeZone(identifier: "Europe/London") ?? .gmt
}
