import Kernel

/// When somebody should talk to a student. All windows end on the last day looked at (`Cohort.lastDay`).
package struct Attention: Sendable, Hashable {
    /// Points of percent lost, the last 28 days against the 28 before.
    package var fall = 10.0
    /// Self-certifications within 28 days.
    package var selfCertifications = 3
    /// Days within 28 with a check-in expected and none attended or excused.
    package var missedPlacementDays = 2
    /// Somebody spoke to the student within so many days.
    package var spokenWithin = 7

    package static let standard = Attention()

    package init() {}

    /// The most pressing reason first.
    func reasons(
        _ counts: Analysis.Counts, _ lately: LatelyTally, _ threshold: Threshold, _ care: Care
    ) -> [Analysis.Reason] {
        var reasons: [Analysis.Reason] = []
        func add(_ code: Analysis.Reason.Code, _ text: String) { reasons.append(.init(code: code, text: text)) }
        if care.openFlags > 0 {
            add(.openFlag, care.openFlags == 1 ? "A flag is open." : "\(care.openFlags) flags are open.")
        }
        if lately.rows > 0 && lately.attended == 0 {
            add(.notSeen, "Attended none of the \(Self.events(lately.rows)) of the last 14 days.")
        }
        if threshold.isAtOrBelow(attended: counts.attended, expected: counts.expected) {
            add(
                .atOrBelow,
                "Attended \(counts.attended) of \(counts.expected), which is at or below \(threshold) %.")
        }
        if let trend = lately.trend, trend <= -fall {
            add(.fallingTrend, "Fell by \(Self.points(-trend)) points in the last 28 days.")
        }
        if lately.missedPlacementDays >= missedPlacementDays {
            add(.missedPlacement, "Missed \(lately.missedPlacementDays) placement days in the last 28 days.")
        }
        if lately.selfCertifications >= selfCertifications {
            add(.selfCertifications, "\(lately.selfCertifications) self-certifications in the last 28 days.")
        }
        return reasons
    }

    func isSpokenTo(_ care: Care, on day: CivilDate?) -> Bool {
        guard let contact = care.lastContact, let day else { return false }
        return contact.days(to: day) < spokenWithin
    }

    private static func events(_ count: Int) -> String { count == 1 ? "one event" : "\(count) events" }

    private static func points(_ number: Double) -> String {
        CanonicalJSON.text((number * 10).rounded() / 10)
    }
}
