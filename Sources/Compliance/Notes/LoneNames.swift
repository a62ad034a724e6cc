/// Names in a line that stands alone: the title of a teaching case, a note's name, an episode's label. Without a note around
/// it nothing says that *Quackenbush knee* is about a person, so words are looked at one by one: those of the lists of names
/// that are no words of English or of the clinic, and capitalised words that no list knows.
struct LoneNames {
    /// Of the most frequent surnames, which are English words as often as not: Smith, Hill, Green.
    private static let frequent = 1_000

    private let note: NoteText
    private let gazetteer = Gazetteer.shared

    init(_ text: String) { note = NoteText(text) }

    /// The line with `[NAME]` in the place of every such word.
    var masked: String {
        var text = ""
        var end = 0
        for index in note.tokens.indices where isName(index) {
            let range = note.tokens[index].range
            text += note.string(end..<range.lowerBound) + "[NAME]"
            end = range.upperBound
        }
        return text + note.string(end..<note.scalars.count)
    }

    /// Whether somebody may be meant at all: also by a frequent surname, a title or initials. A label that is refused costs
    /// its writer little.
    var mayNameSomebody: Bool {
        note.tokens.indices.contains { index in
            isName(index) || isFrequentSurname(index) || isTitle(index) || isInitials(index)
        }
    }

    private func base(_ index: Int) -> String {
        let key = note.tokens[index].key
        return key.hasSuffix("'s") ? String(key.dropLast(2)) : key
    }

    private func isName(_ index: Int) -> Bool {
        let token = note.tokens[index]
        guard token.isWord, !isMasked(index) else { return false }
        let key = base(index)
        guard key.utf8.count > 1, !Words.isOrdinary(key), !isGrammar(key), !isEponym(index) else {
            return false
        }
        if gazetteer.isGivenName(key) || gazetteer.isSurname(key) { return true }
        return token.shape == .capitalised && key.utf8.count > 3 && !gazetteer.isEponym(key)
    }

    /// A word with a place in sentences or in the calendar; Tuesdays is one as well.
    private func isGrammar(_ key: String) -> Bool {
        Words.table[key] != nil || (key.hasSuffix("s") && Words.table[String(key.dropLast())] != nil)
    }

    /// Berg test, Parkinson's disease.
    private func isEponym(_ index: Int) -> Bool {
        guard gazetteer.isEponym(base(index)), index + 1 < note.tokens.count else { return false }
        return gazetteer.isEponymHead(note.tokens[index + 1].key)
    }

    /// What has been replaced already: `[PATIENT]`.
    private func isMasked(_ index: Int) -> Bool {
        let opening = note.tokens[..<index].lastIndex { $0.isSymbol("[") || $0.isSymbol("]") }
        return opening.map { note.tokens[$0].isSymbol("[") } ?? false
    }

    private func isFrequentSurname(_ index: Int) -> Bool {
        let token = note.tokens[index]
        guard token.isWord, token.shape == .capitalised || token.shape == .upper else { return false }
        let key = base(index)
        guard !isGrammar(key), !gazetteer.isClinicalWord(key) else { return false }
        return gazetteer.surnameRank(key).map { $0 < Self.frequent } ?? false
    }

    private func isTitle(_ index: Int) -> Bool { Words.table[note.tokens[index].key]?.contains(.title) ?? false }

    /// J.S., JS: letters that abbreviate nothing the clinic knows.
    private func isInitials(_ index: Int) -> Bool {
        let token = note.tokens[index]
        guard token.isWord, token.shape != .lower else { return false }
        if token.key.utf8.count == 1 { return index + 1 < note.tokens.count && note.tokens[index + 1].isSymbol(".") }
        return token.shape == .upper && token.key.utf8.count == 2 && !Words.isOrdinary(token.key)
            && !isGrammar(token.key)
    }
}
