import Kernel

/// Reads approvals, verbal orders, sendings and periods out of the clauses that speak of certification.
struct CertificationFinder {
    let note: NoteText
    private let outline: Outline
    let dates: NoteDates
    /// Code points of signatures of therapists and assistants, which certify nothing.
    private let authors: [Range<Int>]
    var found = Certification()

    static func find(
        _ note: NoteText, _ outline: Outline, _ dates: NoteDates, authors: [Range<Int>]
    ) -> Certification {
        var finder = CertificationFinder(note: note, outline: outline, dates: dates, authors: authors)
        for block in finder.blocks() { finder.read(block) }
        finder.orderAndSending()
        finder.found.delay = finder.found.delay ?? finder.delayElsewhere()
        return finder.found
    }

    /// Why it came late may stand apart, in a sentence that names the plan, its certification or who was to sign.
    private func delayElsewhere() -> Range<Int>? {
        note.sentences.first { sentence in
            let tokens = note.tokens(in: sentence)
            return CertificationWords.delay.occurs(note, in: tokens)
                && tokens.contains { Self.parties.contains(note.key($0)) }
        }
    }

    private static let parties: Set<String> = [
        "plan", "poc", "certification", "cert", "recertification", "signature", "physician", "doctor", "dr", "md",
        "np", "pa", "provider", "practitioner",
    ]

    private init(note: NoteText, outline: Outline, dates: NoteDates, authors: [Range<Int>]) {
        (self.note, self.outline, self.dates, self.authors) = (note, outline, dates, authors)
    }

    // MARK: where

    /// Sentences that belong together: those of a section of certification, or one that speaks of it with those behind it
    /// that go on about the signature.
    private func blocks() -> [[Range<Int>]] {
        var blocks: [[Range<Int>]] = []
        var open = false
        for sentence in note.sentences {
            let tokens = note.tokens(in: sentence)
            guard !tokens.isEmpty, !isAuthors(sentence), !isOther(tokens) else {
                open = open && !tokens.isEmpty && isOther(tokens)
                continue
            }
            let section = outline.section(at: sentence.lowerBound)
            // a heading says nothing; a signature may follow below it
            if !section.heading.isEmpty, section.heading.lowerBound >= sentence.lowerBound,
                sentence.upperBound <= section.body.lowerBound
            {
                open = false
                continue
            }
            let isAbout =
                section.kind == .certification || CertificationWords.about.occurs(note, in: tokens)
                || CertificationWords.verbal.occurs(note, in: tokens) || signsPlan(tokens)
            if open, isAbout || goesOn(tokens), !startsParagraph(tokens.lowerBound) || isAbout {
                blocks[blocks.count - 1].append(sentence)
            } else if isAbout {
                blocks.append([sentence])
                open = true
            } else {
                open = false
            }
        }
        return blocks
    }

    private func isAuthors(_ sentence: Range<Int>) -> Bool {
        // `Signature on file: I. Halvorsen, MD` below the heading is the practitioner's
        if outline.section(at: sentence.lowerBound).kind == .certification,
            note.tokens(in: sentence).contains(where: { isPractitioner(at: $0) })
        {
            return false
        }
        return authors.contains { $0.lowerBound < sentence.upperBound && $0.upperBound > sentence.lowerBound }
            && !CertificationWords.about.occurs(note, in: note.tokens(in: sentence))
    }

    private func isOther(_ tokens: Range<Int>) -> Bool {
        CertificationWords.other.occurs(note, in: tokens) && !CertificationWords.plan.occurs(note, in: tokens)
            || CertificationWords.other.occurs(note, in: tokens)
                && !tokens.contains { ["plan", "poc"].contains(note.key($0)) }
    }

    /// Begins like a signature, is a date and nothing else, or names a practitioner.
    private func goesOn(_ tokens: Range<Int>) -> Bool {
        if isDateAlone(tokens) { return true }
        if Self.signing.match(note, at: tokens.lowerBound) != nil { return true }
        return tokens.count < 24 && tokens.contains { credential(at: $0)?.kind.isPractitioner == true }
    }

