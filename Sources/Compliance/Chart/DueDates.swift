import Kernel

extension Episode {
    private static let week = 7
    /// Days: certification behind the first treatment, signature behind a verbal one, longest interval
    /// (Medicare Benefit Policy Manual, chapter 15, 220.1.3.B-C).
    private static let (certification, verbal, interval) = (30, 14, 90)

    /// What has to happen next; nothing after the discharge.
    func dueDates(asOf: CivilDate) -> [DueDate] {
        guard !isDischarged, let start = startOfCare else { return [] }
        var found: [DueDate] = []
        let certifications = notes.map(\.facts.certification)
        let approvals = certifications.flatMap(\.approvals)
        let stated = certifications.flatMap(\.intervals).map(\.to).max()
        let renewed = approvals.filter(\.isRecertification).compactMap(\.date).max()
        let counted = (renewed.map { max($0, start) } ?? start).adding(days: Self.interval)
        found.append(dated(.recertification, stated.map { max($0, renewed == nil ? $0 : counted) } ?? counted, asOf))
        let excused =
            certifications.contains { $0.order != nil && ($0.confirmation != nil || $0.transmission != nil) }
            && start >= CivilDate(year: 2025, month: 1, day: 1) ?? start
        if approvals.isEmpty, stated == nil, !excused {
            found.append(dated(.certification, start.adding(days: Self.certification), asOf))
        }
        if let spoken = certifications.compactMap({ $0.verbal?.date }).max(),
            !approvals.contains(where: { ($0.date.map { $0 >= spoken }) ?? false })
        {
            found.append(dated(.verbalSignature, spoken.adding(days: Self.verbal), asOf))
        }
        if let report = progressReport() { found.append(report) }
        return found
    }

    private func dated(_ kind: DueDate.Kind, _ due: CivilDate, _ asOf: CivilDate) -> DueDate {
        let warn = due.adding(days: -Self.week)
        let state: DueDate.State = asOf > due ? .late : asOf >= warn ? .soon : .ok
        return DueDate(kind: kind, due: due, warnFrom: warn, visit: nil, state: state, discipline: discipline)
    }

    /// Counted in treatment days; soon when a week's visits of the plan reach it.
    private func progressReport() -> DueDate? {
        let visits = visits
        guard let next = visits.nextReportDueAtVisit, let since = visits.sinceReport else { return nil }
        let perWeek = notes.lazy.compactMap { $0.facts.planFrequency?.perWeek }.first ?? 2
        let left = next - visits.count
        let state: DueDate.State = since > 10 ? .late : left <= Int(perWeek.rounded(.up)) ? .soon : .ok
        return DueDate(
            kind: .progressReport, due: nil, warnFrom: nil, visit: next, state: state, discipline: discipline)
    }
}

extension DueDate {
    /// As a sentence begins with it.
    var title: String {
        switch kind {
        case .recertification: "Recertification"
        case .certification: "Certification of the plan"
        case .verbalSignature: "The written signature behind the verbal certification"
        case .progressReport: "The progress report"
        }
    }

    var sentence: String {
        let when = due.map { "on \($0)" } ?? visit.map { "with visit \($0)" } ?? "now"
        return "\(title) \(state == .late ? "was due" : "is due") \(when)"
    }
}
