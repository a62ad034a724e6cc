/// Dates in figures: 09/20/24, 2024-08-13, 11.07.2024, 6/2024, 3/14.
extension DateReader {
    /// - Parameter joined: True behind the dash of a range, where the sign before is no part of a longer number.
    func numeric(at start: Int, joined: Bool = false) -> RawDate? {
        guard let first = digits(start) else { return nil }
        if !joined, start > 0, touch(start - 1) {
            let before = tokens[start - 1]
            if before.kind == .word && !before.isSymbol("#") { return nil }
            let isSign = before.isSymbol("/") || before.isSymbol(".") || before.isSymbol("$") || isDash(start - 1)
            if isSign, start > 1, touch(start - 2), tokens[start - 2].kind == .number { return nil }
            if before.isSymbol("$") || before.isSymbol("#") { return nil }
        }
        return full(at: start, first, joined: joined) ?? monthYear(at: start, first)
    }

    private func full(at start: Int, _ first: (value: Int, count: Int), joined: Bool) -> RawDate? {
        let sign = key(start + 1)
        guard sign == "/" || sign == "." || isDash(start + 1) else { return nil }
        guard key(start + 3) == sign, let second = digits(start + 2), let third = digits(start + 4) else { return nil }
        let isTight = touch(start) && touch(start + 1) && touch(start + 2) && touch(start + 3)
        if !isTight, sign == "." || third.count != 4 || first.count > 2 { return nil }
        // 203.0.113.7, 1-2-3-4: a longer chain is no date
        let next = start + 5
        if touch(start + 4), key(next) == sign || key(next) == ".", digits(next + 1) != nil, touch(next) { return nil }
        if touch(start + 4), isWord(next), key(next) != "t" { return nil }
        if first.count == 4 {
            guard second.count <= 2, third.count <= 2, (1800...2999).contains(first.value) else { return nil }
            return RawDate(
                tokens: start..<next, year: first.value, yearDigits: 4, month: second.value, day: third.value,
                precision: .day, confidence: isCode(before: start) ? 0.3 : 0.97)
        }
        guard first.count <= 2, second.count <= 2, third.count == 2 || third.count == 4 else { return nil }
        var (month, day) = (first.value, second.value)
        if sign == ".", month > 12, day <= 12 { (month, day) = (day, month) }
        let isDayMonth = (1...12).contains(month) && (1...31).contains(day)
        let isReversed = (1...31).contains(month) && (1...12).contains(day)
        var confidence = 0.97
        if third.count == 2 {
            guard isDayMonth || isReversed else { return nil }
            if sign == "." && !isDayMonth { return nil }
            let isSet = sign != "/" && isCounted(after: next) && !isCued(before: start)
            // 2.5.25 is a number of a chapter as well, unless a date stands before it or a word announces a day
            let isShort = sign == "." && first.count == 1 && second.count == 1 && key(next) != "\n"
            if isSet || isShort && !joined && !isCued(before: start) { confidence = 0.3 }
        } else {
            guard (1800...2999).contains(third.value) || sign == "/" else { return nil }
        }
        // "Dr. Case 8/1/24": identifiers have no slashes
        if sign != "/", isCode(before: start) { confidence = 0.3 }
        return RawDate(
            tokens: start..<next, year: third.value, yearDigits: third.count, month: month, day: day, precision: .day,
            confidence: confidence, isPlausible: isDayMonth)
    }

    /// `DOB 19480312`: year, month and day without signs, behind a word that announces a day.
    func compact(at start: Int) -> RawDate? {
        guard tokens[start].range.count == 8, let number = Int(key(start)), (1900...2099).contains(number / 10_000),
            (1...12).contains(number / 100 % 100), (1...31).contains(number % 100)
        else { return nil }
        var before = start - 1
        while key(before) == ":" || key(before) == "=" || key(before) == "|" { before -= 1 }
        guard kinds(before).contains(.birth) || ["date", "dos", "dob", "soc"].contains(key(before)) else { return nil }
        return RawDate(
            tokens: start..<(start + 1), year: number / 10_000, yearDigits: 4, month: number / 100 % 100,
            day: number % 100, precision: .day, confidence: 0.95)
    }

    /// 6/2024 and 06-2024.
    private func monthYear(at start: Int, _ first: (value: Int, count: Int)) -> RawDate? {
        guard first.count <= 2, (1...12).contains(first.value), touch(start), touch(start + 1),
            key(start + 1) == "/" || (isDash(start + 1) && first.count == 2),
            let year = digits(start + 2), year.count == 4, (1900...2099).contains(year.value),
            !(touch(start + 2) && (key(start + 3) == "/" || isWord(start + 3))), !isCounted(after: start + 3),
            !isCode(before: start)
        else { return nil }
        return RawDate(
            tokens: start..<(start + 3), year: year.value, yearDigits: 4, month: first.value, precision: .monthYear,
            confidence: 0.9)
    }

