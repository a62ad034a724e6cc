package import Foundation
package import Kernel

/// What a school decides for itself: its name, the time zone its civil days are in, the words for the statuses and the
/// two rules of counting and self check-in.
package struct SchoolSettings: Codable, Sendable, Equatable {
    package var name: String
    package var timezone: String
    package var language: String
    package var statusNames: StatusNames
    /// `true`: excused sessions stay in the denominator of a rate.
    package var excusedCounts: Bool
    package var selfCheckIn: Bool

    package struct StatusNames: Codable, Sendable, Equatable {
        package var present: String
        package var late: String
        package var absent: String
        package var excused: String
        package var unmarked: String

        package static let english = StatusNames(
            present: "Present", late: "Late", absent: "Absent", excused: "Excused", unmarked: "Unmarked")
    }

    /// Until a school sets its own.
    package static let usualTimezone = "Europe/London"

    package static func initial(timezone: String = usualTimezone) -> SchoolSettings {
        SchoolSettings(
            name: "Our school", timezone: timezone, language: "en", statusNames: .english, excusedCounts: false,
            selfCheckIn: false)
    }

    /// The settings' time zone; UTC if the host no longer knows the stored name.
    package var zone: TimeZone { TimeZone(identifier: timezone) ?? .gmt }

    package func today(at now: Instant) -> CivilDate { CivilDate(now, in: zone) }

    package func stored() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension SchoolSettings {
    package init(stored text: String) throws {
        self = try JSONDecoder().decode(SchoolSettings.self, from: Data(text.utf8))
    }
}
