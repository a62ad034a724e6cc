/// Where people live together, named like streets and towns: The Terraces at Elm Grove, Villas on Fifth, The Oaks.
struct Residences {
    let scan: NoteScan

    func find() -> [Candidate] {
        var found: [Candidate] = []
        var end = 0
        for at in 0..<scan.count where at >= end && scan.isWord(at) {
            guard let range = joined(at) ?? cued(at) ?? branch(at) ?? stay(at), range.lowerBound >= end else {
                continue
            }
            found.append(
                Candidate(
                    range: scan.range(range), type: .facility, sub: "CARE", confidence: 0.88, source: "residence"))
            end = range.upperBound
        }
        return found
    }

    /// A word of houses, "at", "of" or "on", and a name.
    private func joined(_ head: Int) -> Range<Int>? {
        guard Residences.heads.contains(scan.key(head)), isPart(head), Residences.joints.contains(scan.key(head + 1)),
            scan.gap(after: head) == 1, scan.gap(after: head + 1) == 1
        else { return nil }
        var start = head
        while start > 0, head - start < 3, isPart(start - 1), !scan.isColumn(after: start - 1),
            scan.style(head) == .mixed || scan.kinds(start - 1).isDisjoint(with: [.heading, .humanVerb])
        {
            start -= 1
        }
        if scan.key(start - 1) == "the", !scan.isColumn(after: start - 1) { start -= 1 }
        if scan.style(head) != .mixed, start == head || scan.key(start) != "the", !isLiving(start) { return nil }
        var own = head + 2
        if scan.key(own) == "the" { own += 1 }
        guard let end = name(at: own), scan.style(head) == .mixed || isLiving(start) || scan.key(head + 1) == "at"
        else { return nil }
        return start..<end
    }

    /// Behind "resides at": two words or more with capitals, or a word behind The.
    private func cued(_ start: Int) -> Range<Int>? {
        guard isLiving(start), scan.style(start) == .mixed, scan.isCapital(start) else { return nil }
        let isThe = scan.key(start) == "the"
        guard let end = name(at: isThe ? start + 1 : start) else { return nil }
        let words = (start..<end).filter { scan.isWord($0) }
        guard words.count > 1, !Gazetteer.shared.isPlace(words.map { scan.base($0) }) else { return nil }
        let isHouse = words.contains { Residences.heads.contains(scan.base($0)) }
        guard isHouse || words.contains(where: { !scan.isOrdinary($0) }) else { return nil }
        if scan.key(end) == ",", Gazetteer.shared.isState(scan.key(end + 1)) { return nil }
        var whole = end
        if Residences.joints.contains(scan.key(end)), let further = name(at: end + 1) { whole = further }
        return start..<whole
    }

    /// "Sunrise of Bellevue": a house of a chain and its town.
    private func branch(_ start: Int) -> Range<Int>? {
        guard scan.key(start + 1) == "of", isPart(start), scan.tokens[start].range.count > 3,
            scan.kinds(start).isDisjoint(with: [.heading, .humanVerb, .humanNoun, .facilityHead, .credential]),
            !Gazetteer.shared.isClinicalWord(scan.base(start)), start + 2 < scan.count, scan.isWord(start + 2),
            scan.style(start) == .lower || scan.isCapital(start + 2), !scan.isOrdinary(start + 2)
        else { return nil }
        let length = Gazetteer.shared.placeLength(in: scan.tokens, at: start + 2)
        guard length > 0, scan.style(start) == .mixed && !scan.startsSentence(start) || isSeen(start) || opens(start)
        else { return nil }
        return start..<(start + 2 + length)
    }

