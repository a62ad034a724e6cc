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
            at = both ? end + 2 : end
        }
        found.total = found.total ?? weak ?? said()
        found.clocked = clock()
        return found
    }

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
                if after == ":" || ["%", "unit", "units", "u", "visits", "x", "of"].contains(after) { return nil }
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

    // MARK: Time in and out

    private static let timeIn = CueTable([
        "time in", "in time", "start time", "time started", "began at", "start", "time began", "session start",
        "arrival", "in", "time-in", "begin", "begin time", "started at",
    ])
    private static let timeOut = CueTable([
        "time out", "out time", "end time", "stop time", "time ended", "ended at", "end", "stop", "session end", "out",
        "time-out", "finish", "finished at",
    ])

    private func clock() -> TherapyMinutes.Stated? {
        for at in note.tokens.indices {
            if let (_, end) = Self.timeIn.match(note, at: at), let start = time(after: end) {
                for later in start.end..<min(note.tokens.count, start.end + 14) {
                    if let (_, outEnd) = Self.timeOut.match(note, at: later), let stop = time(after: outEnd) {
                        return difference(start.minute, stop.minute, stop.hasHalf || start.hasHalf, at..<stop.end)
                    }
                }
            }
            // 9:05 AM - 9:50 AM
            if let start = time(at: at), ["-", "–", "to", "until", "—"].contains(note.key(start.end)),
                let stop = time(at: start.end + 1)
            {
                return difference(start.minute, stop.minute, stop.hasHalf || start.hasHalf, at..<stop.end)
            }
        }
        return nil
    }

    private func difference(_ start: Int, _ stop: Int, _ hasHalf: Bool, _ tokens: Range<Int>) -> TherapyMinutes.Stated?
    {
        var minutes = stop - start
        if minutes < 0 { minutes += 12 * 60 }
        guard (1...480).contains(minutes) else { return nil }
        return TherapyMinutes.Stated(minutes: minutes, range: note.range(ofTokens: tokens))
    }

    private func time(after at: Int) -> (minute: Int, hasHalf: Bool, end: Int)? {
        var at = at
        while [":", "-", "=", "|", "at"].contains(note.key(at)) { at += 1 }
        return time(at: at)
    }

    /// `9:05`, `9:05 AM`, `14:32`, `0905`.
    private func time(at: Int) -> (minute: Int, hasHalf: Bool, end: Int)? {
        guard note.tokens.indices.contains(at), note.tokens[at].isNumber else { return nil }
        var (hour, minute, end) = (0, 0, at)
        if note.key(at + 1) == ":", let hours = note.wholeNumber(at), hours < 24, note.tokens.indices.contains(at + 2),
            note.tokens[at + 2].range.count == 2,
            let minutes = note.wholeNumber(at + 2), minutes < 60
        {
            (hour, minute, end) = (hours, minutes, at + 3)
        } else if note.tokens[at].range.count == 4, let value = Int(note.key(at)), value / 100 < 24, value % 100 < 60,
            ["in", "out", "start", "end", "time", "-", ":", "stop"].contains(note.key(at - 1))
        {
            (hour, minute, end) = (value / 100, value % 100, at + 1)
        } else {
            return nil
        }
        var half = note.key(end)
        if half == "a" || half == "p", note.key(end + 1) == ".", note.key(end + 2) == "m" {
            half += "m"
            end += 3
        } else if half == "am" || half == "pm" || half == "a" || half == "p" {
            end += 1
        } else {
            return (hour * 60 + minute, false, end)
        }
        if half.hasPrefix("p"), hour < 12 { hour += 12 }
        if half.hasPrefix("a"), hour == 12 { hour = 0 }
        return (hour * 60 + minute, true, end)
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
