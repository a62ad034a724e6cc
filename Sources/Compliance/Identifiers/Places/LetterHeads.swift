/// The place of care at the top of a note, whatever its name ends in: `Harbor Spine & Sport`, `LAKE HAND AND ARM`,
/// `Mesa PT  Taos NM`, and what stands behind a label: `Agency ..... Tidewater Home Therapies`.
struct LetterHeads {
    let scan: NoteScan

    func find() -> [Candidate] {
        var found: [Candidate] = []
        for cells in scan.headLines {
            for cell in cells {
                if let range = place(cell) { found.append(candidate(range, 0.86)) }
            }
        }
        for at in scan.tokens.indices.dropFirst()
        where scan.key(at) == "," && scan.style(at - 1) == .mixed && isTown(behind: at) {
            if let range = before(town: at) { found.append(candidate(range, 0.8)) }
        }
        for at in 0..<scan.count where scan.key(at) == ":" || scan.key(at) == "=" || scan.isLeader(endingAt: at) {
            if let range = labelled(at) { found.append(candidate(range, 0.88)) }
        }
        return found
    }

    private func candidate(_ tokens: Range<Int>, _ confidence: Double) -> Candidate {
        Candidate(
            range: scan.note.range(ofTokens: tokens), type: .facility, sub: "CARE", confidence: confidence,
            source: "letterhead")
    }

    /// A cell up to a comma, a bracket or a town: words with capitals, one of them a word of care, one its own.
    private func place(_ cell: Range<Int>) -> Range<Int>? {
        var start = cell.lowerBound
        if let colon = cell.last(where: { scan.key($0) == ":" || scan.key($0) == "=" }) {
            guard colon - start < 4 else { return nil }
            start = colon + 1
        }
        while start < cell.upperBound, !scan.isWord(start) || LetterHeads.leads.contains(scan.key(start)) { start += 1 }
        var end = phrase(start, cell.upperBound)
        let town = townLength(endingAt: end, behind: end)
        end -= town
        guard end - start > 1 else { return nil }
        let isBeforeTown = town > 0 || isTown(behind: end)
        let words = (start..<end).filter {
            scan.isWord($0) && !LetterHeads.joints.contains(scan.key($0))
                && !["at", "for", "on"].contains(scan.key($0))
        }
        guard words.count > 1, words.count < 8, !words.contains(where: { isDocument($0) || isFinding($0) }),
            scan.style(start) == .mixed
                || !(start..<end).contains(where: { ["at", "in", "on", "by", "for"].contains(scan.key($0)) })
        else { return nil }
        let own = words.filter { isOwn($0) }
        let care = words.filter { LetterHeads.care.contains(scan.base($0)) || isHead($0) }
        guard let last = words.last, own.count > 0,
            own.count > 1 || isBeforeTown && words.count > 2 || own.contains(where: { isName($0) })
        else {
            return nil
        }
        let endsInCare = care.contains(last) || LetterHeads.firms.contains(scan.base(last))
        return !care.isEmpty && (endsInCare || isBeforeTown) || isBeforeTown && own.count > 1 && opens(start)
            ? start..<(town > 0 ? end : scan.firmTail(end)) : nil
    }

    /// "attends Sandhills Limb and Gait Programme, Southern Pines, NC": capitals with a word of care before a town.
    private func before(town comma: Int) -> Range<Int>? {
        var start = comma
        while start > 0, comma - start < 9, !scan.isColumn(after: start - 1) {
            let isJoint = LetterHeads.joints.contains(scan.key(start - 1)) || scan.key(start - 1) == "&"
            guard isJoint || scan.isWord(start - 1) && scan.isCapital(start - 1) && scan.style(start - 1) == .mixed
            else { break }
            start -= 1
        }
        while start < comma, LetterHeads.joints.contains(scan.key(start)) || isDocument(start) || !scan.isWord(start) {
            start += 1
        }
        let words = (start..<comma).filter { scan.isWord($0) && !LetterHeads.joints.contains(scan.key($0)) }
        guard words.count > 2, !words.contains(where: { isDocument($0) || !scan.kinds($0).isDisjoint(with: [.title]) }),
            words.contains(where: { LetterHeads.care.contains(scan.base($0)) || isHead($0) }),
            words.contains(where: { isOwn($0) })
        else { return nil }
        return start..<comma
    }

