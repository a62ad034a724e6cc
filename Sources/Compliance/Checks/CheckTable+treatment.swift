extension CheckTable {
    static let treatment: [String: any RuleCheck] = [:]
}