    private func startsParagraph(_ token: Int) -> Bool {
        token >= 2 && note.tokens[token - 1].kind == .lineBreak && note.tokens[token - 2].kind == .lineBreak
    }

    private static let signing = CueTable<Bool>([
        "physician", "provider", "md", "signature", "signed", "date", "dated", "dr", "name", "npp", "practitioner",
        "npi",
        "electronically", "returned", "received", "x", "doctor", "prescriber", "referring",
    ])

    /// A sentence below the heading may be about something else.
    private static let speaks = CueTable<Bool>([
        "certification", "certify", "certified", "certifies", "cert", "certifier", "certifying", "recertification",
        "recert",
        "recertified", "recertify", "approved", "approval", "approve", "signed", "signature", "countersigned",
        "cosigned",
        "/s/", "reviewed", "returned", "received", "plan", "poc", "pending", "awaiting", "re-sent", "resent", "faxed",
    ])

    // MARK: one block

    private mutating func read(_ block: [Range<Int>]) {
        guard let first = block.first, let last = block.last else { return }
        let whole = note.tokens(in: first.lowerBound..<last.upperBound)
        guard
            Self.speaks.occurs(note, in: whole) || CertificationWords.verbal.occurs(note, in: whole)
                || certifier(whole) != nil
        else { return }
        let isRecertification =
            whole.contains { CertificationWords.recertification.contains(note.key($0)) }
            || whole.contains { note.key($0) == "re" && ["certification", "cert"].contains(note.key($0 + 2)) }
        if let delay = CertificationWords.delay.first(note, in: whole), found.delay == nil {
            found.delay = note.sentence(at: note.tokens[delay.lowerBound].range.lowerBound)
        }
        var unused: [FoundDate] = []
        let credential = certifier(whole)
        for sentence in block { unused += assign(datesOf: sentence, hasCertifier: credential != nil) }
        let isStamped = CertificationWords.stamped.occurs(note, in: whole)
        let hasBlank = whole.contains { note.key($0) == "_" && note.key($0 + 1) == "_" }
        let range = first.lowerBound..<last.upperBound
        for date in unused {
            let clause = note.sentence(at: date.range.lowerBound)
            found.approvals.append(
                Certification.Approval(
                    range: clause.lowerBound == first.lowerBound || block.count == 1 ? clause : range, date: date.date,
                    dateRange: date.range, credential: credential, isRecertification: isRecertification,
                    isStamped: isStamped))
        }
        if !unused.isEmpty { return }
        if hasBlank || CertificationWords.open.occurs(note, in: whole) {
            found.open = found.open ?? range
        } else if credential != nil, isSigned(whole) {
            found.approvals.append(
                Certification.Approval(
                    range: range, date: nil, dateRange: nil, credential: credential,
                    isRecertification: isRecertification,
                    isStamped: isStamped))
        }
    }

    private func isSigned(_ tokens: Range<Int>) -> Bool {
        guard let at = tokens.first(where: { Self.signed.match(note, at: $0) != nil }) else { return false }
        return !Negation.isNegated(note.tokens[at].range, in: note)
    }

    private static let signed = CueTable<Bool>([
        "signed", "/s/", "certify", "certified", "approved", "esigned", "e-signed", "countersigned", "cosigned",
        "cert signature",
    ])

    /// Sorts a sentence's dates; gives back those of a signature.
    private mutating func assign(datesOf sentence: Range<Int>, hasCertifier: Bool) -> [FoundDate] {
        let all = dates.dates(in: sentence).filter { $0.precision == .day || $0.precision == .monthDay }
        let tokens = note.tokens(in: sentence)
        if isVisit(tokens) || isSentForSignature(tokens) { return [] }
        if hasCertifier, all.count == 1, isDateAlone(tokens) { return all }
        var signatures: [FoundDate] = []
        let verbal = CertificationWords.verbal.first(note, in: tokens)
        if let verbal, found.verbal == nil {
            let date = all.first { isVerbal($0, behind: verbal) }
            found.verbal = Certification.Dated(range: sentence, date: date?.date)
        }
        var skip = false
        for (index, date) in all.enumerated() {
            if skip {
                skip = false
                continue
            }
            let token = note.firstToken(from: date.range.lowerBound)
            if let verbal, isVerbal(date, behind: verbal), date.date == found.verbal?.date { continue }
            if index + 1 < all.count, isRange(date.range.upperBound..<all[index + 1].range.lowerBound) {
                if let from = date.date, let to = all[index + 1].date, from < to {
                    found.intervals.append(
                        Certification.Interval(
                            range: date.range.lowerBound..<all[index + 1].range.upperBound, from: from, to: to))
                }
                skip = true
                continue
            }
            switch role(of: token, in: tokens) {
            case .signing: signatures.append(date)
            case .expiry:
                if let to = date.date {
                    found.intervals.append(Certification.Interval(range: date.range, from: nil, to: to))
                }
            case .other: break
            }
        }
        return signatures.filter { !Negation.isNegated($0.range, in: note) }
    }

