/// Dates in words: Aug 6, 2024; 10 Dec 2024; June 2024; March 3-7; on the 14th; in 2016.
extension DateReader {
    private func month(_ index: Int) -> Int? {
        guard isWord(index), tokens[index].key.utf8.count <= 9 else { return nil }
        return DateWords.months[tokens[index].key]
    }

    /// A word like "may" or "march" means the month: by its capital, or by what stands before it.
    private func isSure(_ index: Int) -> Bool {
        if !DateWords.ambiguousMonths.contains(key(index)) { return true }
        return hasCase ? tokens[index].shape != .lower : false
    }

    private func year(_ index: Int) -> (value: Int, digits: Int)? {
        guard let year = digits(index) else { return nil }
        if year.count == 4, (1800...2999).contains(year.value) { return (year.value, 4) }
        return nil
    }

    private func skipSigns(_ index: Int, _ signs: [String]) -> Int {
        var at = index
        while at < tokens.count, tokens[at].kind == .symbol, signs.contains(tokens[at].key) { at += 1 }
        return at
    }

    /// Month first.
    func named(at start: Int) -> [RawDate] {
        guard let month = month(start) else { return foreignMonth(at: start).map { [$0] } ?? [] }
        var at = skipSigns(start + 1, ["."])
        let isDashed = isDash(at) && touch(at - 1) && touch(at) && digits(at + 1) != nil
        if isDashed { at += 1 }
        if let day = digits(at), day.count <= 2, (1...39).contains(day.value), day.value > 0 {
            var end = at + 1
            if isOrdinal(end) { end += 1 }
            // March 3-7, 2025
            var second: Int?
            if !isDashed, isDash(end), let last = digits(end + 1), last.count <= 2, (1...31).contains(last.value),
                last.value > day.value,
                !isCounted(after: end + 2), !touch(end + 1) || !isWord(end + 2)
            {
                second = end + 1
            }
            let last = second.map { $0 + 1 } ?? end
            var afterDay = skipSigns(last, [",", ".", "'", "\u{2019}"])
            if key(afterDay) == "of" || isDashed && isDash(afterDay) { afterDay += 1 }
            var year = year(afterDay)
            if year == nil, let short = digits(afterDay), short.count == 2, afterDay > last,
                !isCounted(after: afterDay + 1), key(afterDay + 1) != "/", key(afterDay + 1) != ":",
                afterDay + 1 >= tokens.count || !isWord(afterDay + 1)
                    || key(afterDay - 1) == "'" || key(afterDay - 1) == "\u{2019}"
            {
                year = (short.value, 2)
            }
            if year == nil, isCounted(after: last) || key(last) == "/" || (touch(last - 1) && key(last) == ":") {
                return []
            }
            guard year != nil || isSure(start) || isCued(before: start) else { return [] }
            if year == nil, day.value > 31 { return [] }
            let whole = year == nil ? last : afterDay + 1
            let precision: FoundDate.Precision = year == nil ? .monthDay : .day
            let digitsOfYear = year?.digits ?? 0
            func raw(_ tokens: Range<Int>, _ day: Int) -> RawDate {
                RawDate(
                    tokens: tokens, year: year?.value, yearDigits: digitsOfYear, month: month, day: day,
                    precision: precision, confidence: 0.95)
            }
            if let second, let lastDay = digits(second) {
                return [raw(start..<end, day.value), raw(second..<whole, lastDay.value)]
            }
            if year == nil {
                return [raw(start..<whole, day.value)]
                    + furtherDays(last, after: day.value).map { raw($0..<($0 + 1), digits($0)?.value ?? 0) }
            }
            return [raw(start..<whole, day.value)]
        }
        at = skipSigns(at, [",", "'", "\u{2019}"])
        if key(at) == "of" { at += 1 }
        if let year = year(at), !isCounted(after: at + 1) {
            return [
                RawDate(
                    tokens: start..<(at + 1), year: year.value, yearDigits: 4, month: month, precision: .monthYear,
                    confidence: 0.95)
            ]
        }
        if at > start + 1, key(at - 1) != ".", key(at - 1) != ",", let short = digits(at), short.count == 2,
            !isCounted(after: at + 1)
        {
            return [
                RawDate(
                    tokens: start..<(at + 1), year: short.value, yearDigits: 2, month: month, precision: .monthYear,
                    confidence: 0.8)
            ]
        }
        // "since June": an element of a date although no day
        if isMonthCued(start), isSure(start), digits(at) == nil || key(at - 1) == ",",
            hasCase ? tokens[start].shape != .lower : !DateWords.ambiguousMonths.contains(key(start))
        {
            return [RawDate(tokens: start..<(start + 1), month: month, precision: .monthYear, confidence: 0.8)]
        }
        return []
    }

    /// "since June", "the first week of November", "between June and August".
    private func isMonthCued(_ start: Int) -> Bool {
        if kinds(start - 1).contains(.monthCue) { return true }
        if key(start - 1) == "of" { return kinds(start - 2).contains(.part) }
        let joints = ["and", "or", "to", "through", "thru", "until", "-", "\u{2013}"]
        return joints.contains(key(start - 1)) && month(start - 2) != nil
            || joints.contains(key(start + 1)) && month(start + 2) != nil && isSure(start + 2)
                && key(start - 1) == "between"
    }

