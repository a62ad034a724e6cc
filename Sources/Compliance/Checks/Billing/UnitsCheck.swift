/// BIL-01: billed units are what the minutes earn, in total and for each code.
struct UnitsCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let services = facts.timedServices
        guard !services.isEmpty else { return .notApplicable }
        let units = services.compactMap(\.units)
        guard units.count == services.count else {
            return .undeterminable(["billed units of every timed code"], searched: ["billing"])
        }
        let minutes = services.compactMap(\.minutes)
        guard minutes.count == services.count else { return byTotal(services, billed: units.reduce(0, +), facts) }
        let law = EightMinuteRule(minutes)
        let evidence = services.flatMap(\.lines).map(\.range)
        var values = values(expected: law.units, billed: units.reduce(0, +), minutes: law.total)
        values["allocation"] = listed(services, law.allocation)
        values["charged"] = listed(services, units)
        guard law.accepts(units) else { return Verdict(.violated, evidence: evidence, values: values) }
        var verdict = Verdict(.satisfied, evidence: evidence, values: values)
        if let stated = facts.minutes.timed, stated.minutes != law.total {
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
        var values = values(expected: expected, billed: billed, minutes: stated.minutes)
        values["allocation"] = "in total"
        values["charged"] = listed(services, services.compactMap(\.units))
        return Verdict(
            expected == billed ? .satisfied : .violated,
            evidence: services.flatMap(\.lines).map(\.range) + [stated.range], values: values)
    }

    private func values(expected: Int, billed: Int, minutes: Int) -> [String: String] {
        let difference =
            billed == expected
            ? "the total is right, the codes are not"
            : "\(abs(billed - expected)) \(billed > expected ? "too many" : "too few")"
        return ["expected": "\(expected)", "billed": "\(billed)", "minutes": "\(minutes)", "difference": difference]
    }

    private func listed(_ services: [BilledService], _ units: [Int]) -> String {
        zip(services, units).map { "\($0.code) × \($1)" }.joined(separator: ", ")
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
