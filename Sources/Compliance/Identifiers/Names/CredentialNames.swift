/// Names that stand before a credential or at the head of a note about a person: `Carl Shah, PTA`, `Okafor F. 51M`,
/// `Leroy Yamamoto is a 94-year-old man`.
struct CredentialNames {
    let scan: NoteScan

    func find() -> [NameMention] {
        var found: [NameMention] = []
        for at in 0..<scan.count {
            if scan.isNumber(at) {
                if let mention = aged(at) { found.append(mention) }
            } else if !scan.kinds(at).isDisjoint(with: [.credential, .looseCredential]), let mention = credentialed(at)
            {
                found.append(mention)
            } else if scan.key(at) == "born" || scan.key(at) == "dob", let mention = born(at) {
                found.append(mention)
            }
        }
        return found
    }

    private func credentialed(_ at: Int) -> NameMention? {
        let isLoose = !scan.kinds(at).contains(.credential)
        var end = at
        let hasComma = scan.key(at - 1) == ","
        if hasComma || scan.key(at - 1) == "(" { end -= 1 }
        // M.S. stands for itself
        if isLoose, scan.isInitial(at), scan.key(at + 1) != "." { return nil }
        // Mara Klein MA CCC-SLP
        while scan.kinds(end - 1).contains(.looseCredential), scan.tokens[end - 1].shape == .upper, end > 2 {
            end -= scan.key(end - 2) == "," ? 2 : 1
        }
        guard end > 0, end == at || scan.gap(after: end - 1) <= 1, let tokens = scan.name(endingAt: end) else {
            return nil
        }
        if let whole = wholeLine(tokens, at) {
            return NameMention(tokens: whole, role: .provider, confidence: 0.9, source: "signature line")
        }
        let parts = tokens.filter { scan.isWord($0) }
        let words = parts.filter { !scan.isInitial($0) }
        guard let last = words.last, scan.kinds(last).isDisjoint(with: [.title]) else { return nil }
        let hasInitial = parts.count > words.count
        if scan.kinds(last).contains(.calendar), !hasInitial, words.count < 2 { return nil }
        if fillsLine(tokens, at), words.count > 1 || hasInitial, isPersonal(words) {
            return NameMention(tokens: tokens, role: .provider, confidence: 0.9, source: "signature line")
        }
        let listed = words.filter { scan.isListedName($0) && !scan.isOrdinary($0) }.count
        let isEvident = hasInitial || listed > 0 || (words.count > 1 && scan.isGiven(words[0]))
        switch scan.style(last) {
        case .mixed:
            guard words.allSatisfy({ scan.isCapital($0) || scan.kinds($0).contains(.particle) }) else { return nil }
            if isLoose {
                guard isEvident, hasComma || words.count > 1 || hasInitial, scan.tokens[at].shape != .lower else {
                    return nil
                }
            } else {
                guard isEvident || words.contains(where: { !scan.isOrdinary($0) }) else { return nil }
            }
            if words.contains(where: { !scan.kinds($0).isDisjoint(with: [.heading, .facilityHead]) }), listed == 0,
                !hasInitial
            {
                return nil
            }
        case .lower, .upper:
            guard isEvident, !isLoose || (hasComma && (words.count > 1 || hasInitial)) else { return nil }
        }
        return NameMention(tokens: tokens, role: .provider, confidence: isLoose ? 0.85 : 0.92, source: "credential")
    }

    /// "winsome abernathy-ruiz, otr/l, cht  2024-03-08": a given name that is a word, before a surname that is none, opens
    /// the line.
    private func wholeLine(_ tokens: Range<Int>, _ credential: Int) -> Range<Int>? {
        let first = tokens.lowerBound - 1
        guard first >= 0, scan.isBreak(first - 1), scan.isWord(first), scan.gap(after: first) == 1,
            scan.isCapital(first) == scan.isCapital(tokens.lowerBound), scan.tokens[first].range.count > 2,
            scan.kinds(first).isDisjoint(with: [
                .heading, .function, .humanVerb, .relation, .credential, .looseCredential, .title, .facilityHead,
                .contact,
                .field, .calendar, .copula, .eponymHead,
            ]), !Labels.acts.contains(scan.key(first)), Labels.plain[scan.base(first)] == nil,
            tokens.contains(where: { scan.isWord($0) && scan.isListedName($0) && !scan.isOrdinary($0) }),
            fillsLine(first..<tokens.upperBound, credential)
        else { return nil }
        return first..<tokens.upperBound
    }

