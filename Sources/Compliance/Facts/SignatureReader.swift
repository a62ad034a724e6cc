/// Finds every signature of a note, and the words that say one is missing.
struct SignatureReader {
    let note: NoteText
    let dates: NoteDates
    /// False for a note typed without capitals but for abbreviations: names cannot be told by their shape there.
    let hasCapitals: Bool

    init(note: NoteText, dates: NoteDates) {
        self.note = note
        self.dates = dates
        let words = note.tokens.filter { $0.isWord && $0.range.count > 1 }
        hasCapitals =
            words.contains { $0.shape == .capitalised } || words.count { $0.shape == .upper } * 3 > words.count
    }

    static func read(_ note: NoteText, dates: NoteDates) -> [Signature] {
        let reader = SignatureReader(note: note, dates: dates)
        let cued = reader.cued()
        let loose = reader.trailing().filter { line in !cued.contains { $0.range.overlaps(line.range) } }
        return (cued + loose).sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    private func cued() -> [Signature] {
        var found: [Signature] = []
        var at = 0
        while at < note.tokens.count {
            guard let (cue, end) = SignatureCue.table.match(note, at: at) else {
                at += 1
                continue
            }
            if let signature = signature(cue, at..<end) {
                found.append(signature)
                at = max(end, note.firstToken(from: signature.range.upperBound))
            } else {
                at = end
            }
        }
        return found
    }

    private func signature(_ cue: SignatureCue, _ tokens: Range<Int>) -> Signature? {
        switch cue {
        case .given(let state, let role): return given(state, role, tokens)
        case .byline:
            guard let signer = signer(after: tokens.upperBound), signer.profession != nil,
                signatureEnd(signer.tokens.upperBound) != nil
            else { return nil }
            return signature(tokens, signer, state: .signed, role: .author)
        case .consent: return mark(tokens, .consent, role: .author)
        case .negated, .pending:
            // a form that the patient has not signed says nothing about the note
            if isConsent(tokens) { return mark(tokens, .consent, role: .author) }
            return mark(tokens, isNegated(cue) ? .negated : .pending, role: roleOfAbsent(tokens))
        case .stamped:
            if ["time", "date", "timestamp"].contains(note.key(tokens.lowerBound - 1)) || isForDisability(tokens) {
                return nil
            }
            return mark(tokens, .stamped, role: roleOfAbsent(tokens))
        case .draft: return isDraft(tokens) ? mark(tokens, .draft, role: .author) : nil
        }
    }

    private func isNegated(_ cue: SignatureCue) -> Bool { if case .negated = cue { true } else { false } }

    private func given(_ state: Signature.State, _ role: Signature.Role, _ tokens: Range<Int>) -> Signature? {
        if isConsent(tokens) { return mark(tokens, .consent, role: .author) }
        let bracket = behindBracket(tokens.upperBound)
        if let signer = signer(after: tokens.upperBound), bracket == nil || signer.profession != nil {
            return signature(tokens, signer, state: state, role: role)
        }
        if let bracket, let signer = signer(after: bracket) {
            return signature(tokens, signer, state: state, role: role)
        }
        // a label with a colon or a line to write on, and nothing there
        let rest = note.tokens(from: bracket ?? tokens.upperBound, atMost: 12)
        let isLine = rest.contains { note.tokens[$0].isSymbol("_") }
        let isLabel = note.key(tokens.lowerBound).hasPrefix("sign") || tokens.count > 1
        let isEmpty =
            note.key(rest.lowerBound) == ":" && (rest.count == 1 || note.key(rest.lowerBound + 1) == "date")
        guard isLabel, isLine && underscoreComesFirst(rest) || isEmpty else { return nil }
        return mark(tokens, .blank, role: role)
    }

    /// The token behind what a form says in brackets: `SIGNATURE (professional establishing POC):`.
    private func behindBracket(_ open: Int) -> Int? {
        guard note.key(open) == "(" else { return nil }
        return note.tokens(from: open, atMost: 14).first { note.key($0) == ")" }.map { $0 + 1 }
    }

    private func underscoreComesFirst(_ tokens: Range<Int>) -> Bool {
        for at in tokens where !note.tokens[at].isSymbol(":") && !note.tokens[at].isSymbol("/") {
            let key = note.tokens[at].key
            if key == "_" { return true }
            if ![
                "credentials", "credential", "title", "date", "&", "and", "(", ")", "npp", "of", "therapist",
                "clinician",
            ].contains(key) {
                return false
            }
        }
        return false
    }

    private func mark(_ tokens: Range<Int>, _ state: Signature.State, role: Signature.Role) -> Signature {
        Signature(range: note.range(ofTokens: tokens), name: nil, credentials: [], date: nil, state: state, role: role)
    }

    private func signature(
        _ cue: Range<Int>, _ signer: Signer, state: Signature.State, role: Signature.Role
    ) -> Signature {
        let date = date(after: signer.tokens.upperBound, cue: cue)
        let words = note.range(ofTokens: min(cue.lowerBound, signer.tokens.lowerBound)..<signer.tokens.upperBound)
        let range = words.lowerBound..<max(words.upperBound, min(date?.range.upperBound ?? 0, words.upperBound + 80))
        return Signature(
            range: range, name: signer.name.map(note.range(ofTokens:)), credentials: signer.credentials, date: date,
            state: state,
            role: signer.role(cue: role, isPhysicians: isPhysicians(cue)))
    }

    /// `Certification … signed by`, `POC signed by`: the practitioner's, when no therapist's letters say otherwise.
    private func isPhysicians(_ cue: Range<Int>) -> Bool {
        note.tokens(before: cue.lowerBound, atMost: 4).contains {
            SignatureCue.practitionerWords.contains(note.key($0))
        }
    }

    /// Whose signature is missing: the practitioner's when the clause names one.
    private func roleOfAbsent(_ cue: Range<Int>) -> Signature.Role {
        let clause = note.clause(around: cue)
        let near = max(clause.lowerBound, cue.lowerBound - 8)..<min(clause.upperBound, cue.upperBound + 6)
        return near.contains { SignatureCue.practitionerWords.contains(note.key($0)) } ? .certifier : .author
    }

    private func isConsent(_ cue: Range<Int>) -> Bool {
        let clause = note.clause(around: cue)
        let near = max(clause.lowerBound, cue.lowerBound - 4)..<min(clause.upperBound, cue.upperBound + 4)
        return near.contains {
            ["consent", "consents", "hipaa", "abn", "waiver", "paperwork", "portal", "release", "intake"].contains(
                note.key($0))
        }
    }

    private func isForDisability(_ cue: Range<Int>) -> Bool {
        note.clause(around: cue).contains { note.key($0).hasPrefix("disab") }
    }

    private func isDraft(_ cue: Range<Int>) -> Bool {
        let (before, after) = (note.key(cue.lowerBound - 1), note.key(cue.upperBound))
        if ["[", "(", "<", "*", "{"].contains(before), ["]", ")", ">", "*", "}"].contains(after) { return true }
        if SignatureCue.documentWords.contains(after) || SignatureCue.documentWords.contains(before) { return true }
        if before == ":" && SignatureCue.documentWords.contains(note.key(cue.lowerBound - 2)) { return true }
        if before == "as" || before == "in",
            note.key(cue.lowerBound - 2) == "saved" || note.key(cue.lowerBound - 2) == "still"
        {
            return true
        }
        let line = note.tokensOfLine(cue.lowerBound)
        let isAlone = line.allSatisfy { cue.contains($0) || note.tokens[$0].kind == .symbol }
        let isShout = note.tokens[cue.lowerBound].shape == .upper && line.contains { note.tokens[$0].shape == .lower }
        return isAlone
            || (isShout && (before == "\n" || before.isEmpty || after == "\n" || after.isEmpty || after == "-"))
    }
}
