/// Signatures without a cue: names with letters that tell a profession, one or more on a line of the note's last part.
extension SignatureReader {
    /// Words of a signature's cell besides name, letters and date.
    private static let closing: Set<String> = [
        "on", "at", "date", "time", "am", "pm", "lic", "license", "licence", "npi", "no", "number", "dated", "signed",
        "state", "est", "cst", "mst", "pst", "edt", "cdt", "mdt", "pdt", "of", "the", "electronically", "electronic",
        "digitally", "digital", "esigned", "esign", "sign", "signature", "authenticated", "verified", "finalized",
    ]
    private static let signing: Set<String> = [
        "signed", "sign", "esigned", "esign", "electronic", "electronically", "digitally", "digital", "authenticated",
    ]
    /// Words of a label before a name: `Treating PT:`, `Student:`.
    private static let roles: Set<String> = [
        "student", "intern", "therapist", "clinician", "provider", "pt", "ot", "slp", "st", "pta", "cota", "ota",
        "treating", "evaluating", "primary", "physical", "occupational", "speech", "language", "pathologist",
        "assistant", "author", "supervising", "supervisor",
    ]

    func trailing() -> [Signature] {
        var found: [Signature] = []
        let from = note.lines.count * 3 / 5
        for line in note.lines[max(0, from)...].filter({ !$0.isEmpty }).suffix(14) {
            let tokens = note.tokens(in: line)
            guard tokens.count <= 60 else { continue }
            var at: Int? = tokens.lowerBound
            while let start = at, start < tokens.upperBound {
                guard let (signature, end) = cell(start, isFirst: start == tokens.lowerBound) else { break }
                if let signature { found.append(signature) }
                at = end
            }
        }
        return found
    }

    /// One person's part of a line, and the token where the next one's may begin.
    private func cell(_ start: Int, isFirst: Bool) -> (Signature?, Int)? {
        var first = start
        while first < note.tokens.count, note.tokens[first].kind == .symbol { first += 1 }
        let own = first
        guard first < note.tokens.count else { return nil }
        if let date = dates.dates(in: note.tokens[first].range).first {
            first = note.firstToken(from: date.range.upperBound)
            while first < note.tokens.count, note.tokens[first].kind == .symbol { first += 1 }
        }
        let label = label(first)
        first = label?.end ?? first
        guard note.tokens.indices.contains(first), note.tokens[first].isWord,
            SignatureCue.table.match(note, at: first) == nil, let signer = named(first, crossed: false),
            signer.profession != nil, let name = signer.name, name.count >= 2,
            let end = signatureEnd(signer.tokens.upperBound), !isOpen(signer.tokens.upperBound)
        else { return nil }
        let rest = signer.tokens.upperBound..<max(signer.tokens.upperBound, end)
        let isSaid = rest.contains { Self.signing.contains(note.key($0)) }
        let date = date(
            after: signer.tokens.upperBound, cue: own..<(own + 1),
            before: end < note.tokens.count && note.tokens[end].kind != .lineBreak ? end : nil)
        let isCapital = name.allSatisfy { !note.tokens[$0].isWord || note.tokens[$0].shape != .lower }
        guard isCapital || !hasCapitals || date != nil && isTypedInLowerCase(signer, name) else { return nil }
        // a supervisor who is only named has not signed
        if label?.isSupervisor == true, date == nil, !isSaid { return (nil, end) }
        let start = note.tokens[first].range.lowerBound
        let words = note.range(ofTokens: first..<signer.tokens.upperBound)
        let last = date.map { $0.range.upperBound < words.upperBound + 80 ? $0.range.upperBound : 0 } ?? 0
        let signature = Signature(
            range: start..<max(words.upperBound, last), name: note.range(ofTokens: name),
            credentials: signer.credentials, date: date,
            state: rest.contains { note.key($0).hasPrefix("electronic") || note.key($0) == "e" }
                ? .electronic : .signed,
            role: signer.role(cue: label?.isSupervisor == true ? .cosigner : .author, isPhysicians: false))
        return (signature, end)
    }

