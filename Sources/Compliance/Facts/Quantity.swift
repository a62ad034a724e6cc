/// A figure with what makes it one: `45/56`, `12.4 s`, `<= 30 %`, `4-/5`, `x10`, `three meals`.
struct Quantity: Sendable {
    /// Indexes of tokens, a comparing sign and the unit included.
    let tokens: Range<Int>
    let value: Double
    /// Of a score: the 56 of `45/56`.
    let denominator: Double?
    /// One spelling for all of a unit: `s`, `min`, `ft`, `%`, `deg` …; nil when none is written.
    let unit: String?
    /// Written as about so much: `~150 ft`, `approx 40`.
    let isApproximate: Bool

    var isScore: Bool { denominator != nil }

    /// The same kind of figure: two scores out of the same, or the same unit.
    func isComparable(to other: Quantity) -> Bool {
        if let denominator, let theirs = other.denominator { return denominator == theirs }
        guard isScore == other.isScore else { return unit == nil && other.unit == nil }
        return unit == other.unit || unit == nil || other.unit == nil
    }
}

extension Quantity {
    /// The quantity that begins at token `at`; a date (`3/14/25`) and a vertebra are none.
    static func read(_ note: NoteText, at: Int) -> Quantity? {
        guard at < note.tokens.count else { return nil }
        let (start, approximate) = afterComparison(note, at)
        guard start < note.tokens.count else { return nil }
        if let spelled = words[note.key(start)] {
            let (unit, end) = readUnit(note, start + 1)
            guard unit != nil || start > at else { return nil }
            return Quantity(
                tokens: at..<end, value: spelled, denominator: nil, unit: unit, isApproximate: approximate)
        }
        if note.key(start) == "x", let count = note.number(start + 1) {
            return Quantity(
                tokens: at..<(start + 2), value: count, denominator: nil, unit: "reps", isApproximate: approximate)
        }
        guard let value = note.number(start) else { return nil }
        if start > 0, note.tokens[start - 1].touches(note.tokens[start]), isGlue(note.tokens[start - 1]) { return nil }
        return finish(note, at: at, start: start, value: value, approximate: approximate)
    }

    private static func finish(_ note: NoteText, at: Int, start: Int, value: Double, approximate: Bool) -> Quantity? {
        var end = start + 1
        // 4-/5, 3+/5
        if ["-", "+"].contains(note.key(end)), note.key(end + 1) == "/" { end += 1 }
        if note.key(end) == "/", let below = note.number(end + 1) {
            if note.key(end + 2) == "/", note.number(end + 3) != nil { return nil }
            let (unit, after) = readUnit(note, end + 2)
            return Quantity(
                tokens: at..<after, value: value, denominator: below, unit: unit, isApproximate: approximate)
        }
        if ["of", "out"].contains(note.key(end)) {
            let number = note.key(end) == "out" ? end + 2 : end + 1
            if let below = note.number(number) {
                let (unit, after) = readUnit(note, number + 1)
                return Quantity(
                    tokens: at..<after, value: value, denominator: below, unit: unit, isApproximate: approximate)
            }
        }
        // 2-3 words, 10 to 15 ft: the upper end with its unit
        if ["-", "\u{2013}", "to"].contains(note.key(end)), note.number(end + 1) != nil {
            let (unit, after) = readUnit(note, end + 2)
            if let unit, note.key(end) != "to" {
                return Quantity(
                    tokens: at..<after, value: value, denominator: nil, unit: unit, isApproximate: approximate)
            }
        }
        let (unit, after) = readUnit(note, end)
        end = unit == nil ? end : after
        return Quantity(tokens: at..<end, value: value, denominator: nil, unit: unit, isApproximate: approximate)
    }

    /// `30s` of a test's name is told apart by the caller; `T10` and `C5` are words that touch their number.
    private static func isGlue(_ token: Token) -> Bool { token.isWord && token.key != "x" }

    private static func afterComparison(_ note: NoteText, _ at: Int) -> (Int, approximate: Bool) {
        switch note.key(at) {
        case "<", ">": return (note.key(at + 1) == "=" || note.key(at + 1) == "/" ? at + 2 : at + 1, false)
        case "\u{2264}", "\u{2265}", "=": return (at + 1, false)
        case "~", "\u{2248}", "approximately", "about", "roughly", "around": return (at + 1, true)
        case "approx": return (note.key(at + 1) == "." ? at + 2 : at + 1, true)
        default: return (at, false)
        }
    }

