import Foundation
package import Kernel

/// Finds identifiers, judges by the rules, and lets out nothing but the masked rendering of both. Pure; the one thing that
/// tests replace is the finding of identifiers.
package struct Analyser: Sendable {
    package typealias Scrub =
        @Sendable (NoteText, _ strict: Bool, _ startOfCare: CivilDate?, Pseudonyms) throws ->
        Identified

    private let scrub: Scrub

    package init(scrub: @escaping Scrub) { self.scrub = scrub }

    package static let standard = Analyser { note, strict, startOfCare, pseudonyms in
        try Scrubber(strict: strict, startOfCare: startOfCare, pseudonyms: pseudonyms).scrub(note)
    }

    struct Result: Sendable {
        let analysis: MaskedAnalysis
        let pseudonyms: Pseudonyms
        let startOfCare: CivilDate?
    }

    /// - Throws: `IdentifierError.detectorFailed` for whatever goes wrong while identifiers are looked for: closed, not open
    func analyse(
        _ source: NoteSource, _ options: AnalysisOptions, rubric: Rubric, pseudonyms: Pseudonyms = .init(),
        startOfCare: CivilDate? = nil
    ) throws -> Result {
        let note = NoteText(source.text)
        guard note.tokens.contains(where: { $0.kind != .lineBreak }) else { throw ComplianceError.empty }
        let identified = try identify(note, options, startOfCare, pseudonyms)
        let map = try MaskMap(note, identified)
        let words = WordMask(note, identified) { [scrub] in try scrub($0, true, startOfCare, pseudonyms) }
        let facts = NoteFacts(note: note, context: options.context, rubric: rubric)
        let review = Reviewer(rubric: rubric).review(facts)
        return Result(
            analysis: try MaskedAnalysis(
                review, source, map, words, spans: identified.spans, facts.dateOfService.map { ($0.range, $0.date) }),
            pseudonyms: identified.pseudonyms, startOfCare: startOfCare ?? words.dayZero)
    }

    func identify(
        _ note: NoteText, _ options: AnalysisOptions, _ startOfCare: CivilDate?, _ pseudonyms: Pseudonyms
    ) throws -> Identified {
        do {
            return try scrub(note, options.strict, startOfCare, pseudonyms)
        } catch {
            throw IdentifierError.detectorFailed
        }
    }

    /// Text that is no note, such as a comment or a title, without the identifiers that it or the note it is about holds.
    package func masked(_ text: String, about source: NoteSource? = nil) throws -> String {
        guard let source else {
            let note = NoteText(text)
            return try MaskMap(
                note, identify(note, AnalysisOptions(asOf: CivilDate(dayNumber: 0), strict: true), nil, .init())
            )
            .masked
        }
        let note = NoteText(source.text)
        let identified = try identify(note, AnalysisOptions(asOf: CivilDate(dayNumber: 0)), nil, .init())
        return try WordMask(note, identified) { [scrub] in try scrub($0, true, nil, .init()) }.mask(text, isFree: true)
    }
}

extension MaskedAnalysis {
    init(
        _ review: Review, _ source: NoteSource, _ map: MaskMap, _ words: WordMask, spans: [IdentifierSpan],
        _ service: (range: Range<Int>, day: CivilDate?)?
    ) throws {
        func evidence(_ items: [Compliance.Finding.Evidence]) -> [Evidence] {
            items.map { Evidence($0, source, map) }
        }
        self.init(
            masked: map.masked, spans: spans.map { Span($0, map) },
            findings: try review.findings.map { finding in try Finding(finding, evidence(finding.evidence), words) },
            score: review.score.map(Score.init), noteType: review.noteType, discipline: review.discipline,
            recertification: review.recertification, typeEvidence: evidence(review.typeEvidence),
            disciplineEvidence: evidence(review.disciplineEvidence),
            conflicts: try review.conflicts.map { try words.mask($0) }, rubricId: review.rubricId,
            rubricVersion: review.rubricVersion, engineVersion: review.engineVersion, noteHash: review.noteHash,
            dateOfService: service.map { map.quote($0.range) }, serviceDay: service?.day)
    }
}

extension MaskedAnalysis.Span {
    init(_ span: IdentifierSpan, _ map: MaskMap) {
        let place = map.masked(span.start..<span.end)
        self.init(
            start: place.lowerBound, end: place.upperBound, type: span.type, sub: span.sub,
            replacement: span.replacement, confidence: span.confidence)
    }
}

extension MaskedAnalysis.Evidence {
    init(_ evidence: Finding.Evidence, _ source: NoteSource, _ map: MaskMap) {
        let place = map.masked(evidence.range)
        self.init(
            start: place.lowerBound, end: place.upperBound, originalStart: evidence.start, originalEnd: evidence.end,
            quote: map.quote(evidence.range), page: source.page(at: evidence.start), confidence: evidence.confidence)
    }
}

extension MaskedAnalysis.Finding {
    init(_ finding: Finding, _ evidence: [MaskedAnalysis.Evidence], _ words: WordMask) throws {
        let quotes = zip(finding.evidence, evidence).map { ($0.quote, $1.quote) }
        self.init(
            id: finding.id, ruleId: finding.ruleId, ruleVersion: finding.ruleVersion, title: finding.title,
            severity: finding.severity, status: finding.status, evidence: evidence, searched: finding.searched,
            missing: try finding.missing.map { try words.mask($0, quoting: quotes) }, due: finding.due,
            maskedDue: finding.due.map(words.offset),
            warning: try finding.warning.map { try words.mask($0, quoting: quotes) },
            reason: try words.mask(finding.reason, quoting: quotes), citation: finding.citation, tip: finding.tip,
            exampleWording: finding.exampleWording, financial: finding.financial)
    }
}

extension MaskedAnalysis.Score {
    init(_ score: Review.Score) {
        self.init(
            value: score.value, numerator: score.numerator, denominator: score.denominator, isCapped: score.isCapped)
    }
}
