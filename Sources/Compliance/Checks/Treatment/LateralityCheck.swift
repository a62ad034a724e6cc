/// GEN-02: the side that is treated is the side of the diagnosis.
struct LateralityCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let sides = facts.laterality
        guard let diagnosis = sides.diagnosis else { return .notApplicable }
        guard !sides.affected.isEmpty else { return .notApplicable }
        let against = sides.affected.filter { !diagnosis.agrees(with: $0) }
        guard let first = against.first else {
            return .satisfied([diagnosis.range] + sides.affected.map(\.range))
        }
        return Verdict(
            .violated, evidence: [diagnosis.range] + against.map(\.range),
            values: ["diagnosis": diagnosis.side.rawValue, "affected": first.side.rawValue])
    }
}

/// GEN-01: nothing of a template is left to fill in.
struct TemplateCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let open = UnfilledTemplate(note: facts.note, signatures: facts.signatures).find()
        return open.isEmpty ? Verdict(.satisfied, searched: ["whole note"]) : .violated(Array(open.prefix(8)))
    }
}
