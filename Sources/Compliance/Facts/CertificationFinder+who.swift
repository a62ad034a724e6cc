import Kernel

/// Who signs, and whether a sentence tells of a signature at all.
extension CertificationFinder {
    /// `plan of care cosigned by A. Marsh, CNS`, `Dr. Ott signed the POC`: a practitioner, the plan and a signature.
    func signsPlan(_ tokens: Range<Int>) -> Bool {
        // `DO signature: M. Adler, DO 9/12/24`
        if tokens.count < 20, tokens.contains(where: { note.key($0) == "signature" }),
            tokens.contains(where: { isPractitioner(at: $0) })
        {
            return true
        }
        return tokens.count < 40 && tokens.contains { ["plan", "poc"].contains(note.key($0)) }
            && tokens.contains { CertificationWords.signing.contains(note.key($0)) }
            && tokens.contains { note.key($0) == "dr" || isPractitioner(at: $0) }
    }

    /// A date with nothing beside it but its label.
    func isDateAlone(_ tokens: Range<Int>) -> Bool {
        guard let date = dates.dates(in: note.range(ofTokens: tokens)).first else { return false }
        let inside = note.tokens(in: date.range)
        return tokens.allSatisfy { at in
            inside.contains(at) || !note.tokens[at].isWord && !note.tokens[at].isNumber
                || ["date", "dated"].contains(note.key(at))
        }
    }

    /// `faxed to Dr. Ott for signature 3/4/24, awaiting return`: that was sent and has not come back.
    func isSentForSignature(_ tokens: Range<Int>) -> Bool {
        CertificationWords.sent.occurs(note, in: tokens) && CertificationWords.open.occurs(note, in: tokens)
            && !tokens.contains { CertificationWords.signing.contains(note.key($0)) }
    }

    func certifier(_ tokens: Range<Int>) -> Credential? {
        var found: [Credential] = []
        var at = tokens.lowerBound
        while at < tokens.upperBound {
            if let credential = credential(at: at), credential.kind != .other {
                found.append(credential)
                at = note.firstToken(from: credential.range.upperBound)
            } else {
                at += 1
            }
        }
        // `Physician:` is a label; a title behind the name says more
        return found.last { $0.range.count <= 8 || $0.kind != .physician } ?? found.last
    }

    /// `M. Ott, M.D. 3/4/24`: the credential that ends right before a date, whatever its points.
    func credential(endingBefore token: Int, from: Int) -> Credential? {
        var end = token
        while end > from, [",", "-", "\u{2013}", "\u{2014}", "(", "/", "|"].contains(note.key(end - 1)) { end -= 1 }
        for start in stride(from: end - 1, through: max(from, end - 6), by: -1) {
            guard let credential = credential(at: start), let (_, last) = Credential.read(note, at: start) else {
                continue
            }
            if last == end || last == end - 1 && note.key(end - 1) == "." { return credential }
        }
        return nil
    }

    func isPractitioner(at token: Int) -> Bool { credential(at: token)?.kind.isPractitioner ?? false }

    /// A credential behind a name, or a title in words that is no label.
    func credential(at: Int) -> Credential? {
        guard let (credential, end) = Credential.read(note, at: at) else { return nil }
        let token = note.tokens[at]
        let next = note.key(end)
        if token.range.count > 5 {
            return [":", "signature", "'s", "/"].contains(next)
                || ["the", "this", "by", "your"].contains(note.key(at - 1)) ? nil : credential
        }
        let isCapital =
            token.shape == .upper || token.shape == .mixed || token.shape == .capitalised && token.range.count == 1
        let isBehindName =
            at > 0 && (note.key(at - 1) == "," || note.tokens[at - 1].isWord && note.tokens[at - 1].shape != .lower)
        if isCapital { return isBehindName ? credential : nil }
        return note.key(at - 1) == "," ? credential : nil
    }
}
