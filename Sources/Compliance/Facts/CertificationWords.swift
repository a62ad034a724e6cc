/// Words about certification of a plan, and those that only sound alike.
enum CertificationWords {
    static let about = CueTable<Bool>([
        "certification", "certifications", "certify", "certified", "certifies", "cert", "certifying", "recertification",
        "recertify", "recert", "recertified", "re-certification", "re-cert", "certifier", "plan approved",
        "plan of care approved", "poc approved",
        "approved plan", "approved poc", "approved the plan", "approve the plan", "approve this plan",
        "approved this plan",
        "i have reviewed this plan", "have reviewed the plan", "reviewed this plan of care", "reviewed and approved",
        "physician signature", "provider signature", "md signature", "physician's signature", "doctor signature",
        "practitioner signature", "referring provider signature", "npp signature", "signed poc", "signed plan",
        "signed plan of care", "poc signed", "plan of care signed", "plan signed", "signed by physician",
        "signed by md",
        "signed and returned", "returned signed", "poc returned", "plan returned", "plan of care returned",
        "physician/npp",
        "agree with this plan", "agree with the plan", "agree with plan", "concur with plan", "physician approval",
        "cosigned by dr", "co-signed by dr", "signed by dr", "poc countersigned", "plan countersigned",
        "countersigned by dr",
        "medicare certification", "poc received back", "plan received back",
    ])

    /// Not of a plan of care.
    static let other = CueTable<Bool>([
        "cpr", "bls", "acls", "disability certification", "disability", "dmv", "certified hand", "hand therapist",
        "certified nursing", "certified nurse", "certified lymphedema", "lymphedema certified", "board certified",
        "board-certified", "certified orthopedic", "certified occupational", "certified brain", "certified driver",
        "certified mail", "certified letter", "birth certificate", "certification course", "certification exam",
        "certification class", "certified personal", "certified yoga", "certified welder", "recertification of license",
        "driver certification", "teaching certification", "certified copy", "certified public", "fmla", "first aid",
        "service animal", "certified interpreter", "certified medical interpreter", "certified athletic",
        "lsvt certified",
        "vitalstim certified", "mbsimp certified", "certified vestibular", "forklift", "scuba", "dive certification",
        "lifeguard", "notary", "work certification", "employment certification", "handicap placard",
    ])

    static let verbal = CueTable<Bool>([
        "verbal order", "verbal orders", "verbal certification", "verbal cert", "verbally certified", "verbal approval",
        "verbally approved", "telephone order", "phone order", "t.o.", "v.o.", "verbal authorization",
        "verbal consent of dr",
        "verbal ok", "verbal okay", "certified by phone", "certified by telephone", "certified verbally",
        "verbal agreement",
        "oral order", "oral certification", "phone certification", "telephone certification", "approved by phone",
        "approved verbally", "verbal plan approval",
    ])

    static let order = CueTable<Bool>([
        "signed order", "signed referral", "signed and dated order", "signed and dated referral", "signed, dated order",
        "signed, dated referral", "order on file", "referral on file", "signed physician order",
        "signed physician referral",
        "signed md order", "signed prescription", "signed script", "prescription on file", "script on file",
        "referral signed", "order signed", "prescription signed", "written order", "written referral",
        "physician order on file",
        "physician referral on file", "signed therapy order", "signed therapy referral", "signed rx", "rx on file",
        "signed outpatient order", "signed pt order", "signed ot order", "signed slp order", "signed pt referral",
        "signed ot referral", "signed slp referral", "signed and dated prescription", "dated and signed referral",
        "dated and signed order", "order/referral on file", "order / referral on file", "signed order/referral",
        "signed and dated order/referral", "dated, signed referral", "dated, signed order", "signed written order",
    ])

    static let sent = CueTable<Bool>([
        "faxed", "fax sent", "sent", "transmitted", "e-faxed", "efaxed", "e-mailed", "emailed", "mailed", "delivered",
        "routed",
        "forwarded", "uploaded", "transmission", "submitted", "fax confirmation", "fax confirmed", "sent via",
        "fax transmittal",
        "transmittal", "transmission report", "fax report", "proof of transmission", "transmission confirmation",
        "delivery confirmation", "fax",
    ])