    /// `Supervising PT:`; nil where no colon follows words for a role.
    private func label(_ start: Int) -> (end: Int, isSupervisor: Bool)? {
        var at = start
        while at < start + 4, Self.roles.contains(note.key(at)) { at += 1 }
        guard at > start, note.key(at) == ":" else { return nil }
        let isSupervisor = (start..<at).contains { note.key($0).hasPrefix("supervis") }
        return (at + 1, isSupervisor)
    }

    /// The rest of the line says that this is not final.
    private func isOpen(_ end: Int) -> Bool {
        note.tokens(from: end, atMost: 20).contains { at in
            switch SignatureCue.table.match(note, at: at)?.meaning {
            case .pending, .negated: true
            default: false
            }
        }
    }

    /// The token where a signature's cell ends: the end of its line, or where someone else's begins; nil when the line
    /// goes on with something else.
    func signatureEnd(_ start: Int) -> Int? {
        let line = note.tokens(from: start, atMost: 40)
        var at = start
        var isDated = false
        while at < line.upperBound {
            let token = note.tokens[at]
            if at > start, isWideGap(before: at), isDated || beginsCell(at) { return at }
            if token.isSymbol("("), let close = (at..<line.upperBound).first(where: { note.key($0) == ")" }) {
                at = close + 1
            } else if let date = dates.dates(in: token.range).first {
                isDated = true
                at = max(at + 1, note.firstToken(from: date.range.upperBound))
            } else if token.kind == .symbol {
                // behind a date a dash or a comma may begin a remark
                if isDated, token.isSymbol("-") || token.isSymbol("–") || token.isSymbol("|"), at + 1 < line.upperBound,
                    !note.tokens[at - 1].touches(token)
                {
                    return at + 1
                }
                if [";", "/", ".", "&", "|", ","].contains(token.key), at + 1 < line.upperBound, beginsCell(at + 1) {
                    return at + 1
                }
                at += 1
            } else if let (_, end) = Credential.read(note, at: at), !beginsCell(at) {
                at = end
            } else if !token.isWord || token.range.count <= 2 || Self.closing.contains(token.key)
                || CivilMonth.isName(token.key)
                || ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(
                    token.key.prefix(3)) && token.key.hasSuffix("day")
            {
                at += 1
            } else {
                return nil
            }
        }
        return line.upperBound
    }

    private func isWideGap(before at: Int) -> Bool {
        note.tokens[at].range.lowerBound - note.tokens[at - 1].range.upperBound >= 2
    }

    /// Another signature, or a label that announces one.
    private func beginsCell(_ at: Int) -> Bool {
        if let (cue, _) = SignatureCue.table.match(note, at: at) {
            if case .given(_, .author) = cue { return false }
            return true
        }
        if let label = label(at) { return label.end > at }
        guard note.tokens[at].isWord, note.tokens[at].shape != .lower || !hasCapitals, note.tokens[at].range.count > 1,
            Credential.read(note, at: at) == nil
        else { return false }
        return named(at, crossed: false)?.profession != nil
    }
}

extension SignatureReader {
    /// `jo marsh, pt, dpt` in a note that has capitals elsewhere: a name of two or three words with letters behind it that
    /// nothing else has; `pt` alone may be the patient.
    private func isTypedInLowerCase(_ signer: Signer, _ name: Range<Int>) -> Bool {
        guard name.count(where: { note.tokens[$0].isWord }) <= 3,
            name.allSatisfy({ note.tokens[$0].isWord || note.key($0) == "." })
        else { return false }
        let isTelling = signer.credentials.contains {
            !["pt", "ot", "st"].contains(note.string($0.range).lowercased()) && $0.kind != .other
        }
        return isTelling || note.key(name.upperBound) == "," && signer.credentials.count > 1
    }
}
