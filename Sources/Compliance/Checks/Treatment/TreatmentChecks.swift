/// TXN-01: the day of treatment, by a label or over the note; a signature's date alone is none.
struct TreatmentDateCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        guard let service = facts.dateOfService, service.source != .signature else {
            return .violated(searched: ["header", "whole note"])
        }
        return .satisfied([service.range])
    }
}

/// TXN-02: at least one intervention is named; a reference to the plan or a flow sheet is none.
///
/// Parameters: `patterns`, names of interventions; `vaguePatterns`, references in their stead.
struct InterventionsCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let charges = facts.procedures.map(\.range)
        let aside: Set<SectionKind> = [.plan, .goals, .certification, .history, .recommendations, .signature]
        let found = facts.accepted(rule).filter { !aside.contains(facts.outline.section(at: $0.lowerBound).kind) }
        let described = found.filter { range in !charges.contains { $0.overlaps(range) } && !isFuture(range, facts) }
        if !described.isEmpty { return .satisfied(Array(described.prefix(4))) }
        let vague = facts.matches(rule, "vaguePatterns").filter { match in
            facts.outline.section(at: match.range.lowerBound).kind != .plan && !isContinuation(match.tokens, facts.note)
        }
        let named = found.filter { range in charges.contains { $0.overlaps(range) } }
        if vague.isEmpty, !named.isEmpty { return .satisfied(Array(named.prefix(4))) }
        let told = vague.isEmpty ? facts.procedures.map(\.range).filter { isDescribed($0, facts.note) } : []
        if !told.isEmpty { return .satisfied(Array(told.prefix(4))) }
        return Verdict(.violated, evidence: vague.map(\.range), searched: facts.searched(rule.sections, anywhere: true))
    }

    /// `97112 - perturbed standing on foam; visual target moved`: what was done stands behind its code in words of its own.
    private func isDescribed(_ code: Range<Int>, _ note: NoteText) -> Bool {
        let words = note.tokensOfLine(note.firstToken(from: code.lowerBound)).filter { at in
            let token = note.tokens[at]
            return token.isWord && token.range.count > 3 && token.range.lowerBound > code.lowerBound
                && !Self.saysNothing.contains(token.key)
        }
        return words.count >= 5
    }

    private static let saysNothing: Set<String> = [
        "unit", "units", "minutes", "mins", "time", "timed", "untimed", "total", "code", "codes", "billed", "charge",
        "treatment", "therapy", "session", "services", "skilled", "provided", "performed", "completed", "given", "done",
        "tolerated", "well", "patient", "client", "today", "plan", "care", "same", "last", "visit", "each", "with",
        "flow", "sheet", "flowsheet", "program", "exercises", "modifier", "first", "additional", "from", "this", "that",
        "without", "complaint", "complaints", "continue", "continued", "goals", "physical", "occupational", "speech",
    ]

    /// `Continue per POC`, `next visit: gait training`.
    private func isContinuation(_ tokens: Range<Int>, _ note: NoteText) -> Bool {
        note.tokens(before: tokens.lowerBound, atMost: 3).contains {
            ["continue", "cont", "continued", "plan", "p"].contains(note.key($0))
        }
    }

    private func isFuture(_ range: Range<Int>, _ facts: NoteFacts) -> Bool {
        let first = facts.note.firstToken(from: range.lowerBound)
        return facts.note.tokens(before: first, atMost: 4).contains {
            ["next", "will", "continue", "cont", "recommend", "plan", "hep", "deferred"].contains(facts.note.key($0))
        }
    }
}

/// TXN-03: the total of timed-code minutes.
struct TimedTotalCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let services = facts.timedServices
        guard !services.isEmpty else { return .notApplicable }
        let sums = services.compactMap(\.minutes)
        if let stated = facts.minutes.timed, stated.minutes > 0 || sums.allSatisfy({ $0 == 0 }) && !sums.isEmpty {
            return .satisfied([stated.range])
        }
        if sums.count == services.count {
            return .satisfied(
                services.flatMap(\.lines).map(\.range),
                warning:
                    "The total of timed minutes is not written; the minutes of the codes add up to \(sums.reduce(0, +))."
            )
        }
        return Verdict(
            .violated, evidence: services.flatMap(\.lines).map(\.range), searched: ["billing", "whole note"])
    }
}

/// TXN-04: the total of treatment minutes, timed and untimed.
struct TotalMinutesCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        if let total = facts.minutes.total { return .satisfied([total.range]) }
        if let clocked = facts.minutes.clocked {
            return .satisfied(
                [clocked.range],
                warning:
                    "Only time in and time out are written; together they are \(clocked.minutes) minutes, breaks included."
            )
        }
        return .violated(searched: ["billing", "whole note"])
    }
}
