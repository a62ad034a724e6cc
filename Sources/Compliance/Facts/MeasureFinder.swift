/// Finds measures: a label, then values, in prose, lists and rows of tables.
struct MeasureFinder {
    let note: NoteText
    let outline: Outline
    private let dates: NoteDates
    /// Tokens of goals.
    private let goals: [Range<Int>]
    /// By the token at which they begin.
    private var named: [Int: (end: Int, kind: Measure.Kind)] = [:]
    private var unmeasured: [Range<Int>] = []
    let dateTokens: [Range<Int>]
    private let isOneCase: Bool
    /// Capitals with a number count as a test in sections of findings only.
    private var mayAbbreviate = false
    private var found: [Measure] = []

    /// - Parameters:
    ///   - named: names of tests and measures
    ///   - screening: those that tell a state and no function
    ///   - unmeasured: words whose figures measure nothing of function (vital signs, doses, the house)
    static func find(
        _ note: NoteText, _ outline: Outline, _ dates: NoteDates, goals: [Goal], named: [PhraseMatch],
        screening: [PhraseMatch], unmeasured: [PhraseMatch]
    ) -> [Measure] {
        var finder = MeasureFinder(note, outline, dates, goals)
        for match in named { finder.add(match, .named) }
        for match in screening { finder.add(match, .screening) }
        finder.unmeasured = unmeasured.map(\.tokens)
        finder.run()
        return finder.found
    }

    private init(_ note: NoteText, _ outline: Outline, _ dates: NoteDates, _ goals: [Goal]) {
        (self.note, self.outline, self.dates) = (note, outline, dates)
        self.goals = goals.map { note.tokens(in: $0.range) }
        dateTokens = dates.dates.filter { $0.precision != .year }.map { note.tokens(in: $0.range) }
        let words = note.tokens.filter { $0.isWord && $0.range.count > 2 }
        let upper = words.count { $0.shape == .upper }
        isOneCase = upper * 10 > words.count * 6 || !words.contains { $0.shape == .capitalised }
    }

    private mutating func add(_ match: PhraseMatch, _ kind: Measure.Kind) {
        let start = match.tokens.lowerBound
        if let known = named[start], known.end >= match.tokens.upperBound { return }
        named[start] = (match.tokens.upperBound, kind)
    }

    private static let withoutMeasures: Set<SectionKind> = [
        .plan, .certification, .billing, .signature, .recommendations,
    ]
    private static let ofMeasures: Set<SectionKind> = [
        .objective, .tests, .status, .other, .response, .intervention, .assessment,
    ]

    private mutating func run() {
        let hasObjective = outline.sections.contains {
            [.objective, .tests, .status].contains($0.kind) && $0.body.count > 3
        }
        for goal in goals { segment(goal, isOfGoal: true, describes: true) }
        for sentence in note.sentences {
            let tokens = note.tokens(in: sentence)
            guard !tokens.isEmpty, !goals.contains(where: { $0.overlaps(tokens) }) else { continue }
            let kind = outline.section(at: sentence.lowerBound).kind
            if Self.withoutMeasures.contains(kind) {
                // a form whose only heading is that of its plan holds the findings too
                if !hasObjective, [.plan, .certification].contains(kind), !MeasureWords.target.occurs(note, in: tokens),
                    !tokens.contains(where: { GoalHorizon.span(note, at: $0) != nil })
                {
                    mayAbbreviate = false
                    segment(tokens, isOfGoal: false, describes: MeasureWords.baseline.occurs(note, in: tokens))
                }
                continue
            }
            mayAbbreviate = [.objective, .tests, .status].contains(kind)
            let describes = !isPast(tokens) && (kind == .goals || Self.ofMeasures.contains(kind) || !hasObjective)
            segment(tokens, isOfGoal: kind == .goals, describes: describes)
        }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        found = joinedOverTimes(found)
    }

    // MARK: one sentence, list item or row

    struct Open {
        var kind: Measure.Kind
        var label: Range<Int>
        var values: [Measure.Value] = []
        var isCompared = false
        var hasChange = false
    }

    private mutating func segment(_ tokens: Range<Int>, isOfGoal: Bool, describes: Bool) {
        let isRow = note.key(tokens.lowerBound) == "|" || tokens.count { note.key($0) == "|" } >= 2
        let row = isRow ? columns(above: tokens.lowerBound) : []
        var open: Open?
        var wordsStart = tokens.lowerBound  // of what may be a label
        var between: [Int] = []
        var cell = isRow && note.key(tokens.lowerBound) != "|" ? 1 : 0
        var at = tokens.lowerBound
        func close() {
            if let open { finish(open, isOfGoal: isOfGoal) }
        }
        while at < tokens.upperBound {
            let key = note.key(at)
            let arrow = MeasureWords.arrow(note, at)
            if arrow > 0 {
                between.append(at)
                at += arrow
                continue
            }
            // `52% > 34%`
            if key == ">", between.isEmpty, open.map({ !$0.values.isEmpty }) ?? false {
                between.append(at)
                at += 1
                continue
            }
            if key == ";" && !goesOn(behind: at, tokens) || key == "\u{2022}" || isDash(at, tokens)
                || named[at] == nil && unmeasured.contains(where: { $0.lowerBound == at }) && !isRow
                    && !awaitsValue(open)
            {
                close()
                (open, between) = (nil, [])
                if key == ";" || key == "\u{2022}" || isDash(at, tokens) {
                    wordsStart = at + 1
                    at += 1
                } else {
                    // its figures are none; what follows a comma may be
                    at = endOfUnmeasured(at, tokens)
                    wordsStart = at
                }
                continue
            }
            if key == "|" {
                cell += 1
                at += 1
                continue
            }
            if let (end, kind) = named[at], end <= tokens.upperBound,
                !(open.map { $0.values.isEmpty && $0.kind == .named } ?? false && isPartOf(open, at))
            {
                close()
                open = Open(kind: kind, label: at..<end)
                between = []
                at = end
                continue
            }
            if let (value, end) = value(at, tokens) {
                at = end
                if open == nil || needsNew(open, between) {
                    let label = label(
                        from: open == nil ? wordsStart : between.first ?? wordsStart, to: value.tokens.lowerBound)
                    guard describes, let label, let kind = kind(of: value, label: label) else {
                        if open != nil { close() }
                        (open, between, wordsStart) = (nil, [], at)
                        continue
                    }
                    if open != nil { close() }
                    open = Open(kind: kind, label: label)
                }
                append(value, to: &open, between: between, row: row, cell: cell, isOfGoal: isOfGoal)
                between = []
                wordsStart = at
                continue
            }
            between.append(at)
            at += 1
        }
        close()
    }

