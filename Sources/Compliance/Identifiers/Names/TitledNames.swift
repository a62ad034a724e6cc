/// Names behind titles, relations and words of contact: Mr. Kowalczyk, daughter Karen, call Linda at.
struct TitledNames {
    let scan: NoteScan

    func find() -> [NameMention] {
        var found: [NameMention] = []
        for at in 0..<scan.count where scan.isWord(at) {
            let kinds = scan.kinds(at)
            if kinds.contains(.title), let mention = titled(at) { found.append(mention) }
            if kinds.contains(.relation) { found += related(at) }
            if kinds.contains(.contact), let mention = contacted(at) { found.append(mention) }
        }
        return found
    }

    private func titled(_ at: Int) -> NameMention? {
        let hasPeriod = scan.key(at + 1) == "." && scan.gap(after: at) == 0
        // "saw the doctor. Spoke …"
        if hasPeriod, scan.key(at).utf8.count > 5 { return nil }
        var next = hasPeriod ? at + 2 : at + 1
        if hasPeriod, scan.isWrapped(next) { next += 1 }
        guard scan.isWord(next), scan.isWrapped(next - 1) || !scan.isColumn(after: next - 1) else { return nil }
        let style = scan.style(at)
        // "MR imaging", "MS, OTR": only Mr and Ms, or with a period, are titles
        if !hasPeriod, scan.key(at) == "ms" || scan.key(at) == "mr" || scan.key(at) == "sra" || scan.key(at) == "lt" {
            if style == .mixed, scan.tokens[at].shape == .upper || scan.tokens[at].shape == .lower { return nil }
            if style != .mixed, !scan.isNameWord(next) || scan.key(at) == "lt" && scan.isOrdinary(next) { return nil }
        }
        var limits = NoteScan.NameLimits()
        limits.parts = 3
        limits.reversed = false
        guard let (tokens, _) = scan.name(at: next, limits) else { return nil }
        if scan.kinds(next).contains(.relation) && !scan.isSurname(next) { return nil }
        if scan.kinds(at).contains(.doctor) {
            if scan.key(at) == "doctor", scan.isOrdinary(next), !scan.isCapital(next) || style != .mixed { return nil }
            // 30 Oak Dr Bend
            if !hasPeriod, scan.isNumber(at - 2), scan.isWord(at - 1), scan.kinds(at - 1).isDisjoint(with: [.function])
            {
                return nil
            }
            return NameMention(tokens: tokens, role: .provider, confidence: 0.97, source: "title")
        }
        if style == .lower, scan.kinds(next).contains(.humanVerb) || scan.kinds(next).contains(.copula), !hasPeriod {
            return nil
        }
        return NameMention(tokens: tokens, role: .person, confidence: 0.97, source: "title")
    }

    private func related(_ at: Int) -> [NameMention] {
        var next = at + 1
        if scan.isPossessive(at) { return [] }
        if scan.isWrapped(next) { next += 1 }
        // sister-in-law
        if scan.isDash(next), scan.key(next + 1) == "in" { next += 4 }
        var isOpen = false
        var steps = 0
        while steps < 5 {
            if scan.key(next) == "," || scan.key(next) == "(" || scan.key(next) == ":" || scan.isQuote(next)
                || scan.key(next) == "/" || scan.isDash(next)
            {
                if scan.key(next) == ":" { isOpen = true }
                next += 1
            } else if ["named", "is", "of", "years", "nicknamed", "called", "name", "whose", "s"].contains(
                scan.key(next)) || scan.isNumber(next)
            {
                next += 1
            } else {
                break
            }
            steps += 1
        }
        // "daughter's name is Karen" comes through "name"; a verb behind "is" does not
        var found: [NameMention] = []
        while let tokens = relative(at: next, isOpen: isOpen || scan.key(next - 1) == "named") {
            found.append(
                NameMention(
                    tokens: tokens, role: .relative, relation: scan.base(at), confidence: 0.95, source: "relation"))
            var following = tokens.upperBound
            guard scan.key(following) == "and" || scan.key(following) == "&" || scan.key(following) == "," else {
                break
            }
            let hasAnd = scan.key(following) != ","
            following += 1
            if !hasAnd, scan.key(following) == "and" { following += 1 }
            guard scan.isWord(following) else { break }
            let isFurther =
                scan.style(following) == .mixed
                ? scan.isGiven(following) && scan.isCapital(following)
                : hasAnd && scan.isWord(following) && scan.isNameWord(following) && !scan.isOrdinary(following)
            guard isFurther, found.count < 6 else { break }
            next = following
        }
        if found.isEmpty { found += reversed(at) }
        return found
    }

