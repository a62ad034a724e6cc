/// Reads one expression of frequency, whatever it is the frequency of.
enum FrequencyReader {
    struct Found {
        let tokens: Range<Int>
        let perWeek: Double
        /// The duration that forms one expression with it: the `8` of `2w8`, in days.
        let days: Int?
        /// More than once a day, as medicines and home exercise are; therapy seldom is.
        let isDaily: Bool
    }

    static func read(_ note: NoteText, at: Int) -> Found? {
        if let found = abbreviation(note, at: at) { return found }
        if let found = homeHealth(note, at: at) { return found }
        guard let (count, afterCount) = count(note, at: at) else { return nil }
        return rate(note, at: at, count: count, after: afterCount)
    }

    /// `2w8`: twice a week for eight weeks, as home health writes it.
    private static func homeHealth(_ note: NoteText, at: Int) -> Found? {
        guard let count = note.number(at), count >= 1, count <= 7, note.key(at + 1) == "w",
            let weeks = note.number(at + 2),
            note.tokens[at].touches(note.tokens[at + 1]), note.tokens[at + 1].touches(note.tokens[at + 2]), weeks <= 26
        else { return nil }
        return Found(tokens: at..<(at + 3), perWeek: count, days: Int(weeks) * 7, isDaily: false)
    }

    private static func abbreviation(_ note: NoteText, at: Int) -> Found? {
        guard let (perWeek, end) = abbreviations.match(note, at: at) else { return nil }
        // `weekly` behind a count belongs to it; `biweekly pillbox` is for the context to judge
        return Found(tokens: at..<end, perWeek: perWeek, days: nil, isDaily: perWeek > 7)
    }

    /// `2`, `2-3`, `2 to 3`, `two`, `twice`, `once`.
    private static func count(_ note: NoteText, at: Int) -> (Double, end: Int)? {
        if let times = adverbs[note.key(at)] { return (times, at + 1) }
        guard let first = note.number(at) ?? Quantity.words[note.key(at)], first > 0, first <= 21 else { return nil }
        if at > 0, ["/", ".", "$", "-", "x"].contains(note.key(at - 1)), note.tokens[at - 1].touches(note.tokens[at]) {
            return nil
        }
        var place = at + 1
        if note.key(place) == "x", ["-", "to", "\u{2013}"].contains(note.key(place + 1)) { place += 1 }
        if ["-", "\u{2013}", "to", "or"].contains(note.key(place)),
            let upper = note.number(place + 1) ?? Quantity.words[note.key(place + 1)], upper >= first, upper <= 21
        {
            return (upper, place + 2)
        }
        return (first, at + 1)
    }

    private static func rate(_ note: NoteText, at: Int, count: Double, after: Int) -> Found? {
        var place = after
        var hasTimes = adverbs[note.key(at)] != nil
        if note.key(place) == "(", note.number(place + 1) != nil, note.key(place + 2) == ")" { place += 3 }  // two (2)
        if let joined = joined[note.key(place)] {  // 2xwk
            return Found(tokens: at..<(place + 1), perWeek: count * joined, days: nil, isDaily: joined > 1)
        }
        if times.contains(note.key(place)) {
            hasTimes = true
            place += 1
            if ["visits", "sessions", "treatments", "days"].contains(note.key(place)) { place += 1 }
        }
        if ["skilled", "therapy", "pt", "ot", "slp", "st", "treatment", "clinic", "outpatient"].contains(
            note.key(place)),
            ["visits", "sessions", "visit", "session", "days"].contains(note.key(place + 1))
        {
            hasTimes = true
            place += 2
        }
        var hasPer = false
        if ["/", "per", "a", "each", "every", "in", "@", "x"].contains(note.key(place)) {
            hasPer = true
            place += 1
            if ["per", "a", "/", "each", "one"].contains(note.key(place)) { place += 1 }
            if note.wholeNumber(place) == 1, units[note.key(place + 1)] != nil { place += 1 }  // 2x/1 week
        }
        guard let perWeek = units[note.key(place)] else { return nil }
        let isAdverb = adverb.contains(note.key(place))
        guard hasPer || isAdverb || hasTimes && note.key(place) != "day" && note.key(place) != "days" else {
            return nil
        }
        // `2 weeks` and `in 2 weeks` are durations: a unit in the plural needs no rate
        if !hasPer, !isAdverb, ["weeks", "wks", "months", "mos"].contains(note.key(place)) { return nil }
        if note.key(place) == "w", !hasPer { return nil }
        return Found(
            tokens: at..<(place + 1), perWeek: count * perWeek, days: nil, isDaily: perWeek >= 7)
    }

    private static let adverbs: [String: Double] = ["once": 1, "twice": 2, "thrice": 3]
    private static let times: Set<String> = [
        "x", "times", "time", "visit", "visits", "session", "sessions", "treatment", "treatments", "tx", "txs", "days",
        "day",
        "appointments", "appts", "xs",
    ]
    private static let adverb: Set<String> = ["weekly", "daily", "monthly", "wkly"]
    private static let units: [String: Double] = [
        "week": 1, "wk": 1, "w": 1, "weekly": 1, "wkly": 1, "weeks": 1, "wks": 1, "day": 7, "daily": 7,
        "month": 7.0 / 30,
        "mo": 7.0 / 30, "monthly": 7.0 / 30, "fortnight": 0.5, "d": 7,
    ]
    private static let joined: [String: Double] = [
        "xwk": 1, "xweek": 1, "xweekly": 1, "xw": 1, "xday": 7, "xd": 7, "xdaily": 7,
    ]
    private static let abbreviations = CueTable<Double>([
        (["BIW", "B.I.W.", "bi-weekly visits"], 2), (["TIW", "T.I.W."], 3), (["QIW"], 4),
        (
            [
                "weekly", "every week", "q week", "q wk", "qwk", "qweek", "q weekly", "each week", "per week",
                "q 1 week",
            ], 1
        ),
        (["daily", "every day", "QD", "each day"], 7),
        (
            [
                "every other week", "every 2 weeks", "every two weeks", "q2wk", "q 2 weeks", "q2w", "q 2 wks",
                "q2 weeks", "bimonthly", "semi-monthly",
            ], 0.5
        ),
        (["biweekly", "bi-weekly"], 1), (["every other day", "QOD"], 3.5),
        (["monthly", "every month", "once a month"], 7.0 / 30),
        (["BID", "b.i.d.", "twice daily"], 14), (["TID", "t.i.d."], 21), (["QID", "q.i.d."], 28),
        (["M/W/F", "MWF", "Mon/Wed/Fri", "Mon, Wed, Fri", "M-W-F"], 3),
        (["T/Th", "Tu/Th", "TTh", "Tue/Thu", "Tues/Thurs"], 2),
        (["M-F", "Mon-Fri", "Monday through Friday", "Monday to Friday"], 5),
    ])
}
