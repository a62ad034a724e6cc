/// Walks the note once and reads what is a date at each place.
extension DateReader {
    func raws() -> [RawDate] {
        var found: [RawDate] = []
        var at = 0
        while at < tokens.count {
            let before = found.count
            switch tokens[at].kind {
            case .number: readNumber(at, &found)
            case .word: found += named(at: at)
            default: break
            }
            guard found.count > before else {
                at += 1
                continue
            }
            found[before].tokens = withWeekday(
                found[before].tokens, after: before > 0 ? found[before - 1].tokens.upperBound : 0)
            at = max(at + 1, found[found.count - 1].tokens.upperBound)
        }
        return dotted(found)
    }

    /// A note that writes its days with points writes all of them so: 2.5.25 beside 11.14.24.
    private func dotted(_ found: [RawDate]) -> [RawDate] {
        func isDotted(_ date: RawDate) -> Bool {
            date.precision == .day && date.tokens.count == 5 && key(date.tokens.lowerBound + 1) == "."
        }
        guard found.contains(where: { isDotted($0) && $0.confidence > 0.9 }) else { return found }
        return found.map { date in
            guard isDotted(date), date.confidence < 0.5, !isCode(before: date.tokens.lowerBound),
                !isCounted(after: date.tokens.upperBound)
            else { return date }
            var date = date
            date.confidence = 0.8
            return date
        }
    }

    private func readNumber(_ at: Int, _ found: inout [RawDate]) {
        let isBehind = found.last.map { isJoin(from: $0.tokens.upperBound, to: at) } ?? false
        if let date = numeric(at: at, joined: isBehind) ?? dayFirst(at: at) ?? compact(at: at)
            ?? foreign(at: at)
        {
            found.append(date)
        } else if var date = monthDay(at: at, joined: isBehind) {
            if let last = found.last, last.precision == .monthDay, last.confidence >= 0.5,
                isListed(from: last.tokens.upperBound, to: at), date.confidence >= 0.2
            {
                date.confidence = max(date.confidence, 0.7)
            }
            if let end = rangeEnd(after: date.tokens.upperBound) {
                // 4/5-5/5 rates twice on one scale; 10/16-10/20/2025 does not
                if end.precision == .day {
                    date.confidence = max(date.confidence, 0.95)
                    date.rangeEnd = found.count + 1
                } else if end.day != date.day, !isScored(before: at), !isCounted(after: end.tokens.upperBound),
                    isDash(date.tokens.upperBound) || date.confidence >= 0.4
                {
                    date.confidence = max(date.confidence, 0.7)
                }
                found.append(date)
                if end.precision == .monthDay, date.confidence >= 0.5 {
                    var last = end
                    last.confidence = max(last.confidence, 0.7)
                    found.append(last)
                }
            } else {
                found.append(date)
            }
        } else if let date = dayOfMonth(at: at) ?? yearAlone(at: at) {
            found.append(date)
        }
    }

    /// A dash or "to" and nothing else between two places.
    private func isJoin(from: Int, to: Int) -> Bool {
        // 2025-11-03/2026-01-26
        if to == from + 1, key(from) == "/", touch(from - 1), touch(from), digits(to)?.count == 4 { return true }
        return to == from + 1
            && (isDash(from) || ["to", "thru", "through", "until", "till", "and"].contains(key(from)))
    }

    /// "3/4, 3/6 and 3/8"
    private func isListed(from: Int, to: Int) -> Bool {
        guard to - from == 1 || to - from == 2 else { return false }
        return (from..<to).allSatisfy { [",", "and", "&", "+", ";"].contains(key($0)) }
    }

    private func rangeEnd(after index: Int) -> RawDate? {
        guard isJoin(from: index, to: index + 1), tokens.count > index + 1 else { return nil }
        guard let end = numeric(at: index + 1, joined: true) ?? monthDay(at: index + 1, joined: true) else {
            return nil
        }
        return end.precision == .monthYear ? nil : end
    }

    /// Takes a weekday before the date in.
    private func withWeekday(_ range: Range<Int>, after limit: Int) -> Range<Int> {
        var at = range.lowerBound - 1
        while at >= limit, key(at) == "," || (key(at) == "." && key(at - 1).utf8.count <= 4) { at -= 1 }
        guard at >= limit, isWeekday(at),
            hasCase ? tokens[at].shape != .lower : key(at).utf8.count > 3 || isWord(range.lowerBound)
        else { return range }
        return at..<range.upperBound
    }
}
