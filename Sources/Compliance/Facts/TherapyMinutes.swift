/// Minutes of a treatment note.
package struct TherapyMinutes: Sendable {
    package struct Stated: Sendable {
        package let minutes: Int
        package let range: Range<Int>
    }

    /// Of the timed codes together.
    package var timed: Stated?
    /// Of the whole treatment, timed and untimed.
    package var total: Stated?
    /// Difference of time in and time out.
    package var clocked: Stated?
}

/// Reads totals of minutes and the clock.
struct MinutesReader {
    let note: NoteText

    private enum Label { case timed, total, weakTotal }

    private static let labels = CueTable<Label>([
        (
            [
                "total timed code minutes", "timed code minutes", "total timed minutes", "total timed", "timed minutes",
                "timed tx", "timed treatment",
                "timed treatment minutes", "timed treatment time", "total timed code treatment minutes",
                "timed code treatment minutes",
                "timed codes", "total timed codes", "timed code total", "timed codes total", "timed total",
                "timed time", "total time based minutes",
                "time-based minutes", "time based minutes", "total time-based", "TCM", "TCT", "TTCM", "timed",
                "total minutes timed", "total min timed",
                "total minutes of timed codes", "minutes of timed codes", "minutes timed", "min timed",
                "total direct minutes", "direct minutes",
                "total 1:1 timed", "timed services", "total timed services", "direct timed", "total direct timed",
                "timed code time", "time in timed codes",
                "total time in timed codes", "timed-code minutes", "total timed-code minutes",
                "timed-code treatment minutes",
                "total timed-code treatment minutes", "timed procedure minutes", "timed interventions",
                "total time-based code minutes", "total timed tx",
            ], .timed
        ),
        (
            [
                "total treatment time", "total treatment minutes", "total treatment", "total tx time",
                "total tx minutes", "total tx", "TTT", "TTM",
                "total therapy time", "total therapy minutes", "total session time", "total session minutes",
                "total visit time", "total time in minutes",
                "total time", "total minutes", "total min", "total mins", "total duration", "total time of treatment",
                "total treatment duration",
                "total length of session", "overall treatment time", "total encounter time", "total service time",
                "total time (timed + untimed)",
                "timed and untimed", "timed + untimed", "timed plus untimed", "timed & untimed", "timed/untimed",
                "total skilled time", "total billable time", "total contact time",
                "total minutes of treatment", "total skilled treatment time",
            ], .total
        ),
        (
            [
                "treatment time", "session length", "length of session", "session duration", "duration of session",
                "session time", "tx time",
                "treatment duration", "visit length", "length of visit", "visit duration", "total", "treatment minutes",
                "session lasted", "therapy time",
            ], .weakTotal
        ),
    ])

    func read() -> TherapyMinutes {
        var found = TherapyMinutes()
        var weak: TherapyMinutes.Stated?
        var at = 0
        while at < note.tokens.count {
            guard let (label, end) = Self.labels.match(note, at: at) else {
                at += 1
                continue
            }
            let isUntimed =
                ["untimed", "un", "non"].contains(note.key(at - 1))
                || note.key(at - 1) == "-" && note.key(at - 2) == "non"
            // `timed + untimed`, `timed (15 min) and untimed`: a total behind `total … (`
            let both =
                label == .timed && ["+", "and", "&", "plus", "/"].contains(note.key(end))
                && note.key(end + 1).hasPrefix("untimed")
            if !isUntimed, let stated = value(at..<(both ? end + 2 : end)) {
                switch both ? .total : label {
                case .timed: found.timed = found.timed ?? stated
                case .total: found.total = found.total ?? stated
                case .weakTotal: weak = weak ?? stated
                }
            }
            // `timed minutes total: 52` is no total of all
            at = both ? end + 2 : label == .timed && note.key(end) == "total" ? end + 1 : end
        }
        found.total = found.total ?? weak ?? said()
        found.clocked = clock()
        return found
    }

    /// Behind a number that counts something else than minutes.
    private static let otherUnits: Set<String> = [
        ":", "/", "%", "unit", "units", "u", "visits", "visit", "x", "of", "week", "weeks", "wk", "wks", "day", "days",
        "month", "months", "ft", "feet",
        "lb", "lbs", "sec", "secs", "seconds", "s", "reps", "sets", "points", "sessions", "steps", "stairs", "trials",
        "cm", "mm",
    ]