    /// `NPRS at worst: 7/10`: the words between a name and its first value are part of it.
    private func awaitsValue(_ open: Open?) -> Bool { open.map { $0.kind == .named && $0.values.isEmpty } ?? false }

    private func isPartOf(_ open: Open?, _ at: Int) -> Bool {
        guard let open else { return false }
        return at <= open.label.upperBound
    }

    /// ` - ` between items of a list that was run together.
    private func isDash(_ at: Int, _ tokens: Range<Int>) -> Bool {
        guard ["-", "\u{2013}"].contains(note.key(at)), at > tokens.lowerBound, at + 1 < tokens.upperBound else {
            return false
        }
        return !note.tokens[at - 1].touches(note.tokens[at]) && !note.tokens[at].touches(note.tokens[at + 1])
            && note.tokens[at + 1].isWord && MeasureWords.now.match(note, at: at + 1) == nil
    }

    /// Up to the next comma or semicolon, or a name of a measure.
    private func endOfUnmeasured(_ at: Int, _ tokens: Range<Int>) -> Int {
        var end = unmeasured.first { $0.lowerBound == at }?.upperBound ?? at + 1
        while end < tokens.upperBound, ![",", ";", "|"].contains(note.key(end)), named[end] == nil { end += 1 }
        return end
    }

    private func needsNew(_ open: Open?, _ between: [Int]) -> Bool {
        guard let open else { return true }
        // dots that lead to the value are no words
        let words = between.count { ![".", "\u{2026}", "_"].contains(note.key($0)) }
        if open.values.isEmpty { return words > 9 && open.kind == .named ? true : words > 12 }
        // `84% with a stranger, was 76%`, `22 s with a walker; it now takes 9 s`
        if let last = between.last, ["was", "were", "previously", "initially", "from"].contains(note.key(last)),
            between.contains(where: { [",", "("].contains(note.key($0)) })
        {
            return false
        }
        if between.contains(where: { ["it", "which"].contains(note.key($0)) }),
            between.contains(where: { MeasureWords.now.match(note, at: $0) != nil })
        {
            return false
        }
        return between.contains { at in
            let token = note.tokens[at]
            guard token.isWord, token.range.count > 1 || token.key == "r" || token.key == "l" else { return false }
            return !isRoleOrJoining(at)
        }
    }

    private func isRoleOrJoining(_ at: Int) -> Bool {
        MeasureWords.joining.contains(note.key(at)) || MeasureWords.earlier.match(note, at: at) != nil
            || MeasureWords.now.match(note, at: at) != nil || MeasureWords.change.match(note, at: at) != nil
            || dateTokens.contains { $0.contains(at) }
    }

    // MARK: labels

    /// The last words before a value; at least one must name something.
    private func label(from: Int, to: Int) -> Range<Int>? {
        var start = to
        while start > from, to - start < 8,
            ![",", ";", "|", "."].contains(note.key(start - 1)) || note.key(start - 1) == "|" && start == to
        { start -= 1 }
        let words = (start..<to).filter {
            note.tokens[$0].isWord && note.tokens[$0].range.count > 1 && !isRoleOrJoining($0)
        }
        guard !words.isEmpty else { return nil }
        return start..<to
    }

    private func kind(of value: Measure.Value, label: Range<Int>) -> Measure.Kind? {
        if value.level != nil { return value.level == 0 ? nil : .assistance }
        if value.denominator != nil { return .described }
        guard let unit = value.unit else {
            let isAcronym =
                mayAbbreviate && !isOneCase
                && label.contains {
                    let token = note.tokens[$0]
                    return token.isWord && token.range.count >= 3 && token.shape == .upper
                }
            return isAcronym && label.count <= 5 ? .described : nil
        }
        return Self.unitsOfMeasures.contains(unit) ? .described : nil
    }

    private static let unitsOfMeasures: Set<String> = [
        "s", "min", "ft", "m", "cm", "mm", "in", "yd", "lb", "kg", "deg", "%", "db", "hz", "wpm", "n", "psi", "logmar",
        "m/s", "mph",
        "words", "errors", "cues", "trials", "steps", "points", "reps", "mets", "block", "cmh2o",
    ]

    private mutating func finish(_ open: Open, isOfGoal: Bool) {
        guard let last = open.values.last else { return }
        found.append(
            Measure(
                kind: open.kind, range: note.range(ofTokens: open.label.lowerBound..<last.tokens.upperBound),
                label: note.range(ofTokens: open.label), values: open.values, isCompared: open.isCompared,
                isOfGoal: isOfGoal))
    }
}
