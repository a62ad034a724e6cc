/// Employers: what stands behind "works at" and "retired from".
struct Employers {
    let scan: NoteScan

    func find() -> [Candidate] {
        var found: [Candidate] = []
        for at in 0..<scan.count where scan.isWord(at) || [":", "=", ".", ","].contains(scan.key(at)) {
            guard let start = start(behind: at),
                let range = employer(start, isLabel: !scan.isWord(at) && scan.key(at) != ",")
            else {
                continue
            }
            found.append(
                Candidate(
                    range: scan.range(range), type: .facility, sub: "EMPLOYER", confidence: 0.88, source: "employer"))
        }
        return found
    }

    private func start(behind at: Int) -> Int? {
        let next = scan.key(at + 1)
        let isPlaced = next == "at" || next == "for" || next == "with" || next == "by"
        switch scan.key(at) {
        case "work", "works", "worked", "working": return next == "at" || next == "for" ? at + 2 : nil
        case "employed": return isPlaced ? at + 2 : nil
        case "employee", "owner": return next == "of" || next == "at" ? at + 2 : nil
        case "job", "position", "career", "shift": return next == "at" || next == "with" ? at + 2 : nil
        case "retired", "laid", "fired", "furloughed":
            return next == "from" ? at + 2 : next == "off" && scan.key(at + 2) == "from" ? at + 3 : nil
        case "volunteers", "volunteered", "volunteer": return next == "at" || next == "with" ? at + 2 : nil
        case "employer", "workplace":
            // his employer was Portneuf Tackle Works
            // (employer Menard Grain Elevator)
            if scan.isWord(at + 1), isProper(at + 1), !["is", "was"].contains(next) { return at + 1 }
            guard ["is", "was", ",", "-", "("].contains(next) else { return nil }
            return isProper(at + 2) ? at + 2 : nil
        case ":", "=": return isLabel(at - 1) ? at + 1 : nil
        case "." where scan.isLeader(endingAt: at) || scan.key(at - 1) == "." && scan.key(at + 1) != ".":
            return isLabel(at) ? at + 1 : nil
        // "worked the oyster house, Cockrell Creek Shucking, until"
        case ",":
            return !scan.startsSentence(at) && !["employer", "workplace"].contains(next) && isProper(at + 1)
                && firmLength(at + 1) > 1 && isWorking(before: at) ? at + 1 : nil
        // "works as a cook at Kessler Dairy", "25 years at Lowry Electric"
        case "at", "for", "with", "from", "of", "by":
            guard isProper(at + 1) || scan.key(at + 1) == "the" && isProper(at + 2) else { return nil }
            return isWorking(before: at) ? at + 1 : nil
        default: return nil
        }
    }

    private func isLabel(_ at: Int) -> Bool {
        var label = at
        while scan.key(label) == "." || scan.key(label) == ":" || scan.key(label) == "*" { label -= 1 }
        switch scan.key(label) {
        case "employer", "workplace", "employment", "school", "church", "company", "occupation", "employers":
            return true
        case "work", "works":
            // Former work:
            return scan.startsSentence(label) || scan.isColumn(after: label - 1)
                || ["former", "current", "previous", "past", "prior", "last", "usual", "present", "paid", "day", "old"]
                    .contains(scan.key(label - 1))
        default: return false
        }
    }

    /// A word of work within eight words before "at", "for", "with": an office, a trade, what is done there.
    private func isWorking(before cue: Int) -> Bool {
        let preposition = scan.key(cue)
        var before = cue - 1
        for steps in 0..<9 where scan.isWord(before) || scan.isNumber(before) || scan.key(before) == "," {
            let key = scan.key(before)
            if Words.works.contains(key), preposition != "of" || steps < 2 { return true }
            let isTrade = Words.trades.contains(key)
            if isTrade, preposition != "by", preposition != "from" || key != "nurse", preposition != "of" || steps == 0
            {
                return true
            }
            // "is an accountant at"
            if preposition == "at" || preposition == "with", ["a", "an"].contains(key), steps < 4,
                ["is", "was", "as", "been"].contains(scan.key(before - 1))
            {
                return true
            }
            before -= 1
        }
        return false
    }

    /// A name in capitals that is no ordinary word: "at Deloitte", not "with Right Hemiparesis".
    private func isProper(_ at: Int) -> Bool {
        guard scan.isWord(at) else { return false }
        if scan.style(at) == .mixed, !scan.isCapital(at) { return false }
        if firmLength(at) > 1 { return true }
        return !scan.isOrdinary(at) && scan.kinds(at).isEmpty
            || scan.isOrdinary(at) && scan.isWord(at + 1) && scan.isCapital(at + 1) && !scan.isOrdinary(at + 1)
    }

