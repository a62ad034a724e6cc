/// Reads the clock: time in and time out.
extension MinutesReader {
    private static let timeIn = CueTable([
        "time in", "in time", "start time", "time started", "began at", "start", "time began", "session start",
        "arrival", "in", "time-in", "begin", "begin time", "started at",
    ])
    private static let timeOut = CueTable([
        "time out", "out time", "end time", "stop time", "time ended", "ended at", "end", "stop", "session end", "out",
        "time-out", "finish", "finished at",
    ])

    func clock() -> TherapyMinutes.Stated? {
        clocks().first.map { TherapyMinutes.Stated(minutes: $0.end - $0.start, range: $0.range) }
    }

    /// Every stretch between two times of the clock, in minutes of the day.
    func clocks() -> [(start: Int, end: Int, range: Range<Int>)] {
        var found: [(start: Int, end: Int, range: Range<Int>)] = []
        var at = 0
        while at < note.tokens.count {
            if let (span, end) = span(at) {
                found.append(span)
                at = end
            } else {
                at += 1
            }
        }
        return found
    }

    private func span(_ at: Int) -> (span: (start: Int, end: Int, range: Range<Int>), end: Int)? {
        if let (_, end) = Self.timeIn.match(note, at: at), let start = time(after: end) {
            for later in start.end..<min(note.tokens.count, start.end + 14) {
                if let (_, outEnd) = Self.timeOut.match(note, at: later), let stop = time(after: outEnd) {
                    return stretch(start.minute, stop.minute, at..<stop.end)
                }
            }
        }
        // 9:05 AM - 9:50 AM
        if let start = time(at: at), ["-", "–", "to", "until", "—"].contains(note.key(start.end)),
            let stop = time(at: start.end + 1)
        {
            return stretch(start.minute, stop.minute, at..<stop.end)
        }
        return nil
    }

    private func stretch(
        _ start: Int, _ stop: Int, _ tokens: Range<Int>
    ) -> (span: (start: Int, end: Int, range: Range<Int>), end: Int)? {
        // 11:40 to 12:25 without am and pm, 12:40 to 1:25
        let end = stop < start ? stop + 12 * 60 : stop
        guard (1...480).contains(end - start) else { return nil }
        return ((start, end, note.range(ofTokens: tokens)), tokens.upperBound)
    }

    private func time(after at: Int) -> (minute: Int, end: Int)? {
        var at = at
        while [":", "-", "=", "|", "at"].contains(note.key(at)) { at += 1 }
        return time(at: at)
    }

    /// `9:05`, `9:05 AM`, `14:32`, `0905`.
    private func time(at: Int) -> (minute: Int, end: Int)? {
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
            return (hour * 60 + minute, end)
        }
        if half.hasPrefix("p"), hour < 12 { hour += 12 }
        if half.hasPrefix("a"), hour == 12 { hour = 0 }
        return (hour * 60 + minute, end)
    }
}
