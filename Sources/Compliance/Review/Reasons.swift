/// The sentence that tells why: the rule's own for the status with its placeholders filled, else a plain one.
enum Reasons {
    /// `{quote}` is the first evidence, `{searched}` and `{missing}` are lists in words; where a placeholder has no value
    /// the plain sentence stands, never half a one.
    static func text(_ rule: Rule, _ verdict: Verdict, _ evidence: [Finding.Evidence]) -> String {
        guard let template = rule.reasons[verdict.status] else { return standard(rule, verdict) }
        let filled = fill(template) { name in
            if let value = verdict.values[name] { return value }
            switch name {
            case "quote": return evidence.first.map { oneLine($0.quote) }
            case "searched": return verdict.searched.isEmpty ? nil : list(verdict.searched)
            case "missing": return verdict.missing.isEmpty ? nil : list(verdict.missing)
            case "due": return verdict.due.map { "\($0)" }
            default: return nil
            }
        }
        return filled ?? standard(rule, verdict)
    }

    static func standard(_ rule: Rule, _ verdict: Verdict) -> String {
        switch verdict.status {
        case .satisfied: "\(rule.title): met."
        case .violated:
            verdict.searched.isEmpty
                ? "\(rule.title): not met." : "\(rule.title): nothing found in \(list(verdict.searched))."
        case .pending: verdict.due.map { "\(rule.title): open until \($0)." } ?? "\(rule.title): open."
        case .undeterminable:
            verdict.missing.isEmpty
                ? "\(rule.title): cannot be decided from this note."
                : "\(rule.title): cannot be decided without \(list(verdict.missing))."
        case .notApplicable: "Does not apply to this note."
        }
    }

    static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `97110 has`, `97110 and 97140 have`.
    static func having(_ codes: [String]) -> String { list(codes) + (codes.count == 1 ? " has" : " have") }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Replaces `{name}`; a brace without a partner stays. Nil when a name has no value.
    static func fill(_ template: String, _ value: (String) -> String?) -> String? {
        guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
        var text = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            let after = rest[rest.index(after: open)...]
            guard let close = after.firstIndex(of: "}") else {
                text += rest[open...]
                return text
            }
            guard let value = value(String(after[..<close])) else { return nil }
            text += value
            rest = after[after.index(after: close)...]
        }
        return text + rest
    }
}
