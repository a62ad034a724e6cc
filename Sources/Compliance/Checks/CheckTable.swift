/// The checks that a rule of a pack can name. Those of the plan and progress stand in `CheckTable+plan.swift`, those of
/// treatment, billing and signatures in `CheckTable+treatment.swift`.
package enum CheckTable {
    package static let checks: [String: any RuleCheck] = [
        "present": PresentCheck(),
        "absent": AbsentCheck(),
        // chart rules are evaluated over a chart's notes; a single note says nothing about them
        "chart": ChartOnlyCheck(),
    ]
    .merging(plan) { _, new in new }
    .merging(treatment) { _, new in new }
}

/// Of a rule about a chart: not applicable to one note.
struct ChartOnlyCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict { .notApplicable }
}
