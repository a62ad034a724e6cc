/// What a part of a note is about.
package enum SectionKind: String, Sendable, CaseIterable {
    case header, subjective, history, objective, tests, assessment, goals, plan, certification, intervention, billing
    case response, recommendations, reason, status, signature, other
}

/// A heading with what follows up to the next one.
package struct Section: Sendable, Equatable {
    package let kind: SectionKind
    /// Code points of the heading's words; empty for what stands before the first heading.
    package let heading: Range<Int>
    package let body: Range<Int>
}
