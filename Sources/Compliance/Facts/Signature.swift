/// Something in a note that is, or stands where one expects, a signature.
package struct Signature: Sendable {
    package enum State: String, Sendable {
        /// By hand or typed (`/s/`), with a name.
        case signed
        /// By the record system, with a name.
        case electronic
        /// A line to sign on, and nothing on it.
        case blank
        case draft
        /// Announced, not given: `awaiting signature`, `pending co-sign`.
        case pending
        /// A stamp (Medicare Program Integrity Manual, chapter 3, 3.3.2.4 accepts one for a disability alone).
        case stamped
        /// The patient's or a relative's, to a consent or a form.
        case consent
        /// `not signed`.
        case negated
    }

    package enum Role: String, Sendable {
        case author
        /// Physician or nonphysician practitioner.
        case certifier
        case cosigner
        /// An assistant, student or aide who signs as the author.
        case assistant
    }

    /// Code points, from the cue to the last of name, credentials and date.
    package let range: Range<Int>
    package let name: Range<Int>?
    package let credentials: [Credential]
    package let date: FoundDate?
    package let state: State
    package let role: Role

    /// A name was put to the note.
    package var isGiven: Bool { (state == .signed || state == .electronic) && name != nil }
    /// The first credential that tells a profession; a student's or aide's word outranks the degree beside it.
    package var profession: Credential.Kind? {
        credentials.first { $0.kind.isUnskilled }?.kind ?? credentials.first { $0.kind.isAssistant }?.kind
            ?? credentials.first { $0.kind != .other }?.kind
    }
    package var isByClinician: Bool { isGiven && profession?.isClinician == true }
}

extension [Signature] {
    /// Signatures that speak for who wrote the note: not the certifying practitioner's, not the patient's.
    package var ofAuthors: [Signature] { filter { $0.role != .certifier && $0.state != .consent } }
    /// A clinician (PT, OT or SLP) signed as author or cosigner.
    package var clinician: Signature? { first { $0.role != .certifier && $0.isByClinician } }
    /// An assistant, student or aide signed, and no clinician did.
    package var assistantAlone: Signature? {
        guard clinician == nil else { return nil }
        return first { $0.isGiven && ($0.profession?.isAssistant == true || $0.profession?.isUnskilled == true) }
    }
    /// Words that say the note is not final: a draft, an announced, a missing or a denied signature of the author.
    package var openIssue: Signature? {
        first { $0.role != .certifier && ($0.state == .draft || $0.state == .pending || $0.state == .negated) }
    }
}
