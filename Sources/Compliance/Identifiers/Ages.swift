import Kernel

/// Ages over 89 and years of birth that reveal one (45 CFR 164.514(b)(2)(i)(C)).
struct Ages {
    let scan: NoteScan
    /// Tokens that are part of a name.
    let isName: [Bool]

    func find() -> [Candidate] {
        var found: [Candidate] = []
        for at in 0..<scan.count {
            if scan.isNumber(at) {
                if let age = number(at) { found.append(age) } else if let year = birthYear(at) { found.append(year) }
            } else if scan.key(at) == "ninety" || scan.key(at) == "hundred" || scan.key(at) == "nineties"
                || scan.key(at) == "nonagenarian"
                || scan.key(at) == "centenarian"
            {
                if let age = word(at) { found.append(age) }
            }
        }
        return found
    }

    private func number(_ at: Int) -> Candidate? {
        guard let value = Int(scan.key(at)), (90...129).contains(value),
            scan.isAge(at) || isOrdinalBirthday(at) || isDecade(at) || isApposition(at) || isPredicate(at)
        else { return nil }
        return Candidate(range: scan.range(at), type: .ageOver89, confidence: 0.96, source: "age")
    }

    /// "in her 90s"
    private func isDecade(_ at: Int) -> Bool {
        scan.key(at + 1) == "s" && scan.gap(after: at) == 0
            && ["her", "his", "their", "early", "mid", "late", "-"].contains(scan.key(at - 1))
    }

    /// "Maureen, 91," and "Mrs. Orr (97)", "her husband, 95,", "(90 years)".
    private func isApposition(_ at: Int) -> Bool {
        let isBracketed = scan.key(at - 1) == "("
        guard isBracketed || scan.key(at - 1) == "," else { return false }
        var next = at + 1
        if isBracketed, ["years", "yrs", "yr", "y"].contains(scan.key(next)) {
            return scan.key(next + 1) == ")" || scan.key(next + 1) == "old"
        }
        if scan.key(next) == "," { next += 1 } else if isBracketed, scan.key(next) != ")" { return false }
        guard isPerson(before: at - 1) else { return false }
        return isBracketed || scan.key(at + 1) == "," || scan.isBreak(next)
            || [".", ";", ")", "who", "with", "and", "lives", "is", "was", "has"].contains(scan.key(next))
    }

    private func isPerson(before at: Int) -> Bool {
        guard at > 0 else { return false }
        return isName[at - 1] || !scan.kinds(at - 1).isDisjoint(with: [.relation, .humanNoun])
    }

    /// "She is 94 and was born …", "Ann is 93.", "pt turned 92", "mother was 98".
    private func isPredicate(_ at: Int) -> Bool {
        let unit = scan.key(at + 1)
        let ends = scan.isBreak(at + 1) || [".", ",", ";", ")"].contains(unit) && scan.gap(after: at) == 0
        guard
            ends && !(unit == "." && scan.isNumber(at + 2) && scan.gap(after: at + 1) == 0)
                || ["and", "but", "now", "this", "next", "today", "with"].contains(unit)
        else { return false }
        var verb = at - 1
        while ["now", "already", "almost", "nearly", "over", "about", "only", "just", "currently"].contains(
            scan.key(verb))
        { verb -= 1 }
        guard ["is", "was", "'s", "s", "turned", "turns", "turning", "be", "am"].contains(scan.key(verb)) else {
            return ["he's", "she's", "i'm"].contains(scan.key(verb))
        }
        if scan.key(verb) == "be" { verb -= 1 }
        let before = scan.key(verb - 1)
        return ["he", "she", "who", "i"].contains(before) || isPerson(before: verb)
    }

    private func isOrdinalBirthday(_ at: Int) -> Bool {
        scan.key(at + 1) == "th" || scan.key(at + 1) == "st" || scan.key(at + 1) == "nd" || scan.key(at + 1) == "rd"
            ? scan.key(at + 2) == "birthday" || scan.key(at + 2) == "bday" : false
    }

    /// ninety-two years old, in her nineties, one hundred and one year old
    private func word(_ at: Int) -> Candidate? {
        let key = scan.key(at)
        if key != "ninety" && key != "hundred" {
            if key == "nineties", !["her", "his", "their", "late", "early", "mid", "-"].contains(scan.key(at - 1)) {
                return nil
            }
            return Candidate(range: scan.range(at), type: .ageOver89, confidence: 0.8, source: "age")
        }
        var start = at
        var end = at + 1
        if key == "hundred", ["one", "a"].contains(scan.key(at - 1)) { start -= 1 }
        if scan.isDash(end), Ages.units.contains(scan.key(end + 1)) {
            end += 2
        } else {
            let from = scan.key(end) == "and" ? end + 1 : end
            if Ages.units.contains(scan.key(from)) { end = from + 1 }
        }
        var next = end
        if scan.isDash(next) { next += 1 }
        let isYears = ["year", "years", "yo", "yr", "yrs"].contains(scan.key(next))
        var before = start - 1
        if scan.key(before) == ":" { before -= 1 }
        let isAged =
            ["age", "aged", "turned", "turning", "is", "was"].contains(scan.key(before))
            && (isYears || !["is", "was"].contains(scan.key(before)) || isPerson(before: before)
                || ["he", "she", "who"].contains(scan.key(before - 1)))
        let isBeside = ["(", ","].contains(scan.key(before)) && [")", ",", "."].contains(scan.key(end))
        guard (isYears && scan.isOld(next)) || isAged || isBeside && isPerson(before: before) else { return nil }
        return Candidate(range: scan.range(start..<end), type: .ageOver89, confidence: 0.9, source: "age")
    }

