/// A name with the letters behind it.
struct Signer {
    /// Name and credentials together.
    let tokens: Range<Int>
    let name: Range<Int>?
    let credentials: [Credential]
    let hasDoctorTitle: Bool

    var profession: Credential.Kind? { credentials.first { $0.kind != .other }?.kind }

    func role(cue: Signature.Role, isPhysicians: Bool) -> Signature.Role {
        let kinds = credentials.map(\.kind)
        let isTherapist = kinds.contains { $0.isClinician }
        if cue == .certifier, !isTherapist { return .certifier }
        if kinds.contains(where: { $0.isAssistant || $0.isUnskilled }) {
            return cue == .cosigner ? .cosigner : .assistant
        }
        if !isTherapist, kinds.contains(where: \.isPractitioner) || hasDoctorTitle || isPhysicians { return .certifier }
        return cue == .certifier ? .author : cue
    }
}

extension SignatureReader {
    private static let titles: Set<String> = ["dr", "mr", "mrs", "ms", "miss", "prof"]
    private static let beforeProfession: Set<String> = [
        "licensed", "certified", "registered", "lic", "supervising", "staff", "doctor",
    ]

    /// Name and credentials from token `start` on: behind signs, a date with `by`, or on the next line.
    func signer(after start: Int) -> Signer? {
        var at = start
        var crossed = false
        while at < note.tokens.count {
            let token = note.tokens[at]
            if token.kind == .lineBreak {
                if crossed { return nil }
                crossed = true
            } else if token.isSymbol("_") {
                // a rule to write on: what follows is a printed name at most
                return nil
            } else if token.kind == .symbol && !token.isSymbol("[") {
                if token.key == "." && at == start { return nil }
            } else {
                break
            }
            at += 1
        }
        guard at < note.tokens.count else { return nil }
        if note.tokens[at].isNumber || CivilMonth.isName(note.key(at)) || note.key(at) == "on" {
            // signed 3/4/25 14:32 by …
            guard !crossed else { return nil }
            let line = note.tokens(from: at, atMost: 14)
            guard let by = line.first(where: { note.key($0) == "by" }) else { return nil }
            return named(by + 1, crossed: false)
        }
        return named(at, crossed: crossed)
    }

    func named(_ start: Int, crossed: Bool) -> Signer? {
        guard start < note.tokens.count else { return nil }
        var at = start
        var hasDoctorTitle = false
        while Self.titles.contains(note.key(at)) || (note.key(at) == "." && at > start) {
            hasDoctorTitle = hasDoctorTitle || note.key(at) == "dr"
            at += 1
        }
        let nameStart = at
        var words = 0
        var nameEnd = at
        while at < note.tokens.count, words < 6 {
            let token = note.tokens[at]
            if token.kind == .symbol {
                guard words > 0, ["-", ".", "'", "\""].contains(token.key) || isSurnameFirst(at) else { break }
                // an initial's full stop, a double name's hyphen; any other full stop ends the name
                if token.key == ".", note.tokens[at - 1].range.count > 2, note.key(at - 1) != "jr",
                    note.key(at - 1) != "sr"
                {
                    break
                }
                at += 1
                continue
            }
            guard token.isWord, isInitial(at) || !SignatureCue.notNames.contains(token.key) else { break }
            if words > 0, isCredential(at, words: words) { break }
            if words == 0, let (credential, _) = Credential.read(note, at: at), credential.kind != .other,
                token.shape == .upper
            {
                break
            }
            if words > 0, Self.beforeProfession.contains(token.key) { break }
            words += 1
            at += 1
            nameEnd = at
        }
        let (credentials, end) = credentials(from: nameEnd)
        guard words > 0 else { return nil }
        let isPlausible = note.tokens[nameStart].shape != .lower || !credentials.isEmpty || !hasCapitals
        guard isPlausible, !crossed || !credentials.isEmpty else { return nil }
        if nameEnd - nameStart == 1, note.tokens[nameStart].range.count == 1 { return nil }
        return Signer(
            tokens: nameStart..<max(nameEnd, end), name: nameStart..<nameEnd, credentials: credentials,
            hasDoctorTitle: hasDoctorTitle)
    }

    private func isInitial(_ at: Int) -> Bool {
        note.tokens[at].range.count == 1 && note.key(at + 1) == "." && note.tokens[at].touches(note.tokens[at + 1])
    }

    /// `Kim, Mary PT`: a comma inside the name.
    private func isSurnameFirst(_ comma: Int) -> Bool {
        guard note.tokens[comma].isSymbol(","), comma + 1 < note.tokens.count, note.tokens[comma + 1].isWord else {
            return false
        }
        return Credential.read(note, at: comma + 1) == nil && note.tokens[comma + 1].shape == .capitalised
            && !SignatureCue.notNames.contains(note.key(comma + 1))
            && !Self.beforeProfession.contains(note.key(comma + 1))
            && Credential.read(note, at: comma + 2) != nil
    }

    /// Letters behind a name, not a short surname such as Do, Ma or Ot: a comma parts them, or they are capitals,
    /// or no profession follows.
    private func isCredential(_ at: Int, words: Int) -> Bool {
        guard let (_, end) = Credential.read(note, at: at) else { return false }
        let token = note.tokens[at]
        if note.tokens[at - 1].isSymbol(",") || end - at > 1 { return true }
        if token.shape == .capitalised, token.range.count <= 3, hasCapitals { return false }
        if words == 1, note.key(end) == ",", let (next, _) = Credential.read(note, at: end + 1), next.kind != .other {
            return false
        }
        return true
    }

    private func credentials(from start: Int) -> ([Credential], Int) {
        var found: [Credential] = []
        var (at, end) = (start, start)
        while at < note.tokens.count {
            if let (credential, next) = Credential.read(note, at: at) {
                found.append(credential)
                (at, end) = (next, next)
            } else if note.key(at - 1) == ",", let next = unknownLetters(at) {
                found.append(Credential(range: note.range(ofTokens: at..<next), kind: .other))
                (at, end) = (next, next)
            } else if note.tokens[at].kind == .symbol,
                [",", "/", "-", "(", ")", ".", "&", "|", "–", "—"].contains(note.key(at)), at - end < 3
            {
                at += 1
            } else if Self.beforeProfession.contains(note.key(at)), at - end < 3 {
                at += 1
            } else {
                break
            }
        }
        return (found, end)
    }

    /// Letters of a degree or a certificate that no list has, behind a comma: `M.C.D.`, `STMT-1`.
    private func unknownLetters(_ at: Int) -> Int? {
        let token = note.tokens[at]
        guard token.isWord, !CivilMonth.isName(token.key) else { return nil }
        var end = at
        while end + 1 < note.tokens.count, note.tokens[end].isWord, note.tokens[end].range.count <= 2,
            note.tokens[end + 1].isSymbol("."), note.tokens[end].touches(note.tokens[end + 1])
        { end += 2 }
        if end >= at + 4 { return end }
        guard token.shape == .upper, token.range.count <= 8 else { return nil }
        return note.key(at + 1) == "-" && token.touches(note.tokens[at + 1]) && at + 2 < note.tokens.count
            && note.tokens[at + 1].touches(note.tokens[at + 2]) ? at + 3 : at + 1
    }
}

enum CivilMonth {
    private static let names: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    static func isName(_ key: String) -> Bool { names.contains(key) }
}
