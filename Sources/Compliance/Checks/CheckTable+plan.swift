extension CheckTable {
    static let plan: [String: any RuleCheck] = [:]
}
