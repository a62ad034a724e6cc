extension MeasureFinder {
    /// What the cells of a table's head say about time, one for each cell; all nil when the head says nothing about time,
    /// empty when there is no head.
    func columns(above token: Int) -> [Measure.Value.Time?] {
        var line = note.line(at: note.tokens[token].range.lowerBound)
        var head: Range<Int>?
        while line > 0 {
            let tokens = note.tokens(in: note.lines[line - 1])
            guard tokens.contains(where: { note.key($0) == "|" }) else { break }
            head = tokens
            line -= 1
            // the head is the row with words on time that is nearest
            let times = cells(tokens)
            if times.contains(where: { $0 != nil }) { return times }
        }
        guard let head, !head.contains(where: { note.tokens[$0].isNumber }) else { return [] }
        return cells(head)
    }

    private func cells(_ tokens: Range<Int>) -> [Measure.Value.Time?] {
        var times: [Measure.Value.Time?] = []
        var current: Measure.Value.Time?
        var at = tokens.lowerBound
        if note.key(at) == "|" { at += 1 }
        while at < tokens.upperBound {
            if note.key(at) == "|" {
                times.append(current)
                current = nil
            } else if MeasureWords.earlier.match(note, at: at) != nil {
                current = current ?? .earlier
            } else if MeasureWords.now.match(note, at: at) != nil, note.key(at) != "to" {
                current = .now
            }
            at += 1
        }
        times.append(current)
        return times
    }

    /// A line of words above that names two times: `Test   Initial   Current`.
    func columnsInText(above token: Int) -> Bool {
        let line = note.line(at: note.tokens[token].range.lowerBound)
        for above in stride(from: line - 1, through: max(0, line - 14), by: -1) {
            let tokens = note.tokens(in: note.lines[above])
            let days = tokens.count { at in isDay(at) || dateTokens.contains { $0.lowerBound == at } && !isDay(at) }
            let hasFigure = tokens.contains { at in
                // the number of a section heads no column
                note.tokens[at].isNumber && at > tokens.lowerBound && !isDay(at) && !isDay(at - 2)
                    && !dateTokens.contains { $0.contains(at) }
            }
            guard !hasFigure, tokens.count < 16 else { continue }
            let isEarlier = MeasureWords.earlier.occurs(note, in: tokens)
            let isNow = MeasureWords.now.occurs(note, in: tokens) || isFirstAndLast(tokens)
            if isEarlier && (days > 0 || isNow) || days > 1 { return true }
        }
        return false
    }

    /// `first … last`, where the last is not the one before this.
    private func isFirstAndLast(_ tokens: Range<Int>) -> Bool {
        guard let first = tokens.first(where: { note.key($0) == "first" }) else { return false }
        return (first..<tokens.upperBound).contains { note.key($0) == "last" }
    }

    /// The month of `2/18` at the head of a column.
    private func isDay(_ at: Int) -> Bool {
        guard let month = note.wholeNumber(at), (1...12).contains(month), note.key(at + 1) == "/" else { return false }
        return note.wholeNumber(at + 2).map { (1...31).contains($0) } ?? false
    }
}
