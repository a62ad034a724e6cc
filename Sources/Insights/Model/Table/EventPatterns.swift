import Kernel

/// Which events are self-study and which are placements, by parts of their descriptions (rule 9). A school may set them.
package struct EventPatterns: Sendable, Codable, Equatable {
    package var study: [String]
    package var placement: [String]

    package init(study: [String], placement: [String]) {
        self.study = study
        self.placement = placement
    }

    package static let standard = EventPatterns(
        study: ["med.study", "self-study", "self study"], placement: ["med.plac", "med.othr", "palliative care"])

    /// Letter case and white space do not matter; self-study wins over placement, and everything else, a blank description
    /// included, is teaching. A blank pattern matches nothing.
    package func kind(of description: String) -> EventKind {
        let text = Self.comparable(description)
        func contains(_ pattern: String) -> Bool {
            let part = Self.comparable(pattern)
            return !part.isEmpty && text.contains(part)
        }
        if study.contains(where: contains) { return .study }
        return placement.contains(where: contains) ? .placement : .teaching
    }

    private static func comparable(_ text: String) -> String { CellText.clean(text).lowercased() }
}
