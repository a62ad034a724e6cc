import Kernel

/// POC-14: the day of service lies in a certified interval.
///
/// Parameters: `days`, the longest interval in days from the first treatment (90, 42 CFR 424.24(c)).
struct CertifiedIntervalCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        guard let service = facts.dateOfService, let day = service.date else {
            return .undeterminable(["date of service"], searched: ["header", "whole note"])
        }
        let certification = facts.certification
        let start = facts.startOfCare
        if let last = certification.intervals.max(by: { $0.to < $1.to }) {
            let renewed = certification.approvals.first {
                $0.isRecertification && ($0.date.map { $0 <= day } ?? false) && ($0.date.map { $0 >= last.to } ?? false)
            }
            var values = ["day": "\(day)", "end": "\(last.to)", "days": "\(last.to.days(to: day))"]
            values["start"] = start.map { "\($0)" }
            if day <= last.to { return Verdict(.satisfied, evidence: [last.range, service.range], values: values) }
            if let renewed { return Verdict(.satisfied, evidence: [renewed.range, service.range], values: values) }
            return Verdict(.violated, evidence: [last.range, service.range], values: values)
        }
        if let renewed = certification.approvals.first(where: {
            $0.isRecertification && ($0.date.map { $0 <= day } ?? false)
        }),
            let date = renewed.date, date.days(to: day) <= rule.integer("days") ?? 90
        {
            return .satisfied([renewed.range, service.range])
        }
        guard let start else {
            return .undeterminable(
                ["end of the certified interval, or the start of care"], searched: ["certification", "whole note"])
        }
        let days = rule.integer("days") ?? 90
        let end = start.adding(days: days)
        let evidence = [facts.serviceDates.startOfCare?.range, service.range].compactMap { $0 }
        let values = ["day": "\(day)", "end": "\(end)", "start": "\(start)", "days": "\(end.days(to: day))"]
        return Verdict(day > end ? .violated : .satisfied, evidence: evidence, values: values)
    }
}

/// PRG-01: a progress report with the tenth treatment day at the latest.
///
/// Parameters: `days` (10) of treatment; `delay` (7), calendar days behind a period's end in which its report may be written.
struct ReportIntervalCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let limit = rule.integer("days") ?? 10
        let visit = facts.visit
        guard let days = visit.days else {
            // before the tenth day no report can be due, whatever else is unknown
            if let number = visit.visit, number <= limit { return satisfied(visit, number, limit) }
            let missing = visit.visit == nil ? "count of treatment days" : "visit of the last progress report"
            return .undeterminable([missing], searched: ["subjective", "whole note"])
        }
        guard days > limit else { return satisfied(visit, days, limit) }
        let values = [
            "count": "\(days)", "limit": "\(limit)", "last": visit.lastReport.map { "\($0)" } ?? "the last report",
        ]
        if let end = facts.serviceDates.period?.to, let last = end.date, days == limit + 1, facts.noteType == .progress
        {
            let due = last.adding(days: rule.integer("delay") ?? 7)
            if facts.context.asOf <= due, last < facts.dateOfService?.date ?? last {
                return Verdict(.pending, evidence: visit.evidence + [end.range], due: due, values: values)
            }
        }
        return Verdict(.violated, evidence: visit.evidence, values: values)
    }

    private func satisfied(_ visit: VisitCount, _ days: Int, _ limit: Int) -> Verdict {
        var verdict = Verdict(.satisfied, evidence: visit.evidence, values: ["count": "\(days)", "limit": "\(limit)"])
        if days == limit {
            verdict.warning = "This is treatment day \(days) of the period: the progress report is due with it."
        }
        return verdict
    }
}
