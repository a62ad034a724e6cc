/// Address lines: number, direction, name, suffix, unit; boxes, routes; then city, state and ZIP.
struct Streets {
    let scan: NoteScan

    func find() -> [Candidate] {
        var found: [Candidate] = []
        var at = 0
        while at < scan.count {
            if let street = street(at) ?? box(at) ?? labelled(at) {
                found.append(
                    Candidate(range: scan.range(street), type: .geo, sub: "STREET", confidence: 0.95, source: "street"))
                at = street.upperBound
                found += Cities(scan: scan).behind(street.upperBound)
            } else {
                at += 1
            }
        }
        return found
    }

    /// `2988 N Main St #201`, `68 Court St Apt 4B`, `45 NW 12th St`.
    private func street(_ start: Int) -> Range<Int>? {
        guard scan.isNumber(start), scan.key(start).utf8.count <= 6, !scan.key(start).contains("."),
            !scan.key(start).contains(",")
        else { return nil }
        if start > 0, scan.tokens[start - 1].touches(scan.tokens[start]), scan.key(start - 1) != "(",
            scan.key(start - 1) != "|", scan.key(start - 1) != ":"
        {
            return nil
        }
        var at = start + 1
        // 12-34 Queens, 4557 1/2, 12B
        if scan.isDash(at), scan.isNumber(at + 1), scan.gap(after: at) == 0 { at += 2 }
        if scan.isInitial(at), scan.gap(after: at - 1) == 0 { at += 1 }
        let nameStart = at
        var suffix: Int?
        var words = 0
        while at < scan.count, words < 6 {
            if scan.key(at) == ".", scan.gap(after: at - 1) == 0, at > nameStart {
                at += 1
                continue
            }
            if scan.isNumber(at) {
                // 5th Avenue, County Road 12
                guard ["st", "nd", "rd", "th"].contains(scan.key(at + 1)), scan.gap(after: at) == 0 else { break }
                at += 2
                words += 1
                continue
            }
            if scan.isDash(at), scan.gap(after: at) == 0, scan.gap(after: at - 1) == 0 {
                at += 1
                continue
            }
            guard scan.isWord(at), at == nameStart || !scan.isColumn(after: at - 1),
                isStreetWord(at, first: at == nameStart)
            else { break }
            let isSuffix =
                scan.kinds(at).contains(.streetSuffix) && words > 0 && (scan.isCapital(at) || scan.style(at) == .lower)
            if isSuffix, at > nameStart { suffix = at }
            words += 1
            at += 1
        }
        guard let suffix else { return nil }
        return start..<unit(behind: suffix + 1)
    }

    private func isStreetWord(_ at: Int, first: Bool) -> Bool {
        let kinds = scan.kinds(at)
        if kinds.contains(.direction) || kinds.contains(.streetSuffix) || kinds.contains(.particle) {
            return scan.isCapital(at) || scan.style(at) == .lower || kinds.contains(.particle)
        }
        if !kinds.isDisjoint(with: [.function, .field, .streetUnit, .humanVerb, .copula, .title]) {
            // Old Mill Rd
            return ["old", "new", "state", "county", "city", "will", "left", "day", "the", "of", "la", "el"].contains(
                scan.key(at))
                && (scan.isCapital(at) || first)
        }
        if Gazetteer.shared.isClinicalWord(scan.base(at)), scan.style(at) == .lower, !scan.isSurname(at) {
            return false
        }
        return scan.isCapital(at) || scan.style(at) == .lower
    }

    /// Takes in a period, a direction, and `Apt 4B`, `#201`, `Unit 3`.
    private func unit(behind start: Int) -> Int {
        var end = start
        var at = start
        if scan.key(at) == ".", scan.gap(after: at - 1) == 0 { at += 1 }
        if scan.kinds(at).contains(.direction), scan.isCapital(at) || scan.style(at) == .lower,
            scan.tokens[at].range.count <= 2 || scan.key(at + 1) == ","
        {
            end = at + 1
            at += 1
        }
        var next = at
        if scan.key(next) == "," { next += 1 }
        let isUnit = scan.kinds(next).contains(.streetUnit) || scan.key(next) == "#"
        guard isUnit, !scan.isBreak(next) else { return end }
        var value = next + 1
        if scan.key(value) == "." || scan.key(value) == "#" { value += 1 }
        guard scan.isNumber(value) || scan.isInitial(value) else { return end }
        end = value + 1
        if scan.isWord(end), scan.gap(after: end - 1) == 0 { end += 1 }
        if scan.isDash(end), scan.gap(after: end) == 0, scan.gap(after: end - 1) == 0 { end += 2 }
        return min(end, scan.count)
    }

    /// `P.O. Box 123`, `RR 2 Box 14`, `County Road 12`, `Highway 20 West`.
    private func box(_ at: Int) -> Range<Int>? {
        if scan.key(at) == "box", scan.isNumber(at + 1) {
            var start = at
            if scan.key(at - 1) == "po" { start = at - 1 }
            if scan.key(at - 1) == ".", scan.key(at - 2) == "o", scan.key(at - 4) == "p" { start = at - 4 }
            if scan.key(at - 1) == "o", scan.key(at - 3) == "p" { start = at - 3 }
            if scan.isNumber(at - 1), scan.key(at - 2) == "rr" { start = at - 2 }
            return start < at ? start..<(at + 2) : nil
        }
        if ["road", "highway", "hwy", "route", "rte"].contains(scan.key(at)), scan.isNumber(at + 1),
            ["county", "state", "us", "rural", "old"].contains(scan.key(at - 1))
        {
            let start = scan.isNumber(at - 2) ? at - 2 : at - 1
            return start..<(at + 2)
        }
        return nil
    }

    /// What stands behind "Address:" counts as a street whatever it is called.
    private func labelled(_ at: Int) -> Range<Int>? {
        guard scan.key(at) == ":" || scan.key(at) == "|",
            ["address", "addr", "residence", "street"].contains(scan.key(at - 1))
        else { return nil }
        var end = at + 1
        guard scan.isNumber(end) || scan.isCapital(end), street(end) == nil else { return nil }
        guard scan.isNumber(end) else { return nil }
        while end < scan.count, !scan.isBreak(end), scan.key(end) != ",", scan.key(end) != "|", scan.key(end) != ";",
            end - at < 8
        {
            if end > at + 1, scan.isColumn(after: end - 1) { break }
            end += 1
        }
        return end > at + 2 ? (at + 1)..<end : nil
    }
}
