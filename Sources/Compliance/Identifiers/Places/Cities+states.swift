/// Towns before a state and the ZIP code behind it.
extension Cities {
    /// "Bend, OR 97701", "Silver City, N.M.", "kearney ne": a state, the ZIP code behind it and the town before it.
    func stated(_ at: Int) -> [Candidate] {
        guard let state = scan.state(at: at), !(at > 0 && scan.isDash(at - 1) && scan.gap(after: at - 1) == 0) else {
            return []
        }
        var found: [Candidate] = []
        let zip = isProcedure(state.end, state) ? nil : zip(behind: state.end)
        if zip != nil || isState(at, state), let city = city(endingAt: at, state, hasZIP: zip != nil) {
            found.append(city)
        }
        // "97110 or 97112"
        let isWord = state.form == .postal && scan.tokens[at].shape == .lower && States.words.contains(scan.key(at))
        if let zip, !found.isEmpty || !isWord { found.append(zip) }
        return found
    }

    /// "voice tx 92507": a code of a procedure behind "treatment", for no ZIP code outside the west begins with 9.
    private func isProcedure(_ at: Int, _ state: StateName) -> Bool {
        state.form == .postal && scan.isNumber(at) && scan.key(at).hasPrefix("9")
            && !["ca", "or", "wa", "ak", "hi", "gu", "as", "mp"].contains(scan.key(at - 1))
    }

    /// Five digits, or five and four, behind a state or its comma.
    private func zip(behind start: Int) -> Candidate? {
        var at = start
        while at < start + 2, [",", ":", "|", ".", "-"].contains(scan.key(at)) { at += 1 }
        return scan.isColumn(after: at - 1) && at == start ? nil : zip(at)
    }

    private func zip(_ at: Int) -> Candidate? {
        guard scan.isNumber(at), scan.tokens[at].range.count == 5, !scan.key(at).contains("."),
            !scan.key(at).contains(",")
        else { return nil }
        var end = at + 1
        if scan.isDash(end), scan.gap(after: at) == 0, scan.isNumber(end + 1), scan.key(end + 1).utf8.count == 4,
            scan.gap(after: end) == 0
        {
            end += 2
        }
        if end < scan.count, scan.isWord(end), scan.gap(after: end - 1) == 0 { return nil }
        return Candidate(range: scan.range(at..<end), type: .geo, sub: "ZIP", confidence: 0.95, source: "zip")
    }

    func labelledZIP(_ at: Int) -> Candidate? {
        var before = at - 1
        while [",", ":", "|", ".", "="].contains(scan.key(before)) { before -= 1 }
        let isLabelled =
            ["zip", "zipcode", "postal"].contains(scan.key(before))
            || (scan.key(before) == "code" && ["zip", "postal"].contains(scan.key(before - 1)))
        return isLabelled ? zip(at) : nil
    }

    /// A code of two letters means a state by its capitals, or by where it stands in a note without capitals.
    private func isState(_ at: Int, _ state: StateName) -> Bool {
        guard state.form == .postal else { return true }
        let hasComma = scan.key(at - 1) == ","
        if scan.tokens[at].shape == .upper, scan.style(at) == .mixed {
            return hasComma || scan.gap(after: at - 1) == 1
        }
        // "brattleboro vt", "CORTEZ CO"
        let ends =
            scan.isBreak(state.end) || [",", ".", "-", "|", "/", ";", ")"].contains(scan.key(state.end))
            || scan.isColumn(after: at)
        guard ends || hasComma else { return false }
        return scan.style(at) == .upper || !States.words.contains(scan.key(at)) || hasComma && ends
    }

    /// A town before a state.
    private func city(endingAt end: Int, _ state: StateName, hasZIP: Bool) -> Candidate? {
        var stop = end
        let hasComma = scan.key(stop - 1) == ","
        if hasComma { stop -= 1 }
        guard stop > 0, hasComma || !scan.isColumn(after: stop - 1) else { return nil }
        let isDegree = state.form == .postal && States.credentials.contains(scan.key(end)) && !hasZIP
        // St. Cloud, Wilkes-Barre, Truth or Consequences
        for from in max(0, stop - 7)..<stop
        where scan.isWord(from) && (scan.isCapital(from) || scan.style(from) == .lower || hasZIP)
            && (stop - from == 1
                ? Gazetteer.shared.isPlace(scan.base(from))
                : Gazetteer.shared.placeLength(in: scan.tokens, at: from) == stop - from)
            && (scan.style(from) != .lower || !scan.kinds(from - 1).contains(.direction))
        {
            guard hasZIP || isTown(from..<stop, state, isDegree: isDegree, hasComma: hasComma) else { continue }
            return Candidate(range: scan.range(from..<stop), type: .geo, sub: "CITY", confidence: 0.94, source: "city")
        }
        return hasZIP
            ? addressed(stop) : unlisted(stop, state, isDegree: isDegree, hasComma: hasComma)
    }

