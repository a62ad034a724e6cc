/// Values and what tells when they were taken.
extension MeasureFinder {
    /// `~150 ft` was not measured.
    private static let approximate: Set<String> = [
        "~", "\u{2248}", "about", "approximately", "around", "roughly", "approx",
    ]

    func value(_ at: Int, _ tokens: Range<Int>) -> (Measure.Value, end: Int)? {
        if dateTokens.contains(where: { $0.contains(at) }) || Self.approximate.contains(note.key(at - 1)) { return nil }
        // a year
        if let number = note.wholeNumber(at), (1900...2100).contains(number), !note.key(at).contains(",") { return nil }
        if note.tokens[at].isWord, let (level, end) = AssistLevel.read(note, at: at), end <= tokens.upperBound {
            return (
                Measure.Value(tokens: at..<end, number: nil, denominator: nil, unit: nil, level: level, time: nil), end
            )
        }
        guard let quantity = Quantity.read(note, at: at), !quantity.isApproximate,
            quantity.tokens.upperBound <= tokens.upperBound,
            !dateTokens.contains(where: { $0.overlaps(quantity.tokens) })
        else { return nil }
        // a number of a list or of a side: `1. …`
        if quantity.unit == nil, quantity.denominator == nil,
            [")", "."].contains(note.key(quantity.tokens.upperBound)), at == tokens.lowerBound
        {
            return nil
        }
        if note.key(quantity.tokens.upperBound) == ":" && note.number(quantity.tokens.upperBound + 1) != nil {
            return nil
        }
        if quantity.unit == nil, note.key(at - 1) == ":" && note.number(at - 2) != nil { return nil }
        // `27 / 15` below `(eval / today)` are two values
        if quantity.denominator != nil, isApart(slash: at + 1), columnsInText(above: at), let number = note.number(at) {
            return (
                Measure.Value(
                    tokens: at..<(at + 1), number: number, denominator: nil, unit: nil, level: nil, time: nil), at + 1
            )
        }
        return (
            Measure.Value(
                tokens: quantity.tokens, number: quantity.value, denominator: quantity.denominator, unit: quantity.unit,
                level: nil,
                time: nil),
            quantity.tokens.upperBound
        )
    }

    /// A slash with space on both sides.
    private func isApart(slash at: Int) -> Bool {
        note.key(at) == "/" && at > 0 && !note.tokens[at - 1].touches(note.tokens[at])
            && at + 1 < note.tokens.count && !note.tokens[at].touches(note.tokens[at + 1])
    }

    func append(
        _ value: Measure.Value, to open: inout Open?, between: [Int], row: [Measure.Value.Time?], cell: Int,
        isOfGoal: Bool
    ) {
        guard var current = open else { return }
        var time: Measure.Value.Time? = cell > 0 && cell <= row.count ? row[cell - 1] : nil
        var joins = cell > 1 && row.allSatisfy { $0 == nil } && row.isEmpty
        for at in between {
            if MeasureWords.arrow(note, at) > 0 || note.key(at) == ">" { joins = true }
            if MeasureWords.earlier.match(note, at: at) != nil { time = .earlier }
            if MeasureWords.now.match(note, at: at) != nil, note.key(at) != "status" { time = .now }
            if MeasureWords.change.match(note, at: at) != nil { current.hasChange = true }
            if dateTokens.contains(where: { $0.contains(at) }), !current.values.isEmpty { joins = true }
        }
        if let role = roleBehind(value) { time = role }
        if let previous = current.values.last(where: { $0.isComparable(to: value) }) {
            let differsInTime = previous.time != nil && time != nil && previous.time != time
            let isMarked = (previous.time == nil) != (time == nil)
            if isOfGoal
                ? differsInTime
                : joins || differsInTime || isMarked
                    || current.hasChange && between.contains(where: { MeasureWords.now.match(note, at: $0) != nil })
            {
                current.isCompared = true
            } else if time == nil, previous.time == nil,
                between.allSatisfy({ ["/", ",", "|"].contains(note.key($0)) }),
                columnsInText(above: value.tokens.lowerBound)
            {
                current.isCompared = true
            } else if time == .earlier && previous.time == .earlier && !isOfGoal {
                current.isCompared = true  // 5.2 s at eval, 5.2 s last report
            }
        } else if current.hasChange, !isOfGoal, current.kind != .assistance {
            current.isCompared =
                current.isCompared || between.contains { ["by"].contains(note.key($0)) }
                || ["points", "%"].contains(value.unit ?? "")
        }
        current.values.append(
            Measure.Value(
                tokens: value.tokens, number: value.number, denominator: value.denominator, unit: value.unit,
                level: value.level,
                time: time))
        open = current
    }

    /// `14 s at eval`, `10 s today`, `(was …)` right behind a value.
    private func roleBehind(_ value: Measure.Value) -> Measure.Value.Time? {
        var at = value.tokens.upperBound
        while ["(", "at", "on", "the"].contains(note.key(at)) { at += 1 }
        if let (_, end) = MeasureWords.earlier.match(note, at: at),
            !["was", "were", "from", "prior"].contains(note.key(at)), ![":", "="].contains(note.key(end)),
            note.number(end) == nil || note.key(end - 1) == "eval"
        {
            return .earlier
        }
        if let (_, end) = MeasureWords.now.match(note, at: at), note.key(at) != "to", note.number(end) == nil,
            ![":", "="].contains(note.key(end))
        {
            return .now
        }
        return nil
    }
}
