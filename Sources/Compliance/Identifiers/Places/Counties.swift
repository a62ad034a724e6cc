/// `Deschutes County`, `County of Orange`, `Orleans Parish`.
struct Counties {
    let scan: NoteScan

    func county(_ at: Int) -> Candidate? {
        guard scan.key(at) == "county" || scan.key(at) == "parish" || scan.key(at) == "borough" else { return nil }
        if scan.key(at + 1) == "of", scan.isCapital(at + 2) || scan.style(at) == .lower, scan.isNameable(at + 2) {
            var end = at + 3
            while scan.isCapital(end), scan.isWord(end), scan.style(end) == .mixed, end - at < 5 { end += 1 }
            return Candidate(range: scan.range(at..<end), type: .geo, sub: "COUNTY", confidence: 0.85, source: "county")
        }
        // Lac qui Parle County
        for from in max(0, at - 4)..<max(0, at - 1)
        where scan.isWord(from) && (scan.isCapital(from) || scan.style(from) == .lower)
            && Gazetteer.shared.countyLength(in: scan.tokens, at: from) == at - from
        {
            return Candidate(
                range: scan.range(from..<(at + 1)), type: .geo, sub: "COUNTY", confidence: 0.95, source: "county")
        }
        var start = at
        while start > 0, at - start < 3 {
            let before = start - 1
            if scan.key(before) == ".", scan.kinds(before - 1).contains(.particle), scan.gap(after: before - 1) == 0 {
                start = before - 1
                continue
            }
            if scan.isDash(before), scan.gap(after: before) == 0, scan.gap(after: before - 1) == 0,
                scan.isWord(before - 1)
            {
                // Miami-Dade
                start = before - 1
                continue
            }
            guard scan.isWord(before), scan.isCapital(before) || scan.style(before) == .lower,
                scan.kinds(before).isDisjoint(with: [.function, .field, .humanVerb])
                    || scan.kinds(before).contains(.particle),
                !scan.isColumn(after: before)
            else { break }
            if scan.style(before) == .lower, start < at,
                !Gazetteer.shared.isCounty((before..<at).filter { scan.isWord($0) }.map { scan.base($0) })
            {
                break
            }
            start = before
        }
        guard start < at else { return nil }
        let name = (start..<at).filter { scan.isWord($0) }.map { scan.base($0) }
        let isKnown = Gazetteer.shared.isCounty(name)
        guard isKnown || (scan.style(at) == .mixed && scan.isCapital(at)) else { return nil }
        return Candidate(
            range: scan.range(start..<(at + 1)), type: .geo, sub: "COUNTY", confidence: isKnown ? 0.95 : 0.8,
            source: "county")
    }
}
