import Kernel

/// Finds goals however they are set: `LTG1: …`, a heading with a list below it, `1) … 2) …` on one line, rows of a table,
/// sentences of a section of goals, or all of it run together.
struct GoalFinder {
    let note: NoteText
    private let outline: Outline
    private let dates: NoteDates
    private let start: CivilDate?
    private var goals: [Goal] = []
    /// Tokens that belong to a goal or to its label already.
    private var taken: [Range<Int>] = []

    static func find(_ note: NoteText, _ outline: Outline, _ dates: NoteDates, start: CivilDate?) -> [Goal] {
        var finder = GoalFinder(note: note, outline: outline, dates: dates, start: start)
        finder.labelled()
        finder.unlabelled()
        return finder.goals.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private init(note: NoteText, outline: Outline, dates: NoteDates, start: CivilDate?) {
        (self.note, self.outline, self.dates, self.start) = (note, outline, dates, start)
    }

    // MARK: with a label

    private mutating func labelled() {
        let labels = GoalLabel.all(note, dates: dates, start: start)
        for (index, label) in labels.enumerated() {
            let next = index + 1 < labels.count ? labels[index + 1].tokens.lowerBound : note.tokens.count
            let limit = max(label.tokens.upperBound, min(next, endOfSection(label.tokens.lowerBound)))
            taken.append(label.tokens)
            if label.isHeading(note) {
                list(label, from: label.tokens.upperBound, limit: limit)
            } else {
                item(label, limit: limit)
            }
        }
    }

    /// Goals stand in one section; a label is the heading of its own.
    private func endOfSection(_ at: Int) -> Int {
        let offset = note.tokens[at].range.lowerBound
        var end = max(outline.section(at: offset).body.upperBound, offset + 1)
        // `Status: progressing` below a goal looks like a heading
        while let next = outline.sections.first(where: { $0.heading.lowerBound >= end && !$0.heading.isEmpty }),
            next.kind == .status, note.tokens(in: next.heading).count == 1
        {
            end = next.body.upperBound
        }
        return note.firstToken(from: end)
    }

    private mutating func item(_ label: GoalLabel, limit: Int) {
        let begin = label.tokens.upperBound
        let pieces = enumerated(begin..<end(from: begin, limit: limit))
        for (index, piece) in pieces.enumerated() {
            let isFirst = index == 0
            add(
                label.term, from: isFirst ? label.tokens.lowerBound : piece.lowerBound, tokens: piece,
                number: pieces.count > 1 ? index + 1 : label.number, inherited: label.horizon)
        }
        if pieces.count == 1, label.term != .patient { prose(label, from: pieces[0].upperBound, limit: limit) }
        // further items of a list may follow on lines of their own: `LTG: 1. …` and below it `2. …`
        if pieces.count == 1, let only = pieces.first, startsWithNumber(begin), only.upperBound < limit {
            list(label, from: only.upperBound, limit: limit)
        }
    }

    /// Sentences behind the first that say what the patient will do: `He will walk … He will climb …`.
    private mutating func prose(_ label: GoalLabel, from: Int, limit: Int) {
        var at = from
        while at < limit, [".", ";"].contains(note.key(at)) { at += 1 }
        while at < limit, note.tokens[at].kind != .lineBreak {
            let stop = end(from: at, limit: limit)
            let lead = at..<min(stop, at + 6)
            guard stop > at, lead.contains(where: { note.key($0) == "will" }), GoalWords.isGoalLike(note, at..<stop),
                !GoalWords.isOtherLabel(note, at: at), !GoalWords.isPlan(note, at..<stop)
            else { return }
            add(label.term, from: at, tokens: at..<stop, number: nil, inherited: label.horizon)
            at = stop
        }
    }

    private mutating func list(_ label: GoalLabel, from: Int, limit: Int) {
        var at = from
        var count = 0
        var isMarked = false
        while at < limit {
            guard note.tokens[at].kind != .lineBreak else {
                // a blank line ends a list unless it has not begun or a bullet follows
                let isBlank = at + 1 < limit && note.tokens[at + 1].kind == .lineBreak
                if isBlank, count > 0, !isBullet(at + 2) { return }
                at += 1
                continue
            }
            let stop = end(from: at, limit: limit)
            guard stop > at else { return }
            // `Rec ST 2x/wk x 12 wks` below a list is the plan
            if GoalWords.isPlan(note, at..<stop) || GoalWords.isOtherLabel(note, at: at) { return }
            if isSignature(at..<stop) { return }
            // in a list with numbers or bullets, a line without one is no goal
            if count == 0 { isMarked = isBullet(at) }
            if !isTableHead(at..<stop), isBullet(at) || !isMarked {
                for piece in enumerated(at..<stop) where note.tokens[piece].contains(where: \.isWord) {
                    count += 1
                    add(label.term, from: piece.lowerBound, tokens: piece, number: count, inherited: label.horizon)
                }
            }
            at = stop
        }
    }

    /// Where the goal that begins at `from` ends: with its line, with the sentence when what follows on the line is no part
    /// of a goal, or with a label of something else.
    private func end(from: Int, limit: Int) -> Int {
        var at = from
        while at < limit {
            let token = note.tokens[at]
            if token.kind == .lineBreak {
                // status and baseline of a goal may stand on a line below it
                if !goesOn(overLineEnd: at), !GoalWords.continues(note, at: at + 1, limit: limit) { return at }
            } else if at > from {
                if GoalWords.isOtherLabel(note, at: at) { return at }
                let isNew = note.sentenceOfToken[at] != note.sentenceOfToken[at - 1]
                if isNew, note.tokens[at - 1].kind != .lineBreak, !GoalWords.continues(note, at: at, limit: limit),
                    GoalNumber.read(note, at: at) == nil
                {
                    return at
                }
            }
            at += 1
        }
        return limit
    }

    /// `1) … 2) …`, `(a) … (b) …`, `One, … Two, …` parted; one piece when there is no such list.
    private func enumerated(_ tokens: Range<Int>) -> [Range<Int>] {
        var starts: [Range<Int>] = []
        for at in tokens {
            guard let number = GoalNumber.read(note, at: at), number.end < tokens.upperBound,
                number.value == starts.count + 1, number.mayStand(note, at: at, first: tokens.lowerBound)
            else { continue }
            starts.append(at..<number.end)
        }
        guard starts.count > 1 else { return [trimmed(tokens)] }
        return starts.enumerated().map { index, start in
            trimmed(start.upperBound..<(index + 1 < starts.count ? starts[index + 1].lowerBound : tokens.upperBound))
        }
    }

    private func startsWithNumber(_ at: Int) -> Bool {
        note.wholeNumber(at) != nil && [")", "."].contains(note.key(at + 1))
    }

    // MARK: without a label

    /// Lines of a section of goals that no label took.
    private mutating func unlabelled() {
        for section in outline.sections where section.kind == .goals {
            let heading = section.heading.isEmpty ? nil : note.tokens(in: section.heading)
            let term = heading.map { GoalLabel.term(note, in: $0) } ?? .unlabelled
            let body = note.tokens(in: section.body)
            let inherited = heading.flatMap {
                GoalHorizon.first(
                    note, in: $0.lowerBound..<min(body.lowerBound, note.tokens.count), dates: dates, start: start)
            }
            var at = body.lowerBound
            let isMarked =
                taken.contains { body.contains($0.lowerBound) } || body.contains { isBullet($0) && isLineStart($0) }
            while at < body.upperBound {
                if note.tokens[at].kind == .lineBreak || taken.contains(where: { $0.contains(at) }) {
                    at += 1
                    continue
                }
                if at > body.lowerBound, beginsPart(at) { break }
                let limit = taken.filter { $0.lowerBound > at }.map(\.lowerBound).min() ?? body.upperBound
                let stop = end(from: at, limit: min(limit, body.upperBound))
                if GoalWords.isGoalLike(note, at..<stop), !isMarked || isBullet(at), !isSignature(at..<stop),
                    !isTableHead(at..<stop),
                    !GoalWords.isOtherLabel(note, at: at), !GoalWords.isPlan(note, at..<stop)
                {
                    for piece in enumerated(at..<stop) {
                        add(term, from: piece.lowerBound, tokens: piece, number: nil, inherited: inherited)
                    }
                }
                at = max(stop, at + 1)
            }
        }
    }

    // MARK: one goal

    private mutating func add(
        _ term: Goal.Term, from: Int, tokens whole: Range<Int>, number: Int?, inherited: GoalHorizon?
    ) {
        let tokens = withoutNumber(trimmed(whole))
        guard !tokens.isEmpty, note.tokens[tokens].contains(where: \.isWord) else { return }
        if GoalWords.isNone(note, tokens) || isColumns(tokens) { return }
        let horizon = GoalHorizon.first(note, in: tokens, dates: dates, start: start)
        let days = horizon?.days ?? inherited?.days
        var settled = term
        if term == .unlabelled, let days { settled = days >= 28 ? .long : .short }
        let first = min(from, tokens.lowerBound)
        taken.append(first..<tokens.upperBound)
        goals.append(
            Goal(
                term: settled, range: note.range(ofTokens: first..<tokens.upperBound), tokens: tokens, number: number,
                horizonDays: days, horizon: horizon?.tokens, status: GoalStatus.first(note, in: tokens)))
    }

    /// Without the `1.` or `a)` of a list.
    private func withoutNumber(_ tokens: Range<Int>) -> Range<Int> {
        guard tokens.count > 2, let number = GoalNumber.read(note, at: tokens.lowerBound),
            number.end < tokens.upperBound
        else { return tokens }
        return number.end..<tokens.upperBound
    }

    /// A wrapped line goes on unless the next one begins with the plan's frequency or visits.
    private func goesOn(overLineEnd at: Int) -> Bool {
        guard note.isSoftBreak(at) else { return false }
        let isVisits =
            note.number(at + 1) != nil && ["visits", "visit", "sessions", "weeks", "wks"].contains(note.key(at + 2))
        return FrequencyReader.read(note, at: at + 1) == nil && !isVisits && !GoalWords.beginsOther(note, at: at + 1)
    }
}
