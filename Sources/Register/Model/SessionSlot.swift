package import Kernel
import Sync

/// What makes a session itself: its group, the school's local day and the period. It never changes.
package struct SessionSlot: Sendable, Equatable {
    package let group: String
    package let date: CivilDate
    /// The start, `HH:MM`, or `day`.
    package let period: String

    package init(group: String, date: CivilDate, start: CivilTime?) {
        self.group = group
        self.date = date
        period = SessionIdentity.period(start: start)
    }

    /// nil when the period is neither a time nor `day`.
    package init?(group: String, date: CivilDate, period: String) {
        guard period == SessionIdentity.wholeDay || CivilTime(period) != nil else { return nil }
        self.group = group
        self.date = date
        self.period = period
    }

    package var start: CivilTime? { CivilTime(period) }

    package var sessionID: String { SessionIdentity.id(group: group, date: date, period: period) }
}