    /// A place that the gazetteer knows: not "Jackson, PA" behind a given name, nor "mobile or" in a sentence.
    private func isTown(_ words: Range<Int>, _ state: StateName, isDegree: Bool, hasComma: Bool) -> Bool {
        let first = words.lowerBound
        if state.form == .full, Gazetteer.shared.isState(scan.base(first)), words.count == 1, hasComma,
            scan.key(first) != "washington"
        {
            return false
        }
        let before = first - 1
        if isDegree {
            let isNamed =
                scan.key(before) == "." || scan.isInitial(before) || scan.isGiven(before) && !isCue(before)
                || scan.kinds(before).contains(.title)
            if isNamed
                || words.count == 1 && scan.isSurname(first) && !isCue(before) && !scan.isColumn(after: before)
                    && ![",", "/", "-", "|"].contains(scan.key(before))
            {
                return false
            }
        }
        guard words.count == 1, scan.isOrdinary(first) else { return true }
        if scan.style(first) == .lower { return hasComma || isCue(before) && scan.isBreak(state.end) }
        return hasComma || isCue(before) || [",", "/", "-", "|"].contains(scan.key(before))
    }

    private func isCue(_ at: Int) -> Bool { scan.kinds(at).contains(.placeCue) || scan.key(at) == "of" }

    /// A town in no list: "Bronson, Maine", "chincoteague va".
    private func unlisted(_ stop: Int, _ state: StateName, isDegree: Bool, hasComma: Bool) -> Candidate? {
        var start = stop
        while start > 0, stop - start < 3, isTownWord(start - 1), start == stop || scan.gap(after: start - 1) == 1 {
            start -= 1
        }
        guard start < stop, !scan.isOrdinary(stop - 1) || stop - start > 1 else { return nil }
        let before = start - 1
        let isPlaced =
            isCue(before) || [",", "-", "|", "/", "("].contains(scan.key(before)) || scan.isBreak(before)
            || scan.isColumn(after: before)
        if isDegree || !hasComma || scan.style(start) != .mixed {
            guard isPlaced, !scan.isGiven(start) || isCue(before), stop - start < 3 else { return nil }
            if !hasComma, state.form == .postal, scan.style(start) == .mixed, scan.isBreak(before) { return nil }
        }
        guard !(start..<stop).contains(where: { Gazetteer.shared.isEponym(scan.base($0)) }) else { return nil }
        return Candidate(range: scan.range(start..<stop), type: .geo, sub: "CITY", confidence: 0.8, source: "city")
    }

    private func isTownWord(_ at: Int) -> Bool {
        scan.isWord(at) && !scan.isInitial(at) && (scan.isCapital(at) || scan.style(at) == .lower)
            && scan.kinds(at).isDisjoint(with: [
                .function, .field, .heading, .facilityHead, .facilityGeneric, .credential, .looseCredential, .title,
                .streetUnit, .calendar, .relation, .humanVerb,
            ]) && !(scan.style(at) != .mixed && scan.isOrdinary(at))
            // 13:05 PST, WA
            && (scan.style(at) != .mixed || scan.tokens[at].shape != .upper || scan.tokens[at].range.count > 4)
            && !Gazetteer.shared.isClinicalWord(scan.base(at))
    }

    /// Before a ZIP code: the longest town that the gazetteer knows, else the last word, or all words with capitals.
    private func addressed(_ stop: Int) -> Candidate? {
        var start = stop
        while start > 0, stop - start < 4, scan.isWord(start - 1),
            scan.isCapital(start - 1) || scan.style(start - 1) == .lower,
            scan.kinds(start - 1).isDisjoint(with: [.function, .field, .streetUnit, .title]),
            start == stop || !scan.isColumn(after: start - 1)
        {
            if scan.kinds(start - 1).contains(.streetSuffix), start < stop,
                scan.isNumber(start - 2) || scan.style(start - 1) == .lower
            {
                break
            }
            start -= 1
        }
        guard start < stop else { return nil }
        for from in start..<stop where Gazetteer.shared.isPlace((from..<stop).map { scan.base($0) }) {
            return Candidate(range: scan.range(from..<stop), type: .geo, sub: "CITY", confidence: 0.92, source: "city")
        }
        let from = scan.style(stop - 1) == .mixed ? start : stop - 1
        return Candidate(range: scan.range(from..<stop), type: .geo, sub: "CITY", confidence: 0.85, source: "city")
    }
}
