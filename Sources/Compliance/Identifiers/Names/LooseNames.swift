/// Names that only the gazetteer or another mention betrays: nicknames in quotes, initials, "Naomi Nguyen joined".
struct LooseNames {
    let scan: NoteScan

    func find() -> [NameMention] {
        var found: [NameMention] = []
        var at = 0
        while at < scan.count {
            if scan.isWord(at),
                let mention = initials(at) ?? owner(at) ?? alias(at) ?? initialed(at) ?? pair(at)
                    ?? subject(at)
            {
                found.append(mention)
                at = max(at + 1, mention.tokens.upperBound)
            } else {
                at += 1
            }
        }
        return found
    }

    /// "Chart initials s.o.", "pt initials: JS".
    private func initials(_ at: Int) -> NameMention? {
        guard scan.key(at) == "initials" else { return nil }
        var next = at + 1
        while scan.key(next) == ":" || scan.key(next) == "|" || scan.isQuote(next)
            || ["are", "is", "of"].contains(scan.key(next))
        { next += 1 }
        if let tokens = scan.dottedInitials(at: next) {
            return NameMention(tokens: tokens, role: .patient, confidence: 0.95, source: "initials")
        }
        guard scan.isWord(next), scan.tokens[next].range.count <= 3, scan.tokens[next].shape == .upper else {
            return nil
        }
        return NameMention(tokens: next..<(next + 1), role: .patient, confidence: 0.9, source: "initials")
    }

    /// "Bao's son reports": whose relatives a note speaks of is the patient.
    private func owner(_ at: Int) -> NameMention? {
        guard scan.isPossessive(at), scan.kinds(at + 1).contains(.relation), scan.isNameable(at),
            scan.kinds(at).isDisjoint(with: [.humanNoun, .relation, .copula])
        else { return nil }
        let isName = scan.style(at) == .mixed ? scan.isCapital(at) : scan.isNameWord(at)
        let isSurname = scan.isSurname(at) && scan.tokens[at].shape != .upper && scan.style(at) == .mixed
        guard isName, scan.isGiven(at) || !scan.isOrdinary(at) || isSurname && !isNoun(at) else {
            return nil
        }
        // St.Clair's
        let isSaint = scan.key(at - 1) == "." && scan.kinds(at - 2).contains(.particle) && scan.isCapital(at - 2)
        return NameMention(
            tokens: (isSaint ? at - 2 : at)..<(at + 1), role: .patient, confidence: 0.85, source: "owner")
    }

    private func isNoun(_ at: Int) -> Bool {
        !scan.kinds(at).isDisjoint(with: [.heading, .field, .title, .calendar, .facilityHead, .credential, .function])
    }

    /// "goes by Peg", "prefers to be called Bud", "a.k.a. Skip".
    private func alias(_ at: Int) -> NameMention? {
        var next = at + 1
        switch scan.key(at) {
        case "by": guard ["goes", "go", "known", "went"].contains(scan.key(at - 1)) else { return nil }
        case "called": guard ["be", "being", "is", "often", "usually"].contains(scan.key(at - 1)) else { return nil }
        case "named": guard scan.relation(before: at) != nil || scan.isQuote(next) else { return nil }
        case "nicknamed", "aka": break
        case "as": guard scan.key(at - 1) == "known" else { return nil }
        default: return nil
        }
        if scan.key(next) == ":" { next += 1 }
        let isQuoted = scan.isQuote(next)
        if isQuoted { next += 1 }
        guard let (tokens, _) = scan.name(at: next) else { return nil }
        let first = tokens.lowerBound
        let isName =
            isQuoted
            || (scan.style(first) == .mixed ? scan.isCapital(first) : scan.isGiven(first) && !scan.isOrdinary(first))
        guard isName, scan.kinds(first).isDisjoint(with: [.humanVerb, .copula]) else { return nil }
        let isRelative = scan.relation(before: at) != nil
        return NameMention(
            tokens: tokens, role: isRelative ? .relative : .patient, relation: scan.relation(before: at),
            confidence: 0.9,
            source: "alias")
    }

    /// "faxed to k. ostrowski", "per T. R. Anand": an initial with its point and a word that is nothing else.
    private func initialed(_ at: Int) -> NameMention? {
        guard scan.isInitial(at), scan.key(at + 1) == ".", scan.gap(after: at) == 0, scan.gap(after: at + 1) <= 1,
            scan.key(at - 1) != "." || scan.gap(after: at - 1) > 0, scan.state(at: at) == nil,
            !scan.isNumber(at - 1) || scan.isColumn(after: at - 1)
        else { return nil }
        var surname = at + 2
        if scan.isInitial(surname), scan.key(surname + 1) == ".", scan.gap(after: surname + 1) <= 1 { surname += 2 }
        guard scan.isNameable(surname), scan.tokens[surname].range.count > 2, !scan.isOrdinary(surname),
            scan.kinds(surname).isEmpty || scan.kinds(surname) == .particle,
            !LooseNames.germs.contains(scan.base(surname)),
            !scan.kinds(surname + 1).contains(.eponymHead)
        else { return nil }
        let isListed = scan.isSurname(surname)
        switch scan.style(at) {
        case .mixed:
            guard scan.isCapital(at), isListed || scan.tokens[surname].shape != .upper else { return nil }
        case .lower, .upper:
            // "p. continue hep": a heading of one letter
            guard isListed || !scan.startsSentence(at) else { return nil }
        }
        guard let (tokens, _) = scan.name(at: at), tokens.contains(surname) else { return nil }
        return NameMention(tokens: tokens, role: .person, confidence: 0.75, source: "initial")
    }