    /// How many tokens up to a word that firms end in, within five; in capitals throughout where the note has them.
    private func firmLength(_ at: Int) -> Int {
        let isMixed = scan.style(at) == .mixed
        guard scan.isWord(at), !isMixed || scan.isCapital(at) else { return 0 }
        for next in (at + 1)...(at + 4) {
            let isJoint = scan.key(next) == "&" || scan.key(next) == "and" || scan.isDash(next)
            guard isJoint || scan.isWord(next), !scan.isBreak(next), !scan.isColumn(after: next - 1) else { return 0 }
            if isMixed, !isJoint, !scan.isCapital(next) { return 0 }
            if isFirm(next, from: at) { return next + 1 - at }
        }
        return 0
    }

    /// Words of sites and shops ask for two words before them: "the power plant" is no name.
    private func isFirm(_ last: Int, from first: Int) -> Bool {
        let key = scan.key(last)
        if Words.firms.contains(key) { return true }
        return Words.sites.contains(key) && (last - first > 1 || !scan.isOrdinary(first) || scan.isCapital(first))
            && !["the", "a", "local", "his", "her"].contains(scan.key(first))
    }

    /// "return to work at lake shore transit authority": small letters in a note that has capitals elsewhere; a word that
    /// is none, or four words, tell a name from "the dental office".
    private func smallFirm(_ start: Int) -> Range<Int>? {
        for next in start..<(start + 5) {
            guard scan.isWord(next), scan.tokens[next].shape == .lower,
                !scan.isColumn(after: next - 1) || next == start,
                scan.kinds(next).isDisjoint(with: [.function, .humanVerb, .copula, .relation])
            else { return nil }
            guard next > start, Words.firms.contains(scan.key(next)) || Words.sites.contains(scan.key(next)),
                !(scan.isWord(next + 1) && Words.sites.union(Words.firms).contains(scan.key(next + 1)))
            else { continue }
            let isNamed = (start..<next).contains { !scan.isOrdinary($0) && scan.kinds($0).isEmpty }
            return isNamed || next - start > 2 ? start..<(next + 1) : nil
        }
        return nil
    }

    private func employer(_ start: Int, isLabel: Bool) -> Range<Int>? {
        var from = start
        if ["the", "a", "an", "his", "her", "their"].contains(scan.key(from)) { from += 1 }
        guard from < scan.count, scan.isWord(from) || scan.isNumber(from), !scan.isBreak(from) else { return nil }
        let isMixed = scan.style(from) == .mixed
        if isMixed, let firm = smallFirm(from) { return firm }
        var end = from
        while end < scan.count, end - from < 8, !scan.isBreak(end) {
            if end > from, scan.isColumn(after: end - 1) { break }
            if scan.isWord(end) {
                let isJoint = ["of", "and", "the", "for"].contains(scan.key(end))
                if isJoint {
                    guard end > from, scan.isWord(end + 1),
                        scan.isCapital(end + 1) || (!isMixed && scan.key(end) == "of"), isMixed || scan.key(end) == "of"
                    else { break }
                } else if scan.isDash(end - 1), end > from + 1 {
                    // Co-op
                } else if isMixed
                    ? !scan.isCapital(end) : !scan.kinds(end).isDisjoint(with: [.function, .humanVerb, .copula])
                {
                    break
                }
                end += 1
            } else if scan.key(end) == "&" || scan.key(end) == "'"
                || scan.isDash(end) && scan.gap(after: end) == 0 && scan.gap(after: end - 1) == 0
            {
                end += 1
            } else if scan.key(end) == ".", end > from, scan.gap(after: end - 1) == 0,
                scan.isInitial(end - 1) || ["st", "ste", "mt", "ft", "pt"].contains(scan.key(end - 1)),
                scan.isWord(end + 1)
            {
                end += 1
            } else {
                break
            }
        }
        while end > from, !scan.isWord(end - 1) { end -= 1 }
        guard end > from, scan.kinds(from).isDisjoint(with: [.calendar]) else { return nil }
        let words = (from..<end).filter { scan.isWord($0) }
        let unusual = words.contains { !scan.isOrdinary($0) || (isMixed && scan.isSurname($0) && words.count > 1) }
        if !isMixed, words.count > 1, let last = words.last,
            isFirm(last, from: from) || Gazetteer.shared.placeLength(in: scan.tokens, at: from) > 1
        {
            return from..<end
        }
        guard isMixed || isLabel ? unusual || words.count > 1 : unusual && words.count > 1 else { return nil }
        if words.count == 1, scan.tokens[from].shape == .upper, scan.key(from).utf8.count <= 3,
            Words.isOrdinary(scan.key(from))
        {
            return nil
        }
        if words.allSatisfy({ Gazetteer.shared.isClinicalWord(scan.base($0)) }) { return nil }
        return from..<end
    }
}
