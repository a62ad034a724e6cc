import Kernel

/// A report for another program; offsets are those of the masked text, which stands beside them.
package enum ReportJSON {
    package static func bytes(_ report: Report) -> [UInt8] { value(report).canonicalBytes }

    static func value(_ report: Report) -> JSONValue {
        let analysis = report.analysis
        return .object([
            "name": .string(report.name), "asOf": text(report.asOf?.description), "masked": .string(analysis.masked),
            "noteType": text(analysis.noteType?.rawValue), "discipline": text(analysis.discipline?.rawValue),
            "recertification": .bool(analysis.recertification), "dateOfService": text(analysis.dateOfService),
            "score": analysis.score.map(score) ?? .null, "findings": .array(analysis.findings.map(finding)),
            "conflicts": .array(analysis.conflicts.map(JSONValue.string)),
            "remarks": .array(report.remarks.map(JSONValue.string)),
            "notChecked": .array(
                report.notChecked.map { .object(["what": .string($0.what), "why": .string($0.why)]) }),
            "limits": .array(Report.limits.map(JSONValue.string)),
            "rubric": .object(["id": .string(analysis.rubricId), "version": .string(analysis.rubricVersion)]),
            "engineVersion": .string(analysis.engineVersion), "noteHash": .string(analysis.noteHash),
        ])
    }

    private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    private static func score(_ score: MaskedAnalysis.Score) -> JSONValue {
        .object([
            "value": .number(score.value), "numerator": .integer(Int64(score.numerator)),
            "denominator": .integer(Int64(score.denominator)), "capped": .bool(score.isCapped),
        ])
    }

    private static func finding(_ finding: MaskedAnalysis.Finding) -> JSONValue {
        .object([
            "id": .string(finding.id), "ruleId": .string(finding.ruleId), "ruleVersion": .string(finding.ruleVersion),
            "title": .string(finding.title), "severity": .string(finding.severity.rawValue),
            "status": .string(finding.status.rawValue), "reason": .string(finding.reason),
            "evidence": .array(
                finding.evidence.map { evidence in
                    .object([
                        "start": .integer(Int64(evidence.start)), "end": .integer(Int64(evidence.end)),
                        "quote": .string(evidence.quote), "page": evidence.page.map { .integer(Int64($0)) } ?? .null,
                        "confidence": evidence.confidence.map(JSONValue.number) ?? .null,
                    ])
                }),
            "searched": .array(finding.searched.map(JSONValue.string)),
            "missing": .array(finding.missing.map(JSONValue.string)), "due": text(finding.maskedDue),
            "warning": text(finding.warning), "citation": finding.citation.json, "tip": .string(finding.tip),
            "exampleWording": .string(finding.exampleWording), "financial": .string(finding.financial),
        ])
    }
}
