/// Numbers of visits, told from minutes, dates and other people's visits.
extension VisitReader {
    private static let others: Set<String> = [
        "missed", "cancelled", "canceled", "absent", "next", "planned", "recommend", "recommended", "per",
        "authorized", "home", "weekly", "er", "ed", "md", "dr", "doctor", "physician", "frequency", "remaining",
        "total", "tot", "timed", "untimed", "x", "cert", "request", "requested", "requesting", "approved",
    ]

    /// Plans, absences and other people's visits are no count.
    func isOther(_ keys: [String]) -> Bool {
        let hits = keys.filter(Self.others.contains)
        return hits.contains { $0 != "approved" && $0 != "authorized" }
            || (!hits.isEmpty && !keys.contains("of") && !keys.contains("/"))
    }

    /// `visit 13`, `visit #14`, `tx # 7`, `visit number 3`, `treatment day 11`, `13th visit`, `visit 4/12`.
    /// - Parameter apart: the clause also speaks of other visits; only a number with nothing of them beside it counts
    func index(_ tokens: Range<Int>, apart: Bool = false, evaluationToo: Bool = false) -> Int? {
        let tellsEvaluation =
            !evaluationToo && tokens.contains { ["eval", "evaluation", "ie", "initial"].contains(note.key($0)) }
        for at in tokens where Self.visitWords.contains(note.key(at)) {
            guard let (number, end) = number(ofVisit: at, in: tokens) else { continue }
            // the evaluation was the first visit, today's is another one
            if number == 1, tellsEvaluation { continue }
            if apart, isBesideOthers(at..<end, in: tokens) { continue }
            return number
        }
        return nil
    }

    private func number(ofVisit at: Int, in tokens: Range<Int>) -> (Int, end: Int)? {
        var next = at + 1
        var isMarked = !Self.alsoTimes.contains(note.key(at))
        while next < tokens.upperBound, next - at < 5, Self.marks.contains(note.key(next)) {
            isMarked = isMarked || ["#", "no", "number", "num", "day", "count"].contains(note.key(next))
            next += 1
        }
        if next < tokens.upperBound, let number = note.wholeNumber(next), (1...400).contains(number),
            isCount(next, tokens), isMarked || ["of", "/"].contains(note.key(next + 1))
        {
            return (number, next + 1)
        }
        // `10th visit progress report` is a kind of report
        if at > tokens.lowerBound + 1, Self.ordinals.contains(note.key(at - 1)), let number = note.wholeNumber(at - 2),
            !Self.reportWords.contains(note.key(at + 1)), note.key(at + 1) != "note"
        {
            return (number, at + 1)
        }
        if note.key(at - 1) == "treatment", Self.ordinals.contains(note.key(at - 2)),
            let number = note.wholeNumber(at - 3)
        {
            return (number, at + 1)
        }
        return nil
    }

    /// Words that stand before minutes as well: `TX 55`.
    private static let alsoTimes: Set<String> = ["tx", "treatment", "treatments"]
    private static let ordinals: Set<String> = ["th", "st", "nd", "rd"]
    private static let marks: Set<String> = [
        "#", ":", "no", "number", "num", ".", "day", "count", "(", "s", ")", "-", "=", "today",
    ]

    /// Words of other visits right before or behind, in the same part between commas and brackets.
    private func isBesideOthers(_ visit: Range<Int>, in clause: Range<Int>) -> Bool {
        func isApart(_ at: Int) -> Bool { [",", "(", ")"].contains(note.key(at)) }
        let before = (max(clause.lowerBound, visit.lowerBound - 3)..<visit.lowerBound).reversed().prefix {
            !isApart($0)
        }
        let after = (visit.upperBound..<min(clause.upperBound, visit.upperBound + 3)).prefix { !isApart($0) }
        return (Array(before) + Array(after)).contains { Self.others.contains(note.key($0)) }
    }

    /// No date, time, frequency or duration: `visit 3/4/2025`, `visit 45 min`, `session 2x`.
    func isCount(_ at: Int, _ tokens: Range<Int>) -> Bool {
        let after = at + 1 < tokens.upperBound ? note.key(at + 1) : ""
        let place = note.tokens[at].range.lowerBound
        if dates.dates.contains(where: { $0.range.contains(place) && $0.isPossible && $0.precision == .day }) {
            return false
        }
        if after == "/", note.key(at + 3) == "/" { return false }
        if ["-", ":"].contains(after), at + 1 < tokens.upperBound, note.tokens[at].touches(note.tokens[at + 1]),
            at + 2 < tokens.upperBound,
            note.tokens[at + 2].isNumber
        {
            return false
        }
        return !["min", "mins", "minutes", "x", "wk", "weeks", "week", "%", "hour", "hours", "lb", "ft", "times"]
            .contains(after) && !CivilMonth.isName(after)
    }

    /// `visits to date: 8 of 18 approved`, `12 visits to date`, `attended 9 of 12 visits`.
    func toDate(_ clause: Range<Int>, _ keys: [String]) -> Int? {
        let isToDate = zip(keys, keys.dropFirst()).contains { $0 == "to" && $1 == "date" || $0 == "so" && $1 == "far" }
        guard isToDate || keys.contains("attended") || keys.contains("completed") else { return nil }
        return countBeside(clause, isSince: false)
    }

    /// A number right before a word for visits, or the first behind it.
    func countBeside(_ clause: Range<Int>, isSince: Bool) -> Int? {
        for at in clause where Self.visitWords.contains(note.key(at)) || note.key(at) == "days" {
            for back in 1...3 where at - back >= clause.lowerBound {
                let word = note.key(at - back)
                if let number = BillingFields.count(note, at - back), (0...400).contains(number),
                    isCount(at - back, clause) || back == 1
                {
                    // 8 of 18 visits: the first
                    if note.key(at - back - 1) == "of" || note.key(at - back - 1) == "/",
                        let first = note.wholeNumber(at - back - 2)
                    {
                        return first
                    }
                    return number
                }
                if ![
                    "skilled", "treatment", "therapy", "total", "pt", "ot", "slp", "st", "billable", "completed",
                    "attended",
                ].contains(word) {
                    break
                }
            }
        }
        guard let word = clause.first(where: { Self.visitWords.contains(note.key($0)) || note.key($0) == "days" })
        else { return nil }
        let limit = isSince ? clause.upperBound : min(clause.upperBound, word + 8)
        for at in (word + 1)..<max(word + 1, limit) {
            if let number = note.wholeNumber(at), (0...400).contains(number), isCount(at, clause) { return number }
        }
        return nil
    }
}
