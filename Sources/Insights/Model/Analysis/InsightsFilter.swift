package import Kernel

/// What every view is asked for. An empty filter asks for everything.
package struct InsightsFilter: Sendable, Hashable {
    /// Whole days by the school's clock, both ends in (rule 13).
    package var from: CivilDate?
    package var to: CivilDate?
    package var threshold = Threshold.standard
    /// Words that all have to occur in a student's names or id; marks and case are ignored.
    package var search = ""
    /// The adviser's name as the exports have it; "" asks for the students without one.
    package var adviser: String?
    package var group: Int?
    /// The label of rule 16.
    package var rotation: String?
    package var pattern: String?
    /// Only students with a self-certification in the range.
    package var selfCertifiedOnly = false
    /// The ids of the students that the caller may see; nil: all.
    package var visible: Set<String>?
    /// The day it is. Trends and reasons to talk to someone look no further; nil: as far as the rows go.
    package var today: CivilDate?

    package init() {}

    package init(from: CivilDate?, to: CivilDate?, threshold: Threshold = .standard) {
        (self.from, self.to, self.threshold) = (from, to, threshold)
    }

    /// The range as numbers of days since 1970-01-01.
    var days: ClosedRange<Int32> {
        let first = from.map { Int32($0.dayNumber) } ?? .min
        let last = to.map { Int32($0.dayNumber) } ?? .max
        return first <= last ? first...last : Int32.min...Int32.min
    }
}

/// In which order a view lists its students; ties and students without a figure go by surname.
package enum StudentOrder: String, Sendable, CaseIterable {
    case surname
    case id
    case percentage
    case percentageDescending = "-percentage"
    /// Most absences first.
    case absent
    /// The steepest fall first.
    case trend
}

/// What staff have noted of a student, from outside the table.
package struct Care: Sendable, Hashable {
    package var openFlags = 0
    package var lastContact: CivilDate?

    package init(openFlags: Int = 0, lastContact: CivilDate? = nil) {
        self.openFlags = openFlags
        self.lastContact = lastContact
    }
}
