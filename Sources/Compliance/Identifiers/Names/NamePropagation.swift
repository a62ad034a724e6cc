/// Finds every further mention of the words of known names: any case, possessive, reversed, initials.
struct NamePropagation {
    let scan: NoteScan
    let book: NameBook

    /// - Parameter covered: Tokens that are masked already.
    func find(_ covered: [Bool]) -> [(token: Range<Int>, person: Int, confidence: Double)] {
        var found: [(token: Range<Int>, person: Int, confidence: Double)] = []
        guard !book.entries.isEmpty else { return [] }
        for at in 0..<scan.count where scan.isWord(at) && !covered[at] {
            if !book.joined.isEmpty, scan.isDash(at + 1), scan.gap(after: at) == 0, scan.isWord(at + 2),
                let person = book.joined[scan.base(at) + "-" + scan.base(at + 2)]
            {
                found.append((at..<(at + 3), person, 0.9))
            } else if let entry = book.entries[scan.base(at)] ?? plural(at) {
                if isMention(at, entry) { found.append((whole(at, entry), entry.person, 0.9)) }
            } else if let tokens = initials(at) {
                found.append((tokens, 0, 0.85))
            } else if scan.tokens[at].range.count >= 6, scan.kinds(at).isEmpty,
                scan.style(at) != .mixed || scan.isCapital(at), let person = book.misspelt(scan.base(at)),
                !scan.isOrdinary(at)
            {
                found.append((at..<(at + 1), person, 0.8))
            }
        }
        return found
    }

    /// With what a hyphen joins to it, and with "van der" before it.
    private func whole(_ at: Int, _ entry: NameBook.Entry) -> Range<Int> {
        var (start, end) = (at, at + 1)
        while scan.isDash(start - 1), scan.gap(after: start - 1) == 0, scan.gap(after: start - 2) == 0,
            scan.isWord(start - 2),
            scan.kinds(start - 2).contains(.particle) || book.entries[scan.base(start - 2)]?.person == entry.person
        {
            start -= 2
        }
        while scan.kinds(start - 1).contains(.particle), scan.gap(after: start - 1) == 1, !scan.isInitial(start - 1),
            book.particles.contains(scan.base(start - 1))
        {
            start -= 1
        }
        while scan.isDash(end), scan.gap(after: end - 1) == 0, scan.gap(after: end) == 0,
            book.entries[scan.base(end + 1)]?.person == entry.person, !scan.isPossessive(end - 1)
        {
            end += 2
        }
        return start..<end
    }

    /// "the Kowalczyks"
    private func plural(_ at: Int) -> NameBook.Entry? {
        guard scan.key(at - 1) == "the", scan.isCapital(at), scan.base(at).hasSuffix("s") else { return nil }
        return book.entries[String(scan.base(at).dropLast())]
    }

    private func initials(_ at: Int) -> Range<Int>? {
        guard !book.initials.isEmpty else { return nil }
        if scan.isInitial(at) {
            guard let tokens = scan.dottedInitials(at: at) else { return nil }
            let letters = tokens.filter { scan.isWord($0) }.map { scan.key($0) }.joined()
            return book.initials.contains(letters) && !Words.letterAbbreviations.contains(letters) ? tokens : nil
        }
        guard scan.tokens[at].shape == .upper, (2...3).contains(scan.tokens[at].range.count), scan.style(at) == .mixed,
            book.initials.contains(scan.base(at)), !scan.isOrdinary(at), scan.kinds(at).isEmpty
        else { return nil }
        let isPerson = scan.isPossessive(at) || scan.kinds(at + 1).contains(.humanVerb)
        return isPerson ? at..<(at + 1) : nil
    }