    private static let units: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]

    private func birthYear(_ at: Int) -> Candidate? {
        guard scan.key(at).utf8.count == 4, let year = Int(scan.key(at)), (1880...1999).contains(year) else {
            return nil
        }
        guard !scan.dates.dates.contains(where: { $0.precision != .year && $0.range.overlaps(scan.range(at)) }) else {
            return nil
        }
        var before = at - 1
        var isBirth = false
        for _ in 0..<4 {
            if ["birth", "born", "dob", "yob", "birthyear", "b"].contains(scan.key(before)) {
                isBirth = scan.key(before) != "b" || scan.key(before + 1) == "."
                break
            }
            guard
                [":", "in", "year", "(", "of", ".", "circa", "around", "about", "|", "-", "was"].contains(
                    scan.key(before))
            else { break }
            before -= 1
        }
        guard isBirth else { return nil }
        let present = scan.dates.anchor?.year ?? scan.dates.dates.compactMap(\.year).max() ?? 2025
        guard present - year >= 90 else { return nil }
        return Candidate(range: scan.range(at), type: .date, sub: "YEAR90", confidence: 0.95, source: "birth year")
    }
}

extension NoteScan {
    /// Whether a number is somebody's age by what stands around it: `92 yo`, `92M`, `(F, 91 y/o)`, `age 93`, `/ 92 / M`.
    func isAge(_ at: Int) -> Bool {
        guard isNumber(at), let value = Int(key(at)), (1...129).contains(value) else { return false }
        var next = at + 1
        if isDash(next) { next += 1 }
        switch key(next) {
        case "yo", "yof", "yom", "yowf", "yowm", "y":
            if key(next) != "y" || ((key(next + 1) == "/" || key(next + 1) == ".") && key(next + 2) == "o") {
                return true
            }
        case "year", "years", "yr", "yrs", "y.o":
            // M   92 YRS
            let isSexed = ["m", "f", "male", "female"].contains(key(at - 1)) && isColumn(after: next)
            if isOld(next) || isHuman(next + 1) || isSexed { return true }
        case "m", "f", "male", "female":
            let isTight = gap(after: at) == 0 || key(next).utf8.count > 1
            let isMeasure = key(next) == "m" && tokens[next].shape == .lower && style(at) == .mixed
            if isTight, next == at + 1, !isMeasure, !isDigitTouching(at), isNameBefore(at) || key(next).utf8.count > 1 {
                return true
            }
            if isTight, next == at + 1, key(next) == "f", !isDigitTouching(at), key(at - 1) != "-" {
                return value < 96 || isNameBefore(at)
            }
        case "/":
            if ["m", "f", "male", "female"].contains(key(at + 2)), !isNumber(at - 1),
                !(key(at - 1) == "/" && isNumber(at - 2) && gap(after: at - 1) == 0),
                gap(after: at) > 0 || isBreak(at + 3) || key(at + 3) == "|"
            {
                return true
            }
        case ",": if ["male", "female"].contains(key(at + 2)) { return true }
        default: break
        }
        var before = at - 1
        // Sex/Age......: F / 91
        if key(before) == "/" || key(before) == ",", ["m", "f", "male", "female"].contains(key(before - 1)) {
            if ["(", ","].contains(key(before - 2)), [")", ","].contains(key(next)) { return true }
            before -= 2
        }
        while key(before) == ":" || key(before) == "|" || key(before) == "=" || key(before) == "." { before -= 1 }
        if key(before) == "sex" || key(before) == "gender", key(before - 1) == "/" { before -= 2 }
        switch key(before) {
        case "age", "aged", "ages": return !(key(next) == "-" || key(next) == "%")
        case "turned", "turning", "turns":
            return !["degrees", "deg", "°", "%", "times", "to", "feet", "ft"].contains(key(at + 1))
                && !kinds(at + 1).contains(.relation)
        case "at": return ["died", "deceased", "passed", "away"].contains(key(before - 1)) && !isDash(at + 1)
        case "sex": return false
        default: return false
        }
    }

    fileprivate func isOld(_ unit: Int) -> Bool {
        var next = unit + 1
        if isDash(next) { next += 1 }
        return ["old", "young", "o"].contains(key(next)) || (key(next) == "of" && key(next + 1) == "age")
            || isHuman(next)
    }

    private func isHuman(_ at: Int) -> Bool {
        [
            "man", "woman", "male", "female", "gentleman", "lady", "m", "f", "patient", "pt", "gal", "guy", "veteran",
            "retired", "widow",
        ].contains(key(at))
    }

    private func isDigitTouching(_ at: Int) -> Bool {
        at > 0 && tokens[at - 1].touches(tokens[at]) && tokens[at - 1].kind != .lineBreak && key(at - 1) != "("
    }

    /// A word or an initial right before: "Okafor F. 51M".
    private func isNameBefore(_ at: Int) -> Bool {
        var before = at - 1
        if key(before) == "." || key(before) == "," || key(before) == "(" { before -= 1 }
        return before >= 0
            && (isBreak(before)
                || isInitial(before) && before < at - 1 && isNameable(before - 1)
                || isWord(before) && kinds(before).isDisjoint(with: [.function, .eponymHead]) && key(before) != "to")
    }
}
