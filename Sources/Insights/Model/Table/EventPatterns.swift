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

    package func kind(of description: String) -> EventKind { EventKinds(self).kind(of: description) }
}

/// Patterns made ready for many descriptions.
struct EventKinds: Sendable {
    private let study: [[UInt8]]
    private let placement: [[UInt8]]

    init(_ patterns: EventPatterns) {
        study = patterns.study.map(Self.comparable).filter { !$0.isEmpty }
        placement = patterns.placement.map(Self.comparable).filter { !$0.isEmpty }
    }

    /// Letter case and white space do not matter; self-study wins over placement, and everything else, a blank description
    /// included, is teaching. A blank pattern matches nothing.
    func kind(of description: String) -> EventKind {
        let text = Self.comparable(description)
        if study.contains(where: { Self.contains(text, $0) }) { return .study }
        return placement.contains { Self.contains(text, $0) } ? .placement : .teaching
    }

    private static func comparable(_ text: String) -> [UInt8] { Array(CellText.clean(text).lowercased().utf8) }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard text.count >= part.count else { return false }
        for start in 0...text.count - part.count where text[start] == part[0] {
            if text[start..<start + part.count].elementsEqual(part) { return true }
        }
        return false
    }
}