    /// "Seen 5/23/24 at Mercy", "stay at The Arbors", and the same in the first line of the note.
    private func stay(_ start: Int) -> Range<Int>? {
        let isThe = scan.key(start) == "the"
        let head = isThe ? start + 1 : start
        guard isPart(head), scan.tokens[head].range.count > 3, scan.style(head) != .lower || isThe else { return nil }
        let isHouse =
            isThe && Residences.heads.contains(scan.key(head)) && scan.key(head).hasSuffix("s") && joined(head) == nil
        let isAlone = !scan.isCapital(head + 1) || scan.style(head) == .upper || scan.isColumn(after: head)
        let isPhrase = scan.key(head + 1) == "of" && !scan.isCapital(head + 2)
        if isHouse, !isPhrase, isAlone || opens(start), isSeen(start) || opens(start) || scan.key(start - 1) == "to" {
            return scan.style(head) == .mixed && !scan.isCapital(start) ? nil : start..<(head + 1)
        }
        guard !isThe, scan.style(head) == .mixed, scan.tokens[head].shape == .capitalised, isAlone, isSeen(head),
            scan.isListedName(head) || !scan.isOrdinary(head), scan.kinds(head).isEmpty,
            !Gazetteer.shared.isClinicalWord(scan.base(head))
        else { return nil }
        return head..<(head + 1)
    }

    /// Behind "seen … at", "stay at", "admitted to".
    private func isSeen(_ start: Int) -> Bool {
        guard ["at", "to", "from"].contains(scan.key(start - 1)) else { return false }
        var at = start - 2
        while at > max(0, start - 14), !scan.isBreak(at), scan.isNumber(at) || !scan.isWord(at) || isDateWord(at) {
            at -= 1
        }
        let isTreated = ["seen", "treated", "evaluated", "hospitalized", "hospitalised"].contains(scan.key(at))
        let isMoved = ["admitted", "transferred", "discharged", "stay", "rehabbed"].contains(scan.key(at))
        return scan.key(start - 1) == "at" && (isTreated || isLiving(start)) || isMoved && at == start - 2
    }

    private func isDateWord(_ at: Int) -> Bool { scan.kinds(at).contains(.calendar) || scan.key(at) == "on" }

    /// First in the note, or behind the title in the first line.
    private func opens(_ start: Int) -> Bool {
        guard scan.note.line(at: scan.tokens[start].range.lowerBound) == 0 else { return false }
        return scan.isBreak(start - 1) || ["|", "-", "/"].contains(scan.key(start - 1))
    }

    private func isLiving(_ start: Int) -> Bool {
        guard scan.key(start - 1) == "at" || scan.key(start - 1) == "in" else { return false }
        return ["resides", "residing", "resided", "lives", "lived", "living", "resident", "stay", "stays", "stayed"]
            .contains(scan.key(start - 2))
    }

    private func isPart(_ at: Int) -> Bool {
        guard scan.isWord(at), scan.isCapital(at) || scan.style(at) == .lower else { return false }
        return scan.kinds(at).isDisjoint(with: [.function, .field, .title, .relation, .calendar, .contact])
    }

    /// One to three words of a name, up to a heading.
    private func name(at start: Int) -> Int? {
        var at = start
        while at < start + 3, isPart(at), at == start || scan.gap(after: at - 1) == 1,
            scan.kinds(at).isDisjoint(with: [.heading, .humanVerb, .copula, .looseCredential]) || at == start
        {
            if at == start, scan.kinds(at).contains(.heading) { return nil }
            at += 1
        }
        return at > start ? at : nil
    }

    private static let joints: Set<String> = ["at", "of", "on"]

    private static let heads: Set<String> = [
        "terrace", "terraces", "garden", "gardens", "villa", "villas", "village", "manor", "commons", "estates",
        "residence", "residences", "arbor", "arbors", "oaks", "pines", "willows", "maples", "elms", "cedars", "birches",
        "meadows", "springs", "cottages", "cottage", "courtyard", "courtyards", "landing", "pointe", "grove", "palms",
        "pavilion", "atrium", "fountains", "lodge", "reserve", "preserve", "shores", "woods", "heights", "place",
        "suites", "towers", "apartments", "homestead", "inn", "crossing", "lakes", "orchards", "glen", "hearth",
        "haven", "waterford", "legacy", "summit", "ridge", "bluffs", "park", "vista", "vistas", "house", "harbor",
    ]
}
