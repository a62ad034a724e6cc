/// What the gazetteers say of a word, as the detectors of names ask it.
extension NoteScan {
    func isGiven(_ index: Int) -> Bool { isWord(index) && Gazetteer.shared.isGivenName(bases[index]) }
    func isSurname(_ index: Int) -> Bool { isWord(index) && Gazetteer.shared.isSurname(bases[index]) }
    func isListedName(_ index: Int) -> Bool { isGiven(index) || isSurname(index) }

    /// A word with a meaning besides a name: will, hand, walker, flexion, Eliquis.
    func isOrdinary(_ index: Int) -> Bool { isWord(index) && Words.isOrdinary(bases[index]) }

    func isInitial(_ index: Int) -> Bool {
        isWord(index) && tokens[index].range.count == 1 && key(index) != "\n"
    }

    /// Whether a name may hold this word at all, by its kinds and by its capital in a note that has any.
    func isNameable(_ index: Int, anyCase: Bool = false) -> Bool {
        guard isWord(index) else { return false }
        let kinds = kinds[index]
        if !kinds.isDisjoint(with: [.function, .field, .title, .calendar, .streetUnit]) {
            // "Will", "Long", "Grace" are none of these; "May" and "April" are names only behind a cue
            if !(kinds.contains(.calendar) && isGiven(index) && isCapital(index)) { return false }
        }
        return anyCase || style(index) == .lower || isCapital(index)
    }
}

extension Words {
    static func isOrdinary(_ key: String) -> Bool {
        let gazetteer = Gazetteer.shared
        return gazetteer.isEnglishWord(key) || gazetteer.isClinicalWord(key) || gazetteer.isDrug(key)
            || gazetteer.isBrand(key)
    }
}
