/// What the gazetteers say of a word, as the detectors of names ask it.
extension NoteScan {
    func lexeme(_ index: Int) -> Lexeme { index >= 0 && index < lexemes.count ? lexemes[index] : [] }
    func isGiven(_ index: Int) -> Bool { lexeme(index).contains(.given) }
    func isSurname(_ index: Int) -> Bool { lexeme(index).contains(.surname) }
    func isListedName(_ index: Int) -> Bool { !lexeme(index).isDisjoint(with: [.given, .surname]) }

    /// A word with a meaning besides a name: will, hand, walker, flexion, Eliquis.
    func isOrdinary(_ index: Int) -> Bool { lexeme(index).contains(.ordinary) }

    func isInitial(_ index: Int) -> Bool {
        isWord(index) && tokens[index].range.count == 1 && key(index) != "\n"
    }

    /// Whether a name may hold this word at all, by its kinds and by its capital in a note that has any.
    ///
    /// - Parameter isCued: A label, a signature or a credential says that a name stands here.
    func isNameable(_ index: Int, anyCase: Bool = false, isCued: Bool = false) -> Bool {
        guard isWord(index) else { return false }
        let kinds = kinds[index]
        if !kinds.isDisjoint(with: [.function, .field, .title, .calendar, .streetUnit]) {
            // "Will", "Long", "Grace" are none of these; "May" and "April" are names only behind a cue
            let isLabelled =
                ["|", ":"].contains(key(index - 1)) && isSurname(index + 1)
                || key(index - 1) == "," && !isNumber(index + 1)
            let isMonth =
                kinds.contains(.calendar) && isGiven(index)
                && (isLabelled || style(index) == .mixed && isCapital(index))
            guard isMonth || isUncommonName(index) || isCalendarName(index, isCued) else { return false }
        }
        return anyCase || style(index) == .lower || isCapital(index)
    }

    /// Dr. Case, Ms. Day, caregiver Max: names among the words that hardly ever are.
    private func isUncommonName(_ index: Int) -> Bool {
        let isMixed = style(index) == .mixed
        if isMixed, tokens[index].shape != .capitalised, !isAmidCapitals(index) { return false }
        let isTitled = isBehindTitle(index)
        let isFirstInField = ["|", ":"].contains(key(index - 2))
        let isRelated = isListedName(index - 1) && kinds(index - 2).contains(.relation)
        let isBehindGiven =
            (isGiven(index - 1) || isRelated) && (!isOrdinary(index - 1) || isFirstInField)
            && !isColumn(after: index - 1)
        switch bases[index] {
        case "max":
            let next = key(index + 1)
            if ["assist", "a", "x", "cues", "verbal", "cueing", "assistance", "hr", "to"].contains(next) {
                return false
            }
            return isMixed || (isSurname(index + 1) && !isOrdinary(index + 1))
                || Gazetteer.shared.isEponym(base(index + 1))
        case "case", "race":
            if [":", "#", "no", "number", "id", "manager"].contains(key(index + 1)) { return false }
            return isTitled || isBehindGiven || (isMixed && isWord(index - 1) && isCapital(index - 1))
        case "day", "weeks", "daily":
            return isTitled || isBehindGiven || (isMixed && isWord(index - 1) && isCapital(index - 1))
                || isMixed && ["|", ":"].contains(key(index - 1)) && key(index + 1) == "," && isGiven(index + 2)
        case "do", "an", "her", "he", "so": return isMixed && (isTitled || isBehindGiven)
        default: return false
        }
    }

