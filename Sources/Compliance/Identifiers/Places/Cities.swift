/// Towns, counties and ZIP codes: by the address they end, by "in" and "to", by their label.
struct Cities {
    let scan: NoteScan

    func find() -> [Candidate] {
        var found: [Candidate] = []
        for at in 0..<scan.count {
            if let county = Counties(scan: scan).county(at) { found.append(county) }
            if let town = townBeforeCounty(at) ?? townOfTransport(at) { found.append(town) }
            if scan.isWord(at) {
                found += stated(at)
            } else if scan.isNumber(at), let zip = labelledZIP(at) {
                found.append(zip)
            }
            if scan.isWord(at), scan.kinds(at).contains(.placeCue), let city = cued(at) { found.append(city) }
            if scan.key(at) == ":" || scan.key(at) == "|", let city = labelled(at) { found.append(city) }
        }
        return found
    }

    /// `, Las Cruces, NM 88001` behind a street.
    func behind(_ start: Int) -> [Candidate] {
        var at = start
        while scan.key(at) == "," || scan.key(at) == "|" || scan.key(at) == ";"
            || (scan.isBreak(at) && at < scan.count && at == start)
        { at += 1 }
        if scan.key(at) == "city" { at += scan.key(at + 1) == ":" ? 2 : 1 }
        guard scan.isWord(at), scan.isCapital(at) || scan.style(at) == .lower else { return [] }
        // Truth or Consequences
        let known = Gazetteer.shared.placeLength(in: scan.tokens, at: at)
        var end = known > 1 ? at + known : at
        while end < scan.count, end - at < 7 {
            if end > at, let state = state(end), scan.key(end) != "," || state > 0 { break }
            guard scan.isWord(end) || scan.key(end) == "." || scan.isDash(end),
                scan.kinds(end).isDisjoint(with: [.function, .field]) || scan.kinds(end).contains(.particle)
                    || Gazetteer.shared.isPlace(scan.key(end))
            else { break }
            if end > at, scan.isColumn(after: end - 1) { break }
            guard
                scan.isCapital(end) || scan.style(end) == .lower || !scan.isWord(end)
                    || scan.kinds(end).contains(.particle)
            else { break }
            end += 1
        }
        while end > at, !scan.isWord(end - 1) { end -= 1 }
        var behind = end
        if scan.key(behind) == "," { behind += 1 }
        let words = (at..<end).filter { scan.isWord($0) }
        let isKnown = known > 1 || Gazetteer.shared.isPlace(words.map { scan.base($0) })
        guard end > at, words.count <= 4,
            isKnown || state(behind) != nil || scan.key(start) == "," && scan.isCapital(at)
        else { return [] }
        return [Candidate(range: scan.range(at..<end), type: .geo, sub: "CITY", confidence: 0.95, source: "address")]
    }

    /// Number of tokens of a state's name or abbreviation at an index.
    private func state(_ at: Int) -> Int? { scan.state(at: at).map { $0.end - at } }

    private func labelled(_ sign: Int) -> Candidate? {
        guard ["city", "town", "hometown", "county", "birthplace", "municipality"].contains(scan.key(sign - 1)) else {
            return nil
        }
        guard sign + 1 < scan.count else { return nil }
        let known = Gazetteer.shared.placeLength(in: scan.tokens, at: sign + 1)
        var end = sign + 1 + (known > 1 ? known : 0)
        while scan.isWord(end), end - sign < 4, scan.isCapital(end) || scan.style(end) == .lower,
            scan.kinds(end).isDisjoint(with: [.function, .field]),
            end == sign + 1 || !scan.isColumn(after: end - 1)
        {
            end += 1
        }
        guard end > sign + 1, state(sign + 1) != end - sign - 1 || scan.key(sign - 1) == "county" else { return nil }
        return Candidate(
            range: scan.range((sign + 1)..<end), type: .geo, sub: scan.key(sign - 1) == "county" ? "COUNTY" : "CITY",
            confidence: 0.9,
            source: "label")
    }

