import Kernel

/// BIL-06: each line carries the modifier of the plan's discipline.
struct DisciplineModifierCheck: RuleCheck {
    static let modifiers: [Discipline: String] = [.PT: "GP", .OT: "GO", .SLP: "GN"]

    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let lines = facts.billing
        guard !lines.isEmpty else { return .notApplicable }
        guard let discipline = facts.discipline, let right = Self.modifiers[discipline] else {
            return .undeterminable(["discipline"])
        }
        let all = Set(Self.modifiers.values)
        let wrong = lines.filter { line in line.modifiers.contains { all.contains($0) && $0 != right } }
        let values = ["discipline": discipline.rawValue, "right": right]
        if !wrong.isEmpty {
            let found = Set(wrong.flatMap(\.modifiers)).intersection(all).subtracting([right]).sorted()
            return Verdict(
                .violated, evidence: wrong.map(\.range),
                values: values.merging(["found": found.joined(separator: ", ")]) { old, _ in old })
        }
        // a code that is described in one place and charged in another has its modifier where it is charged
        let marked = Set(lines.filter { $0.modifiers.contains(right) }.map(\.code))
        let without = lines.filter { !marked.contains($0.code) }
        if without.count == lines.count {
            return .undeterminable(["the discipline's modifier (\(right)) on the codes"], searched: ["billing"])
        }
        if !without.isEmpty {
            return Verdict(
                .violated, evidence: without.map(\.range),
                values: values.merging(["found": "no modifier on " + without.map(\.code).joined(separator: ", ")]) {
                    old, _ in old
                })
        }
        return Verdict(.satisfied, evidence: lines.map(\.range), values: values)
    }
}

/// BIL-05: CQ or CO where an assistant furnished more than a tenth, and never without GP or GO.
struct AssistantModifierCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let lines = facts.billing
        guard !lines.isEmpty else { return .notApplicable }
        guard facts.providers.isCriticalAccess == nil else { return .notApplicable }
        let unpaired = lines.filter {
            $0.modifiers.contains("CQ") && !$0.modifiers.contains("GP")
                || $0.modifiers.contains("CO") && !$0.modifiers.contains("GO")
        }
        if !unpaired.isEmpty {
            return Verdict(
                .violated, evidence: unpaired.map(\.range),
                values: [
                    "problem": "an assistant's modifier stands without the discipline's own (CQ with GP, CO with GO)"
                ])
        }
        let modifier = facts.discipline == .OT ? "CO" : "CQ"
        let marked = lines.filter { $0.modifiers.contains(modifier) }
        guard let share = facts.providers.assistant else {
            guard !marked.isEmpty else { return .notApplicable }
            return .satisfied(
                marked.map(\.range), warning: "\(modifier) is billed, and the note names no assistant who treated.")
        }
        let evidence = [share.range] + lines.map(\.range)
        switch share.extent {
        case .minutes(let assistant, let all):
            let tenth = assistant * 10 <= all
            let therapistEarnsAll = EightMinuteRule.units(all - assistant) == EightMinuteRule.units(all)
            if tenth || therapistEarnsAll { return small(share, marked, modifier) }
        case .percent(let percent):
            if percent <= 10 { return small(share, marked, modifier) }
        case .entire:
            let without = lines.filter { !$0.modifiers.contains(modifier) }
            if without.isEmpty { return .satisfied(evidence) }
            return lacking(modifier, without.map(\.code), [share.range] + without.map(\.range))
        case .part:
            break
        }
        if !marked.isEmpty { return .satisfied([share.range] + marked.map(\.range)) }
        return lacking(modifier, lines.map(\.code), evidence)
    }

    private func small(_ share: Providers.Assistant, _ marked: [BillingLine], _ modifier: String) -> Verdict {
        .satisfied(
            [share.range],
            warning: marked.isEmpty
                ? nil : "\(modifier) is billed although the therapist's minutes alone earn the units.")
    }

    private func lacking(_ modifier: String, _ codes: [String], _ evidence: [Range<Int>]) -> Verdict {
        Verdict(
            .violated, evidence: evidence,
            values: [
                "problem":
                    "an assistant furnished more than a tenth and \(Reasons.having(codes)) no \(modifier)"
            ])
    }
}

/// BIL-07: KX once the year's allowed amount is past the threshold.
struct ThresholdCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let lines = facts.billing
        guard !lines.isEmpty else { return .notApplicable }
        let without = lines.filter { !$0.modifiers.contains("KX") }
        guard let allowed = facts.allowedAmount else {
            return .undeterminable(["amount allowed so far this year"], searched: ["billing", "whole note"])
        }
        let year = allowed.year ?? facts.dateOfService?.date?.year ?? facts.context.asOf.year
        guard let threshold = facts.rubric.tables["kxThresholds"]?["\(year)"]?.integer else {
            return .undeterminable(["threshold of \(year)"])
        }
        let limit = Double(threshold)
        let values = [
            "amount": money(allowed.amount), "threshold": money(limit), "year": "\(year)",
            "codes": Reasons.having(without.map(\.code)),
        ]
        let evidence = [allowed.range]
        if allowed.amount > limit {
            guard !without.isEmpty else {
                return Verdict(.satisfied, evidence: evidence + lines.map(\.range), values: values)
            }
            return Verdict(.violated, evidence: evidence + without.map(\.range), values: values)
        }
        var verdict = Verdict(.satisfied, evidence: evidence, values: values)
        if without.count < lines.count {
            verdict.warning =
                "KX is billed, and \(money(allowed.amount)) is below the \(year) threshold of \(money(limit))."
        } else if allowed.amount * 10 >= limit * 9 {
            verdict.warning =
                "\(money(allowed.amount)) is within 10 % of the \(year) threshold of \(money(limit)): KX will be needed soon."
        }
        return verdict
    }

    private func money(_ amount: Double) -> String {
        let cents = Int((amount * 100).rounded())
        let dollars = cents / 100
        var text =
            dollars >= 1000 ? "\(dollars / 1000)," + String("\(dollars % 1000 + 1000)".dropFirst()) : "\(dollars)"
        if cents % 100 != 0 { text += "." + String("\(cents % 100 + 100)".dropFirst()) }
        return "$" + text
    }
}
