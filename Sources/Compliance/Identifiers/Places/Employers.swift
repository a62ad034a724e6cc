/// Employers: what stands behind "works at" and "retired from".
struct Employers {
    let scan: NoteScan

    func find() -> [Candidate] {
        var found: [Candidate] = []
        for at in 0..<scan.count where scan.isWord(at) || [":", "=", "."].contains(scan.key(at)) {
            guard let start = start(behind: at), let range = employer(start, isLabel: !scan.isWord(at)) else {
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
            guard ["is", "was", ",", "-", "("].contains(next) else { return nil }
            return isProper(at + 2) ? at + 2 : nil
        case ":", "=": return isLabel(at - 1) ? at + 1 : nil
        case "." where scan.isLeader(endingAt: at): return isLabel(at) ? at + 1 : nil
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
        return ["employer", "workplace", "employment", "work", "school", "church", "company", "occupation"].contains(
            scan.key(label))
            && (scan.key(label) != "work" || scan.startsSentence(label))
    }

    /// A word of work within eight words before "at", "for", "with": an office, a trade, what is done there.
    private func isWorking(before cue: Int) -> Bool {
        let preposition = scan.key(cue)
        var before = cue - 1
        for steps in 0..<9 where scan.isWord(before) || scan.isNumber(before) || scan.key(before) == "," {
            let key = scan.key(before)
            if Employers.works.contains(key), preposition != "of" || steps < 2 { return true }
            let isTrade = Employers.trades.contains(key)
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

    /// What firms are called by in a note without capitals.
    private static let firms: Set<String> = [
        "co", "inc", "llc", "corp", "company", "corporation", "industries", "foods", "farms", "dairy", "bakery",
        "supply",
        "motors", "mills", "elevators", "elevator", "construction", "trucking", "freight", "hardware", "lumber",
        "college",
        "university", "school", "elementary", "academy", "bank", "railroad", "steel", "electric", "plumbing", "co-op",
        "coop",
        "church", "diner", "cafe", "restaurant", "abstract", "title", "realty", "insurance", "dental", "library",
        "museum",
        "works", "paper", "packing", "cannery", "marine", "logistics", "brothers", "sons", "market", "grocery",
    ]

    private static let works: Set<String> = [
        "works", "worked", "working", "work", "job", "employed", "employment", "retired", "retirement", "retiring",
        "drives", "drove", "teaches", "taught", "manages", "managed", "runs", "ran", "owns", "owned", "operates",
        "operated", "delivers", "delivered", "coaches", "coached", "coworker", "coworkers", "colleague", "colleagues",
        "supervisor", "boss", "hired", "laid", "payroll", "shift", "shifts", "foreman", "career", "clerked", "cooks",
        "cooked", "cleans", "waitressed", "bartends", "tends", "filing", "bookkeeping", "stocks", "stocked", "welds",
        "guards", "lectured", "lectures", "serves", "volunteers", "volunteered", "crew", "union", "employee", "duty",
    ]
    private static let trades: Set<String> = [
        "driver", "clerk", "teller", "nurse", "teacher", "engineer", "manager", "mechanic", "welder", "cashier",
        "accountant", "cook", "chef", "baker", "waitress", "waiter", "server", "custodian", "janitor", "carpenter",
        "plumber", "electrician", "machinist", "operator", "technician", "hygienist", "librarian", "secretary",
        "receptionist", "bookkeeper", "salesman", "saleswoman", "attorney", "lawyer", "paralegal", "butcher", "barber",
        "hairdresser", "stylist", "farmer", "rancher", "miner", "logger", "fisherman", "pilot", "firefighter",
        "officer",
        "guard", "dispatcher", "foreman", "supervisor", "superintendent", "principal", "professor", "instructor",
        "coach",
        "aide", "paraeducator", "housekeeper", "landscaper", "gardener", "painter", "roofer", "mason", "programmer",
        "developer", "analyst", "editor", "reporter", "journalist", "pharmacist", "dentist", "veterinarian",
        "bartender",
        "barista", "buyer", "agent", "broker", "assembler", "inspector", "conductor", "longshoreman", "crabber",
        "deckhand",
        "millwright", "pipefitter", "ironworker", "lineman", "surveyor", "architect", "designer", "seamstress",
        "tailor",
        "usher", "deacon", "organist", "choir", "postmaster", "carrier", "stocker", "loader", "picker", "packer",
    ]

    /// A name in capitals that is no ordinary word: "at Deloitte", not "with Right Hemiparesis".
    private func isProper(_ at: Int) -> Bool {
        guard scan.isWord(at) else { return false }
        if scan.style(at) == .mixed, !scan.isCapital(at) { return false }
        if scan.style(at) != .mixed, (1...3).contains(where: { Employers.firms.contains(scan.key(at + $0)) }) {
            return true
        }
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
        if !isMixed, words.count > 1, let last = words.last,
            Employers.firms.contains(scan.key(last)) || Gazetteer.shared.placeLength(in: scan.tokens, at: from) > 1
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
