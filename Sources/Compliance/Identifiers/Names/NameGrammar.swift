/// Reads a name forwards or backwards from where something says that one stands.
extension NoteScan {
    struct NameLimits {
        var parts = 4
        /// In a note without capitals, further words need a gazetteer.
        var isSure = false
        /// `LAST, FIRST M`.
        var reversed = false
        var anyCase = false
        /// Behind a label or in a signature: Friday and March are names there.
        var isCued = false
    }

    /// The tokens of a name that begins at `start`, and whether the surname comes first.
    func name(at start: Int, _ limits: NameLimits = .init()) -> (tokens: Range<Int>, isReversed: Bool)? {
        var at = start
        var end = start
        var parts = 0
        var isReversed = false
        while at < count, parts < limits.parts {
            guard isWord(at) else { break }
            if parts > 0, isColumn(after: at - 1) { break }
            let isPart: Bool
            if parts > 0, kinds(at).contains(.suffix) {
                isPart = true
            } else if kinds(at).contains(.particle), !isCapital(at) || parts == 0,
                let name = behindParticles(at, limits), key(at) != "y" || parts > 0,
                style(at) != .lower || isNameWord(name)
            {
                isPart = true
            } else if isInitial(at) {
                isPart = isInitialPart(at, parts: parts, limits)
            } else if isHyphenatedGiven(at) {
                isPart = true
            } else {
                isPart =
                    isNameable(at, anyCase: limits.anyCase, isCued: limits.isCued)
                    && isFurtherPart(at, parts: parts, limits)
            }
            guard isPart else { break }
            parts += 1
            end = at + 1
            if isPossessive(at) { break }
            // Garcia-Lopez, St.Clair, Szabo-St.Clair, F. Kowalczyk
            while isDash(at + 1), gap(after: at) == 0, gap(after: at + 1) == 0, isWord(at + 2), !isInitial(at + 2),
                !isPossessive(at), isHyphenatedGiven(at) || isNameable(at + 2, anyCase: limits.anyCase)
            {
                at += 2
                end = at + 1
            }
            if isPossessive(at) { break }
            if key(at + 1) == ".", gap(after: at) == 0,
                isInitial(at) || kinds(at).contains(.particle) || kinds(at).contains(.suffix)
            {
                at += 2
                end = at
                continue
            }
            // Thaddeus "Tad" Brzezinski
            if isQuote(at + 1), isWord(at + 2), isQuote(at + 3), isNameable(at + 4, anyCase: limits.anyCase),
                gap(after: at + 3) == 1
            {
                at += 4
                continue
            }
            if key(at + 1) == ",", limits.reversed, !isReversed, gap(after: at) <= 1, isGivenBehind(at + 2, limits) {
                isReversed = true
                at += 2
                continue
            }
            at += 1
        }
        guard end > start, !(parts == 1 && isInitial(start)) else { return nil }
        return (start..<end, isReversed)
    }

    /// Min-jun, Hyun-woo, Marie-Ange: two short parts, the second with or without a capital, neither a word.
    func isHyphenatedGiven(_ at: Int) -> Bool {
        guard isDash(at + 1), gap(after: at) == 0, gap(after: at + 1) == 0, isWord(at), isWord(at + 2), !isInitial(at),
            !isInitial(at + 2), !isPossessive(at), style(at) == .lower || isCapital(at),
            tokens[at].range.count <= 6, tokens[at + 2].range.count <= 6
        else { return false }
        if Words.syllables.contains(key(at + 2)), Words.syllables.contains(key(at)) || !isOrdinary(at) || isGiven(at) {
            return true
        }
        if tokens[at].shape == .capitalised || tokens[at].shape == .upper, !isDash(at + 3) || gap(after: at + 2) > 0 {
            return isGiven(at) && isGiven(at + 2)
                || (isGiven(at) || !isOrdinary(at) && kinds(at).isEmpty) && !isOrdinary(at + 2) && kinds(at + 2).isEmpty
        }
        return isGiven(at) && isGiven(at + 2) && !(isOrdinary(at) && isOrdinary(at + 2))
    }

    /// The word behind "van der", "de la".
    private func behindParticles(_ start: Int, _ limits: NameLimits) -> Int? {
        var at = start
        while at < start + 3, kinds(at).contains(.particle), at == start || !isCapital(at), gap(after: at) <= 1 {
            at += 1
        }
        return isNameable(at, anyCase: limits.anyCase) ? at : nil
    }

    /// An initial is one before a further part or behind one: "M. Kim", "Stanley F. Kowalczyk", "Okafor F."
    private func isInitialPart(_ at: Int, parts: Int, _ limits: NameLimits) -> Bool {
        let key = key(at)
        if key == "s" && self.key(at + 1) == "/" { return false }
        let hasPeriod = self.key(at + 1) == "." && gap(after: at) == 0
        if parts == 0 { return hasPeriod ? isWord(at + 2) : isCapital(at) && isNameable(at + 1) && !isOrdinary(at + 1) }
        if !limits.anyCase, style(at) != .lower, !isCapital(at) { return false }
        if hasPeriod { return true }
        let next = at + 1
        if !limits.reversed {
            return isNameable(next, anyCase: limits.anyCase) && tokens[next].shape != .upper && !isOrdinary(next)
        }
        return isColumn(after: at) || isBreak(next) || !isWord(next) || isNameable(next, anyCase: limits.anyCase)
            || kinds(next).contains(.field) || isNumber(next)
    }

