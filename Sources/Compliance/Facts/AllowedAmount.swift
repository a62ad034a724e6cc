/// What Medicare has allowed for therapy so far in a year.
package struct AllowedAmount: Sendable {
    /// Dollars.
    package let amount: Double
    /// As the clause says; nil for the year of service.
    package let year: Int?
    package let range: Range<Int>
}

enum AllowedAmountFact: Fact {
    private static let cues = CueTable<Bool>([
        "YTD", "year to date", "year-to-date", "so far", "to date", "therapy cap", "KX threshold", "therapy threshold",
        "this calendar year", "calendar year",
        "this year", "threshold used", "cap used", "allowed amount", "allowed amounts", "annual threshold", "Y-T-D",
        "accrued", "running total",
    ])
    private static let other = CueTable<Bool>([
        "remaining", "left", "copay", "co-pay", "deductible met", "balance", "co-insurance due", "owed",
    ])

    static func find(in facts: NoteFacts) -> AllowedAmount? {
        let note = facts.note
        for at in note.tokens.indices where note.tokens[at].isNumber {
            guard let amount = note.number(at), amount >= 10 else { continue }
            let isMoney = note.key(at - 1) == "$" || note.key(at + 1) == "usd" || note.key(at + 1) == "dollars"
            let clause = note.clause(around: at..<(at + 1), endedBy: [".", ";", "|"])
            let near = max(clause.lowerBound, at - 14)..<min(clause.upperBound, at + 14)
            guard isMoney || isLabelled(note, at), cues.occurs(note, in: near) else { continue }
            // $210 remaining of $2,410 says nothing about what was used
            let beside = max(clause.lowerBound, at - 3)..<min(clause.upperBound, at + 3)
            if other.occurs(note, in: beside) { continue }
            if ["threshold", "limit", "cap"].contains(note.key(at - 2)), note.key(at - 1) == "$",
                near.contains(where: { note.key($0) == "of" })
            {
                continue
            }
            if note.key(at - 2) == "of", note.key(at - 1) == "$" { continue }
            let year = near.lazy.compactMap { note.wholeNumber($0) }.first {
                (2018...2040).contains($0) && $0 != Int(amount)
            }
            return AllowedAmount(amount: amount, year: year, range: note.range(ofTokens: near.clamped(to: clause)))
        }
        return nil
    }

    /// `YTD allowed: 2420.15` without a sign of currency.
    private static func isLabelled(_ note: NoteText, _ at: Int) -> Bool {
        let value = note.number(at) ?? 0
        guard value >= 100, !(value >= 2018 && value <= 2040 && value == value.rounded()) else { return false }
        let before = note.tokens(before: at, atMost: 4)
        return before.contains { ["ytd", "allowed", "threshold", "cap"].contains(note.key($0)) }
            && note.key(at + 1) != "/" && note.key(at + 1) != "-" && note.key(at - 1) != "/"
    }
}

extension NoteFacts {
    package var allowedAmount: AllowedAmount? { self[AllowedAmountFact.self] }
}
