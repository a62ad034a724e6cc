/// Decides about a rule. Pure: the same rule and facts give the same verdict.
package protocol RuleCheck: Sendable {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict
}