    /// The first name behind `LAST,` and no credential.
    private func isGivenBehind(_ at: Int, _ limits: NameLimits) -> Bool {
        guard isNameable(at, anyCase: limits.anyCase), !kinds(at).contains(.credential) else { return false }
        if kinds(at).contains(.looseCredential), !isInitial(at) || key(at + 1) == "." && isInitial(at + 2) {
            return false
        }
        return style(at) != .lower || isNameWord(at) || limits.isSure
    }

    private func isFurtherPart(_ at: Int, parts: Int, _ limits: NameLimits) -> Bool {
        let kinds = kinds(at)
        if kinds.contains(.credential) || (kinds.contains(.looseCredential) && parts > 0) { return false }
        if parts > 0, !kinds.isDisjoint(with: [.relation, .humanVerb]), !isSurname(at) || style(at) != .mixed {
            return false
        }
        if parts > 0, kinds.contains(.heading), !isSurname(at) { return false }
        // "Stein EPISODE", "Kowalczyk RCR": capitals throughout begin something else
        if parts > 0, style(at) == .mixed, tokens[at].shape == .upper, tokens[at].range.count > 1,
            tokens[at - 1].shape == .capitalised
        {
            return false
        }
        // "Frost, Will C"
        let isDayOrMonth = limits.isCued && kinds.contains(.calendar)
        let isLast = isBreak(at + 1) || ["|", ",", "("].contains(key(at + 1)) || isColumn(after: at)
        if parts > 0, kinds.contains(.copula), !(key(at - 1) == "," && isGiven(at)), !(isDayOrMonth && isLast) {
            return false
        }
        if style(at) == .mixed || limits.isSure || isDayOrMonth { return true }
        return parts == 0 ? true : isNameWord(at) || !isOrdinary(at)
    }

    /// In a list of names, or in no list of words.
    func isNameWord(_ at: Int) -> Bool {
        isListedName(at) || (isWord(at) && Gazetteer.shared.isEponym(bases[at]))
            || (isWord(at) && !isInitial(at) && !isOrdinary(at) && kinds(at).isEmpty)
    }

    /// A name that ends before `end`: "Carl Shah" of "Carl Shah PTA".
    func name(endingAt end: Int, parts limit: Int = 3) -> Range<Int>? {
        var at = end - 1
        var start = end
        var parts = 0
        while at >= 0, parts < limit {
            if key(at) == ".", gap(after: at - 1) == 0,
                isInitial(at - 1) || kinds(at - 1).contains(.suffix) || key(at - 1) == "st"
            {
                if isColumn(after: at) && start < end { break }
                guard isCapital(at - 1) || style(at - 1) == .lower else { break }
                at -= 1
            } else {
                guard isWord(at), !isPossessive(at) || parts == 0 else { break }
            }
            if start < end, isColumn(after: start - 1) { break }
            let isParticle = kinds(at).contains(.particle) && parts > 0 && !isInitial(at)
            // "CI Paul Novak"
            if parts > 0, style(at) == .mixed, tokens[at].shape == .upper, (2...3).contains(tokens[at].range.count),
                tokens[at + 1].shape == .capitalised
            {
                break
            }
            if isInitial(at), style(at) == .mixed, !isCapital(at) { break }
            guard isParticle || isInitial(at) || isNameable(at, isCued: true) else { break }
            if !isParticle, !isInitial(at) {
                if !kinds(at).isDisjoint(with: [.credential, .relation, .heading]), !isListedName(at) { break }
                // "esigned Ana Vela, PT", "Interpreter Kamala Rai, CMI"
                if parts > 0, Labels.acts.contains(key(at)) || Labels.plain[key(at)] != nil, !isListedName(at) { break }
                if !kinds(at).isDisjoint(with: [.humanVerb, .copula, .contact]), !isGiven(at) || style(at) != .mixed {
                    break
                }
                if style(at) == .lower, !isNameWord(at) { break }
            }
            start = at
            parts += 1
            if isDash(at - 1), gap(after: at - 1) == 0, gap(after: at - 2) == 0, isNameable(at - 2), !isInitial(at - 2)
            {
                start = at - 2
                at -= 2
            }
            at -= 1
            if at >= 0, isColumn(after: at), key(at) != "." { break }
        }
        guard start < end, !(parts == 1 && isInitial(start)) else { return nil }
        return start..<end
    }
}

extension Words {
    /// Second parts of given names in Korean and Chinese romanisation: Dae-ho, Mei-ling.
    static let syllables: Set<String> = [
        "ho", "hee", "hwa", "jin", "ju", "jun", "jung", "joon", "ki", "kyung", "mi", "min", "rae", "ran", "seok",
        "seon",
        "soo", "sook", "su", "sun", "tae", "woo", "yeon", "yi", "yong", "young", "yun", "ae", "bin", "bok", "chul",
        "dong",
        "eun", "hoon", "hyun", "hye", "jae", "ji", "kwan", "kyu", "ming", "ling", "mei", "wei", "hua", "yan", "xin",
        "fen",
        "hui", "lan", "ning", "ping", "ting", "ying", "zhen", "chen", "dae", "seung", "kyong", "hae", "wook", "wen",
    ]
}
