import Kernel

/// One row for each finding that was considered and applies.
package enum ReportCSV {
    package static func bytes(_ reports: [Report]) -> [UInt8] {
        var writer = CSVWriter(header: [
            "Note", "Rule", "Title", "Severity", "Status", "Reason", "Quote", "Missing", "Due", "Warning", "Suggestion",
            "Citation", "Rubric", "Version",
        ])
        for report in reports {
            for finding in report.analysis.findings where finding.status != .notApplicable {
                writer.append([
                    .text(report.name), .text(finding.ruleId), .text(finding.title), .text(finding.severity.rawValue),
                    .text(finding.status.rawValue), .text(finding.reason),
                    .text(finding.evidence.map { ReportWords.oneLine($0.quote) }.joined(separator: " | ")),
                    .text(finding.missing.joined(separator: ", ")), CSVWriter.Cell(finding.maskedDue),
                    CSVWriter.Cell(finding.warning), .text(finding.tip), .text(ReportWords.citation(finding.citation)),
                    .text(report.analysis.rubricId), .text(report.analysis.rubricVersion),
                ])
            }
        }
        return writer.bytes
    }
}
