/// What a note says about treatment days.
package struct VisitCount: Sendable {
    /// The number of this visit in the episode.
    package var visit: Int?
    /// The number of the visit with which the last report was written.
    package var lastReport: Int?
    /// Stated outright: treatment days since the last report, or in the period that a report covers.
    package var sinceReport: Int?
    /// Code points of what says so.
    package var evidence: [Range<Int>] = []

    /// Treatment days behind the last report; the first report counts from the first day.
    package var days: Int? {
        if let sinceReport { return sinceReport }
        guard let visit, let lastReport else { return nil }
        return visit - lastReport
    }
}

/// Reads `Visit 13; last progress report at visit 1`, `visits to date: 8 of 18`, `treatment days since last PR: 11`.
struct VisitReader {
    let note: NoteText
    let dates: NoteDates

    private static let visitWords: Set<String> = [
        "visit", "visits", "session", "sessions", "tx", "treatment", "treatments", "appointments", "appointment",
        "encounters", "encounter", "vst", "vis",
    ]
    private static let reportWords: Set<String> = [
        "pr", "pn", "progress", "report", "reassessment", "recert", "recertification", "re-assessment", "10th",
    ]

    func read() -> VisitCount {
        var count = VisitCount()
        for sentence in clauses() { read(sentence, into: &count) }
        return count
    }