    /// A line of a name, credentials and at most a date: `Ottoline Vandersnoot, PT, DPT   03/03/2025`.
    private func fillsLine(_ tokens: Range<Int>, _ credential: Int) -> Bool {
        var before = tokens.lowerBound - 1
        while scan.key(before) == "*" || scan.key(before) == "_" || scan.isDash(before) { before -= 1 }
        guard scan.isBreak(before) else { return false }
        var at = credential
        while at < scan.count, !scan.isBreak(at) {
            let isDate = !scan.dates.dates(in: scan.tokens[at].range).isEmpty
            let isPassed =
                !scan.kinds(at).isDisjoint(with: [.credential, .looseCredential, .calendar]) || !scan.isWord(at)
                || ["am", "pm", "time", "date"].contains(scan.key(at)) || isDate
            guard isPassed, scan.key(at) != ":" || scan.isNumber(at - 1) || scan.isWord(at - 1) else { return false }
            at += 1
        }
        return true
    }

    /// Words that nothing else explains, at least one, and none of a heading or an exercise.
    private func isPersonal(_ words: [Int]) -> Bool {
        words.allSatisfy { word in
            scan.kinds(word).isDisjoint(with: [
                .heading, .facilityHead, .facilityGeneric, .relation, .humanVerb, .function, .eponymHead,
            ]) && !(scan.isOrdinary(word) && !scan.isListedName(word))
                && !(Gazetteer.shared.isClinicalWord(scan.base(word)) && !scan.isGiven(word))
        } && words.contains { !scan.isOrdinary($0) }
    }

    /// A name beside an age is the patient's.
    private func aged(_ at: Int) -> NameMention? {
        guard scan.isAge(at) else { return nil }
        var end = at
        if scan.key(end - 1) == "(" || scan.key(end - 1) == "," || scan.isDash(end - 1) { end -= 1 }
        // Jane Doe (F, 91 y/o)
        if scan.key(end - 1) == "f" || scan.key(end - 1) == "m", scan.key(end - 2) == "(" { end -= 2 }
        var isSentence = false
        if ["a", "an", "the"].contains(scan.key(end - 1)) {
            end -= 1
            if ["pleasant", "very", "delightful"].contains(scan.key(end - 1)) { end -= 1 }
            if scan.key(end - 1) == "is" || scan.key(end - 1) == "was" {
                end -= 1
                isSentence = true
            } else if scan.key(end - 1) == "," {
                end -= 1
            } else {
                return nil
            }
        }
        guard end > 0, let tokens = reversedName(endingAt: end) else { return nil }
        let words = tokens.filter { scan.isWord($0) && !scan.isInitial($0) }
        guard let first = words.first,
            scan.kinds(first).isDisjoint(with: [.relation, .humanNoun, .heading, .humanVerb])
        else { return nil }
        let hasInitial = tokens.contains { scan.isInitial($0) }
        let isReversed = tokens.contains { scan.key($0) == "," }
        let isName = words.contains { scan.isNameWord($0) } || hasInitial || (words.count > 1 && scan.isGiven(first))
        guard isName, isSentence || words.count > 1 || hasInitial || scan.startsSentence(tokens.lowerBound) else {
            return nil
        }
        if scan.kinds(scan.base(tokens.lowerBound - 1)).contains(.relation) { return nil }
        return NameMention(tokens: tokens, role: .patient, confidence: 0.93, source: "age", isReversed: isReversed)
    }

    /// "Gunderson, Pål" at the begin of a line, or a name as it is spoken.
    private func reversedName(endingAt end: Int) -> Range<Int>? {
        guard let tokens = scan.name(endingAt: end, parts: 4) else { return nil }
        // Oluwaseun "Seun" Adeoti
        let quote = tokens.lowerBound - 1
        if scan.isQuote(quote), scan.isWord(quote - 1), scan.isQuote(quote - 2),
            let given = scan.name(endingAt: quote - 2, parts: 2)
        {
            return given.lowerBound..<tokens.upperBound
        }
        let comma = tokens.lowerBound - 1
        guard scan.key(comma) == ",", let surname = scan.name(endingAt: comma, parts: 2),
            scan.isBreak(surname.lowerBound - 1),
            surname.contains(where: { scan.isNameWord($0) })
        else { return tokens }
        return surname.lowerBound..<tokens.upperBound
    }

    /// "Wilhelmina Rose, born 5/7/1963".
    private func born(_ at: Int) -> NameMention? {
        var end = at
        while scan.key(end - 1) == "," || scan.key(end - 1) == "(" || scan.key(end - 1) == "|" { end -= 1 }
        guard end > 0, let tokens = reversedName(endingAt: end), tokens.filter({ scan.isWord($0) }).count > 1
        else { return nil }
        let words = tokens.filter { scan.isWord($0) && !scan.isInitial($0) }
        guard words.contains(where: { scan.isNameWord($0) }), let first = words.first,
            scan.kinds(first).isDisjoint(with: [.heading, .relation, .facilityGeneric]) || scan.isGiven(first)
        else { return nil }
        return NameMention(
            tokens: tokens, role: .patient, confidence: 0.9, source: "born",
            isReversed: tokens.contains { scan.key($0) == "," })
    }
}

extension NoteScan {
    func kinds(_ key: String) -> WordKinds { Words.table[key] ?? [] }
}
