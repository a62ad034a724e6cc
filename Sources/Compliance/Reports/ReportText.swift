/// Reports for a terminal.
package enum ReportText {
    package static func text(_ bundle: ReportBundle) -> String {
        var lines: [String] = []
        for item in bundle.items {
            switch item {
            case .report(let report): append(report, to: &lines)
            case .unread(let name, let message): lines += [heading(name), "  Not read. \(printable(message))", ""]
            }
        }
        if let remark = bundle.chartRemark {
            lines += [heading("The notes together"), "  \(printable(remark))", ""]
        }
        if !bundle.chart.isEmpty {
            lines.append(heading("The notes together"))
            for status in ReportWords.statuses {
                append(bundle.chart.filter { $0.status == status }, status, to: &lines)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func append(_ report: Report, to lines: inout [String]) {
        lines.append(heading(report.name))
        for (label, value) in report.facts { lines.append("  \(label): \(printable(value))") }
        for conflict in report.analysis.conflicts { lines.append("  ? \(printable(conflict))") }
        for status in ReportWords.statuses { append(report.findings(status), status, to: &lines) }
        lines += ["", "  Not checked"]
        for item in report.notChecked { lines.append("    \(printable(item.what)): \(printable(item.why))") }
        lines.append("")
        lines += Report.limits.map { "  \($0)" }
        lines.append("")
    }

    private static func append(
        _ findings: [MaskedAnalysis.Finding], _ status: FindingStatus, to lines: inout [String]
    ) {
        guard !findings.isEmpty else { return }
        lines += ["", "  \(ReportWords.status(status)) (\(findings.count))"]
        for finding in findings {
            lines.append("    \(finding.ruleId) \(finding.title) [\(finding.severity.rawValue)]")
            guard status != .satisfied || finding.warning != nil else { continue }
            lines.append("      \(printable(finding.reason))")
            if let due = finding.maskedDue { lines.append("      Due \(due).") }
            if let warning = finding.warning { lines.append("      Look at: \(printable(warning))") }
            for evidence in finding.evidence.prefix(3) { lines.append("      “\(printable(evidence.quote))”") }
            if status == .violated, !finding.tip.isEmpty { lines.append("      → \(printable(finding.tip))") }
            lines.append("      \(ReportWords.citation(finding.citation))")
        }
    }

    private static func heading(_ name: String) -> String { "── \(printable(name))" }

    /// On one line and without what would steer a terminal.
    private static func printable(_ text: String) -> String {
        let visible = text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format ? " " : scalar
        }
        return ReportWords.oneLine(String(String.UnicodeScalarView(visible)))
    }
}
