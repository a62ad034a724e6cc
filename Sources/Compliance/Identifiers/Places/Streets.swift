/// Address lines: number, direction, name, suffix, unit; boxes, routes; then city, state and ZIP.
struct Streets {
    let scan: NoteScan

    func find() -> [Candidate] {
        var found: [Candidate] = []
        var at = 0
        while at < scan.count {
            if let street = street(at) ?? box(at) ?? prefixed(at) ?? labelled(at) ?? cued(at) ?? beforeTown(at) {
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
        if isGlued(start) { return nil }
        // 16:12    MT PT
        if scan.isColumn(after: start) || scan.key(start - 1) == ":" && scan.isNumber(start - 2) { return nil }
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
        // 2561 County Road 12
        if Streets.numbered.contains(scan.key(suffix)), scan.isNumber(suffix + 1), !scan.isColumn(after: suffix),
            Streets.owners.contains(scan.key(suffix - 1))
        {
            return start..<unit(behind: suffix + 2)
        }
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
        if Streets.numbered.contains(scan.key(at)), scan.isNumber(at + 1), Streets.owners.contains(scan.key(at - 1)) {
            let start = scan.isNumber(at - 2) ? at - 2 : at - 1
            return start..<(at + 2)
        }
        return nil
    }

    /// Ways that bear a number, and who builds them.
    private static let numbered: Set<String> = ["road", "rd", "highway", "hwy", "route", "rte"]
    private static let owners: Set<String> = [
        "county", "state", "us", "rural", "old", "farm", "ranch", "township", "forest", "parish", "co",
    ]

    /// Types that stand before the name, as in Spanish and French, or before a number.
    private static let prefixes: Set<String> = [
        "via", "calle", "callejon", "camino", "caminito", "avenida", "paseo", "rue", "chemin", "calzada", "vereda",
        "corte", "cam", "avda", "rua", "ruta", "plaza", "carretera", "circulo", "vista", "rancho",
    ]
    private static let roadCodes: Set<String> = [
        "fm", "rm", "cr", "sr", "hwy", "highway", "route", "rte", "cty",
    ]

    /// `6382 Via Linda`, `41 Calle de la Luna`, `8800 FM 1960`.
    private func prefixed(_ start: Int) -> Range<Int>? {
        guard isHouseNumber(start) else { return nil }
        var at = start + 1
        if scan.kinds(at).contains(.direction), scan.isCapital(at) { at += scan.key(at + 1) == "." ? 2 : 1 }
        guard scan.isWord(at), scan.style(at) == .lower || scan.isCapital(at) else { return nil }
        if Streets.roadCodes.contains(scan.key(at)), scan.isNumber(at + 1), scan.key(start).utf8.count > 1,
            scan.isCapital(at)
        {
            return start..<unit(behind: at + 2)
        }
        guard Streets.prefixes.contains(scan.key(at)), let end = named(at + 1),
            scan.style(at) != .lower || isLiving(start) || isTown(behind: end)
        else { return nil }
        // "20 Via TheraBand" is no address, "20 Via Linda" one
        let own = (at + 1..<end).filter { scan.isWord($0) && !scan.kinds($0).contains(.particle) }
        guard !own.contains(where: { Gazetteer.shared.isBrand(scan.base($0)) || scan.tokens[$0].shape == .mixed }),
            isLiving(start) || isTown(behind: end) || !own.allSatisfy({ scan.isOrdinary($0) })
        else { return nil }
        return start..<unit(behind: end)
    }

    /// `Lives at 2347 Broadway`: whatever it is called.
    private func cued(_ start: Int) -> Range<Int>? {
        guard isHouseNumber(start), isLiving(start), let end = named(start + 1), !scan.isDash(start + 1) else {
            return nil
        }
        return start..<unit(behind: end)
    }

    /// `2347 Broadway, Ames, IA 50010`: a number and a name before a town, a state and a ZIP code.
    private func beforeTown(_ start: Int) -> Range<Int>? {
        guard isHouseNumber(start), let end = named(start + 1) else { return nil }
        let behind = unit(behind: end)
        return isTown(behind: behind) ? start..<behind : nil
    }

    private func isHouseNumber(_ at: Int) -> Bool {
        guard scan.isNumber(at), scan.key(at).utf8.count <= 6, scan.key(at).utf8.allSatisfy({ (48...57).contains($0) }),
            scan.isWord(at + 1), scan.gap(after: at) == 1
        else { return false }
        return !isGlued(at)
    }

    /// Part of a longer number or word.
    private func isGlued(_ at: Int) -> Bool {
        at > 0 && !scan.isBreak(at - 1) && scan.tokens[at - 1].touches(scan.tokens[at])
            && !["(", "|", ":", ",", "=", ";"].contains(scan.key(at - 1))
    }

    private func isLiving(_ number: Int) -> Bool {
        let isAt = ["at", ":"].contains(scan.key(number - 1))
        return isAt
            && ["lives", "lived", "living", "resides", "residing", "resided", "address", "residence", "alone", "home"]
                .contains(scan.key(number - 2))
    }

    /// Behind one to four words of a street's name; a particle counts with the next.
    private func named(_ start: Int) -> Int? {
        var at = start
        var words = 0
        while scan.isWord(at), words < 4, at == start || scan.gap(after: at - 1) <= 1 {
            let kinds = scan.kinds(at)
            let isParticle = kinds.contains(.particle) || ["du", "des", "los", "las"].contains(scan.key(at))
            guard isParticle || scan.isCapital(at) || scan.style(at) == .lower,
                isParticle
                    || kinds.isDisjoint(with: [.function, .field, .streetUnit, .humanVerb, .copula, .credential])
            else { break }
            if !isParticle { words += 1 }
            at += 1
        }
        while at > start, scan.kinds(at - 1).contains(.particle), !scan.isCapital(at - 1) { at -= 1 }
        return words > 0 && at > start ? at : nil
    }

    /// `, Ames, IA 50010`
    private func isTown(behind end: Int) -> Bool {
        guard scan.key(end) == "," || scan.key(end) == "|" else { return false }
        var at = end + 1
        while at < end + 8, scan.isWord(at) || scan.key(at) == "." || scan.isDash(at) { at += 1 }
        guard scan.key(at) == "," || scan.isNumber(at) else { return false }
        if scan.key(at) == "," {
            at += 1
            guard let state = scan.state(at: at) else { return false }
            at = state.end
        } else {
            guard Gazetteer.shared.isState(scan.key(at - 1)) else { return false }
        }
        return scan.isNumber(at) && scan.key(at).utf8.count == 5
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