    /// "March 3 and 5", "March 3, 5 and 12": the tokens of further days of the month.
    private func furtherDays(_ start: Int, after first: Int) -> [Int] {
        var (at, last, days) = (start, first, [Int]())
        while true {
            if key(at) == ",", key(at + 1) == "and" { at += 1 }
            let isLast = key(at) == "and" || key(at) == "&"
            guard isLast || key(at) == ",", let day = digits(at + 1), day.count <= 2, day.value > last, day.value <= 31
            else { return [] }
            let end = isOrdinal(at + 2) ? at + 3 : at + 2
            guard !isCounted(after: end), !["/", ":", ".", "-"].contains(key(end)) || !touch(end - 1) || !touch(end)
            else { return [] }
            days.append(at + 1)
            if isLast {
                let ends = end >= tokens.count || tokens[end].kind != .word && tokens[end].kind != .number
                return ends || kinds(end).contains(.goesOn) ? days : []
            }
            (at, last) = (end, day.value)
        }
    }

    /// Day first: 10 Dec 2024, 6th of June, 2-Sep-2025.
    func dayFirst(at start: Int) -> RawDate? {
        guard let day = digits(start), day.count <= 2, (1...31).contains(day.value) else { return nil }
        if start > 0, touch(start - 1),
            tokens[start - 1].kind != .symbol || key(start - 1) == "/" || key(start - 1) == "."
        {
            return nil
        }
        var at = start + 1
        if isOrdinal(at) { at += 1 }
        if key(at) == "of" { at += 1 }
        let dashed = isDash(at) && touch(at - 1)
        if dashed || key(at) == "/" { at += 1 }
        guard let month = month(at) else { return nil }
        var end = at + 1
        var yearAt = skipSigns(end, [".", ",", "-", "/", "'"])
        if key(yearAt) == "of" { yearAt += 1 }
        var year = year(yearAt)
        if year == nil, let short = digits(yearAt), short.count == 2, dashed || key(yearAt - 1) == "'" {
            year = (short.value, 2)
        }
        if year != nil { end = yearAt + 1 }
        if year == nil, !isSure(at) || isCounted(after: end) { return nil }
        if year == nil,
            !(isOrdinal(start + 1) || isCued(before: start) || (hasCase && tokens[at].shape == .capitalised))
        {
            return nil
        }
        return RawDate(
            tokens: start..<end, year: year?.value, yearDigits: year?.digits ?? 0, month: month, day: day.value,
            precision: year == nil ? .monthDay : .day, confidence: 0.95)
    }

    /// "on the 14th", "Friday the 13th".
    func dayOfMonth(at start: Int) -> RawDate? {
        guard let day = digits(start), day.count <= 2, (1...31).contains(day.value), isOrdinal(start + 1) else {
            return nil
        }
        var before = start - 1
        let hasThe = key(before) == "the"
        if hasThe { before -= 1 }
        let isCue: Bool =
            switch key(before) {
            case "on", "since", "by", "until", "till", "before", "after", "through", "thru":
                hasThe || key(before) == "on"
            case "from", "to", "of", "for": hasThe
            default: isWeekday(before) || hasThe && !kinds(before).isDisjoint(with: .strong)
            }
        guard isCue else { return nil }
        let next = start + 2
        let ends = next >= tokens.count || (tokens[next].kind != .word && tokens[next].kind != .number)
        guard ends || kinds(next).contains(.goesOn) || key(next) == "w" else { return nil }
        if key(next) == "/" || (isDash(next) && touch(next - 1)) { return nil }
        if key(next) == "of", !["this", "last", "next", "the"].contains(key(next + 1)) { return nil }
        if key(next) == "and", digits(next + 1) == nil && key(next + 1) == "final" { return nil }
        let isAhead = ["by", "until", "till", "before"].contains(key(before))
        return RawDate(tokens: start..<next, day: day.value, precision: .dayOfMonth, confidence: 0.85, isAhead: isAhead)
    }

    func yearAlone(at start: Int) -> RawDate? {
        guard let year = digits(start), year.count == 4, (1900...2099).contains(year.value),
            !isCounted(after: start + 1),
            !(start > 0 && touch(start - 1) && key(start - 1) != "(")
        else { return nil }
        let before = start - 1
        guard kinds(before).contains(.yearCue) || (key(before) == ":" && kinds(before - 1).contains(.birth)) else {
            return nil
        }
        return RawDate(tokens: start..<(start + 1), year: year.value, yearDigits: 4, precision: .year, confidence: 0.9)
    }

    func isCued(before index: Int) -> Bool {
        var at = index - 1
        while at >= 0, key(at) == ":" || key(at) == "(" || key(at) == "," { at -= 1 }
        return kinds(at).contains(.strong) || isWeekday(at)
    }
}
