/// Firms, schools and churches by what their names end in, and places of care behind the words of being treated there.
struct NamedPlaces {
    let scan: NoteScan

    func find() -> [Candidate] {
        var found: [Candidate] = []
        var end = 0
        for at in 0..<scan.count where at >= end && scan.isWord(at) {
            if NamedPlaces.suffixes.contains(scan.base(at)), let range = firm(at, after: end) {
                found.append(candidate(range, "EMPLOYER", 0.8))
                end = range.upperBound
            } else if scan.key(at) == "at" || scan.key(at) == "to" || scan.key(at) == "from" || scan.key(at) == "by",
                let range = stay(at)
            {
                found.append(candidate(range, "CARE", 0.7))
                end = range.upperBound
            } else if NamedPlaces.features.contains(scan.base(at)), let range = feature(at, after: end) {
                found.append(
                    Candidate(range: scan.range(range), type: .geo, sub: "CITY", confidence: 0.7, source: "feature"))
                end = range.upperBound
            }
        }
        return found
    }

    private func candidate(_ tokens: Range<Int>, _ sub: String, _ confidence: Double) -> Candidate {
        Candidate(
            range: scan.note.range(ofTokens: tokens), type: .facility, sub: sub, confidence: confidence,
            source: "named place")
    }

    /// "Skunk River Community College", "Grace Lutheran Church": capitals up to the word, one of them a name.
    private func firm(_ head: Int, after limit: Int) -> Range<Int>? {
        guard scan.style(head) == .mixed, scan.isCapital(head) else { return nil }
        var start = head
        while start > limit, head - start < 5, !scan.isColumn(after: start - 1) {
            let before = start - 1
            let isJoint = ["&", "of", "and", "-"].contains(scan.key(before)) || scan.isPoint(before)
            if isJoint, before > limit, scan.isWord(before - 1), scan.isCapital(before - 1) {
                start = before - 1
                continue
            }
            guard scan.isWord(before), scan.isCapital(before),
                scan.kinds(before).isDisjoint(with: [
                    .function, .field, .title, .calendar, .humanVerb, .relation, .copula,
                ])
                    || scan.kinds(before).contains(.particle)
            else { break }
            start = before
        }
        // University of Ohio
        var end = head + 1
        if scan.key(end) == "of", scan.isCapital(end + 1), scan.isWord(end + 1) {
            end += 2
            while scan.isWord(end), scan.isCapital(end), scan.kinds(end).isEmpty, end - head < 5 { end += 1 }
        }
        let words = ((start..<head).filter { scan.isWord($0) } + ((head + 1)..<end).filter { scan.isWord($0) })
        guard words.contains(where: { isOwn($0) }), start < head || end > head + 1 else { return nil }
        if start == head, scan.startsSentence(head), end == head + 1 { return nil }
        return start..<end
    }

    private func isOwn(_ at: Int) -> Bool {
        !Gazetteer.shared.isClinicalWord(scan.base(at)) && (!scan.isOrdinary(at) || scan.isSurname(at))
            && scan.kinds(at).isDisjoint(with: [.heading, .facilityGeneric, .function])
    }

    /// "observed overnight at Port Royal Regional", "surgery at St. Luke's", "transferred from Mercy".
    private func stay(_ cue: Int) -> Range<Int>? {
        guard scan.style(cue) == .mixed, isTreated(before: cue) else { return nil }
        var start = cue + 1
        if scan.key(start) == "the" { start += 1 }
        guard scan.isWord(start), scan.isCapital(start), scan.isPart(start) else { return nil }
        var end = start
        while end < scan.count, end - start < 7 {
            if scan.isWord(end), scan.isCapital(end), scan.isPart(end), end == start || scan.gap(after: end - 1) <= 1 {
                end += 1
            } else if end > start,
                ["&", "of", "and", "at"].contains(scan.key(end)) || scan.isPoint(end) || scan.isDash(end),
                scan.isWord(end + 1), scan.isCapital(end + 1), scan.isPart(end + 1)
            {
                end += 1
            } else {
                break
            }
        }
        let words = (start..<end).filter { scan.isWord($0) }
        guard let first = words.first, !scan.kinds(first).contains(.title) else { return nil }
        let own = words.filter { isOwn($0) }
        guard !own.isEmpty, !words.contains(where: { Gazetteer.shared.isEponym(scan.base($0)) && words.count == 1 }),
            scan.state(at: first)?.end != end, !Words.countries.contains(scan.base(first)),
            scan.tokens[first].shape != .upper || scan.tokens[first].range.count > 4 || words.count > 1
        else { return nil }
        if words.count == 1, scan.isOrdinary(first) || scan.key(cue) == "by" { return nil }
        if scan.key(cue) == "by", !words.contains(where: { !scan.kinds($0).isDisjoint(with: [.facilityHead]) }) {
            return nil
        }
        // a town stands for itself
        return Gazetteer.shared.isPlace(words.map { scan.base($0) }) && scan.key(cue) != "at" ? nil : start..<end
    }

