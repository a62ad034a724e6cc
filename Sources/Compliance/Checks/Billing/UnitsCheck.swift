/// BIL-01: billed units are what the minutes earn, in total and for each code; a code that add-on codes go on with is
/// billed once.
struct UnitsCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        if let repeated = repeatedFirst(facts) { return repeated }
        let services = facts.timedServices
        guard !services.isEmpty else { return .notApplicable }
        let units = services.compactMap(\.units)
        guard units.count == services.count else {
            return .undeterminable(["billed units of every timed code"], searched: ["billing"])
        }
        let billed = units.reduce(0, +)
        let minutes = services.compactMap(\.minutes)
        guard minutes.count == services.count else { return byTotal(services, billed: billed, facts) }
        let law = EightMinuteRule(minutes)
        let evidence = services.flatMap(\.lines).map(\.range)
        var verdict = Verdict(
            law.accepts(units) ? .satisfied : .violated, evidence: evidence,
            values: values(
                minutes: law.total, expected: law.units, shares: " (\(listed(services, law.allocation, facts)))",
                billed: billed, services: services))
        if verdict.status == .satisfied, let stated = facts.minutes.timed, stated.minutes != law.total {
            verdict.evidence.append(stated.range)
            verdict.warning = "The total of timed minutes says \(stated.minutes); the codes add up to \(law.total)."
        }
        return verdict
    }

    /// Without minutes for each code only the total can be compared.
    private func byTotal(_ services: [BilledService], billed: Int, _ facts: NoteFacts) -> Verdict {
        guard let stated = facts.minutes.timed, stated.minutes > 0 else {
            return .undeterminable(["minutes of each timed code, or their total"], searched: ["billing", "whole note"])
        }
        let expected = EightMinuteRule.units(stated.minutes)
        return Verdict(
            expected == billed ? .satisfied : .violated,
            evidence: services.flatMap(\.lines).map(\.range) + [stated.range],
            values: values(minutes: stated.minutes, expected: expected, shares: "", billed: billed, services: services))
    }

    /// 97129 stands for the first 15 minutes of a day: what follows is 97130.
    private func repeatedFirst(_ facts: NoteFacts) -> Verdict? {
        for (addOn, first) in facts.codes.continues.sorted(by: { $0.key < $1.key }) {
            let lines = facts.billing.filter { $0.code == first }
            let billed = lines.compactMap(\.units).reduce(0, +)
            guard billed > 1 else { continue }
            return Verdict(
                .violated, evidence: lines.map(\.range),
                values: [
                    "problem": "\(first) stands for the first part of a day's service and is billed \(billed) times; "
                        + "the time behind it is \(addOn)"
                ])
        }
        return nil
    }

    private func values(
        minutes: Int, expected: Int, shares: String, billed: Int, services: [BilledService]
    ) -> [String: String] {
        let difference =
            billed == expected
            ? "the total is right, the codes are not"
            : "\(abs(billed - expected)) \(billed > expected ? "too many" : "too few")"
        let earned = "\(minutes) timed minutes earn \(expected) \(expected == 1 ? "unit" : "units")"
        let charged = services.flatMap(\.lines).map { "\($0.code) × \($0.units ?? 0)" }.joined(separator: ", ")
        let verb = billed == 1 ? "is" : "are"
        return [
            "earned": earned, "billed": "\(billed) \(verb) billed",
            "problem": "\(earned)\(shares); \(billed) \(verb) billed (\(charged)): \(difference)",
        ]
    }

    /// Units by code; of a code with an add-on only the first is its own.
    private func listed(_ services: [BilledService], _ units: [Int], _ facts: NoteFacts) -> String {
        zip(services, units).map { service, units in
            guard units > 1, let addOn = facts.codes.continues.first(where: { $0.value == service.code })?.key else {
                return "\(service.code) × \(units)"
            }
            return "\(service.code) × 1, \(addOn) × \(units - 1)"
        }.joined(separator: ", ")
    }
}

/// BIL-03: a timed service that stands alone with less than 8 minutes earns nothing.
struct LoneServiceCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let services = facts.timedServices
        guard services.count == 1, let service = services.first else { return .notApplicable }
        guard let minutes = service.minutes ?? facts.timedMinutes.flatMap({ $0 > 0 ? $0 : nil }) else {
            return .undeterminable(["minutes of \(service.code)"], searched: ["billing"])
        }
        var verdict = Verdict(
            .satisfied, evidence: service.lines.map(\.range), values: ["code": service.code, "minutes": "\(minutes)"])
        if minutes < 8 {
            guard let units = service.units else {
                return .undeterminable(["billed units of \(service.code)"], searched: ["billing"])
            }
            if units > 0 { verdict.status = .violated }
        }
        return verdict
    }
}

/// BIL-04: an untimed code is one unit a day, whatever the time.
struct UntimedUnitsCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let services = facts.untimedServices
        guard !services.isEmpty else { return .notApplicable }
        let over = services.filter { ($0.units ?? 0) > 1 }
        if let first = over.first {
            return Verdict(
                .violated, evidence: over.flatMap(\.lines).map(\.range),
                values: ["codes": over.map(\.code).joined(separator: ", "), "billed": "\(first.units ?? 0)"])
        }
        guard services.contains(where: { $0.units != nil }) else {
            return .undeterminable(
                ["billed units of \(services.map(\.code).joined(separator: ", "))"], searched: ["billing"])
        }
        return .satisfied(services.flatMap(\.lines).map(\.range))
    }
}

/// BIL-02: the timed minutes are part of the total.
struct TimedWithinTotalCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let services = facts.timedServices
        let sums = services.compactMap(\.minutes)
        let sum = sums.count == services.count && !sums.isEmpty ? sums.reduce(0, +) : nil
        let stated = facts.minutes.timed
        if services.isEmpty, (stated?.minutes ?? 0) == 0 { return .notApplicable }
        guard let timed = [stated?.minutes, sum].compactMap({ $0 }).max() else {
            return .undeterminable(["total of the timed minutes"], searched: ["billing", "whole note"])
        }
        guard let total = facts.minutes.total ?? facts.minutes.clocked else {
            return .undeterminable(["total treatment minutes"], searched: ["billing", "whole note"])
        }
        let source =
            timed == stated?.minutes ? [stated?.range].compactMap { $0 } : services.flatMap(\.lines).map(\.range)
        return Verdict(
            timed > total.minutes ? .violated : .satisfied, evidence: source + [total.range],
            values: ["timed": "\(timed)", "total": "\(total.minutes)", "difference": "\(abs(timed - total.minutes))"])
    }
}