    /// Month and day alone; how sure depends on what stands around.
    func monthDay(at start: Int, joined: Bool = false) -> RawDate? {
        guard let first = digits(start), let second = digits(start + 2), first.count <= 2, second.count <= 2,
            touch(start), touch(start + 1), (1...12).contains(first.value), (1...31).contains(second.value)
        else { return nil }
        let isDashed = isDash(start + 1)
        guard key(start + 1) == "/" || (isDashed && first.count == 2 && second.count == 2) else { return nil }
        if !joined, start > 0, touch(start - 1) {
            let before = tokens[start - 1]
            if before.kind != .symbol || before.isSymbol("/") || before.isSymbol(".") || before.isSymbol("$")
                || before.isSymbol("#") || isDash(start - 1) || before.isSymbol("+")
            {
                return nil
            }
        }
        let next = start + 3
        if touch(start + 2) {
            if isWord(next) || key(next) == "/" || key(next) == "%" || key(next) == "°" || key(next) == "+" {
                return nil
            }
            if key(next) == ".", digits(next + 1) != nil, touch(next) { return nil }
            if isDashed, isDash(next) { return nil }
            // 4/5- and 3/5-4/5 are grades of strength
            if isDash(next), !(touch(next) && digits(next + 1) != nil) { return nil }
        }
        return RawDate(
            tokens: start..<next, month: first.value, day: second.value, precision: .monthDay,
            confidence: confidence(ofMonthDay: start, first, second, isDashed: isDashed))
    }

    private func confidence(
        ofMonthDay start: Int, _ first: (value: Int, count: Int), _ second: (value: Int, count: Int), isDashed: Bool
    ) -> Double {
        let next = start + 3
        if isCounted(after: next) || isCode(before: start) { return 0.1 }
        var before = start - 1
        while before >= 0, key(before) == ":" || key(before) == "(" || key(before) == "~" || key(before) == "the" {
            before -= 1
        }
        let cue = kinds(before)
        let isCued =
            cue.contains(.strong) || cue.contains(.birth) || isWeekday(before)
            || (isWord(before) && key(before) == "of" && (key(before - 1) == "as" || key(before - 1) == "week"))
        if isCued { return isDashed ? 0.75 : 0.95 }
        if isDashed { return 0.3 }
        if isVisitCount(before, first.value, second.value) { return 0.1 }
        if kinds(before).contains(.weak), kinds(before - 1).contains(.turn) { return 0.9 }
        if isColumnHead(start) { return 0.8 }
        let isScored = isScored(before: start)
        if (first.count == 2 && first.value < 10) || (second.count == 2 && second.value < 10) {
            return isScored ? 0.4 : 0.9
        }
        if isScored { return first.value > second.value && cue.contains(.weak) ? 0.4 : 0.1 }
        let exceeds = first.value > second.value
        let looksLikeScore = !exceeds && [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 24, 25, 28, 30].contains(second.value)
        let startsLine =
            start == 0 || tokens[start - 1].kind == .lineBreak || (key(start - 1) == "." && !touch(start - 1))
            || ((key(start - 1) == "-" || key(start - 1) == "*" || key(start - 1) == "|")
                && (start < 2 || tokens[start - 2].kind == .lineBreak))
        if startsLine, key(next) == ":" || isDash(next) || key(next) == "|" { return looksLikeScore ? 0.45 : 0.85 }
        if cue.contains(.weak) { return looksLikeScore ? 0.4 : 0.75 }
        if isWord(before), key(before).hasSuffix("ed") { return looksLikeScore ? 0.4 : 0.7 }
        if exceeds { return key(before) == "l" || key(before) == "bp" ? 0.1 : 0.6 }
        return looksLikeScore ? 0.2 : 0.45
    }

    /// "visit 6/16" is the sixth of sixteen; "last visit 8/28" is a day.
    private func isVisitCount(_ before: Int, _ first: Int, _ second: Int) -> Bool {
        let isCounted = ["visit", "session", "tx", "treatment", "#", "visits", "appt", "no"].contains(key(before))
        return isCounted && first <= second && !kinds(before - 1).contains(.turn)
    }

    /// Alone in a cell of the first row of a table whose other cells are such days or words: `| Measure | 7/24 | 8/21 |`.
    private func isColumnHead(_ start: Int) -> Bool {
        guard key(start - 1) == "|",
            key(start + 3) == "|" || start + 3 >= tokens.count
                || tokens[start + 3].kind == .lineBreak
        else { return false }
        let line = note.line(at: tokens[start].range.lowerBound)
        guard line == 0 || !note.scalars[note.lines[line - 1]].contains("|") else { return false }
        // the next row holds what was measured on these days
        return line + 1 < note.lines.count && note.scalars[note.lines[line + 1]].contains("|")
    }

    func isWeekday(_ index: Int) -> Bool {
        isWord(index) && DateWords.weekdays.contains(key(index))
    }
}