    /// "going to Yakima", "lives in Las Cruces", "from Boise, Idaho".
    private func cued(_ cue: Int) -> Candidate? {
        let start = cue + 1
        guard scan.isWord(start), !scan.isColumn(after: cue) else { return nil }
        let gazetteer = Gazetteer.shared
        let isMixed = scan.style(start) == .mixed
        if isMixed, !scan.isCapital(start) { return nil }
        var longest: Int?
        var words: [String] = []
        var at = start
        while at < min(scan.count, start + 7), words.count < 4 {
            if scan.key(at) == ".", scan.gap(after: at - 1) == 0, scan.kinds(at - 1).contains(.particle) {
                at += 1
                continue
            }
            if scan.isDash(at), scan.gap(after: at) == 0, at > start {
                at += 1
                continue
            }
            guard scan.isWord(at), !isMixed || scan.isCapital(at) else { break }
            words.append(scan.base(at))
            at += 1
            if gazetteer.isPlace(words) { longest = at }
            if scan.isPossessive(at - 1) { break }
        }
        // Coeur d'Alene, Truth or Consequences, St. Cloud
        let known = gazetteer.placeLength(in: scan.tokens, at: start)
        let isWhole = known > 1 && (!isMixed || scan.isCapital(start + known - 1))
        if isWhole, start + known > longest ?? 0 {
            longest = start + known
            at = start + known
        }
        let lives = livesCue(cue)
        let behind = longest ?? at
        let hasState = scan.key(behind) == "," && state(behind + 1) != nil
        if isMixed, longest == nil, lives || hasState, !words.isEmpty, words.count <= 3,
            !words.contains(where: { Words.isOrdinary($0) }),
            scan.kinds(start).isEmpty || scan.kinds(start).contains(.particle), state(start) == nil,
            !Gazetteer.shared.isState(words.joined(separator: " ")),
            !Words.countries.contains(words.joined(separator: " "))
        {
            return Candidate(range: scan.range(start..<at), type: .geo, sub: "CITY", confidence: 0.7, source: "cue")
        }
        guard let end = longest else { return nil }
        if !scan.kinds(end).isDisjoint(with: [.facilityHead, .streetSuffix, .eponymHead]),
            isMixed ? scan.isCapital(end) : true
        {
            return nil
        }
        let isSingle = end - start == 1
        if isSingle, Gazetteer.shared.isState(scan.base(start)), scan.key(start).utf8.count > 2, !hasState,
            scan.key(end) != "city"
        {
            return nil
        }
        if !scan.kinds(start).isDisjoint(with: [.calendar, .title, .function, .relation]),
            !scan.kinds(start).contains(.particle), isSingle || !isMixed && !lives && !goesCue(cue)
        {
            return nil
        }
        if isSingle, gazetteer.isEponym(scan.base(start)), !lives { return nil }
        if Words.countries.contains(words.prefix(end - start).joined(separator: " ")) { return nil }
        if isMixed {
            // "in Grace", "to Walker": a town and a word
            if isSingle, scan.isOrdinary(start), !lives, !hasState, scan.key(cue) != "to" || !goesCue(cue) {
                return nil
            }
            if isSingle, scan.tokens[start].shape == .upper, scan.key(start).utf8.count <= 4, !lives { return nil }
            if isSingle, scan.isGiven(start), !lives, !goesCue(cue), !hasState,
                !["in", "from", "near"].contains(scan.key(cue))
            {
                return nil
            }
            if scan.isCapital(end), scan.isNameable(end), isSingle, !lives, !goesCue(cue), state(end) == nil {
                return nil
            }
        } else {
            let isPlain =
                !(start..<end).contains { scan.isOrdinary($0) }
                || (!isSingle && (start..<end).contains { !scan.isOrdinary($0) })
            guard isPlain || ((lives || goesCue(cue)) && !isSingle), lives || goesCue(cue) || hasState || !isSingle
            else { return nil }
        }
        return Candidate(
            range: scan.range(start..<end), type: .geo, sub: "CITY", confidence: lives || hasState ? 0.9 : 0.75,
            source: "cue")
    }

    private func livesCue(_ cue: Int) -> Bool {
        let before = scan.key(cue - 1)
        if Cities.living.contains(before) { return true }
        if before == "alone" || before == "back" { return Cities.living.contains(scan.key(cue - 2)) }
        return scan.key(cue) == "from" && ["is", "originally", "comes", "hails", "native"].contains(before)
    }

    private func goesCue(_ cue: Int) -> Bool {
        Cities.going.contains(scan.key(cue - 1)) || Cities.going.contains(scan.key(cue))
    }

    private static let living: Set<String> = [
        "lives", "lived", "living", "resides", "residing", "resided", "born", "raised", "home", "house", "apartment",
        "grew", "based", "located", "near",
    ]

    private static let going: Set<String> = [
        "going", "goes", "went", "go", "travel", "travels", "traveling", "travelling", "traveled", "travelled", "moved",
        "moving", "move", "drive", "drives", "drove", "driving", "flew", "flying", "fly", "trip", "trips", "return",
        "returning", "returned", "relocated", "relocating", "relocate", "visit", "visiting", "visits", "came",
        "vacation", "back", "bus", "train", "commutes", "commuting", "family", "relatives", "wedding",
    ]
}