    /// Sentences and their parts behind a semicolon that speak of visits.
    private func clauses() -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = 0
        for at in 0...note.tokens.count {
            let isEnd =
                at == note.tokens.count || note.tokens[at].kind == .lineBreak || note.tokens[at].isSymbol(";")
                || note.tokens[at].isSymbol("|")
                || note.tokens[at].isSymbol(".")
                    && (at + 1 >= note.tokens.count || !note.tokens[at].touches(note.tokens[at + 1]))
                    && note.key(at - 1) != "no" && !["dr", "vs", "approx"].contains(note.key(at - 1))
            if !isEnd, at > start, isColumn(at, from: start) {
                ends(start..<at, &clauses)
                start = at
            }
            guard isEnd else { continue }
            ends(start..<at, &clauses)
            start = at + 1
        }
        return clauses
    }

    /// A word far behind the one before it begins another field, unless it is the value of the label before the gap.
    private func isColumn(_ at: Int, from start: Int) -> Bool {
        guard note.tokens[at].isWord, !note.tokens[at - 1].isSymbol(":"),
            note.tokens[at].range.lowerBound - note.tokens[at - 1].range.upperBound >= 3
        else { return false }
        return (start..<at).contains { note.tokens[$0].isNumber }
    }

    private func ends(_ clause: Range<Int>, _ clauses: inout [Range<Int>]) {
        if clause.contains(where: { Self.visitWords.contains(note.key($0)) || note.key($0) == "days" }) {
            clauses.append(clause)
        }
    }

    private func read(_ clause: Range<Int>, into count: inout VisitCount) {
        let keys = clause.map(note.key)
        let speaksOfReport = speaksOfLastReport(keys)
        // a report of visits 11 to 20 covers ten treatment days
        if !speaksOfReport, !isOther(keys), let covered = covered(clause) {
            count.visit = count.visit ?? covered.upperBound
            count.sinceReport = count.sinceReport ?? covered.count
            count.evidence.append(note.range(ofTokens: clause))
            return
        }
        func note_(_ range: Range<Int>) { count.evidence.append(note.range(ofTokens: range)) }
        // treatment days since last PR: 11; 11 visits since the last progress report
        if let since = keys.firstIndex(of: "since"),
            keys[since...].contains(where: {
                Self.reportWords.contains($0) || $0 == "eval" || $0 == "evaluation" || $0 == "soc"
            }),
            let number = countBeside(clause, isSince: true)
        {
            // none since the evaluation at visit 1: the visit of the last report
            let place = clause.lowerBound + since
            if let visit = index(place..<clause.upperBound, evaluationToo: true) {
                if count.visit == nil, let today = index(clause.lowerBound..<place) { count.visit = today }
                count.lastReport = count.lastReport ?? visit
                note_(clause)
            } else if count.sinceReport == nil {
                count.sinceReport = number
                note_(clause)
            }
            return
        }
        if speaksOfReport {
            // the visit of the last report; a visit of today may stand before it
            let last = keys.firstIndex { ["last", "previous", "prior", "most"].contains($0) } ?? 0
            let split = clause.lowerBound + last
            if last > 0, count.visit == nil, let number = index(clause.lowerBound..<split) {
                count.visit = number
                note_(clause.lowerBound..<split)
            }
            if count.lastReport == nil, let number = index(split..<clause.upperBound, evaluationToo: true) {
                count.lastReport = number
                note_(split..<clause.upperBound)
            }
            return
        }
        if isPeriod(keys) {
            if count.sinceReport == nil,
                let number = countBeside(clause, isSince: false)
            {
                count.sinceReport = number
                note_(clause)
            }
            return
        }
        let today = isOther(keys) ? index(clause, apart: true) : index(clause) ?? toDate(clause, keys)
        if count.visit == nil, let today {
            count.visit = today
            note_(clause)
        }
    }

    /// `visits 11 - 20`, `sessions 11 to 19`, `treatment days 1 through 10`.
    private func covered(_ clause: Range<Int>) -> ClosedRange<Int>? {
        for at in clause where Self.periodWords.contains(note.key(at)) {
            var first = at + 1
            while ["#", ":", "("].contains(note.key(first)) { first += 1 }
            guard let from = note.wholeNumber(first), Self.joining.contains(note.key(first + 1)) else { continue }
            let second = note.key(first + 2) == "#" ? first + 3 : first + 2
            guard second < clause.upperBound, let to = note.wholeNumber(second), (1...400).contains(from), to > from,
                to - from < 60, isCount(second, clause), !["/", "per", "a", "x"].contains(note.key(second + 1))
            else { continue }
            return from...to
        }
        return nil
    }

    private static let periodWords: Set<String> = ["visits", "sessions", "treatments", "days", "encounters", "visit"]
    private static let joining: Set<String> = ["-", "\u{2013}", "\u{2014}", "to", "through", "thru"]

    private func speaksOfLastReport(_ keys: [String]) -> Bool {
        guard let last = keys.firstIndex(where: { ["last", "previous", "prior", "most"].contains($0) }) else {
            return false
        }
        return keys[last...].prefix(5).contains { Self.reportWords.contains($0) }
    }

    /// `10 visits attended this period`, `seen 9 visits in this reporting period`.
    private func isPeriod(_ keys: [String]) -> Bool {
        zip(keys, keys.dropFirst()).contains { one, other in
            ["this", "reporting", "report", "current", "progress"].contains(one)
                && ["period", "reporting", "interval"].contains(other) || one == "this" && other == "report"
        } && !keys.contains("planned")
    }

    private static let others: Set<String> = [
        "missed", "cancelled", "canceled", "absent", "next", "planned", "recommend", "recommended", "per",
        "authorized", "home", "weekly", "er", "ed", "md", "dr", "doctor", "physician", "frequency", "remaining",
        "total", "tot", "timed", "untimed", "x", "cert", "request", "requested", "requesting", "approved",
    ]

    /// Plans, absences and other people's visits are no count.
    private func isOther(_ keys: [String]) -> Bool {
        let hits = keys.filter(Self.others.contains)
        return hits.contains { $0 != "approved" && $0 != "authorized" }
            || (!hits.isEmpty && !keys.contains("of") && !keys.contains("/"))
    }

    /// `visit 13`, `visit #14`, `tx # 7`, `visit number 3`, `treatment day 11`, `13th visit`, `visit 4/12`.
    /// - Parameter apart: the clause also speaks of other visits; only a number with nothing of them beside it counts
    private func index(_ tokens: Range<Int>, apart: Bool = false, evaluationToo: Bool = false) -> Int? {
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
    private func isCount(_ at: Int, _ tokens: Range<Int>) -> Bool {
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
    private func toDate(_ clause: Range<Int>, _ keys: [String]) -> Int? {
        let isToDate = zip(keys, keys.dropFirst()).contains { $0 == "to" && $1 == "date" || $0 == "so" && $1 == "far" }
        guard isToDate || keys.contains("attended") || keys.contains("completed") else { return nil }
        return countBeside(clause, isSince: false)
    }

    /// A number right before a word for visits, or the first behind it.
    private func countBeside(_ clause: Range<Int>, isSince: Bool) -> Int? {
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

enum VisitFact: Fact {
    static func find(in facts: NoteFacts) -> VisitCount { VisitReader(note: facts.note, dates: facts.dates).read() }
}

extension NoteFacts {
    package var visit: VisitCount { self[VisitFact.self] }
}
