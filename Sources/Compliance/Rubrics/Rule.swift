package import Kernel

package enum Severity: String, Sendable, Codable, CaseIterable {
    /// Condition of payment or coverage, documentation requirement, quality, for information only.
    case high, medium, low, info

    package var weight: Int {
        switch self {
        case .high: 5
        case .medium: 3
        case .low: 1
        case .info: 0
        }
    }
}

/// Where a rule stands.
package struct Citation: Sendable, Codable, Equatable {
    package let publication: String
    package let chapter: String?
    package let section: String
    /// From when the text cited holds, as written in the pack.
    package let effective: String?

    package init(publication: String, chapter: String? = nil, section: String, effective: String? = nil) {
        self.publication = publication
        self.chapter = chapter
        self.section = section
        self.effective = effective
    }
}

/// One rule of a rubric. Everything in it comes from the pack; a check decides.
package struct Rule: Sendable {
    package struct Example: Sendable, Equatable {
        package let text: String
        package let expected: FindingStatus
        /// Of the example's own, else the first of `applies`.
        package let type: NoteType?
        package let discipline: Discipline?
        package let asOf: CivilDate?
        /// In the pack.
        package let line: Int
    }

    package let id: String
    package let version: String
    package let title: String
    package let severity: Severity
    package let types: Set<NoteType>
    package let disciplines: Set<Discipline>
    /// Looked at first.
    package let sections: [SectionKind]
    /// Name of a check in `CheckTable`.
    package let check: String
    /// As in the pack; lists of patterns are here too.
    package let parameters: [String: JSONValue]
    /// Of each parameter that is a list of patterns (its name is or ends in `patterns` or `rejects`), the number of its
    /// group in the rubric's set.
    let groups: [String: Int]
    package let effectiveFrom: CivilDate?
    package let effectiveTo: CivilDate?
    package let citation: Citation
    /// By status; with `{placeholders}`.
    package let reasons: [FindingStatus: String]
    package let missing: [String]
    package let tip: String
    package let exampleWording: String
    package let financial: String
    package let examples: [Example]
    /// What the manual says, in own words, for the page of the rule.
    package let text: String
    /// Place in the catalogue.
    package let order: Int
    /// In the pack.
    package let line: Int

    /// Whether a chart has to be looked at, not a single note.
    package var isChartRule: Bool { id.hasPrefix("CHT-") }

    package func applies(to type: NoteType) -> Bool { types.contains(type) }
    package func applies(to discipline: Discipline) -> Bool { disciplines.contains(discipline) }
}

extension Rule {
    package func strings(_ parameter: String) -> [String] { parameters[parameter]?.array?.compactMap(\.string) ?? [] }
    package func integer(_ parameter: String) -> Int? { parameters[parameter]?.integer.map(Int.init) }
    package func number(_ parameter: String) -> Double? {
        switch parameters[parameter] {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
    package func flag(_ parameter: String, default value: Bool) -> Bool { parameters[parameter]?.bool ?? value }
}
