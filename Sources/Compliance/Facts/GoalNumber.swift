/// What counts goals in a list or in prose: `1.`, `2)`, `(3)`, `a)`, `(ii)`, `One,`, `Second,`, `2 ` at the beginning of a
/// line.
struct GoalNumber {
    let value: Int
    /// The token behind it and its sign.
    let end: Int
    private let isWord: Bool

    static func read(_ note: NoteText, at: Int) -> GoalNumber? {
        guard at + 1 < note.tokens.count else { return nil }
        if note.key(at) == "(", note.key(at + 2) == ")", let value = value(note, at + 1) {
            return GoalNumber(value: value, end: at + 3, isWord: false)
        }
        if [")", "."].contains(note.key(at + 1)), note.tokens[at].touches(note.tokens[at + 1]),
            at == 0 || !note.tokens[at - 1].touches(note.tokens[at]) || note.tokens[at - 1].kind == .lineBreak,
            let value = value(note, at)
        {
            // 0.5 and 1.2 are figures
            if note.key(at + 1) == ".", at + 2 < note.tokens.count, note.tokens[at + 1].touches(note.tokens[at + 2]),
                note.tokens[at + 2].isNumber
            {
                return nil
            }
            return GoalNumber(value: value, end: at + 2, isWord: false)
        }
        // `1 - run 3 miles`, `1 ......... sort pills`
        if let value = note.wholeNumber(at), (1...12).contains(value), at + 2 < note.tokens.count,
            !note.tokens[at].touches(note.tokens[at + 1])
        {
            if ["-", "\u{2013}"].contains(note.key(at + 1)), note.tokens[at + 2].isWord,
                !note.tokens[at + 1].touches(note.tokens[at + 2])
            {
                return GoalNumber(value: value, end: at + 2, isWord: false)
            }
            if note.key(at + 1) == ".", note.key(at + 2) == "." {
                var end = at + 2
                while note.key(end) == "." { end += 1 }
                return GoalNumber(value: value, end: end, isWord: false)
            }
        }
        if let value = words[note.key(at)], [",", ":"].contains(note.key(at + 1)), note.tokens[at].shape != .lower {
            return GoalNumber(value: value, end: at + 2, isWord: true)
        }
        // `1 dressing mod i` on a line of its own
        if let value = note.wholeNumber(at), (1...12).contains(value),
            at == 0 || note.tokens[at - 1].kind == .lineBreak,
            note.tokens[at + 1].isWord, !note.tokens[at].touches(note.tokens[at + 1]),
            Quantity.readUnit(note, at + 1).unit == nil, GoalHorizon.span(note, at: at) == nil, note.key(at + 1) != "x"
        {
            return GoalNumber(value: value, end: at + 1, isWord: false)
        }
        return nil
    }

    /// A word counts at the beginning of a sentence only, a letter or figure behind a stop, a space or a line's end.
    func mayStand(_ note: NoteText, at: Int, first: Int) -> Bool {
        guard isWord, at > first, at > 0 else { return true }
        return note.sentenceOfToken[at] != note.sentenceOfToken[at - 1] || note.key(at - 1) == ";"
            || note.tokens[at - 1].kind == .lineBreak
    }

    private static func value(_ note: NoteText, _ at: Int) -> Int? {
        if let number = note.wholeNumber(at) { return (1...12).contains(number) ? number : nil }
        return letters[note.key(at)]
    }

    private static let words: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "first": 1, "second": 2, "third": 3,
        "fourth": 4,
        "fifth": 5, "firstly": 1, "secondly": 2, "thirdly": 3,
    ]
    /// Roman and Latin numbering agree only in their first sign; each is tried as what it most often is.
    private static let letters: [String: Int] = [
        "a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "i": 1, "ii": 2, "iii": 3, "iv": 4,
    ]
}
