package import Kernel

/// What is asked for with a note; part of the key under which its analysis is remembered.
package struct AnalysisOptions: Codable, Sendable, Hashable {
    /// Nil: as the note says.
    package var discipline: Discipline?
    package var type: NoteType?
    /// The day on which the note is judged.
    package var asOf: CivilDate
    /// Masks doubtful identifiers too.
    package var strict: Bool
    package var strictness: ReviewContext.Strictness

    package init(
        discipline: Discipline? = nil, type: NoteType? = nil, asOf: CivilDate, strict: Bool = false,
        strictness: ReviewContext.Strictness = .everything
    ) {
        self.discipline = discipline
        self.type = type
        self.asOf = asOf
        self.strict = strict
        self.strictness = strictness
    }

    var context: ReviewContext {
        ReviewContext(asOf: asOf, noteType: type, discipline: discipline, strictness: strictness)
    }
}

/// The text of a note and where it comes from.
package struct NoteSource: Codable, Sendable, Equatable {
    package let text: String
    /// Code points at which pages end, the last one at the end of the text; empty for text without pages.
    package var pageEnds: [Int] = []
    package var kind: String = "text"
    /// `utf-8`, `utf-16`, `windows-1252`; the kind of file where it has no encoding of its own.
    package var encoding: String = "utf-8"
    /// Pictures inside the file; what they show was not looked at.
    package var pictures: [String] = []
    /// What could not be read, as a sentence.
    package var warning: String?

    package var pages: Int { max(1, pageEnds.count) }

    /// From 1; nil for text without pages.
    func page(at offset: Int) -> Int? {
        guard pageEnds.count > 1 else { return nil }
        return (pageEnds.firstIndex { offset < $0 } ?? pageEnds.count - 1) + 1
    }
}
