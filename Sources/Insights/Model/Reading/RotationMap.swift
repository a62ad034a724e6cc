/// Who is where on placement: one entry per student, from the rotation map of a year of study.
package struct RotationMap: Sendable, Equatable {
    package var entries: [String: RotationEntry]
    /// Rows without a student id.
    package var skipped: Int

    package init(entries: [String: RotationEntry] = [:], skipped: Int = 0) {
        self.entries = entries
        self.skipped = skipped
    }
}

package struct RotationEntry: Sendable, Equatable, Codable {
    package var group: Int?
    /// Year 2: `Trust (B1)`.
    package var trust: String?
    /// Year 5: `Rotation 1`.
    package var rotation: String?
    package var pattern: String?

    package init(group: Int? = nil, trust: String? = nil, rotation: String? = nil, pattern: String? = nil) {
        self.group = group
        self.trust = trust
        self.rotation = rotation
        self.pattern = pattern
    }

    /// Rule 16: Year 2 the trust in capitals, Years 3 and 4 `Group n`, Year 5 the first rotation; nil is unknown.
    package func label(year: Int?) -> String? {
        switch year {
        case 2: trust?.uppercased()
        case 3, 4: group.map { "Group \($0)" }
        case 5: rotation
        default: nil
        }
    }

    /// Placement days expected per week (rule 16): the number before "day(s)" in the pattern, else by group; nil is unknown.
    package func expectedDaysPerWeek(year: Int?) -> Double? {
        if let stated = pattern.flatMap(Self.days) { return stated }
        switch (year, group) {
        case (5, 1): return 4
        case (5, 2): return 3
        case (3, 1): return 2
        case (3, 2): return 1
        case (4, 1): return 3
        default: return nil
        }
    }

    /// The number before the first "day" or "days" of a pattern.
    static func days(inPattern pattern: String) -> Double? {
        let match = pattern.lowercased().firstMatch(
            of: /(?:^|[^0-9.])([0-9]{1,2}(?:\.[0-9]{1,2})?)[ -]*days?(?:[^a-z]|$)/)
        return match.flatMap { Double($0.output.1) }
    }

    /// `1`, `1.0`, `Group 2`, any letter case; nil for anything else, a blank included.
    static func group(_ cell: String) -> Int? {
        guard let match = cell.lowercased().wholeMatch(of: /(?:group\s*)?([0-9]{1,4})(?:\.0)?/) else { return nil }
        return Int(match.output.1)
    }
}