    /// Species behind the letter of their genus.
    private static let germs: Set<String> = [
        "coli", "diff", "difficile", "aureus", "pylori", "albicans", "pneumoniae", "auris", "faecalis", "burgdorferi",
    ]

    /// A given name and a surname side by side.
    private func pair(_ at: Int) -> NameMention? {
        guard scan.isGiven(at), scan.isNameable(at), !scan.isPossessive(at) else { return nil }
        let isMixed = scan.style(at) == .mixed
        if isMixed ? !scan.isCapital(at) : scan.isOrdinary(at) { return nil }
        guard let (tokens, _) = scan.name(at: at), tokens.count > 1 else { return nil }
        let words = tokens.filter { scan.isWord($0) && !scan.isInitial($0) }
        guard words.count > 1, let last = words.last, !isMixed || scan.tokens[at].shape != .upper else { return nil }
        let gazetteer = Gazetteer.shared
        for word in words {
            if gazetteer.isBrand(scan.base(word)) || gazetteer.isDrug(scan.base(word)) { return nil }
            if !scan.kinds(word).isDisjoint(with: [.eponymHead, .facilityHead, .streetSuffix, .heading]),
                !scan.isGiven(word) || word == last
            {
                return nil
            }
        }
        if !scan.kinds(tokens.upperBound).isDisjoint(with: [.eponymHead, .facilityHead, .streetSuffix]) { return nil }
        if gazetteer.isEponym(scan.base(at)) || scan.key(tokens.upperBound) == "county" { return nil }
        let isPlain = !scan.isOrdinary(last) && !scan.isOrdinary(at)
        if isMixed {
            guard scan.isSurname(last) || !scan.isOrdinary(last) else { return nil }
            if !isPlain, scan.startsSentence(at) || scan.isOrdinary(at) && scan.isOrdinary(last) { return nil }
        } else {
            guard isPlain, scan.isSurname(last) else { return nil }
        }
        if isPlace(words) { return nil }
        return NameMention(tokens: tokens, role: .person, confidence: isPlain ? 0.75 : 0.55, source: "gazetteer")
    }

    private func isPlace(_ words: [Int]) -> Bool {
        Gazetteer.shared.isPlace(words.map { scan.base($0) }) && scan.kinds((words.first ?? 0) - 1).contains(.placeCue)
    }

    /// "Karen reports …", "Karen's": a given name that is no other word, doing what people do.
    private func subject(_ at: Int) -> NameMention? {
        guard scan.isGiven(at), !scan.isOrdinary(at), scan.isNameable(at), scan.tokens[at].range.count > 2 else {
            return nil
        }
        let isMixed = scan.style(at) == .mixed
        if isMixed, !scan.isCapital(at) { return nil }
        let gazetteer = Gazetteer.shared
        guard !gazetteer.isEponym(scan.base(at)), scan.kinds(at).isEmpty, scan.tokens[at].shape != .upper || !isMixed
        else { return nil }
        let next = scan.kinds(at + 1)
        guard next.isDisjoint(with: [.eponymHead, .facilityHead, .streetSuffix]) else { return nil }
        let isSubject = next.contains(.humanVerb) || (isMixed && next.contains(.copula))
        if isSubject { return NameMention(tokens: at..<(at + 1), role: .person, confidence: 0.7, source: "subject") }
        let isAmid =
            isMixed && !scan.startsSentence(at) && !scan.isCapital(at + 1) && !scan.isCapital(at - 1)
            && !gazetteer.isPlace([scan.base(at)]) && !scan.isNumber(at + 1) && !scan.isDash(at + 1)
            && !scan.isDash(at - 1)
        return NameMention(
            tokens: at..<(at + 1), role: .person, confidence: isAmid ? (scan.isPossessive(at) ? 0.65 : 0.55) : 0.3,
            source: "given name")
    }
}

extension NoteScan {
    /// `J.S.`, `s.o.`, `A.B.C.`
    func dottedInitials(at start: Int) -> Range<Int>? {
        var at = start
        var letters = 0
        while isInitial(at), key(at + 1) == ".", gap(after: at) == 0, letters < 4 {
            letters += 1
            at += 2
            if gap(after: at - 1) > 0 { break }
        }
        if letters >= 1, isInitial(at), gap(after: at - 1) == 0 {
            letters += 1
            at += 1
        }
        return letters >= 2 ? start..<at : nil
    }
}
