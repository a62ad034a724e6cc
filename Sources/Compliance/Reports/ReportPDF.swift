import Documents

/// A report on pages.
package enum ReportPDF {
    private typealias Run = PrintedDocument.Run
    private typealias Block = PrintedDocument.Block

    package static func bytes(_ report: Report) throws -> [UInt8] {
        try PrintedDocument(
            title: "Compliance report: \(report.name)",
            footer: "\(report.analysis.rubricId) \(report.analysis.rubricVersion) · identifiers taken out",
            blocks: blocks(report)
        ).pdf()
    }

    private static func blocks(_ report: Report) -> [Block] {
        var blocks: [Block] = [.heading(1, report.name)]
        for (label, value) in report.facts {
            blocks.append(.paragraph([Run("\(label): ", tone: .muted), Run(value, bold: label == "Score")]))
        }
        for conflict in report.analysis.conflicts { blocks.append(.quote([Run(conflict)])) }
        for status in ReportWords.statuses where status != .satisfied {
            blocks += findings(report.findings(status), ReportWords.status(status))
        }
        let warned = report.findings(.satisfied).filter { $0.warning != nil }
        blocks += findings(warned, "Met, with something to look at")
        blocks.append(.heading(2, "Checklist"))
        let rows = report.analysis.findings.filter { $0.status != .notApplicable }.map { finding in
            [
                Run(finding.ruleId), Run(finding.title),
                Run(ReportWords.status(finding.status), tone: tone(finding.status)),
            ]
        }
        blocks.append(.table(header: ["Rule", "Title", "Result"], widths: [0.13, 0.65, 0.22], rows: rows))
        blocks.append(.heading(2, "The note"))
        blocks.append(.verbatim(NoteMarkup(report.analysis).runs()))
        blocks.append(.heading(2, "Not checked"))
        blocks += report.notChecked.map { .item([Run("\($0.what): \($0.why)")]) }
        blocks.append(.heading(2, "Limits"))
        blocks += (report.remarks + Report.limits).map { .item([Run($0)]) }
        return blocks
    }

    private static func findings(_ findings: [MaskedAnalysis.Finding], _ title: String) -> [Block] {
        guard !findings.isEmpty else { return [] }
        var blocks: [Block] = [.heading(2, "\(title) (\(findings.count))")]
        for finding in findings {
            blocks.append(.heading(3, "\(finding.ruleId) \(finding.title)"))
            blocks.append(.paragraph([Run(ReportWords.severity(finding.severity), tone: .muted)]))
            blocks.append(.paragraph([Run(finding.reason)]))
            if let due = finding.maskedDue { blocks.append(.paragraph([Run("Due ", bold: true), Run(due)])) }
            if let warning = finding.warning { blocks.append(.paragraph([Run("Look at ", bold: true), Run(warning)])) }
            for evidence in finding.evidence {
                let page = evidence.page.map { [Run("  page \($0)", tone: .muted)] } ?? []
                blocks.append(.quote([Run(ReportWords.oneLine(evidence.quote))] + page))
            }
            if finding.status != .satisfied {
                if !finding.tip.isEmpty {
                    blocks.append(.paragraph([Run("Suggestion ", bold: true), Run(finding.tip)]))
                }
                if !finding.exampleWording.isEmpty {
                    blocks.append(
                        .paragraph([Run("For example ", bold: true), Run(finding.exampleWording, italic: true)]))
                }
                if !finding.financial.isEmpty { blocks.append(.paragraph([Run(finding.financial, tone: .muted)])) }
            }
            blocks.append(.paragraph([Run(ReportWords.citation(finding.citation), tone: .muted)]))
        }
        return blocks
    }

    private static func tone(_ status: FindingStatus) -> Run.Tone {
        switch status {
        case .violated: .bad
        case .satisfied: .good
        case .pending: .accent
        case .undeterminable, .notApplicable: .muted
        }
    }
}

extension NoteMarkup {
    func runs() -> [PrintedDocument.Run] {
        pieces.map { piece in
            PrintedDocument.Run(
                text(piece), bold: piece.isReplacement,
                tone: piece.isBroken ? .bad : !piece.rules.isEmpty ? .good : piece.isReplacement ? .accent : .plain,
                marked: !piece.rules.isEmpty)
        }
    }
}
