/// Employers: what stands behind "works at" and "retired from".
struct Employers {
    let scan: NoteScan

    func find() -> [Candidate] {
        var found: [Candidate] = []
        for at in 0..<scan.count where scan.isWord(at) || scan.key(at) == ":" {
            guard let start = start(behind: at), let range = employer(start, isLabel: scan.key(at) == ":") else {
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
        case "employee": return next == "of" || next == "at" ? at + 2 : nil
        case "job", "position", "career", "shift": return next == "at" || next == "with" ? at + 2 : nil
        case "retired", "laid", "fired":
            return next == "from" ? at + 2 : next == "off" && scan.key(at + 2) == "from" ? at + 3 : nil
        case "volunteers", "volunteered", "volunteer": return next == "at" || next == "with" ? at + 2 : nil
        case ":": return scan.key(at - 1) == "employer" || scan.key(at - 1) == "workplace" ? at + 1 : nil
        // "works as a cook at Kessler Dairy", "25 years at Lowry Electric"
        case "at", "for", "with":
            var before = at - 1
            // "is an accountant at"
            for back in 2...4
            where scan.key(at) == "at" && ["a", "an"].contains(scan.key(at - back))
                && ["is", "was", "as", "been"].contains(scan.key(at - back - 1))
            {
                return isProper(at + 1) ? at + 1 : nil
            }
            for _ in 0..<6 where scan.isWord(before) || scan.isNumber(before) {
                if [
                    "works", "worked", "job", "employed", "retired", "driver", "clerk", "teller", "nurse", "teacher",
                    "engineer", "manager", "mechanic", "welder", "cashier",
                ].contains(scan.key(before)) {
                    return isProper(at + 1) ? at + 1 : nil
                }
                before -= 1
            }
            return nil
        default: return nil
        }
    }

    /// A name in capitals that is no ordinary word: "at Deloitte", not "with Right Hemiparesis".
    private func isProper(_ at: Int) -> Bool {
        guard scan.isWord(at) else { return false }
        if scan.style(at) == .mixed, !scan.isCapital(at) { return false }
        return !scan.isOrdinary(at) && scan.kinds(at).isEmpty
            || scan.isOrdinary(at) && scan.isWord(at + 1) && scan.isCapital(at + 1) && !scan.isOrdinary(at + 1)
    }

    private func employer(_ start: Int, isLabel: Bool) -> Range<Int>? {
        var from = start
        if ["the", "a", "an", "his", "her", "their"].contains(scan.key(from)) { from += 1 }
        guard from < scan.count, scan.isWord(from) || scan.isNumber(from), !scan.isBreak(from) else { return nil }
        let isMixed = scan.style(from) == .mixed
        var end = from
        while end < scan.count, end - from < 8, !scan.isBreak(end) {
            if end > from, scan.isColumn(after: end - 1) { break }
            if scan.isWord(end) {
                let isJoint = ["of", "and", "the", "for"].contains(scan.key(end))
                if isJoint {
                    guard end > from, scan.isWord(end + 1),
                        scan.isCapital(end + 1) || (!isMixed && scan.key(end) == "of"), isMixed || scan.key(end) == "of"
                    else { break }
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
            } else if scan.key(end) == ".", scan.gap(after: end - 1) == 0, scan.isInitial(end - 1), scan.isWord(end + 1)
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
