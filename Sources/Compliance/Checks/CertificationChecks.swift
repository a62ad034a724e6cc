import Kernel

/// Days and limits of certification (Medicare Benefit Policy Manual, chapter 15, 220.1.3; 42 CFR 424.24(c)).
struct CertificationCase {
    let firstTreatment: CivilDate
    let certification: Certification
    /// Days after the first treatment within which certification is timely.
    let limit: Int

    init?(_ rule: Rule, _ facts: NoteFacts) {
        guard let first = facts.firstTreatment else { return nil }
        (firstTreatment, certification) = (first, facts.certification)
        limit = rule.integer("days") ?? 30
    }

    var due: CivilDate { firstTreatment.adding(days: limit) }

    /// From 2025 a signed and dated order, with proof that the plan was sent to who signed it within 30 days of the
    /// evaluation, stands in for the signature on the first certification.
    func exception(_ rule: Rule) -> [Range<Int>]? {
        guard let from = rule.parameters["orderExceptionFrom"]?.string.flatMap(CivilDate.init), firstTreatment >= from,
            let order = certification.order, let sent = certification.transmission, let date = sent.date,
            (0...limit).contains(firstTreatment.days(to: date))
        else { return nil }
        return [order.range, sent.range] + [certification.confirmation].compactMap(\.self)
    }
}

/// POC-09: a practitioner's dated signature, or the order that stands in for it; awaited while there is time.
struct CertificationEvidenceCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        guard let item = CertificationCase(rule, facts) else { return .undeterminable(rule.strings("dateMissing")) }
        if let approval = item.certification.approval, approval.date != nil {
            return .satisfied(
                [approval.range],
                warning: approval.isStamped
                    ? "The signature is stamped; a stamp is accepted only for a signer with a disability." : nil)
        }
        if let evidence = item.exception(rule) {
            var verdict = Verdict.satisfied(
                evidence,
                warning: item.certification.confirmation == nil
                    ? "Keep proof that the plan reached the practitioner, such as a fax confirmation." : nil)
            verdict.values["exception"] = rule.parameters["exceptionText"]?.string ?? ""
            return verdict
        }
        let awaited = [item.certification.approval?.range, item.certification.open, item.certification.verbal?.range]
            .compactMap(\.self)
        let days = item.firstTreatment.days(to: facts.context.asOf)
        var missing = rule.missing
        if item.certification.approval != nil { missing = rule.strings("signatureDateMissing") }
        let isPending = days <= item.limit
        return Verdict(
            isPending ? .pending : .violated, evidence: Array(awaited.prefix(2)),
            searched: facts.searched(rule.sections, anywhere: true), missing: missing, due: item.due,
            values: ["days": "\(days)", "due": item.due.description, "first": item.firstTreatment.description])
    }
}

/// POC-10: certified within 30 days of the first treatment, or the delay explained.
struct TimelyCertificationCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        guard let item = CertificationCase(rule, facts), let approval = item.certification.approval,
            let signed = approval.date
        else { return .notApplicable }
        var days = item.firstTreatment.days(to: signed)
        let evidence = [approval.range]
        // a verbal order certifies on its day when it was signed within 14 days
        if let verbal = item.certification.verbal?.date,
            (0...(rule.integer("verbalDays") ?? 14)).contains(verbal.days(to: signed))
        {
            days = item.firstTreatment.days(to: verbal)
        }
        let values = [
            "days": "\(days)", "limit": "\(item.limit)", "first": item.firstTreatment.description,
            "signed": signed.description,
        ]
        if days <= item.limit { return Verdict(.satisfied, evidence: evidence, values: values) }
        if let delay = item.certification.delay {
            return Verdict(
                .satisfied, evidence: [delay] + evidence.filter { $0 != delay },
                warning: "Certified \(days) days after the first treatment; the delay is explained.", values: values)
        }
        return .violated(evidence, values: values)
    }
}

/// POC-11: who certified may do so.
struct EligibleCertifierCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let approvals = facts.certification.approvals
        guard !approvals.isEmpty else { return .notApplicable }
        guard let named = approvals.first(where: { $0.credential != nil }), let credential = named.credential else {
            return .satisfied(
                approvals.prefix(1).map(\.range), warning: "The certifier's credential is not written beside the name.")
        }
        let values = ["credential": facts.note.string(credential.range)]
        switch credential.kind {
        case .physician, .osteopath, .nursePractitioner, .physicianAssistant, .clinicalNurseSpecialist:
            return Verdict(.satisfied, evidence: [credential.range], values: values)
        case .podiatrist:
            return Verdict(
                .satisfied, evidence: [credential.range],
                warning: "A podiatrist certifies within the scope of the foot and ankle only.", values: values)
        case .optometrist:
            if facts.matches(rule, "lowVisionPatterns").isEmpty { return .violated([credential.range], values: values) }
            return Verdict(
                .satisfied, evidence: [credential.range], warning: "An optometrist certifies low-vision services only.",
                values: values)
        default:
            return .violated([credential.range], values: values)
        }
    }
}

/// POC-12: a verbal certification was signed within 14 days.
struct VerbalCertificationCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        guard let verbal = facts.certification.verbal else { return .notApplicable }
        guard let given = verbal.date else {
            return Verdict(.undeterminable, evidence: [verbal.range], missing: rule.strings("dateMissing"))
        }
        let limit = rule.integer("days") ?? 14
        let due = given.adding(days: limit)
        if let approval = facts.certification.approvals.first(where: { $0.date.map { $0 >= given } ?? false }),
            let signed = approval.date
        {
            let days = given.days(to: signed)
            let values = [
                "days": "\(days)", "limit": "\(limit)", "verbal": given.description, "signed": signed.description,
            ]
            return Verdict(
                days <= limit ? .satisfied : .violated,
                evidence: verbal.range == approval.range ? [verbal.range] : [verbal.range, approval.range],
                values: values)
        }
        let isPending = facts.context.asOf <= due
        let days = given.days(to: facts.context.asOf)
        return Verdict(
            isPending ? .pending : .violated, evidence: [verbal.range], missing: rule.missing, due: due,
            values: ["days": "\(days)", "limit": "\(limit)", "verbal": given.description, "signed": "not signed"])
    }
}
