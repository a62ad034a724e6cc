package import Kernel

/// What a session is, as its id: two devices that open the same register offline make the same session without talking.
package enum SessionIdentity {
    /// The period of a session without a start time: one whole-day session for a group and day.
    package static let wholeDay = "day"

    /// The start as `HH:MM`, or `day`.
    package static func period(start: CivilTime?) -> String {
        start?.description ?? wholeDay
    }

    /// UUIDv8 of group, local date and period (`Identifier.derived`).
    package static func id(group: String, date: CivilDate, period: String) -> String {
        Identifier.derived(["session", group, date.description, period])
    }
}