    private func isTreated(before cue: Int) -> Bool {
        var at = cue - 1
        while at > cue - 9, at >= 0, !scan.isBreak(at), scan.key(at) != "." || scan.isNumber(at - 1) {
            if NamedPlaces.treatments.contains(scan.key(at)) { return true }
            at -= 1
        }
        return false
    }

    /// "snow on Raton Pass", "fished Lake Ontelaunee".
    private func feature(_ head: Int, after limit: Int) -> Range<Int>? {
        guard scan.style(head) == .mixed, scan.isCapital(head), scan.tokens[head].shape == .capitalised else {
            return nil
        }
        var start = head
        while start > limit, head - start < 2, scan.gap(after: start - 1) == 1, scan.isPart(start - 1),
            scan.isCapital(start - 1), scan.tokens[start - 1].shape == .capitalised, scan.isWord(start - 1)
        { start -= 1 }
        var words = Array(start..<head)
        var end = head + 1
        if words.isEmpty, scan.key(head) == "lake" || scan.key(head) == "mount", scan.isPart(end), scan.isCapital(end) {
            words = [end]
            end += 1
        }
        guard words.contains(where: { isOwn($0) && !scan.isOrdinary($0) }),
            !scan.startsSentence(start) || words.count > 1,
            scan.kinds(end).isDisjoint(with: [.facilityHead])
        else { return nil }
        return start..<end
    }

    private static let treatments: Set<String> = [
        "seen", "treated", "evaluated", "admitted", "hospitalized", "hospitalised", "hospitalization", "stay", "stayed",
        "discharged", "transferred", "observed", "surgery", "surgical", "operated", "performed", "underwent", "repair",
        "replacement", "rehab", "rehabbed", "inpatient", "acute", "er", "ed", "icu", "imaging", "mri", "xray", "x-ray",
        "followed", "referred", "care", "clinic", "attends", "attended", "appointment", "appt", "treatment", "therapy",
        "procedure", "resident", "lives", "resides", "living", "residing", "moved", "moving", "returned", "returning",
        "hospice", "dialysis", "chemo", "snf", "days", "weeks", "overnight", "admission", "fitted", "interrogated",
        "swim",
        "eeg", "emg", "ct", "tested", "born", "class", "classes", "church", "worships", "enrolled", "studies",
    ]
    private static let features: Set<String> = [
        "pass", "river", "lake", "creek", "beach", "island", "canyon", "reservoir", "township", "reservation", "pueblo",
        "bayou", "borough", "mount", "harbor", "mountain", "mountains", "peninsula", "cove",
    ]
    private static let suffixes: Set<String> = [
        "college", "university", "elementary", "academy", "school", "schools", "preschool", "seminary", "church",
        "chapel",
        "synagogue", "mosque", "cathedral", "ministries", "corporation", "inc", "llc", "corp", "industries", "company",
        "foods", "farms", "dairy", "bakery", "motors", "manufacturing", "trucking", "logistics", "airlines", "railroad",
        "construction", "plumbing", "lumber", "hardware", "restaurant", "hotel", "casino", "winery", "vineyards",
        "brewery",
        "library", "museum", "dental", "realty", "enterprises", "technologies", "packing", "freight", "mills",
        "orchards",
        "cannery", "shipyard", "aviation", "co-op", "cooperative", "ymca", "fairgrounds", "raceway", "ltd", "brothers",
    ]
}

extension NoteScan {
    /// A point right behind a short word: St. Luke's.
    func isPoint(_ at: Int) -> Bool {
        key(at) == "." && gap(after: at - 1) == 0 && key(at - 1).utf8.count <= 2 && gap(after: at) == 1
    }

    /// May be part of a place's name.
    fileprivate func isPart(_ at: Int) -> Bool {
        isWord(at) && !isInitial(at)
            && kinds(at).isDisjoint(with: [.function, .field, .calendar, .humanVerb, .relation, .credential, .heading])
            || kinds(at).contains(.particle) || isWord(at) && kinds(at).contains(.facilityGeneric) && isCapital(at)
    }
}
