/// How notes announce a signature, or its absence.
enum SignatureCue: Sendable {
    case given(Signature.State, Signature.Role)
    /// Counts only with a name and a profession behind it: `therapist:`, `written by`.
    case byline
    case consent, negated, pending, stamped
    /// Counts in brackets, alone on a line, in capitals or beside a word for a document.
    case draft

    static let table = CueTable<SignatureCue>([
        (
            [
                "electronically signed by", "electronically signed", "e-signed by", "e-signed", "esigned by", "esigned",
                "e-sign",
                "digitally signed by", "digitally signed", "electronic signature", "e-signature", "esignature",
                "digital signature",
                "electronically authenticated by", "authenticated by", "electronically verified by",
                "signed electronically by",
                "signed electronically", "signed digitally by", "electronically approved by",
                "electronically completed by",
                "electronically finalized by", "signed off by", "finalized by", "attested by",
                "electronically filed by",
            ], .given(.electronic, .author)
        ),
        (
            [
                "/s/", "//s//", "completed and signed by", "completed and signed", "reviewed and signed by",
                "signed by", "signed",
                "signature", "signatures", "therapist signature", "therapist's signature", "clinician signature",
                "clinician's signature",
                "treating therapist signature", "evaluating therapist signature", "signature of therapist",
                "signature of clinician",
                "signature and credentials", "signature/credentials", "signature & credentials", "signature/title",
                "signature & title",
                "signature and title", "signature/date", "signature & date", "signature and date", "PT signature",
                "OT signature",
                "SLP signature", "PTA signature", "COTA signature", "OTA signature", "author signature",
                "pathologist signature",
                "provider signature", "sgd", "sign", "sig", "signed/dated", "signed and dated by",
            ], .given(.signed, .author)
        ),
        (
            [
                "cosigned by", "co-signed by", "cosigned", "co-signed", "countersigned by", "counter-signed by",
                "countersigned",
                "co-signature", "cosignature", "electronically cosigned by", "electronically co-signed by", "cosigner",
                "co-signer",
                "supervising therapist signature", "supervising PT signature", "supervising OT signature",
                "supervising SLP signature",
                "supervising clinician signature", "supervisor signature", "CI signature",
            ], .given(.signed, .cosigner)
        ),
        (
            [
                "physician signature", "physician's signature", "MD signature", "physician/NPP signature",
                "NPP signature",
                "practitioner signature", "referring provider signature", "certifying provider signature",
                "doctor signature",
                "signature of physician", "certified by", "recertified by", "cert signature", "certification signature",
                "certifying physician", "physician/npp", "provider certification signature", "physician sign",
                "referring physician signature",
            ], .given(.signed, .certifier)
        ),
        (
            [
                "written by", "report written by", "note written by", "documented by", "prepared by", "completed by",
                "author", "therapist",
                "clinician", "treating therapist", "evaluating therapist", "treating clinician", "therapist name",
                "report by", "note by",
                "evaluated by", "submitted by", "respectfully submitted", "respectfully", "sincerely", "discharged by",
                "seen and treated by",
                "entered by", "dictated by",
            ], .byline
        ),
        (
            [
                "patient signature", "patient's signature", "pt signature", "client signature", "guardian signature",
                "parent signature",
                "caregiver signature", "signature of patient", "signature on file", "signed consent", "consent signed",
                "signed the consent",
                "signed a consent", "signed informed consent", "signed consents", "consent form signed",
                "consents signed", "patient signed",
                "pt signed", "client signed", "guardian signed", "parent signed", "caregiver signed", "wife signed",
                "husband signed",
                "daughter signed", "son signed", "spouse signed", "family signed", "signed release",
                "signed the release", "signed HIPAA",
                "signed attendance", "signed intake", "signed financial", "signed ABN", "signed the ABN",
                "resident signed",
            ], .consent
        ),
        (
            [
                "not signed", "not yet signed", "not been signed", "not yet been signed", "never signed",
                "isn't signed", "not electronically signed",
                "not digitally signed", "unsigned", "no signature", "without signature", "without a signature",
                "signature missing",
                "signature absent", "signature is missing", "missing signature", "lacks signature", "lacks a signature",
                "signature not obtained",
                "not authenticated", "unauthenticated", "signature omitted", "signature not present", "signature: none",
                "signature none",
            ], .negated
        ),
        (
            [
                "awaiting signature", "awaiting e-signature", "awaiting electronic signature",
                "awaiting therapist signature",
                "awaiting clinician signature", "awaiting co-sign*", "awaiting cosign*", "awaiting countersign*",
                "awaiting sign", "awaiting review",
                "pending signature", "pending e-signature", "pending electronic signature", "pending co-sign*",
                "pending cosign*",
                "pending countersign*", "pending review", "pending sign", "pending therapist signature",
                "pending clinician signature",
                "pending final signature", "pending authentication", "awaiting authentication",
                "awaiting final signature", "signature pending",
                "signature: pending", "signature is pending", "signature to follow", "to be signed", "signature needed",
                "signature required",
                "signature due", "needs signature", "needs a signature", "requires signature", "requires co-sign*",
                "requires cosign*",
                "needs co-sign*", "needs cosign*", "cosign needed", "co-sign needed", "cosign pending",
                "co-sign pending", "cosignature pending",
                "co-signature pending", "cosignature required", "co-signature required", "will sign later",
                "not finalized", "not finalised",
                "not yet finalized", "unfinalized", "for signature",
            ], .pending
        ),
        (
            [
                "signature stamp", "stamped signature", "rubber stamp", "rubber stamped", "stamp signature",
                "signature stamped", "stamped", "stamp",
            ], .stamped
        ),
        (["draft"], .draft),
    ])

    /// Words that tell that a physician's, not the author's, signature is meant.
    static let practitionerWords: Set<String> = [
        "physician", "physician's", "md", "dr", "doctor", "doctor's", "npp", "certification", "recertification", "cert",
        "recert", "certify",
        "referral", "referring", "order", "orders", "prescription", "practitioner", "pcp", "surgeon", "provider's",
        "faxed", "returned",
    ]

    static let documentWords: Set<String> = [
        "note", "document", "report", "status", "copy", "version", "saved", "evaluation", "only", "mode", "record",
        "entry", "summary",
    ]

    /// Words that cannot begin a signer's name.
    static let notNames: Set<String> = [
        "on", "at", "date", "dated", "the", "a", "an", "and", "or", "for", "in", "is", "was", "were", "be", "been",
        "with", "to", "from", "of", "by",
        "as", "this", "that", "it", "not", "no", "none", "if", "when", "after", "before", "per", "time", "below",
        "above", "required", "pending",
        "needed", "line", "here", "consent", "order", "orders", "plan", "poc", "form", "forms", "certification",
        "recertification", "cert",
        "copy", "today", "yesterday", "on-file", "file", "release", "name", "print", "printed", "credentials", "title",
        "license", "lic", "npi",
        "week", "weeks", "day", "days", "within", "back", "returned", "received", "up", "off", "out", "will", "has",
        "have", "had", "goals", "goal",
        "he", "she", "they", "his", "her", "referral", "verbal", "language", "languages", "stating", "tbd", "blank",
        "missing", "n", "note", "see",
        "electronically", "digitally", "signed", "signature", "reviewed", "completed", "tolerated", "continue", "via",
        "using", "chart",
    ]
}