    static let confirmation = CueTable<Bool>([
        "fax confirmation", "fax confirmed", "confirmation", "confirmation received", "confirmation on file",
        "confirmed",
        "receipt", "transmission report", "fax report", "delivery report", "delivery receipt", "proof of transmission",
        "proof of delivery", "read receipt", "successful transmission", "transmission successful", "transmittal",
        "transmission ok", "acknowledged", "acknowledgement", "acknowledgment", "fax log",
    ])

    static let plan = CueTable<Bool>([
        "plan", "poc", "plan of care", "evaluation", "eval", "certification", "cert", "certification form",
    ])

    static let delay = CueTable<Bool>([
        "delayed certification", "delayed cert", "delay in certification", "certification delayed", "cert delayed",
        "certification was delayed", "late certification", "certification late", "re-sent", "resent", "sent again",
        "re-faxed",
        "refaxed", "faxed again", "second request", "2nd request", "third request", "3rd request", "repeat request",
        "repeated requests", "multiple requests", "multiple attempts", "several attempts", "repeated attempts",
        "on leave", "on vacation", "on maternity leave",
        "on sabbatical", "on medical leave", "out of office", "out of the office", "out of town", "out of country",
        "was away", "was out", "was ill", "retired before", "left the practice", "left practice", "office closed",
        "practice closed", "reason for delay", "delay reason", "due to delay", "delay due to", "delayed because",
        "delayed due", "delayed by", "attempts to obtain", "attempted to obtain", "not returned despite",
        "follow-up calls",
        "followed up with office", "reminder sent", "reminders sent", "lost fax", "lost in", "misrouted", "wrong fax",
        "returned late", "late because", "late due to", "covering physician", "change of physician",
        "changed physicians",
        "lack of response", "no response from", "unreturned",
    ])

    static let open = CueTable<Bool>([
        "pending", "awaiting", "awaited", "not yet signed", "not signed", "not received", "not yet received",
        "unsigned",
        "to be signed", "requested", "sent for signature", "will be sent", "to be obtained", "outstanding",
        "not returned",
        "not yet returned", "has not been", "none", "please sign", "sign and return", "please return",
    ])

    /// The patient saw somebody.
    static let visit = CueTable<Bool>([
        "visit", "visited", "appointment", "appt", "follow up", "follow-up", "followup", "f/u", "saw", "seen by",
        "seen at", "sees", "seeing", "consult", "consulted", "consultation", "met with", "checkup", "check-up",
        "annual physical", "rechecked by", "examined by",
    ])

    static let approval = CueTable<Bool>([
        "signed", "signature", "/s/", "certify", "certified", "certifies", "recertified", "recertify", "approved",
        "approves", "approval", "esigned", "e-signed", "cosigned", "countersigned", "returned", "received",
        "reviewed this plan", "reviewed the plan", "reviewed plan", "reviewed poc", "agrees", "concurs",
        "certification", "recertification", "cert", "recert",
    ])

    static let dateCues: Set<String> = [
        "signed", "dated", "date", "on", "signature", "certified", "approved", "back", "returned", "received",
        "esigned",
        "recertified", "countersigned", "cosigned", "confirmed", "electronically",
    ]

    static let signing: Set<String> = [
        "signed", "cosigned", "countersigned", "esigned", "approved", "certified", "recertified", "returned", "certify",
    ]

    static let recertification: Set<String> = ["recertification", "recertify", "recert", "recertified", "recertifies"]

    static let stamped = CueTable<Bool>(["stamped", "signature stamp", "stamp", "rubber stamp"])

    static let expiry = CueTable<Bool>([
        "expires", "expired", "expire", "expiring", "ends", "ended", "end", "end date", "through", "thru", "until",
        "valid through", "valid until",
        "good through", "good until", "expiration", "valid to",
    ])
}
