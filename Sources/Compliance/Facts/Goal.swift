import Kernel

/// One goal of the therapist, or the patient's own words about one.
package struct Goal: Sendable {
    package enum Term: String, Sendable {
        case long, short
        /// A goal whose note says neither its term nor a time.
        case unlabelled
        /// In the patient's words: no goal of the plan.
        case patient
    }

    package let term: Term
    /// Code points of the goal, its label included.
    package let range: Range<Int>
    /// Indexes of tokens of its words, without the label.
    package let tokens: Range<Int>
    /// The 2 of `LTG 2`.
    package let number: Int?
    /// Days until it is to be reached.
    package let horizonDays: Int?
    /// Indexes of tokens that say until when.
    package let horizon: Range<Int>?
    /// Code points of what says how far it has come: `met`, `progressing`, `60 % of target`.
    package let status: Range<Int>?
}

/// `in 8 weeks`, `(12 wks)`, `by discharge`.
struct GoalHorizon {
    let days: Int
    let tokens: Range<Int>

    /// A goal for the end of care lasts as long as the plan; a certification interval has at most 90 days (220.1.3.B).
    static let wholePlan = 90

    /// The first in some tokens. Days for a date are counted from `start`.
    static func first(_ note: NoteText, in tokens: Range<Int>, dates: NoteDates?, start: CivilDate?) -> GoalHorizon? {
        var at = tokens.lowerBound
        while at < tokens.upperBound {
            if let (_, end) = endOfCare.match(note, at: at) { return GoalHorizon(days: wholePlan, tokens: at..<end) }
            if let found = span(note, at: at), found.tokens.upperBound <= tokens.upperBound { return found }
            at += 1
        }
        guard let start, let dates, !tokens.isEmpty else { return nil }
        let range = note.range(ofTokens: tokens)
        for found in dates.dates(in: range) {
            guard let date = found.date, start.days(to: date) > 0 else { continue }
            return GoalHorizon(days: start.days(to: date), tokens: note.tokens(in: found.range))
        }
        return nil
    }

    /// `8 weeks`, `6-8 wks`, `two months`, `10w`, `12 visits` at token `at`; visits are taken as two a week.
    static func span(_ note: NoteText, at: Int) -> GoalHorizon? {
        var place = at
        guard let first = count(note, place) else { return nil }
        if place > 0, ["/", "."].contains(note.key(place - 1)), note.tokens[place - 1].touches(note.tokens[place]) {
            return nil
        }
        var count = first
        place += 1
        if ["-", "\u{2013}", "to"].contains(note.key(place)), let upper = Self.count(note, place + 1), upper >= first {
            count = upper
            place += 2
        }
        if note.key(place) == "-" { place += 1 }
        if ["more", "additional"].contains(note.key(place)) { place += 1 }
        guard let perUnit = units[note.key(place)], count > 0, count <= 400 else { return nil }
        return GoalHorizon(days: Int(count * perUnit), tokens: at..<(place + 1))
    }

    private static func count(_ note: NoteText, _ at: Int) -> Double? {
        note.number(at) ?? Quantity.words[note.key(at)]
    }

    static let units: [String: Double] = [
        "week": 7, "weeks": 7, "wk": 7, "wks": 7, "w": 7, "month": 30, "months": 30, "mo": 30, "mos": 30, "mth": 30,
        "mths": 30,
        "day": 1, "days": 1, "visits": 3.5, "sessions": 3.5, "treatments": 3.5, "visit": 3.5,
    ]

    private static let endOfCare = CueTable<Bool>([
        "by discharge", "at discharge", "by d/c", "by dc", "upon discharge", "by time of discharge",
        "prior to discharge",
        "end of care", "end of poc", "end of plan of care", "end of episode", "end of treatment", "end of therapy",
        "end of certification", "end of cert", "end of the certification", "end of the plan", "end of the episode",
        "conclusion of care", "conclusion of therapy",
    ])
}