    /// The number behind a label: `: 45 min`, ` = 45`, `was 45 minutes`, `(timed + untimed): 36`; or before it: `45 min total`.
    private func value(_ label: Range<Int>) -> TherapyMinutes.Stated? {
        var at = label.upperBound
        var depth = 0
        var steps = 0
        while at < note.tokens.count, steps < 12 {
            let token = note.tokens[at]
            if token.isSymbol("(") { depth += 1 }
            if token.isSymbol(")") { depth -= 1 }
            if let number = note.wholeNumber(at), note.key(at - 1) != "$" {
                let after = note.key(at + 1)
                if Self.otherUnits.contains(after) { return nil }
                if ["hour", "hr", "hrs", "hours", "h"].contains(after) { return hours(label, at) }
                return TherapyMinutes.Stated(
                    minutes: number, range: note.range(ofTokens: label.lowerBound..<unitEnd(at)))
            }
            if token.kind == .lineBreak || token.isSymbol(";") || token.isSymbol(".") { break }
            let isFill =
                token.kind == .symbol && !token.isSymbol("_")
                || [
                    "min", "mins", "minutes", "minute", "is", "was", "of", "in", "for", "and", "all", "codes", "code",
                    "services", "service", "today", "time", "treatment", "timed", "untimed", "equals", "session",
                    "this", "incl", "including", "plus", "modalities", "tx",
                    "total", "sum", "altogether",
                ].contains(token.key)
            guard isFill || depth > 0 else { break }
            at += 1
            steps += 1
        }
        // 45 min total, 45 total minutes
        let before = label.lowerBound - 1
        if note.key(label.upperBound) != ":", ["min", "mins", "minutes"].contains(note.key(before)),
            let number = note.wholeNumber(before - 1)
        {
            return TherapyMinutes.Stated(minutes: number, range: note.range(ofTokens: (before - 1)..<label.upperBound))
        }
        if let number = note.wholeNumber(before), note.tokens[label.lowerBound].isWord,
            ["minutes", "min", "mins"].contains(note.key(label.upperBound - 1))
        {
            return TherapyMinutes.Stated(minutes: number, range: note.range(ofTokens: before..<label.upperBound))
        }
        return nil
    }

    private func hours(_ label: Range<Int>, _ at: Int) -> TherapyMinutes.Stated? {
        guard let hours = note.wholeNumber(at), hours <= 8 else { return nil }
        var (minutes, end) = (hours * 60, at + 2)
        if let more = note.wholeNumber(end), more < 60, BillingFields.isMinuteWord(note.key(end + 1)) {
            minutes += more
            end += 2
        }
        return TherapyMinutes.Stated(
            minutes: minutes, range: note.range(ofTokens: label.lowerBound..<min(end, note.tokens.count)))
    }

    private func unitEnd(_ at: Int) -> Int {
        BillingFields.isMinuteWord(note.key(at + 1)) ? at + 2 : at + 1
    }

    /// `a 45 minute session`, `seen for 45 minutes`.
    private func said() -> TherapyMinutes.Stated? {
        for at in note.tokens.indices {
            guard let number = note.wholeNumber(at), (5...240).contains(number) else { continue }
            let next = note.key(at + 1) == "-" ? at + 2 : at + 1
            guard ["min", "mins", "minute", "minutes"].contains(note.key(next)) else { continue }
            let after = note.key(next + 1)
            let isSession =
                ["session", "visit", "treatment", "appointment"].contains(after)
                || after == "of" && ["skilled", "therapy", "treatment"].contains(note.key(next + 2))
            let isSeen = note.key(at - 1) == "for" && ["seen", "treated", "session"].contains(note.key(at - 2))
            if isSession || isSeen {
                return TherapyMinutes.Stated(minutes: number, range: note.range(ofTokens: at..<(next + 1)))
            }
        }
        return nil
    }
}

enum MinutesFact: Fact {
    static func find(in facts: NoteFacts) -> TherapyMinutes { MinutesReader(note: facts.note).read() }
}

extension NoteFacts {
    package var minutes: TherapyMinutes { self[MinutesFact.self] }
    /// As stated; nil when the note has no such total.
    package var timedMinutes: Int? { minutes.timed?.minutes }
    package var totalMinutes: Int? { minutes.total?.minutes }
}
