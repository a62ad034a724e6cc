/// 100 × weight of satisfied rules / weight of satisfied and violated ones; the others are in neither sum.
enum Scoring {
    static let cap = 59.0

    static func score(_ findings: [Finding], strictness: ReviewContext.Strictness = .everything) -> Review.Score? {
        var (numerator, denominator, breaksPayment) = (0, 0, false)
        for finding in findings where strictness.includes(finding.severity) {
            switch finding.status {
            case .satisfied:
                numerator += finding.severity.weight
                denominator += finding.severity.weight
            case .violated:
                denominator += finding.severity.weight
                if finding.severity == .high { breaksPayment = true }
            case .pending, .undeterminable, .notApplicable: break
            }
        }
        guard denominator > 0 else { return nil }
        let value = oneDecimal(numerator, denominator)
        let isCapped = breaksPayment && value > cap
        return Review.Score(
            value: isCapped ? cap : value, numerator: numerator, denominator: denominator, isCapped: isCapped)
    }

    /// 100 × n / d to one decimal, half up, in whole numbers so that no binary fraction tips it.
    static func oneDecimal(_ numerator: Int, _ denominator: Int) -> Double {
        Double((2000 * numerator + denominator) / (2 * denominator)) / 10
    }
}
