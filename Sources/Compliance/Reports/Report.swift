package import Kernel

/// A note's report as it may be passed on: nothing in it but the masked rendering and what rests on it.
package struct Report: Sendable {
    /// What the note is called, without identifiers; shown literally.
    package let name: String
    /// The day on which the note was judged.
    package let asOf: CivilDate?
    package let analysis: MaskedAnalysis
    /// About the file: its encoding or kind, pages, what could not be read.
    package let remarks: [String]
    package let notChecked: [NotChecked]

    /// - Parameters:
    ///   - encoding: of the file; for a file that has none its kind
    ///   - pictures: how many were withheld
    ///   - warning: what could not be read, as a sentence
    package init(
        name: String, asOf: CivilDate?, analysis: MaskedAnalysis, encoding: String = "utf-8", pages: Int = 1,
        pictures: Int = 0, warning: String? = nil
    ) {
        self.name = name
        self.asOf = asOf
        self.analysis = analysis
        remarks = ["Read as \(encoding), \(pages == 1 ? "1 page" : "\(pages) pages")."] + (warning.map { [$0] } ?? [])
        notChecked = NotChecked.list(analysis, pictures: pictures)
    }

    /// What a reader has to know about any report.
    package static let limits = [
        "This report supports professional judgement and does not replace it.",
        "It reads what the note says; whether the note is true and the care was right, it cannot know.",
        "Identifiers were taken out by rules and lists, not by a person: look the text over before passing it on.",
        "The figures measured for Rounds come from synthetic notes.",
    ]

    /// Findings by status, in the order of the catalogue.
    package func findings(_ status: FindingStatus) -> [MaskedAnalysis.Finding] {
        analysis.findings.filter { $0.status == status }
    }

    /// `evaluation, PT, score 92.5 (37 of 40)`, part by part.
    package var facts: [(label: String, value: String)] {
        var facts: [(String, String)] = [
            ("Type of note", ReportWords.type(analysis.noteType, recertification: analysis.recertification)),
            ("Discipline", analysis.discipline?.rawValue ?? "not recognised"),
        ]
        if let day = analysis.dateOfService { facts.append(("Date of service", day)) }
        if let score = analysis.score {
            let detail = "\(score.numerator) of \(score.denominator) points"
            let cap = score.isCapped ? ", held at 59 by a broken condition of payment" : ""
            facts.append(("Score", "\(ReportWords.number(score.value)) (\(detail)\(cap))"))
        } else {
            facts.append(("Score", "none: no rule could be decided"))
        }
        if let asOf { facts.append(("Judged as of", asOf.description)) }
        facts.append(("Rules", "\(analysis.rubricId) \(analysis.rubricVersion), engine \(analysis.engineVersion)"))
        return facts
    }
}

/// A rule or a part of the file that no verdict was given on, and why.
package struct NotChecked: Sendable, Equatable {
    package let what: String
    package let why: String

    static func list(_ analysis: MaskedAnalysis, pictures: Int) -> [NotChecked] {
        var list = analysis.findings.filter { $0.status == .undeterminable }.map { finding in
            NotChecked(
                what: "\(finding.ruleId) \(finding.title)",
                why: finding.missing.isEmpty ? finding.reason : "missing: \(Reasons.list(finding.missing))")
        }
        let others = analysis.findings.count { $0.status == .notApplicable }
        if others > 0 {
            list.append(
                NotChecked(what: others == 1 ? "1 rule" : "\(others) rules", why: "made for other notes than this one"))
        }
        if pictures > 0 {
            list.append(
                NotChecked(
                    what: pictures == 1 ? "1 picture in the file" : "\(pictures) pictures in the file",
                    why: "withheld, for a picture may show a face"))
        }
        list.append(NotChecked(what: "Rules about a whole chart", why: "need all notes of the episode"))
        return list
    }
}

/// Words that all formats use.
enum ReportWords {
    static func type(_ type: NoteType?, recertification: Bool) -> String {
        switch type {
        case .evaluation: "evaluation and plan of care"
        case .progress: recertification ? "progress report, recertification" : "progress report"
        case .daily: "treatment note"
        case .discharge: "discharge summary"
        case nil: "not recognised"
        }
    }

    static func status(_ status: FindingStatus) -> String {
        switch status {
        case .violated: "Not met"
        case .pending: "Pending"
        case .undeterminable: "Cannot be decided"
        case .satisfied: "Met"
        case .notApplicable: "Does not apply"
        }
    }

    /// The order in which a reader wants them.
    static let statuses: [FindingStatus] = [.violated, .pending, .undeterminable, .satisfied]

    static func severity(_ severity: Severity) -> String {
        switch severity {
        case .high: "condition of payment or coverage"
        case .medium: "documentation requirement"
        case .low: "quality"
        case .info: "for information"
        }
    }

    static func citation(_ citation: Citation) -> String {
        [
            citation.publication, citation.chapter.map { "ch. \($0)" }, citation.section,
            citation.effective.map { "(in force \($0))" },
        ].compactMap { $0 }.joined(separator: ", ").replacing(", (", with: " (")
    }

    static func number(_ value: Double) -> String { CanonicalJSON.text(value) }

    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
