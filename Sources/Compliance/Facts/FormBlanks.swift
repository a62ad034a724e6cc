/// Blanks that are meant to be empty: lines of a printed form to sign, name or date on.
extension UnfilledTemplate {
    /// Words that make a blank a place to sign wherever they stand before it.
    private static let signing: Set<String> = [
        "signature", "signatures", "signed", "sign", "signer", "cosign", "cosigned", "cosigner", "cosignature",
        "countersigned", "certify", "certified", "certifying", "certification", "recertification", "agree", "approve",
        "approved", "approval", "witness", "initials", "npi", "license", "lic", "printed", "print", "credentials",
        "supervising", "supervisor", "acknowledge", "consent",
    ]
    /// Words that do so as the last of a label.
    private static let labels: Set<String> = [
        "physician", "physician's", "md", "npp", "provider", "provider's", "practitioner", "dr", "doctor", "therapist",
        "clinician", "surgeon", "guardian", "party", "representative", "name", "title", "pathologist", "client",
        "caregiver", "parent", "agent", "staff", "x",
    ]
    /// Words of a form that alone make no place to sign: `Date of onset: ____` is unfilled.
    private static let weak: Set<String> = ["date", "dated", "time", "by", "the", "at"]

    /// A line to write a name, a signature or a date on, or a ruler across the page.
    func isForm(_ run: Range<Int>) -> Bool {
        let line = note.tokensOfLine(run.lowerBound)
        if line.allSatisfy({ note.tokens[$0].kind == .symbol }) { return true }
        let range = note.range(ofTokens: run)
        if signatures.contains(where: { $0.state == .blank && abs($0.range.upperBound - range.lowerBound) < 60 }) {
            return true
        }
        if isProfessional(behind: run.upperBound, line) { return true }
        return isForm(run.lowerBound, line)
    }

    /// The words between the blank before, or the line's start, and this one; with none or only `Date` among them it is
    /// what the blank before is.
    private func isForm(_ run: Int, _ line: Range<Int>) -> Bool {
        var start = run
        while start > line.lowerBound, !note.tokens[start - 1].isSymbol("_") { start -= 1 }
        let words = (start..<run).filter { note.tokens[$0].isWord }
        let keys = words.map(note.key)
        if keys.contains(where: Self.signing.contains) { return true }
        if let last = keys.last, Self.labels.contains(last) || isLabel(keys, before: run) { return true }
        if let last = words.last, isProfessional(last) { return true }
        guard keys.allSatisfy(Self.weak.contains) else { return false }
        if start == line.lowerBound { return !keys.isEmpty && isBelowForm(line) }
        var before = start
        while before > line.lowerBound, note.tokens[before - 1].isSymbol("_") { before -= 1 }
        return isForm(before, line)
    }

    /// `Physician comments:`, of at most four words.
    private func isLabel(_ keys: [String], before run: Int) -> Bool {
        keys.count <= 4 && note.key(run - 1) == ":" && Self.labels.contains(keys.first ?? "")
            && !["name", "client", "x"].contains(keys.first ?? "")
    }

    /// `Date: ______` under a line that is signed or to be signed.
    private func isBelowForm(_ line: Range<Int>) -> Bool {
        let end = note.tokens[line.lowerBound].range.lowerBound
        return signatures.contains { $0.range.upperBound <= end && end - $0.range.upperBound < 80 }
    }

    /// Letters of a profession that end a name: `Jane Roe, PT ________`.
    private func isProfessional(_ last: Int) -> Bool {
        (max(0, last - 4)...last).contains { at in
            guard note.tokens[at].shape == .upper, let (credential, end) = Credential.read(note, at: at),
                end == last + 1
            else { return false }
            return credential.kind != .other && note.key(at - 1) == ","
        }
    }

    /// `_________ MD`, `________ RN`: nothing but a date follows.
    private func isProfessional(behind end: Int, _ line: Range<Int>) -> Bool {
        guard end < line.upperBound, note.tokens[end].shape == .upper,
            let (credential, next) = Credential.read(note, at: end), credential.kind != .other
        else { return false }
        return (next..<max(next, line.upperBound)).allSatisfy {
            !note.tokens[$0].isWord || Self.weak.contains(note.key($0))
        }
    }
}