    /// Behind "Facility:", "Clinic  ", "Seen at:".
    private func labelled(_ sign: Int) -> Range<Int>? {
        var label = sign - 1
        while [".", "*", "_", ":", ")"].contains(scan.key(label)) { label -= 1 }
        let isSeen = ["at", "by"].contains(scan.key(label)) && ["seen", "treated"].contains(scan.key(label - 1))
        guard
            isSeen || LetterHeads.labels.contains(scan.key(label))
                || scan.key(label) == "name"
                    && LetterHeads.labels.contains(scan.key(label - 1))
        else { return nil }
        var start = sign + 1
        while ["*", "_", "|", "the", "\""].contains(scan.key(start)) { start += 1 }
        var end = phrase(start, scan.count)
        end -= townLength(endingAt: end, behind: end)
        let words = (start..<max(start, end)).filter { scan.isWord($0) }
        guard !words.isEmpty, words.contains(where: { isOwn($0) && (isName($0) || words.count > 1) }),
            !words.allSatisfy({ Gazetteer.shared.isClinicalWord(scan.base($0)) || isDocument($0) })
        else { return nil }
        return start..<end
    }

    /// Words of one case with their joints, up to a sign or a column.
    private func phrase(_ start: Int, _ limit: Int) -> Int {
        var at = start
        while at < limit {
            if at > start, scan.isColumn(after: at - 1) { break }
            if scan.isWord(at) {
                // Rehab at Home
                let isJoint =
                    LetterHeads.joints.contains(scan.key(at))
                    || ["at", "for", "on"].contains(scan.key(at)) && at > start + 1 && scan.isCapital(at - 1)
                        && scan.isCapital(at + 1) && scan.style(at) == .mixed
                        && LetterHeads.care.union(["rehab", "therapy", "care"]).contains(scan.base(at - 1))
                guard isJoint || scan.isCapital(at) || scan.style(at) == .lower else { break }
            } else if scan.isDash(at) && scan.gap(after: at) == 0 || scan.key(at) == "&" || scan.key(at) == "'"
                || scan.key(at) == "." && at > start && scan.gap(after: at - 1) == 0
                    && (scan.tokens[at - 1].range.count <= 2 || LetterHeads.firms.contains(scan.key(at - 1)))
            {
                // St. Brigid, P.T., Smith-Jones
            } else {
                break
            }
            at += 1
        }
        while at > start, !scan.isWord(at - 1) || LetterHeads.joints.contains(scan.key(at - 1)) { at -= 1 }
        return at
    }

    /// How many tokens at the end of a phrase are a town before a state: "Painted Mesa PT, Taos NM" has none here,
    /// "Great Plains Joint Institute Kearney NE" two.
    private func townLength(endingAt end: Int, behind next: Int) -> Int {
        for from in max(0, end - 4)..<max(0, end) where scan.isWord(from) {
            let length = max(
                Gazetteer.shared.placeLength(in: scan.tokens, at: from),
                Gazetteer.shared.isPlace(scan.base(from)) ? 1 : 0)
            if length > 0, from + length < end, let state = scan.state(at: from + length), state.end >= end {
                return end - from
            }
            let behind = scan.key(end) == "," ? end + 1 : end
            if length > 0, from + length == end, scan.state(at: behind) != nil, behind == end { return end - from }
        }
        return 0
    }

    private func isTown(behind end: Int) -> Bool {
        var at = end
        while [",", "/", "-", "|", "("].contains(scan.key(at)) || scan.isColumn(after: at - 1) && at == end {
            if at == end, scan.isWord(at) { break }
            at += 1
        }
        guard at < scan.count, scan.isWord(at), scan.isCapital(at) || scan.style(at) == .lower else { return false }
        for next in (at + 1)...(at + 4) where next < scan.count && !scan.isBreak(next) {
            if scan.key(next) == "," { return scan.state(at: next + 1) != nil }
            if scan.state(at: next) != nil, scan.tokens[next].shape == .upper || scan.style(next) != .mixed {
                return true
            }
            guard scan.isWord(next) || scan.key(next) == "." || scan.isDash(next) else { return false }
        }
        return false
    }

    private func opens(_ start: Int) -> Bool { scan.isBreak(start - 1) || scan.isColumn(after: start - 1) }

    private func isHead(_ at: Int) -> Bool {
        !scan.kinds(at).isDisjoint(with: [.facilityHead, .facilityGeneric]) && !scan.kinds(at).contains(.function)
    }

    /// In the title of a note, or in a field.
    private func isDocument(_ at: Int) -> Bool {
        if LetterHeads.care.contains(scan.base(at)) { return false }
        return LetterHeads.documents.contains(scan.base(at)) || scan.kinds(at).contains(.humanVerb)
            || !scan.kinds(at).isDisjoint(with: [.field, .calendar]) && !isHead(at) && !scan.isSurname(at)
            || scan.kinds(at).contains(.function) && !isHead(at) && !["pt", "min"].contains(scan.base(at))
    }

