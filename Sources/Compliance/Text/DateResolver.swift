import Kernel

/// Completes what the grammar read: century, the year of a month and day, the month of a day.
struct DateResolver {
    private let reader: DateReader
    private let raws: [RawDate]
    private(set) var anchor: CivilDate?

    init(_ reader: DateReader) {
        self.reader = reader
        raws = reader.raws()
        anchor = findAnchor()
    }

    mutating func resolve() -> [FoundDate] {
        raws.enumerated().map { index, raw in
            var year = raw.year
            var month = raw.month
            var date: CivilDate?
            var isPossible = raw.isPlausible
            switch raw.precision {
            case .day:
                year = fullYear(raw, isBirth: isBirth(index))
                if let year, let month, let day = raw.day, raw.isPlausible {
                    date = CivilDate(year: year, month: month, day: day)
                }
                isPossible = date != nil
            case .monthDay:
                (date, year) = completed(raw)
                isPossible = isDay(raw)
            case .dayOfMonth:
                date = nearestDay(raw)
                (year, month) = (date?.year, date?.month)
            case .monthYear, .year:
                year = raw.year.map { _ in fullYear(raw, isBirth: false) } ?? anchor?.year
            }
            return FoundDate(
                range: reader.note.range(ofTokens: raw.tokens), date: date, precision: raw.precision,
                isPossible: isPossible,
                year: year, month: month, confidence: raw.confidence)
        }
    }

    /// A label of birth on the same line before it, with no other date between; table cells included.
    private func isBirth(_ index: Int) -> Bool {
        label(before: index) { kinds, _ in kinds.contains(.birth) }
    }

    private func label(before index: Int, _ matches: (DateWords.Kinds, Int) -> Bool) -> Bool {
        let limit = index > 0 ? raws[index - 1].tokens.upperBound : 0
        var at = raws[index].tokens.lowerBound - 1
        var steps = 0
        while at >= limit, steps < 9, reader.tokens[at].kind != .lineBreak {
            if reader.isWord(at), matches(reader.kinds(at), at) { return true }
            if reader.key(at) == "b", reader.key(at - 2) == "o", reader.key(at - 4) == "d", matches(.birth, at) {
                return true
            }
            at -= 1
            steps += 1
        }
        return false
    }

    /// The date of service: by its label, else "seen", else the first date that is nobody's birth.
    private func findAnchor() -> CivilDate? {
        var best: (rank: Int, date: CivilDate)?
        for (index, raw) in raws.enumerated() where raw.precision == .day && raw.confidence >= 0.5 && raw.isPlausible {
            if isBirth(index) { continue }
            guard let year = pivot(raw), let date = CivilDate(year: year, month: raw.month ?? 0, day: raw.day ?? 0)
            else { continue }
            let rank = rank(index)
            // a date without a label that lies half a life before another is a birth beside a name
            let isBirthBefore = best.map { $0.rank == 1 && rank == 1 && date.year - $0.date.year > 15 } ?? false
            if rank > best?.rank ?? 0 || isBirthBefore { best = (rank, date) }
        }
        return best?.date
    }

    private func rank(_ index: Int) -> Int {
        let start = raws[index].tokens.lowerBound
        var at = start - 1
        while reader.key(at) == ":" || reader.key(at) == "|" || reader.key(at) == "-" || reader.key(at) == "*" {
            at -= 1
        }
        let word = reader.key(at)
        if word == "dos" || (word == "service" && reader.key(at - 1) == "of") { return 5 }
        if word == "s" && reader.key(at - 2) == "o" && reader.key(at - 4) == "d" { return 5 }
        if word == "date" {
            let isLabel = at == 0 || !reader.isWord(at - 1)
            if isLabel
                || ["visit", "service", "treatment", "session", "eval", "evaluation", "encounter", "tx"].contains(
                    reader.key(at - 1))
            {
                return isLabel ? 3 : 5
            }
            return 1
        }
        if ["visit", "treatment", "evaluation", "session", "encounter"].contains(word), reader.key(at - 1) == "of",
            reader.key(at - 2) == "date"
        {
            return 5
        }
        return word == "seen" ? 2 : 1
    }

    private func pivot(_ raw: RawDate) -> Int? {
        guard let year = raw.year else { return nil }
        return raw.yearDigits == 2 ? (year < 50 ? 2000 : 1900) + year : year
    }

    /// Two digits: not later than two years behind the note's date, and a birth not behind it at all.
    private func fullYear(_ raw: RawDate, isBirth: Bool) -> Int? {
        guard let year = raw.year, raw.yearDigits == 2 else { return raw.year }
        guard let anchor else { return isBirth && year > 25 ? 1900 + year : pivot(raw) }
        let late = 2000 + year
        if isBirth {
            let isBehind =
                late > anchor.year
                || (late == anchor.year && (raw.month ?? 1, raw.day ?? 1) > (anchor.month, anchor.day))
            return isBehind ? 1900 + year : late
        }
        return late > anchor.year + 2 ? 1900 + year : late
    }

    private func isDay(_ raw: RawDate) -> Bool {
        CivilDate(year: 2024, month: raw.month ?? 0, day: raw.day ?? 0) != nil
    }

    /// The year of the end of its range, else the one that puts it nearest to the note's date.
    private func completed(_ raw: RawDate) -> (CivilDate?, Int?) {
        guard let month = raw.month, let day = raw.day else { return (nil, nil) }
        if let end = raw.rangeEnd, end < raws.count, let year = fullYear(raws[end], isBirth: false),
            let last = raws[end].month
        {
            let own = month > last ? year - 1 : year
            return (CivilDate(year: own, month: month, day: day), own)
        }
        guard let anchor else { return (nil, nil) }
        let nearest = [anchor.year - 1, anchor.year, anchor.year + 1]
            .compactMap { CivilDate(year: $0, month: month, day: day) }
            .min { abs($0.days(to: anchor)) < abs($1.days(to: anchor)) }
        return (nearest, nearest?.year)
    }

    private func nearestDay(_ raw: RawDate) -> CivilDate? {
        guard let anchor, let day = raw.day else { return nil }
        let first = CivilDate(year: anchor.year, month: anchor.month, day: 1)?.dayNumber ?? anchor.dayNumber
        let months = [
            CivilDate(dayNumber: first - 31), CivilDate(dayNumber: first - 1), anchor, CivilDate(dayNumber: first + 31),
        ]
        let days = months.compactMap { CivilDate(year: $0.year, month: $0.month, day: day) }
        return raw.isAhead ? days.first { $0 >= anchor } : days.last { $0 <= anchor }
    }
}
