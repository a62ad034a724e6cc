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

    /// - Throws: `IdentifierError.detectorFailed`, or what a detector throws: then there is no masked text.
    package func scrub(_ note: NoteText) throws -> Identified {
        let scan = NoteScan(note)
        let names = Names(scan)
        var candidates = names.candidates
        for detector in NumberDetectors.all { candidates += detector.find(in: note).filter { !isDate($0, scan) } }
        candidates += RepeatedNumbers(scan: scan).find(candidates)
        candidates += dates(scan) + Ages(scan: scan, isName: names.covered).find()
        candidates += HeadCodes(scan: scan, isName: names.covered).find()
        candidates += Streets(scan: scan).find() + Cities(scan: scan).find()
        candidates += LetterHeads(scan: scan).find() + NamedPlaces(scan: scan).find()
        candidates += placesOfCare(scan) + Employers(scan: scan).find() + (strict ? RareRoles(scan: scan).find() : [])
        for detector in detectors { candidates += try detector.find(in: note) }
        guard
            candidates.allSatisfy({
                0 <= $0.range.lowerBound && $0.range.upperBound <= note.scalars.count && !$0.range.isEmpty
            })
        else { throw IdentifierError.detectorFailed }
        let floor = strict ? 0.25 : Scrubber.threshold
        let kept = Merging.merge(candidates.filter { $0.confidence >= floor }, in: note)
        var replacement = Replacement(scan, names.book, startOfCare: startOfCare, pseudonyms)
        return try masked(note, kept, &replacement)
    }

    /// "report: eval 01-13-2025": a label's number that is a date, whatever words the detector took with it.
    private func isDate(_ candidate: Candidate, _ scan: NoteScan) -> Bool {
        guard [.otherID, .account, .mrn, .device, .license].contains(candidate.type) else { return false }
        let inside = scan.dates.dates(in: candidate.range).filter {
            $0.confidence >= 0.9 && $0.precision == .day && $0.range.upperBound <= candidate.range.upperBound
        }
        guard !inside.isEmpty else { return false }
        return candidate.range.allSatisfy { at in
            !Tokenizer.isDigit(scan.note.scalars[at]) || inside.contains { $0.range.contains(at) }
        }
    }

    /// "The Terraces at Elm Grove Occupational Therapy": the title of the note begins behind the residence.
    private func placesOfCare(_ scan: NoteScan) -> [Candidate] {
        let residences = Residences(scan: scan).find()
        return residences
            + Facilities(scan: scan).find().filter { facility in
                !residences.contains { $0.range.dropFirst().contains(facility.range.lowerBound) }
            }
    }

    private func dates(_ scan: NoteScan) -> [Candidate] {
        (scan.dates.dates + scan.dates.doubtful).compactMap { date in
            // a year alone may stay
            date.precision == .year
                ? nil : Candidate(range: date.range, type: .date, confidence: date.confidence, source: "date")
        }
    }

    private func masked(_ note: NoteText, _ kept: [Candidate], _ replacement: inout Replacement) throws -> Identified {
        var spans: [IdentifierSpan] = []
        var text: [UInt8] = []
        text.reserveCapacity(note.scalars.count + 256)
        var at = 0
        for candidate in kept {
            guard candidate.range.lowerBound >= at else { throw IdentifierError.detectorFailed }
            let words = replacement.text(for: candidate)
            note.append(at..<candidate.range.lowerBound, to: &text)
            text += words.utf8
            at = candidate.range.upperBound
            spans.append(
                IdentifierSpan(
                    start: candidate.range.lowerBound, end: at, type: candidate.type, sub: candidate.sub,
                    text: note.string(candidate.range), replacement: words, confidence: candidate.confidence))
        }
        note.append(at..<note.scalars.count, to: &text)
        return Identified(
            spans: spans, masked: String(decoding: text, as: UTF8.self), pseudonyms: replacement.pseudonyms)
    }
}

/// One more way to find identifiers.
package protocol IdentifierDetector: Sendable {
    func find(in note: NoteText) throws -> [Candidate]
}
