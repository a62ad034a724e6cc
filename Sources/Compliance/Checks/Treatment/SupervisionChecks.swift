/// SUP-01: where a student took part, the clinician was in the room for all of it, directed it and treated no one else.
///
/// Parameters: `patterns` (a student took part), `observedPatterns` (only watched), `roomPatterns`, `directedPatterns`,
/// `exclusivePatterns`, `absentPatterns` (the clinician was not there all the time).
struct StudentCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let students = facts.accepted(rule)
        let signed = facts.signatures.filter { $0.credentials.contains { $0.kind == .student } }.map(\.range)
        guard !students.isEmpty || !signed.isEmpty else { return .notApplicable }
        let observed = facts.matches(rule, "observedPatterns").map(\.range)
        if students.allSatisfy({ student in observed.contains { $0.overlaps(student) } }), signed.isEmpty {
            return .satisfied(observed)
        }
        var evidence = students + signed
        let absent = facts.matches(rule, "absentPatterns").map(\.range)
        var missing: [String] = []
        for (name, parameter) in [
            ("in the room for the whole session", "roomPatterns"), ("directing the treatment", "directedPatterns"),
            ("treating no one else", "exclusivePatterns"),
        ] {
            let said = facts.accepted(rule, patterns: parameter).filter { range in
                !absent.contains { $0.overlaps(range) }
            }
            // `treated no one else` is no denial
            let denied = parameter == "exclusivePatterns" ? facts.matches(rule, parameter).map(\.range) : said
            if denied.isEmpty { missing.append(name) } else { evidence += denied.prefix(1) }
        }
        if !absent.isEmpty, !missing.contains("in the room for the whole session") {
            missing.insert("in the room for the whole session", at: 0)
        }
        guard missing.isEmpty else { return Verdict(.violated, evidence: students + signed + absent, missing: missing) }
        return .satisfied(evidence)
    }
}

/// SUP-02: an aide's time is not treatment.
///
/// Parameters: `patterns` (an aide is named), `treatedPatterns` (did what a therapist bills), `helpedPatterns` (set up,
/// cleaned, not billed).
struct AideCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let note = facts.note
        let aides = facts.accepted(rule)
        guard !aides.isEmpty else { return .notApplicable }
        let treated = facts.matches(rule, "treatedPatterns").map(\.range)
        let helped = facts.matches(rule, "helpedPatterns").map(\.range)
        var wrong: [Range<Int>] = []
        for aide in aides {
            let sentence = note.sentence(at: aide.lowerBound)
            guard treated.contains(where: { $0.overlaps(sentence) }) else { continue }
            if helped.contains(where: { $0.overlaps(sentence) }) { continue }
            wrong.append(sentence)
        }
        return wrong.isEmpty ? .satisfied(aides) : .violated(wrong)
    }
}

/// SUP-03: an assistant to a speech-language pathologist furnished it.
struct SpeechAssistantCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        guard let assistant = facts.providers.speechAssistant else { return .notApplicable }
        return .violated([assistant.range])
    }
}
