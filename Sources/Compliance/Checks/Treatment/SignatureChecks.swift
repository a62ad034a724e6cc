/// POC-08, TXN-05: a signature with a name, a profession and, for a plan, a date. Whose profession it must be is another
/// rule's question (POC-13, PRG-02, SUP-03), but a student or aide alone signs nothing (230.B).
///
/// Parameters: `date: true` asks for a date beside it.
struct SignedCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        let signatures = facts.signatures.ofAuthors
        let given = signatures.filter(\.isGiven)
        let needsDate = rule.flag("date", default: false)
        if let open = signatures.openIssue, open.state != .pending || facts.signatures.clinician == nil {
            return failed(open.state.words, [open.range])
        }
        let professional = given.filter { $0.profession.map { !$0.isUnskilled } ?? false }
        if let good = professional.first(where: { !needsDate || $0.date != nil }) {
            return .satisfied([good.range])
        }
        if let undated = professional.first {
            return failed("the signature has no date", [undated.range], missing: ["date of the signature"])
        }
        if let unskilled = given.first(where: { $0.profession?.isUnskilled == true }) {
            return failed(
                "only a student or aide signed", [unskilled.range], missing: ["signature of the qualified clinician"])
        }
        if let bare = given.last {
            return failed("the signature has no professional identification", [bare.range], missing: ["credentials"])
        }
        if let other = facts.signatures.first(where: {
            $0.state == .stamped || $0.state == .consent || $0.state == .blank && $0.role != .certifier
        }) {
            return failed(other.state.words, [other.range])
        }
        return Verdict(
            .violated, searched: ["signature", "whole note"], missing: ["signature with credentials"],
            values: ["problem": "no signature was found"])
    }

    private func failed(_ problem: String, _ evidence: [Range<Int>], missing: [String] = []) -> Verdict {
        Verdict(.violated, evidence: evidence, missing: missing, values: ["problem": problem])
    }
}

extension Signature.State {
    var words: String {
        switch self {
        case .signed, .electronic: "it is signed"
        case .blank: "the signature line is empty"
        case .draft: "the note is marked as a draft"
        case .pending: "the signature is announced, not given"
        case .stamped: "a stamp stands in place of a signature"
        case .consent: "only the patient or family signed, to a form"
        case .negated: "the note says that it is not signed"
        }
    }
}

/// POC-13: a clinician wrote the evaluation and plan; an assistant, student or aide alone may not.
struct QualifiedAuthorCheck: RuleCheck {
    func evaluate(_ rule: Rule, _ facts: NoteFacts) -> Verdict {
        if let clinician = facts.signatures.clinician { return .satisfied([clinician.range]) }
        if let alone = facts.signatures.assistantAlone {
            return .violated([alone.range], values: ["profession": alone.profession?.title ?? "assistant"])
        }
        if let practitioner = facts.signatures.first(where: { $0.isGiven && $0.profession?.isPractitioner == true }),
            facts.signatures.ofAuthors.isEmpty, facts.certification.approvals.isEmpty
        {
            return .satisfied([practitioner.range])
        }
        return .undeterminable(["signature with credentials of the author"], searched: ["signature", "whole note"])
    }
}

extension Credential.Kind {
    /// As a sentence names it.
    var title: String {
        switch self {
        case .physicalTherapist: "physical therapist"
        case .occupationalTherapist: "occupational therapist"
        case .speechPathologist: "speech-language pathologist"
        case .physicalTherapistAssistant: "physical therapist assistant"
        case .occupationalTherapyAssistant: "occupational therapy assistant"
        case .speechAssistant: "speech-language pathology assistant"
        case .physician, .osteopath: "physician"
        case .nursePractitioner: "nurse practitioner"
        case .physicianAssistant: "physician assistant"
        case .clinicalNurseSpecialist: "clinical nurse specialist"
        case .podiatrist: "podiatrist"
        case .optometrist: "optometrist"
        case .chiropractor: "chiropractor"
        case .dentist: "dentist"
        case .nurse: "nurse"
        case .student: "student"
        case .aide: "aide"
        case .other: "unknown profession"
        }
    }
}
