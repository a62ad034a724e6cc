import Kernel

/// Judges one note by a rubric. Pure and deterministic.
package struct Reviewer: Sendable {
    /// Changes when the engine finds something else in the same note with the same rubric.
    package static let engineVersion = "1"

    package let rubric: Rubric

    package init(rubric: Rubric = .standard) {
        self.rubric = rubric
    }

    package func review(_ note: NoteText, _ context: ReviewContext) -> Review {
        review(NoteFacts(note: note, context: context, rubric: rubric))
    }

    package func review(_ facts: NoteFacts) -> Review {
        let noteHash = Digest.sha256Hex(facts.note.text)
        var findings: [Finding] = []
        for rule in rubric.rules where !rule.isChartRule && facts.context.strictness.includes(rule.severity) {
            findings.append(finding(rule, facts, noteHash: noteHash))
        }
        func evidence(_ ranges: [Range<Int>]) -> [Finding.Evidence] { ranges.map { quote($0, in: facts.note) } }
        return Review(
            noteType: facts.noteType, discipline: facts.discipline,
            recertification: facts.noteType == .progress && facts.classification.recertification,
            typeEvidence: evidence(facts.classification.typeEvidence),
            disciplineEvidence: evidence(facts.classification.disciplineEvidence),
            conflicts: facts.classification.conflicts,
            // rules of every kind of note alone would make a score that says nothing
            score: facts.noteType == nil ? nil : Scoring.score(findings), findings: findings,
            rubricId: rubric.id, rubricVersion: rubric.version, engineVersion: Self.engineVersion, noteHash: noteHash)
    }

    /// One rule on one note, whatever the rule's place in the rubric.
    package func verdict(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        if let verdict = applicability(rule, facts) { return verdict }
        guard let check = CheckTable.checks[rule.check] else {
            return .undeterminable(["a check called \(rule.check)"])
        }
        return check.evaluate(rule, facts)
    }

    /// Nil when the rule is to be judged.
    private func applicability(_ rule: Rule, _ facts: NoteFacts) -> Verdict? {
        var missing: [String] = []
        if let type = facts.noteType {
            if !rule.applies(to: type) { return .notApplicable }
        } else if rule.types.count < NoteType.allCases.count {
            missing.append("the kind of note")
        }
        if let discipline = facts.discipline {
            if !rule.applies(to: discipline) { return .notApplicable }
        } else if rule.disciplines.count < Discipline.allCases.count {
            missing.append("the discipline")
        }
        if rule.effectiveFrom != nil || rule.effectiveTo != nil {
            // a rule holds for the services of its time
            let day = facts.dateOfService?.date ?? facts.context.asOf
            if let from = rule.effectiveFrom, day < from { return .notApplicable }
            if let to = rule.effectiveTo, day > to { return .notApplicable }
        }
        return missing.isEmpty ? nil : .undeterminable(missing)
    }

    private func finding(_ rule: Rule, _ facts: NoteFacts, noteHash: String) -> Finding {
        // whose kind or discipline is unknown was not looked at, and the rule's own sentences would say that it was
        let unseen = applicability(rule, facts)
        let verdict = unseen ?? self.verdict(rule, facts)
        let evidence = verdict.evidence.map { quote($0, in: facts.note) }
        let reason = unseen.map { Reasons.standard(rule, $0) } ?? Reasons.text(rule, verdict, evidence)
        return Finding(
            id: Finding.id(noteHash: noteHash, rule: rule.id, status: verdict.status, evidence: verdict.evidence),
            ruleId: rule.id, ruleVersion: rule.version, title: rule.title, severity: rule.severity,
            status: verdict.status, evidence: evidence, searched: verdict.searched,
            missing: verdict.status == .violated && verdict.missing.isEmpty ? rule.missing : verdict.missing,
            due: verdict.due, warning: verdict.warning, reason: reason, citation: rule.citation, tip: rule.tip,
            exampleWording: rule.exampleWording, financial: rule.financial)
    }

    private func quote(_ range: Range<Int>, in note: NoteText) -> Finding.Evidence {
        Finding.Evidence(start: range.lowerBound, end: range.upperBound, quote: note.string(range))
    }
}
