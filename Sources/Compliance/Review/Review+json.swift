package import Kernel

extension Finding {
    /// As the command line and the server answer it.
    package var json: JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(id), "ruleId": .string(ruleId), "ruleVersion": .string(ruleVersion), "title": .string(title),
            "severity": .string(severity.rawValue), "status": .string(status.rawValue),
            "evidence": .array(evidence.map(\.json)), "searched": .array(searched.map(JSONValue.string)),
            "missing": .array(missing.map(JSONValue.string)), "reason": .string(reason), "citation": citation.json,
            "tip": .string(tip), "exampleWording": .string(exampleWording), "financial": .string(financial),
        ]
        if let due { members["due"] = .string(due.description) }
        if let warning { members["warning"] = .string(warning) }
        return .object(members)
    }
}

extension Finding.Evidence {
    package var json: JSONValue {
        var members: [String: JSONValue] = [
            "start": .integer(Int64(start)), "end": .integer(Int64(end)), "quote": .string(quote),
        ]
        if let page { members["page"] = .integer(Int64(page)) }
        if let confidence { members["confidence"] = .number(confidence) }
        return .object(members)
    }
}

extension Citation {
    package var json: JSONValue {
        .object([
            "publication": .string(publication), "chapter": chapter.map(JSONValue.string) ?? .null,
            "section": .string(section), "effective": effective.map(JSONValue.string) ?? .null,
        ])
    }
}

extension Review {
    /// As `rounds review --format json` prints a note. Written canonically, the same review gives the same bytes.
    package func json(file: String?) -> JSONValue {
        var members: [String: JSONValue] = [
            "noteType": noteType.map { .string($0.rawValue) } ?? .null,
            "discipline": discipline.map { .string($0.rawValue) } ?? .null,
            "recertification": .bool(recertification), "score": score.map { .number($0.value) } ?? .null,
            "findings": .array(findings.map(\.json)),
            "rubric": .object(["id": .string(rubricId), "version": .string(rubricVersion)]),
            "engineVersion": .string(engineVersion),
            "classification": .object([
                "typeEvidence": .array(typeEvidence.map(\.json)),
                "disciplineEvidence": .array(disciplineEvidence.map(\.json)),
                "conflicts": .array(conflicts.map(JSONValue.string)),
            ]),
        ]
        if let file { members["file"] = .string(file) }
        if let score {
            members["scoreDetail"] = .object([
                "numerator": .integer(Int64(score.numerator)), "denominator": .integer(Int64(score.denominator)),
                "capped": .bool(score.isCapped),
            ])
        }
        return .object(members)
    }
}
