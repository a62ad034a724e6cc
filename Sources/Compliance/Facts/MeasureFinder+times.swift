extension MeasureFinder {
    /// When the sentence of a measure says it was taken.
    private enum Taken: Equatable { case earlier, now, day(String) }

    /// One measure named twice at different times: `On admission: TUG 31 s. At discharge: TUG 18 s.`, or below
    /// `Initial` and `Current` on lines of their own. The later one is compared with the earlier one.
    func joinedOverTimes(_ measures: [Measure]) -> [Measure] {
        var joined = measures
        let taken = measures.map { $0.isOfGoal || $0.isCompared ? nil : time(of: $0) }
        for later in measures.indices {
            guard let second = taken[later], let value = measures[later].values.first else { continue }
            let earlier = measures.indices.prefix(later).first { index in
                guard let first = taken[index], first != second, let other = measures[index].values.first else {
                    return false
                }
                return isSame(measures[index], measures[later]) && other.isComparable(to: value)
            }
            guard let earlier else { continue }
            let measure = measures[later]
            joined[later] = Measure(
                kind: measure.kind, range: measure.range, label: measure.label,
                values: Array(measures[earlier].values.prefix(1)) + Array(measure.values.prefix(1)), isCompared: true,
                isOfGoal: false)
        }
        return joined
    }

    private func time(of measure: Measure) -> Taken? {
        switch measure.values.first?.time {
        case .earlier: return .earlier
        case .now: return .now
        case nil: break
        }
        let label = note.firstToken(from: measure.label.lowerBound)
        let sentence = note.tokens(in: note.sentence(at: measure.range.lowerBound))
        let first = note.tokens(in: measure.label)
        let lead = sentence.lowerBound..<min(max(label, first.upperBound), sentence.lowerBound + 6)
        if let time = said(lead) { return time }
        // a line of a few words above: `Status at discharge`
        let line = note.line(at: note.tokens[sentence.lowerBound].range.lowerBound)
        for above in stride(from: line - 1, through: max(0, line - 8), by: -1) where !note.lines[above].isEmpty {
            let tokens = note.tokens(in: note.lines[above])
            let isHead =
                tokens.count <= 8
                && !tokens.contains { at in
                    note.tokens[at].isNumber && !dateTokens.contains { $0.contains(at) }
                }
            if isHead { return said(tokens) }
        }
        return nil
    }

    /// The first word on time or date; `to`, `from` and `was` tell none by themselves.
    private func said(_ tokens: Range<Int>) -> Taken? {
        for at in tokens {
            if let date = dateTokens.first(where: { $0.lowerBound == at }) {
                return .day(note.tokens[date].map(\.key).joined())
            }
            if Self.vague.contains(note.key(at)) { continue }
            if MeasureWords.earlier.match(note, at: at) != nil { return .earlier }
            if MeasureWords.now.match(note, at: at) != nil { return .now }
        }
        return nil
    }

    private static let vague: Set<String> = [
        "to", "from", "was", "were", "first", "last", "up", "end", "before", "post", "pre", "status", "evaluation",
        "present", "progress",
    ]

    /// The same word of three letters or more in both labels, or one that begins alike (`walked`, `walks`).
    private func isSame(_ one: Measure, _ other: Measure) -> Bool {
        let words = stems(one)
        return !words.isDisjoint(with: stems(other)) && sides(one) == sides(other)
    }

    private func stems(_ measure: Measure) -> Set<String> {
        Set(
            note.tokens[note.tokens(in: measure.label)].filter { $0.isWord && $0.range.count > 2 }.map(\.key)
                .filter { !Self.vague.contains($0) && !MeasureWords.joining.contains($0) && !Self.times.contains($0) }
                .map { String($0.prefix(4)) })
    }

    private func sides(_ measure: Measure) -> Set<String> {
        Set(
            note.tokens[note.tokens(in: measure.label)].compactMap { token in
                ["r", "right", "rt"].contains(token.key) ? "r" : ["l", "left", "lt"].contains(token.key) ? "l" : nil
            })
    }

    private static let times: Set<String> = [
        "admission", "discharge", "initial", "initially", "current", "currently", "now", "today", "eval", "start",
        "final", "baseline", "start", "she", "her", "his", "patient",
    ]

    /// What the patient did before the onset was not measured.
    func isPast(_ tokens: Range<Int>) -> Bool {
        if MeasureWords.past.occurs(note, in: tokens) { return true }
        let heading = outline.section(at: note.tokens[tokens.lowerBound].range.lowerBound).heading
        return !heading.isEmpty && MeasureWords.past.occurs(note, in: note.tokens(in: heading))
    }

    /// `; it now takes 9 s` is about the measure before it.
    func goesOn(behind at: Int, _ tokens: Range<Int>) -> Bool {
        let next = (at + 1)..<min(at + 4, tokens.upperBound)
        return next.contains { ["it", "which"].contains(note.key($0)) }
            && next.contains { MeasureWords.now.match(note, at: $0) != nil }
    }
}