    private func isMention(_ at: Int, _ entry: NameBook.Entry) -> Bool {
        let gazetteer = Gazetteer.shared
        let base = scan.base(at)
        let isEponym = gazetteer.isEponym(base)
        let kinds = scan.kinds(at)
        // "on Friday", "last March"
        if kinds.contains(.calendar), Words.ofTime.contains(scan.key(at - 1)) || scan.isNumber(at + 1) { return false }
        let isGuarded =
            isEponym || scan.isOrdinary(at) || base.utf8.count < 3
            || !kinds.isDisjoint(with: [
                .function, .calendar, .heading, .facilityGeneric, .streetSuffix, .particle, .auxiliary, .humanVerb,
                .relation, .eponymHead,
            ])
        guard isGuarded else { return true }
        if isBeside(at, entry) { return true }
        let before = at - (scan.key(at - 1) == "." ? 2 : 1)
        if scan.kinds(before).contains(.title) { return true }
        let isMixed = scan.style(at) == .mixed
        if isMixed, !scan.isCapital(at) { return false }
        // "Bell's palsy" is a disease, "Quigley's gait" a person's
        let isHead =
            scan.isPossessive(at)
            ? Words.owned.contains(scan.key(at + 1))
            : scan.kinds(at + 1).contains(.eponymHead) || scan.isNumber(at + 1)
        if isEponym, isHead { return false }
        if scan.kinds(before).contains(.relation), scan.isGiven(at), isMixed || !isHead { return true }
        let isGiven = scan.isGiven(at) && !isEponym
        let isNoun = gazetteer.isClinicalWord(base) && !isGiven
        if scan.kinds(at + 1).contains(.humanVerb), !kinds.contains(.auxiliary) || isMixed { return isMixed || !isNoun }
        if scan.isPossessive(at), isMixed || isGiven || !scan.isOrdinary(at), !isHead { return true }
        if isGiven, scan.kinds(at - 1).contains(.contact), scan.key(at - 1) != "with", scan.key(at - 1) != "w" {
            return true
        }
        guard isMixed else { return false }
        let isAlone = !scan.isCapital(at + 1) || book.entries[scan.base(at + 1)] != nil
        if isGiven, scan.kinds(at + 1).contains(.copula) || isPast(at + 1) && !kinds.contains(.auxiliary) {
            return true
        }
        if scan.startsSentence(at) { return false }
        if isEponym { return isPersonCue(at - 1) && isAlone && !isHead }
        return isAlone && !isHead && !scan.isDash(at + 1) && scan.tokens[at].shape != .upper && !scan.isCapital(at - 1)
    }

    /// "Rose rose", "Mark completed": what was done, in small letters.
    private func isPast(_ at: Int) -> Bool {
        guard scan.isWord(at), scan.tokens[at].shape == .lower else { return false }
        return scan.key(at).utf8.count > 4 && scan.key(at).hasSuffix("ed") || Words.past.contains(scan.key(at))
    }

    private func isPersonCue(_ at: Int) -> Bool {
        !scan.kinds(at).isDisjoint(with: [.humanNoun, .relation])
            || ["told", "asked", "called", "saw", "and", "by"].contains(scan.key(at))
    }

    /// Another word of the same person stands next to it.
    private func isBeside(_ at: Int, _ entry: NameBook.Entry) -> Bool {
        for step in [-1, 1] {
            var other = at + step
            if scan.isDash(other), scan.gap(after: min(at, other)) == 0,
                let joined = book.entries[scan.base(other + step)],
                joined.person == entry.person
            {
                return true
            }
            for _ in 0..<3 where scan.key(other) == "," || scan.key(other) == "." || scan.isInitial(other) {
                other += step
            }
            guard other >= 0, other < scan.count, scan.base(other) != scan.base(at),
                let beside = book.entries[scan.base(other)]
            else { continue }
            if beside.person == entry.person, scan.gap(after: min(at, other)) <= 1 {
                // "long hand" in a note without capitals is no mention of Hiro Long
                return scan.isCapital(at)
                    || scan.style(at) == .lower && !(scan.isOrdinary(other) && scan.isOrdinary(at))
            }
        }
        return false
    }
}

extension Words {
    /// What an eponym in the possessive owns: Parkinson's disease, Hoffmann's sign.
    static let owned: Set<String> = [
        "disease", "palsy", "syndrome", "sign", "signs", "test", "contracture", "law", "reflex", "phenomenon",
        "aphasia", "area",
        "node", "nodes", "fracture", "thyroiditis", "lymphoma", "sarcoma", "dementia", "esophagus", "maneuver", "ring",
        "canal",
        "cyst", "deformity", "ataxia", "chorea", "tendon", "score", "scale", "classification", "criteria", "tear",
        "triad",
    ]

    /// Irregular pasts of what people do.
    static let past: Set<String> = [
        "rose", "ran", "did", "got", "held", "kept", "lost", "began", "rode", "wore", "ate", "drank", "swam", "threw",
        "caught", "bent", "led", "lay", "paid", "read", "sent", "slid", "spent", "spoke", "swept", "told", "wrote",
        "knelt",
        "leaned", "rolled", "chose", "built", "drew", "forgot", "fed", "woke", "sang", "bought", "taught", "found",
    ]

    /// What stands before a day or a month.
    static let ofTime: Set<String> = [
        "in", "on", "since", "until", "till", "next", "last", "this", "every", "each", "through", "late", "early",
        "mid",
        "before", "after", "during", "returns", "return",
    ]

    static let letterAbbreviations: Set<String> = [
        "ms", "ma", "ba", "bs", "md", "do", "am", "pm", "pt", "ot", "st", "us", "mo", "po", "ie", "eg", "dc", "pa",
        "rn", "np",
        "yo", "dob", "ea", "va", "ny", "nj", "nc", "sc", "ct", "ca", "la", "ri", "nh", "nm", "nd", "sd", "wv",
    ]
}
