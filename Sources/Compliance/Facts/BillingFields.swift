/// Minutes, units and modifiers in some tokens of a billed item.
struct BillingFields {
    private(set) var minutes: Int?
    private(set) var units: Int?
    private(set) var modifiers: [String] = []
    /// Whole numbers with no word that says what they count.
    private(set) var bareNumbers: [Int] = []
    private var cell: [Int] = []
    /// Of a description: `first 15 min` is what the code stands for, and the minutes only where no others are written.
    private var described: Int?

    init(note: NoteText, tokens: Range<Int>) {
        var at = tokens.lowerBound
        while at < tokens.upperBound {
            let token = note.tokens[at]
            let upper = token.key.uppercased()
            if token.isWord, CPTCode.modifiers.contains(upper),
                !(upper == "RT" || upper == "LT") || token.shape == .upper
            {
                if !modifiers.contains(upper) { modifiers.append(upper) }
                at += 1
                continue
            }
            if let (described, end) = Self.description(note, at, tokens) {
                self.described = self.described ?? described
                at = end
                continue
            }
            if let value = Self.count(note, at) {
                if token.isNumber { cell.append(value) }
                at = consume(value, at, note, tokens) ?? at + 1
                continue
            }
            at += 1
        }
        if minutes == nil, bareNumbers.count < 2 { minutes = described }
    }

    private static let eachTime: Set<String> = ["each", "every", "ea", "per"]
    private static let sequence: Set<String> = ["first", "initial", "additional", "addl", "add'l", "addtl", "add"]

    /// What a code stands for, in the code's own words: `each 15 min`, `first 30 minutes`, `15 min each`. The minutes of
    /// `first` may be those of the treatment as well, the minutes of `each` never.
    /// - Returns: minutes that may count, and the token behind the description
    private static func description(_ note: NoteText, _ at: Int, _ tokens: Range<Int>) -> (minutes: Int?, end: Int)? {
        var next = at
        var isEach = false
        while next < tokens.upperBound, eachTime.contains(note.key(next)) || sequence.contains(note.key(next)) {
            isEach = isEach || eachTime.contains(note.key(next))
            next += 1
        }
        guard next < tokens.upperBound, let minutes = note.wholeNumber(next) else { return nil }
        var end = next + 1
        if note.key(end) == "-" { end += 1 }
        guard isMinuteWord(note.key(end)), [15, 30, 60].contains(minutes) else { return nil }
        end += 1
        if next > at { return isEach || minutes == 15 || note.key(at) == "first" ? (isEach ? nil : minutes, end) : nil }
        guard end < tokens.upperBound, ["each", "ea", "increments", "increment"].contains(note.key(end)) else {
            return nil
        }
        return (nil, end + 1)
    }

    /// The only number of a cell.
    var loneNumber: Int? { cell.count == 1 ? cell[0] : nil }
    /// The first number of a cell whose column says what it is.
    var anyNumber: Int? { cell.first }

    static func isUnitWord(_ key: String) -> Bool { ["unit", "units", "u", "un", "unt", "unts"].contains(key) }
    static func isMinuteWord(_ key: String) -> Bool { ["min", "mins", "minute", "minutes", "m", "'"].contains(key) }
    static func isTimeOrUnitWord(_ key: String) -> Bool {
        isUnitWord(key) || isMinuteWord(key)
            || ["x", "time", "billed", "of", "for", "charged", "mod", "modifier", "modifiers", "and", "qty"].contains(
                key)
    }

    /// A whole number in digits or as a word up to eight.
    static func count(_ note: NoteText, _ at: Int) -> Int? {
        if let number = note.wholeNumber(at) { return number }
        let words = ["one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8]
        return words[note.key(at)]
    }

    /// `3 x 10`: sets and repetitions.
    private func isRepetitions(_ at: Int, _ note: NoteText, from: Int) -> Bool {
        guard at - 2 >= from, let sets = note.wholeNumber(at - 2) else { return false }
        return sets < 8
    }

    private mutating func consume(_ value: Int, _ at: Int, _ note: NoteText, _ tokens: Range<Int>) -> Int? {
        let (before, after) = (
            at > tokens.lowerBound ? note.key(at - 1) : "", at + 1 < tokens.upperBound ? note.key(at + 1) : ""
        )
        let isNumber = note.tokens[at].isNumber
        // 2 units, 2u, (2 units), 2 billable units
        if Self.isUnitWord(after)
            || (after == "billable" || after == "billed" || after == "timed") && Self.isUnitWord(note.key(at + 2))
        {
            units = units ?? value
            return at + 2
        }
        if after == "-", at + 2 < tokens.upperBound,
            Self.isMinuteWord(note.key(at + 2)) || Self.isUnitWord(note.key(at + 2))
        {
            if Self.isMinuteWord(note.key(at + 2)) { minutes = minutes ?? value } else { units = units ?? value }
            return at + 3
        }
        if Self.isMinuteWord(after), after != "m" || note.tokens[at].touches(note.tokens[at + 1]) {
            minutes = minutes ?? value
            return at + 2
        }
        guard isNumber else { return nil }
        // units: 2, unit(s) 2, min: 25, time 25
        let label = at - 1 > tokens.lowerBound && [":", "=", "-", ")"].contains(before) ? note.key(at - 2) : before
        if Self.isUnitWord(label) || label == "qty" || label == "quantity" || label == "s" && before == ")" {
            units = units ?? value
            return at + 1
        }
        if label == "min" || label == "mins" || label == "minutes" || label == "time" {
            minutes = minutes ?? value
            return at + 1
        }
        // x 2, x2, × 2, *2, (2)
        if ["x", "×", "*"].contains(before), value <= 12, !isRepetitions(at, note, from: tokens.lowerBound) {
            units = units ?? value
            return at + 1
        }
        if before == "(", after == ")", value <= 12 {
            units = units ?? value
            return at + 1
        }
        // 3 x 10 repetitions, scores, dates, decimals are no bare numbers
        if ["x", "/", "×"].contains(after) || before == "/"
            || ["-", "%", "lb", "lbs", "ft", "reps", "sets", "rep", "set", "feet"].contains(after)
            || before == "$"
        {
            return nil
        }
        if ["25", "59", "76", "77", "96", "97", "52"].contains(note.key(at)), before == "-",
            note.tokens[at - 1].touches(note.tokens[at])
        {
            modifiers.append(note.key(at))
            return at + 1
        }
        bareNumbers.append(value)
        return at + 1
    }
}