    /// An appointment with the practitioner, without a word of signing besides the heading's, certifies nothing.
    private func isVisit(_ tokens: Range<Int>) -> Bool {
        guard CertificationWords.visit.occurs(note, in: tokens) else { return false }
        let headings = outline.sections.map(\.heading)
        return !tokens.contains { at in
            (CertificationWords.approval.match(note, at: at) != nil
                || CertificationWords.verbal.match(note, at: at) != nil)
                && !headings.contains { $0.contains(note.tokens[at].range.lowerBound) }
        }
    }

    private func isVerbal(_ date: FoundDate, behind cue: Range<Int>) -> Bool {
        let token = note.firstToken(from: date.range.lowerBound)
        guard token >= cue.upperBound else {
            // `8/1/24 verbal order received`
            return cue.lowerBound - note.firstToken(from: date.range.upperBound) <= 2
        }
        return !(cue.upperBound..<token).contains {
            ["signed", "signature", "countersigned", "cosigned", "written", ";"].contains(note.key($0))
        }
    }

    private func isRange(_ between: Range<Int>) -> Bool {
        let keys = note.tokens[note.tokens(in: between)].map(\.key)
        return between.count <= 12
            && keys.contains { ["-", "\u{2013}", "\u{2014}", "to", "thru", "through"].contains($0) } && keys.count <= 2
    }

    private enum DateRole { case signing, expiry, other }

    /// The nearest word before a date decides what happened then.
    private func role(of token: Int, in tokens: Range<Int>) -> DateRole {
        var at = token - 1
        var isFirst = true
        while at >= tokens.lowerBound, token - at <= 14 {
            if note.key(at) == ";" { break }
            if let (_, end) = CertificationWords.expiry.match(note, at: at), end <= token { return .expiry }
            // `signed plan back from Dr. Lund 8/19/25`
            let isBack = note.key(at) == "from" && signsPlan(tokens)
            if Self.otherEvents.contains(note.key(at)), !isBack { return .other }
            if CertificationWords.dateCues.contains(note.key(at)) { return .signing }
            if isFirst, let credential = credential(endingBefore: token, from: tokens.lowerBound),
                credential.kind != .other,
                // beside a practitioner's, a therapist's date is the plan's own
                credential.kind.isPractitioner || !tokens.contains(where: { isPractitioner(at: $0) })
            {
                return .signing
            }
            if note.tokens[at].isWord { isFirst = false }
            at -= 1
        }
        // `3/20/24 Dr. Ott signed the plan`
        if signsPlan(tokens), token <= tokens.lowerBound + 1 { return .signing }
        // `Cert signature: Ian Moreau, Chiropractor, 1/5/25`
        let isSignature = (tokens.lowerBound..<token).contains {
            ["signature", "/s/", "physician", "md", "dr"].contains(note.key($0))
        }
        return isSignature ? .signing : .other
    }

    private static let otherEvents: Set<String> = [
        "sent", "resent", "faxed", "refaxed", "mailed", "emailed", "transmitted", "forwarded", "routed", "due",
        "requested",
        "request", "submitted", "delivered", "uploaded", "called", "began", "start", "starting", "soc", "evaluation",
        "eval",
        "effective", "referred", "born", "dob", "order", "from", "by:",
    ]
}