    private func relative(at start: Int, isOpen: Bool) -> Range<Int>? {
        // "their lodger Per says": a word in capitals that does what people do
        if scan.isWord(start), scan.style(start) == .mixed, scan.tokens[start].shape == .capitalised,
            isPersonVerb(start + 1),
            scan.kinds(start).isDisjoint(with: [.heading, .humanVerb, .relation, .credential, .field, .calendar]),
            scan.isWord(start - 1)
        {
            return start..<(start + 1)
        }
        guard scan.isWord(start), !scan.kinds(start).contains(.relation) || scan.isGiven(start) && scan.isCapital(start)
        else { return nil }
        guard let (tokens, _) = scan.name(at: start) else { return nil }
        let first = tokens.lowerBound
        let isAlone = tokens.count == 1
        switch scan.style(first) {
        case .mixed:
            guard scan.isCapital(first), !isShout(first) else { return nil }
            if scan.isInitial(first) { return tokens }
            if scan.isListedName(first), !scan.isOrdinary(first) || scan.isGiven(first) { return tokens }
            return scan.isOrdinary(first)
                && !(tokens.count > 1 && scan.isSurname(first) && !scan.kinds(first).contains(.heading)) ? nil : tokens
        case .lower, .upper:
            let ends = [".", ",", ")", ";", "\n", "("].contains(scan.key(tokens.upperBound))
            if scan.kinds(first).contains(.auxiliary), !isPersonVerb(tokens.upperBound), !ends { return nil }
            if scan.isGiven(first), scan.kinds(first).contains(.auxiliary), ends { return tokens }
            if !scan.kinds(first).isDisjoint(with: [.humanVerb, .copula, .heading, .facilityGeneric]) { return nil }
            if scan.isGiven(first), !scan.isOrdinary(first) { return tokens }
            if scan.isOrdinary(first) {
                return scan.isGiven(first) && (!isAlone || ends || isPersonVerb(tokens.upperBound)) ? tokens : nil
            }
            return tokens
        }
    }

    private func isPersonVerb(_ index: Int) -> Bool { scan.kinds(index).contains(.humanVerb) }

    /// POC, HEP, FMLA: short words in capitals amid small letters.
    private func isShout(_ index: Int) -> Bool {
        scan.tokens[index].shape == .upper && scan.tokens[index].range.count <= 4 && scan.style(index) == .mixed
            && !scan.isGiven(index)
    }

    /// "Mia Kowalczyk (granddaughter)", "Karen, his daughter,".
    private func reversed(_ at: Int) -> [NameMention] {
        var before = at - 1
        if ["his", "her", "the", "their", "pt's", "patient's", "pt", "a"].contains(scan.key(before)) { before -= 1 }
        guard
            scan.key(before) == "(" || scan.key(before) == "," || scan.isDash(before) && scan.gap(after: before) > 0
                || scan.key(before) == "/"
        else { return [] }
        guard let tokens = scan.name(endingAt: before), tokens.count <= 6 else { return [] }
        let first = tokens.lowerBound
        guard !isShout(first), scan.isGiven(first) || (!scan.isOrdinary(first) && tokens.count > 1) else { return [] }
        if scan.isOrdinary(first), tokens.count == 1, scan.style(first) != .mixed || scan.startsSentence(first) {
            return []
        }
        return [
            NameMention(
                tokens: tokens, role: .relative, relation: scan.base(at), confidence: 0.9, source: "relation behind")
        ]
    }

    private func contacted(_ at: Int) -> NameMention? {
        var next = at + 1
        if scan.key(at) == "w" {
            guard scan.key(next) == "/" else { return nil }
            next += 1
        }
        if ["with", "to", "w"].contains(scan.key(next)) { next += scan.key(next + 1) == "/" ? 2 : 1 }
        if scan.key(next) == "/" { next += 1 }
        guard scan.isWord(next), !scan.kinds(next).contains(.title), let (tokens, _) = scan.name(at: next) else {
            return nil
        }
        let first = tokens.lowerBound
        if isShout(first) || !scan.kinds(first).isDisjoint(with: [.relation, .credential]) { return nil }
        let isListed = scan.isListedName(first) && !scan.isOrdinary(first)
        let gazetteer = Gazetteer.shared
        let isEponym = gazetteer.isEponym(scan.base(first)) || scan.kinds(tokens.upperBound).contains(.eponymHead)
        guard !isEponym, scan.kinds(first).isDisjoint(with: [.heading, .facilityGeneric, .facilityHead]) else {
            return nil
        }
        let isWith = ["with", "per", "w"].contains(scan.key(at))
        switch scan.style(first) {
        case .mixed:
            let isName =
                isListed || (scan.isGiven(first) && !isWith) || (!scan.isOrdinary(first) && !isWith)
                || (scan.isInitial(first) && tokens.count > 2)
            guard scan.isCapital(first), isName else { return nil }
            if isWith, !scan.isGiven(first), tokens.count < 2 { return nil }
        case .lower, .upper:
            guard scan.isGiven(first), !scan.isOrdinary(first) || tokens.count > 1,
                scan.kinds(first).isDisjoint(with: [.humanVerb, .copula])
            else { return nil }
        }
        return NameMention(tokens: tokens, role: .person, confidence: 0.8, source: "contact")
    }
}
