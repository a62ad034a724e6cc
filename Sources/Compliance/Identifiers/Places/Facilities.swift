/// Places of care by their heads: Harbor View SNF, Lakeshore Rehab & Sports, St. Brigid Outpatient Therapy.
struct Facilities {
    let scan: NoteScan

    func find() -> [Candidate] {
        var found: [Candidate] = []
        var end = 0
        for at in 0..<scan.count where at >= end && scan.isWord(at) && scan.kinds(at).contains(.facilityHead) {
            guard let range = facility(head: at, after: end) else { continue }
            found.append(
                Candidate(range: scan.range(range), type: .facility, sub: "CARE", confidence: 0.9, source: "facility"))
            end = range.upperBound
        }
        return found
    }

    private func isJoint(_ at: Int) -> Bool { scan.key(at) == "&" || scan.key(at) == "and" || scan.key(at) == "of" }

    private func facility(head: Int, after limit: Int) -> Range<Int>? {
        let isMixed = scan.style(head) == .mixed
        if isMixed, !scan.isCapital(head) { return nil }
        var start = head
        while start > limit {
            var before = start - 1
            // St. Brigid, Dr. Walker Clinic
            if scan.key(before) == ".", scan.gap(after: before - 1) == 0, scan.key(before - 1).utf8.count <= 2 {
                before -= 1
            }
            if isJoint(before) {
                guard before > limit, scan.isWord(before - 1), isPart(before - 1, isMixed) else { break }
                start = before
                continue
            }
            if scan.isDash(before), scan.gap(after: before) == 0, scan.gap(after: before - 1) == 0 {
                start = before
                continue
            }
            guard isPart(before, isMixed), !scan.isColumn(after: start - 1), head - before <= 7 else { break }
            start = before
        }
        while start < head,
            isJoint(start) || !scan.isWord(start) || isLead(start) || isLabel(start) && head - start > 1
        { start += 1 }
        // start of care, level of care
        if scan.key(head) == "care", scan.key(head - 1) == "of" { return nil }
        if scan.key(start) == "lady" || scan.key(start) == "savior", scan.key(start - 1) == "our", start > limit {
            start -= 1
        }
        // "clean and care for it": two verbs
        if !isMixed, scan.key(head - 1) == "and", Facilities.everyday.contains(scan.key(head)) { return nil }
        let end = tail(head, isMixed)
        // at least one word that no other place of care has
        let own = (start..<head).filter {
            scan.isWord($0) && !scan.isInitial($0) && scan.kinds($0).isDisjoint(with: [.facilityGeneric, .function])
        }
        guard !own.isEmpty else { return nil }
        if own.count == 1, scan.kinds(head).contains(.streetSuffix), scan.isNumber(start - 1) { return nil }
        guard isNamed(start, head, end, own, isMixed) else { return nil }
        return start..<scan.firmTail(end)
    }

    /// "Clinic Lake Sakakawea Rehab": a field of a head without a colon.
    private func isLabel(_ at: Int) -> Bool {
        ["clinic", "facility", "agency", "location", "loc", "site", "branch"].contains(scan.key(at))
            && (scan.isBreak(at - 1) || scan.isColumn(after: at - 1) || scan.key(at - 1) == "|")
    }

    /// "Daily Note - …", "Admitted to …": what begins a phrase and no name.
    private func isLead(_ at: Int) -> Bool {
        !scan.kinds(at).isDisjoint(with: [.function, .title, .heading, .humanVerb, .contact])
            && scan.kinds(at).contains(.facilityGeneric) == false
            && !(scan.isListedName(at) && scan.isCapital(at) && scan.kinds(at).isDisjoint(with: [.function, .heading]))
    }

    private func isPart(_ at: Int, _ isMixed: Bool) -> Bool {
        guard at >= 0, scan.isWord(at), !scan.isPossessive(at) || isMixed || scan.isListedName(at) else { return false }
        let kinds = scan.kinds(at)
        if ["st", "mt", "assisted", "county", "city", "tri"].contains(scan.key(at)) {
            return !isMixed || scan.isCapital(at)
        }
        if !kinds.isDisjoint(with: [.field, .calendar, .credential]) && !kinds.contains(.facilityGeneric)
            && !kinds.contains(.streetSuffix)
        {
            return false
        }
        if isMixed {
            return scan.isCapital(at) && (kinds.isDisjoint(with: [.function]) || kinds.contains(.facilityGeneric))
        }
        return kinds.isDisjoint(with: [.function, .humanVerb, .copula, .title, .relation])
            || kinds.contains(.streetSuffix)
            || (kinds.contains(.facilityGeneric) && kinds.isDisjoint(with: [.function]))
    }