    /// Dr. March, F. Friday, Sharp-March, and behind a label Kwabena August: words of other uses that name somebody.
    private func isCalendarName(_ index: Int, _ isCued: Bool) -> Bool {
        let isNumbered = isNumber(index + 1) || key(index + 1) == ":" || key(index + 1) == "#"
        guard key(index).utf8.count > 2, style(index) == .lower || isCapital(index),
            !isNumbered || isColumn(after: index)
        else { return false }
        if !kinds[index].contains(.calendar) {
            // signed by Maeve Doctor
            return isCued && isSurname(index) && isGiven(index - 1) && !isOrdinary(index - 1)
                && isCapital(index - 1) == isCapital(index) && !isColumn(after: index - 1)
                && kinds(index + 1).isDisjoint(with: [.field, .title])
        }
        if isBehindTitle(index) { return true }
        if isGiven(index), kinds(index - 1).contains(.relation) { return true }
        if isDash(index - 1), gap(after: index - 1) == 0, gap(after: index - 2) == 0 {
            return isWord(index - 2) && !kinds(index - 2).contains(.calendar)
        }
        guard isCued, isWord(index - 1) || ["|", ":"].contains(key(index - 1)) else { return false }
        if !isWord(index - 1) { return key(index + 1) == "," && isGiven(index + 2) && isCapital(index + 2) }
        return (isGiven(index - 1) || isNameWord(index - 1) && !isOrdinary(index - 1))
            && isCapital(index - 1) == isCapital(index) && !isColumn(after: index - 1)
    }

    /// Behind Dr., or behind the initial of a name.
    private func isBehindTitle(_ index: Int) -> Bool {
        if kinds(index - 1).contains(.title) { return true }
        guard key(index - 1) == "." else { return false }
        // not "3 p.m. Friday"
        return kinds(index - 2).contains(.title)
            || isInitial(index - 2) && key(index - 3) != "." && !isNumber(index - 3)
                && (style(index) != .mixed || isCapital(index - 2))
    }

    /// In capitals like the word before it: `MOHAMMAD CASE` in a note that has small letters too.
    private func isAmidCapitals(_ index: Int) -> Bool {
        index > 0 && tokens[index].shape == .upper && tokens[index - 1].shape == .upper
            && tokens[index - 1].range.count > 1
    }
}

extension Words {
    static func isOrdinary(_ key: String) -> Bool { Gazetteer.shared.lexeme(key).contains(.ordinary) }

    /// Frequent given names that notes use as words.
    static let verbalNames: Set<String> = [
        "will", "hope", "mark", "grace", "faith", "rose", "grant", "may", "june", "april", "august", "art", "gene",
        "sue", "bill", "pat",
        "ray", "joy", "dawn", "rob", "rich", "frank", "chase", "drew", "lance", "clay", "miles", "dean", "earl", "duke",
        "king",
        "prince", "max", "skip", "peg", "charity", "patience", "hunter", "mason", "dale", "glen", "reed", "cliff",
        "wade", "brook",
        "angel", "precious", "destiny", "melody", "harmony", "mercy", "carter", "cooper", "parker", "walker", "taylor",
        "tyler",
        "jordan", "summer", "autumn", "star", "ward", "page", "major", "royal", "guy", "jack", "nick", "tab", "van",
        "bea", "dot", "sky",
        "iris", "pearl", "ruby", "olive", "violet", "ivy", "holly", "heather", "hazel", "ginger", "amber", "crystal",
        "jade", "lily",
        "daisy", "penny", "sandy", "rusty", "buddy", "sonny", "christian", "christ", "trinity", "haven", "river",
        "ocean", "paris",
        "london", "austin", "dallas", "houston", "lincoln", "jackson", "madison", "brooklyn", "savannah", "georgia",
        "virginia",
        "carolina", "dakota", "montana", "cheyenne", "sierra", "asia", "india", "china", "kenya", "chance", "blue",
        "gray", "bishop",
        "deacon", "messiah", "legend", "maverick", "ace", "jet", "colt", "archer", "ryder", "porter", "sawyer",
        "weston", "easton",
        "hand", "long", "young", "bell", "berg", "marshall", "barrett", "bennett", "allen", "russell", "thomas",
        "murphy", "phoenix",
    ]
}