    /// The unit at token `at`, in one spelling, and the token after it.
    static func readUnit(_ note: NoteText, _ at: Int) -> (unit: String?, end: Int) {
        guard at < note.tokens.count else { return (nil, at) }
        var place = at
        if note.key(place) == "-", place + 1 < note.tokens.count, note.tokens[place].touches(note.tokens[place + 1]) {
            place += 1  // 10-minute
        }
        let key = note.key(place)
        guard let unit = units[key] else { return (nil, at) }
        // `s` and `m` and `h` stand for units only right behind a figure; `in` only before what ends the phrase
        if key == "in" {
            let next = note.key(place + 1)
            guard next.isEmpty || next == "\n" || ";,.)|-".contains(next) else { return (nil, at) }
        }
        return (unit, place + 1)
    }

    static let words: [String: Double] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
        "twenty": 20,
        "thirty": 30,
    ]

    private static let units: [String: String] = {
        let groups: [(String, [String])] = [
            ("s", ["s", "sec", "secs", "second", "seconds"]), ("min", ["min", "mins", "minute", "minutes"]),
            ("h", ["h", "hr", "hrs", "hour", "hours"]), ("ft", ["ft", "feet", "foot", "'"]),
            ("m", ["m", "meter", "meters", "metre", "metres"]), ("cm", ["cm", "cms", "centimeter", "centimeters"]),
            ("mm", ["mm", "millimeter", "millimeters"]), ("in", ["in", "inch", "inches", "\"", "\u{201D}"]),
            ("yd", ["yd", "yds", "yard", "yards"]), ("mi", ["mi", "mile", "miles"]), ("block", ["block", "blocks"]),
            ("lb", ["lb", "lbs", "pound", "pounds", "#"]), ("kg", ["kg", "kgs"]), ("g", ["g", "gm", "grams"]),
            ("oz", ["oz", "ounce", "ounces"]), ("ml", ["ml", "cc", "milliliters"]),
            ("tsp", ["tsp", "teaspoon", "teaspoons"]),
            ("n", ["n", "nm", "newton", "newtons"]), ("psi", ["psi", "mmhg", "kpa"]), ("cmh2o", ["cmh"]),
            ("deg", ["deg", "degs", "degree", "degrees", "\u{B0}", "\u{BA}"]), ("%", ["%", "percent", "pct"]),
            ("db", ["db", "dbspl", "decibels"]), ("hz", ["hz", "khz"]), ("m/s", ["mps"]), ("mph", ["mph"]),
            ("wpm", ["wpm", "spm", "cpm", "bpm"]), ("mets", ["mets"]), ("logmar", ["logmar"]),
            ("reps", ["rep", "reps", "repetition", "repetitions", "x", "times"]),
            ("steps", ["step", "steps", "stair", "stairs", "flight", "flights"]),
            (
                "words",
                ["word", "words", "syllable", "syllables", "phrase", "phrases", "sentence", "sentences", "utterances"]
            ),
            (
                "trials",
                ["trial", "trials", "opportunity", "opportunities", "attempt", "attempts", "occasions", "tries"]
            ),
            ("cues", ["cue", "cues", "prompt", "prompts", "reminder", "reminders", "refusals", "rests", "rest"]),
            ("errors", ["error", "errors", "mistakes", "falls", "lob", "episodes", "episode", "spills", "drops"]),
            ("points", ["point", "points", "pts", "raw", "ss", "ile", "percentile"]),
            (
                "items",
                ["item", "items", "objects", "object", "tasks", "task", "pictures", "letters", "checks", "blocks"]
            ),
            ("meals", ["meal", "meals", "bite", "bites", "sip", "sips", "swallows", "cups"]),
            ("days", ["day", "days", "nights", "night"]),
            ("people", ["people", "persons", "partners", "pieces", "pairs"]),
        ]
        var units: [String: String] = [:]
        for (unit, spellings) in groups { for spelling in spellings { units[spelling] = unit } }
        return units
    }()
}