    /// TINEL NEGATIVE, Berg balance
    private func isFinding(_ at: Int) -> Bool {
        !LetterHeads.care.contains(scan.base(at)) && scan.kinds(at).contains(.eponymHead) && !isHead(at)
    }

    private func isOwn(_ at: Int) -> Bool {
        !LetterHeads.care.contains(scan.base(at)) && !isHead(at) && !isDocument(at) && scan.state(at: at) == nil
            && !scan.kinds(at).contains(.credential)
            && (!Gazetteer.shared.isClinicalWord(scan.base(at)) || scan.isGiven(at)) && scan.tokens[at].range.count > 1
            && !["left", "right", "bilateral", "total", "full", "therapeutic", "manual", "mirror"].contains(
                scan.base(at))
    }

    private func isName(_ at: Int) -> Bool {
        !scan.isOrdinary(at) || scan.isListedName(at) || Gazetteer.shared.isPlace(scan.base(at))
    }

    private static let joints: Set<String> = ["and", "of", "the"]
    private static let leads: Set<String> = ["at", "the", "clinic", "facility", "by", "from", "loc", "site"]
    private static let labels: Set<String> = [
        "facility", "clinic", "agency", "location", "loc", "site", "practice", "hospital", "department", "dept",
        "branch",
        "snf", "provider", "company", "organization", "organisation", "center", "campus", "unit", "venue",
    ]
    private static let firms: Set<String> = [
        "llc", "inc", "pllc", "pc", "llp", "corp", "pa", "ltd", "co", "cooperative", "coop",
        "collective", "partnership", "affiliates", "providers", "guild", "practice", "programme", "society", "trust",
    ]
    private static let care: Set<String> = [
        "pt", "ot", "slp", "st", "spine", "sport", "sports", "hand", "hands", "arm", "elbow", "shoulder", "neuro",
        "ortho",
        "orthopaedic", "orthopaedics", "orthopedic", "function", "movement", "motion", "performance", "lab", "labs",
        "voice", "speech", "swallow", "swallowing", "balance", "vestibular", "dizziness", "pelvic", "pelvis", "joint",
        "joints", "therapies", "therapeutics", "physio", "physical", "occupational", "kinetics", "mobility", "gait",
        "regional", "memorial", "general", "network", "alliance", "collaborative", "specialists", "specialty",
        "language",
        "hearing", "communication", "outpatient", "kids", "pediatrics", "paediatrics", "children's", "aquatics",
        "works",
        "solutions", "consultants", "professionals", "consulting", "studio", "place", "lymphedema", "brain", "stroke",
        "concussion", "athletic", "athletics", "fitness", "recovery", "restoration", "worx", "plus", "llc", "pllc",
        "inc",
        "extended", "pain", "neurorehab", "neurorehabilitation", "visiting", "telehealth", "telerehab", "dysphagia",
        "pathology",
    ]
    private static let documents: Set<String> = [
        "note", "notes", "start", "report", "reports", "summary", "evaluation", "eval", "reevaluation", "re-evaluation",
        "recert",
        "recertification", "certification", "cert", "plan", "assessment", "progress", "discharge", "daily", "treatment",
        "tx", "initial", "visit", "encounter", "record", "records", "log", "form", "documentation", "chart", "page",
        "patient", "client", "resident", "name", "status", "final", "draft", "session", "weekly", "monthly", "update",
        "print", "printed", "screening", "screen", "intake", "consult", "consultation", "order", "orders", "flowsheet",
        "subjective", "objective", "goals", "history", "diagnosis", "dx", "billing", "medicare", "part", "confidential",
        "type", "document", "d/c", "dc", "poc", "soap", "addendum", "letter", "episode", "period", "tolerated", "prior",
        "level", "signed", "locked", "amended", "copy", "date", "time", "units", "minutes", "seen", "referral",
        "referred",
        "insurance", "payer", "onset", "primary", "secondary", "reason", "chief", "complaint", "precautions", "goal",
        "exercise", "exercises", "program", "flow", "sheet", "education", "response", "testing", "test", "tests",
        "scale",
        "results", "data", "findings", "measures", "outcome", "outcomes", "short", "long", "term", "stay",
        "floor", "dry", "cardiac", "women's", "men's", "industrial", "work", "hardening", "fall", "prevention", "wound",
        "prenatal", "cancer", "adult", "senior", "skilled", "subacute", "return", "school", "early",
        "intervention",
    ]
}
