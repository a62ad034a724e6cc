/// What a file can hold.
package enum ImportKind: String, Codable, Sendable, CaseIterable {
    case people, modules, groups, timetable, oneroster, icalendar, attendance

    /// As in "a file of …".
    var noun: String {
        switch self {
        case .people: "people"
        case .modules: "modules"
        case .groups: "groups and enrolments"
        case .timetable: "a timetable"
        case .oneroster: "OneRoster data"
        case .icalendar: "a calendar"
        case .attendance: "an attendance export"
        }
    }
}