    /// "Center" of "Rehabilitation Center"; "& Sports" of "Rehab & Sports"; "at Bend" is none.
    private func tail(_ head: Int, _ isMixed: Bool) -> Int {
        var end = head + 1
        while end < scan.count, end - head < 4 {
            if isJoint(end), scan.key(end) != "of", isTail(end + 1, isMixed) {
                end += 2
            } else if isTail(end, isMixed), isFree(end), scan.kinds(end).contains(.facilityHead) {
                end += 1
            } else if isTail(end, isMixed), isFree(end), isTail(end + 1, isMixed), isFree(end + 1),
                scan.kinds(end + 1).contains(.facilityHead)
            {
                // Assisted Living, Skilled Nursing
                end += 2
            } else if scan.key(end) == "of", isPlaceName(end + 1, isMixed) {
                // Veterans Home of Oregon
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// "Center Occupational Therapy Discharge Summary": the title begins behind Center.
    private func isFree(_ at: Int) -> Bool {
        !scan.kinds(at).contains(.heading)
            || ["rehab", "rehabilitation", "outpatient", "home", "health", "care"].contains(scan.key(at))
    }

    private func isPlaceName(_ at: Int, _ isMixed: Bool) -> Bool {
        guard scan.isWord(at), !isMixed || scan.isCapital(at), scan.kinds(at).isDisjoint(with: [.function]) else {
            return false
        }
        return isMixed || Gazetteer.shared.isState(scan.key(at)) || Gazetteer.shared.isPlace(scan.key(at))
    }

    private func isTail(_ at: Int, _ isMixed: Bool) -> Bool {
        scan.isWord(at) && !scan.isColumn(after: at - 1)
            && !scan.kinds(at).isDisjoint(with: [.facilityGeneric, .facilityHead])
            && (scan.isCapital(at) || !isMixed)
            && (scan.kinds(at).isDisjoint(with: [.function]) || scan.key(at) == "assisted")
            && scan.key(at) != "progress"
    }

    private func isNamed(_ start: Int, _ head: Int, _ end: Int, _ own: [Int], _ isMixed: Bool) -> Bool {
        if scan.kinds(head).contains(.eponymHead), scan.kinds(head + 1).contains(.eponymHead) { return false }
        // heads that are everyday words need more of a name before them
        let isWeak = [
            "therapy", "care", "medicine", "health", "group", "services", "system", "home", "homes", "living",
            "nursing", "facility", "partners", "associates", "community", "commons", "estates", "gardens", "terrace",
            "lodge", "residence", "wellness", "rehabilitation", "rehab", "village", "manor",
        ].contains(scan.key(head))
        let unusual = own.filter { !scan.isOrdinary($0) || scan.isSurname($0) }
        if isMixed {
            if !isWeak { return unusual.count > 0 || head - start > 1 || !scan.startsSentence(start) }
            let isClinical = own.allSatisfy {
                Gazetteer.shared.isClinicalWord(scan.base($0)) || scan.kinds($0).contains(.heading)
                    || scan.kinds($0).contains(.eponymHead) || Gazetteer.shared.isEponym(scan.base($0))
            }
            if Facilities.everyday.contains(scan.key(head)) {
                let hasMiddle = (start..<head).contains {
                    scan.kinds($0).contains(.facilityGeneric) && !scan.kinds($0).contains(.function)
                }
                let isPlaced =
                    ["at", "to", "from", "@", "in", "by", "with", "/"].contains(scan.key(start - 1))
                    || fills(start, end)
                if end - head > 2, scan.key(head + 1) == "of" { return true }
                return !isClinical
                    && (own.contains { !scan.isOrdinary($0) } || ((own.count > 1 || hasMiddle) && isPlaced))
            }
            return !isClinical && (unusual.count > 0 || own.count > 1 || isCued(start))
        }
        let isEnglish = own.allSatisfy { scan.isOrdinary($0) }
        let isClinical = own.contains { Gazetteer.shared.isClinicalWord(scan.base($0)) && !scan.isSurname($0) }
        let isOwn = own.contains {
            scan.isListedName($0) && !Gazetteer.shared.isClinicalWord(scan.base($0)) && scan.kinds($0).isEmpty
        }
        if isClinical { return !isWeak && isOwn && fills(start, end) }
        if isEnglish, isWeak, scan.isBreak(start - 1) {
            // the head of a page: BLUE RIDGE PEDIATRIC THERAPY
            return end - start > 2 && scan.isBreak(end) && scan.note.line(at: scan.tokens[start].range.lowerBound) < 3
                && !(start..<end).contains { scan.kinds($0).contains(.function) && scan.key($0) != "assisted" }
        }
        if isCued(start) { return !isEnglish || end - start >= 3 || (!isWeak && unusual.count > 0) }
        return !isWeak && (!isEnglish || own.count > 1) && edge(start)
    }

    /// Heads that sentences use too: Mirror Therapy, Goals of Care.
    private static let everyday: Set<String> = [
        "therapy", "care", "medicine", "health", "group", "services", "system", "home", "homes", "nursing", "facility",
        "community", "wellness", "rehabilitation", "rehab", "partners", "associates",
    ]

    /// A line or a cell of its own.
    private func fills(_ start: Int, _ end: Int) -> Bool {
        let begins = scan.isBreak(start - 1) || ["|", "-", "/", ":", "*"].contains(scan.key(start - 1))
        // a note on one line begins with the place, then its title
        if start == 0, scan.kinds(end).contains(.heading) { return true }
        return begins && (scan.isBreak(end) || ["|", "-", "/", "*"].contains(scan.key(end)))
    }

    private func isCued(_ at: Int) -> Bool {
        ["at", "to", "from", "-", "|", "the", "//", "/", "facility", ":", "in", "@"].contains(scan.key(at - 1))
            || scan.isBreak(at - 1)
    }

    private func edge(_ at: Int) -> Bool { scan.startsSentence(at) || isCued(at) || scan.key(at - 1) == "," }
}
