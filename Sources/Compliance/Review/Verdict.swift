package import Kernel

package enum FindingStatus: String, Sendable, Codable, CaseIterable {
    case satisfied, violated, pending, undeterminable
    case notApplicable = "not_applicable"
}

/// What a check says about one rule and one note.
package struct Verdict: Sendable, Equatable {
    package var status: FindingStatus
    /// Code points of what it rests on, in the order in which a reader should see them.
    package var evidence: [Range<Int>]
    /// Where was looked, when nothing was found: `plan`, `whole note`.
    package var searched: [String]
    /// What would decide it.
    package var missing: [String]
    package var due: CivilDate?
    /// For a satisfied rule that somebody should look at nevertheless.
    package var warning: String?
    /// For the placeholders of the rule's reasons.
    package var values: [String: String]

    package init(
        _ status: FindingStatus, evidence: [Range<Int>] = [], searched: [String] = [], missing: [String] = [],
        due: CivilDate? = nil, warning: String? = nil, values: [String: String] = [:]
    ) {
        self.status = status
        self.evidence = evidence
        self.searched = searched
        self.missing = missing
        self.due = due
        self.warning = warning
        self.values = values
    }

    package static func satisfied(_ evidence: [Range<Int>] = [], warning: String? = nil) -> Verdict {
        Verdict(.satisfied, evidence: evidence, warning: warning)
    }

    package static func violated(
        _ evidence: [Range<Int>] = [], searched: [String] = [], values: [String: String] = [:]
    ) -> Verdict {
        Verdict(.violated, evidence: evidence, searched: searched, values: values)
    }

    package static func undeterminable(_ missing: [String], searched: [String] = []) -> Verdict {
        Verdict(.undeterminable, searched: searched, missing: missing)
    }

    package static let notApplicable = Verdict(.notApplicable)
}
