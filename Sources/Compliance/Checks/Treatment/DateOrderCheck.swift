import Kernel

/// GEN-03: every date exists, and birth, onset, service, signature and today stand in that order.
struct DateOrderCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        var problems: [(text: String, evidence: [Range<Int>])] = []
        for date in facts.dates.dates where !date.isPossible {
            problems.append(("\(facts.note.string(date.range)) is no day of the calendar", [date.range]))
        }
        let days = facts.serviceDates
        for range in days.ranges {
            if let from = range.from.date, let to = range.to.date, range.from.precision == .day, to < from {
                problems.append(
                    ("the period ends on \(to), before it begins on \(from)", [range.from.range, range.to.range]))
            }
        }
        if let service = facts.dateOfService, let day = service.date, service.source != .signature {
            if let birth = days.birth, let born = birth.date, born > day {
                problems.append(
                    ("the birth date \(born) is after the service on \(day)", [birth.range, service.range]))
            }
            for onset in days.onsets where onset.precision == .day {
                if let began = onset.date, began > day {
                    problems.append(
                        ("the onset on \(began) is after the service on \(day)", [onset.range, service.range]))
                }
            }
            for signature in facts.signatures.ofAuthors where signature.isGiven {
                if let date = signature.date, date.precision == .day, let signed = date.date, signed < day {
                    problems.append(
                        ("it was signed on \(signed), before the service on \(day)", [date.range, service.range]))
                }
            }
            if day > facts.context.asOf {
                problems.append(("the service on \(day) is after \(facts.context.asOf)", [service.range]))
            }
        }
        guard let first = problems.first else { return Verdict(.satisfied, searched: ["whole note"]) }
        let text = problems.count == 1 ? first.text : Reasons.list(problems.map(\.text))
        return .violated(problems.flatMap(\.evidence), values: ["problem": text])
    }
}
