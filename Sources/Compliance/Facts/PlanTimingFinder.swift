import Kernel

/// Finds the plan's frequency and duration and leaves alone what only looks like them.
struct PlanTimingFinder {
    private let note: NoteText
    private let outline: Outline
    private let dates: NoteDates
    /// Tokens of goals, whose times are horizons.
    private let goals: [Range<Int>]

    static func find(_ note: NoteText, _ outline: Outline, _ dates: NoteDates, goals: [Goal]) -> PlanTiming {
        PlanTimingFinder(
            note: note, outline: outline, dates: dates, goals: goals.map { note.tokens(in: $0.range) }
        ).find()
    }

    private struct Ranked<Value> {
        let rank: Int
        let at: Int
        let value: Value
    }

    private func find() -> PlanTiming {
        var frequencies: [Ranked<PlanFrequency>] = []
        var durations: [Ranked<PlanDuration>] = []
        var at = 0
        while at < note.tokens.count {
            if isInGoal(at) {
                at += 1
                continue
            }
            if let found = FrequencyReader.read(note, at: at) {
                if let rank = rank(frequency: found) {
                    let range = note.range(ofTokens: found.tokens)
                    frequencies.append(
                        Ranked(rank: rank, at: at, value: PlanFrequency(range: range, perWeek: found.perWeek)))
                    if let days = found.days {
                        durations.append(
                            Ranked(rank: rank, at: at, value: PlanDuration(range: range, length: .days(days))))
                    }
                    if let following = following(found) {
                        durations.append(Ranked(rank: rank, at: at, value: following))
                    }
                }
                at = found.tokens.upperBound
            } else {
                at += 1
            }
        }
        let anchors = frequencies.map { note.tokens(in: $0.value.range) }
        for at in note.tokens.indices where !isInGoal(at) {
            if let found = duration(at: at, frequencies: anchors) { durations.append(found) }
        }
        durations += intervals()
        return PlanTiming(
            frequencies: frequencies.sorted { ($1.rank, $0.at) < ($0.rank, $1.at) }.map(\.value),
            durations: durations.sorted { ($1.rank, $0.at) < ($0.rank, $1.at) }.map(\.value),
            open: open(TimingWords.openFrequency), openEnd: open(TimingWords.openEnd))
    }

    private func isInGoal(_ at: Int) -> Bool { goals.contains { $0.contains(at) } }

    private func kind(_ at: Int) -> SectionKind { outline.section(at: note.tokens[at].range.lowerBound).kind }

    /// Of one sentence, between semicolons, and behind the last goal.
    private func clause(_ tokens: Range<Int>) -> Range<Int> {
        let clause = note.clause(around: tokens, endedBy: [".", ";", "?", "!", "\u{2022}"])
        let sentence = note.tokens(in: note.sentence(at: note.tokens[tokens.lowerBound].range.lowerBound))
        let goal = goals.map(\.upperBound).filter { $0 <= tokens.lowerBound }.max() ?? 0
        let start = max(clause.lowerBound, sentence.lowerBound, goal)
        return min(start, tokens.lowerBound)..<max(tokens.upperBound, min(clause.upperBound, sentence.upperBound))
    }

    // MARK: frequency

    /// Nil for a frequency of something else; the higher, the surer it is the plan's.
    private func rank(frequency found: FrequencyReader.Found) -> Int? {
        let clause = clause(found.tokens)
        let before = max(clause.lowerBound, found.tokens.lowerBound - 12)..<found.tokens.lowerBound
        let behind = found.tokens.upperBound..<min(clause.upperBound, found.tokens.upperBound + 4)
        if TimingWords.denied.occurs(note, in: before.lowerBound..<behind.upperBound) { return nil }
        let label = max(clause.lowerBound, found.tokens.lowerBound - 5)..<found.tokens.lowerBound
        if TimingWords.frequencyLabel.occurs(note, in: label), !TimingWords.otherFrequency.occurs(note, in: before) {
            return 4
        }
        if isOfSomethingElse(found, before: before, behind: behind) { return nil }
        let planned = TimingWords.therapy.occurs(note, in: clause)
        if found.perWeek > 7, !isBesideTherapy(found.tokens) { return nil }
        switch kind(found.tokens.lowerBound) {
        case .plan, .certification, .goals: return planned ? 4 : found.isDaily ? nil : 3
        case .assessment, .recommendations, .other: return planned ? 3 : found.isDaily ? nil : 1
        case .header, .status: return planned ? 2 : nil
        case .subjective, .history, .reason:
            return planned && !TimingWords.order.occurs(note, in: clause) && !TimingWords.past.occurs(note, in: clause)
                ? 2 : nil
        case .objective, .tests, .intervention, .billing, .response, .signature: return planned ? 1 : nil
        }
    }

    /// `PT BID` in a hospital; medicines have such frequencies more often.
    private func isBesideTherapy(_ tokens: Range<Int>) -> Bool {
        let near = max(0, tokens.lowerBound - 2)..<min(note.tokens.count, tokens.upperBound + 1)
        return near.contains {
            ["pt", "ot", "slp", "st", "therapy", "visits", "sessions", "treatment"].contains(note.key($0))
        }
    }

    /// `HEP 2x/day`, `falls twice a week`, `3x/week at the gym`: the nearest word that tells decides.
    private func isOfSomethingElse(
        _ found: FrequencyReader.Found, before: Range<Int>, behind: Range<Int>
    ) -> Bool {
        var end = behind.lowerBound
        while end < behind.upperBound, ![",", "x", "for", ";", "("].contains(note.key(end)) { end += 1 }
        if TimingWords.otherUse.occurs(note, in: behind.lowerBound..<end) { return true }
        if found.perWeek <= 7, following(found) != nil, isPlan(kind(found.tokens.lowerBound)) { return false }
        for at in before.reversed() {
            if let (_, last) = TimingWords.otherUse.match(note, at: at), last <= before.upperBound { return true }
            if let (_, last) = TimingWords.therapy.match(note, at: at), last <= before.upperBound {
                return isVisitOfOthers(at, in: before)
            }
        }
        return false
    }

    /// `hospital visits`, `sees her cardiologist, visits 2x/month`.
    private func isVisitOfOthers(_ at: Int, in before: Range<Int>) -> Bool {
        guard ["visit", "visits", "appointments", "sessions"].contains(note.key(at)) else { return false }
        return (max(before.lowerBound, at - 3)..<at).contains { TimingWords.otherHosts.match(note, at: $0) != nil }
    }

    private func isPlan(_ kind: SectionKind) -> Bool { kind == .plan || kind == .certification || kind == .goals }

    /// `x 8 weeks`, `for 12 visits`, `x 8`, `; 24 visits total` right behind a frequency.
    private func following(_ found: FrequencyReader.Found) -> PlanDuration? {
        var place = found.tokens.upperBound
        while [",", "(", "-", "\u{2013}", "/"].contains(note.key(place)) { place += 1 }
        if ["through", "thru", "until", "to"].contains(note.key(place)), place + 1 < note.tokens.count {
            let offset = note.tokens[place + 1].range.lowerBound
            let end = dates.dates.first { $0.range.lowerBound == offset && $0.precision != .year }
            if let end, let day = end.date { return PlanDuration(range: end.range, length: .until(day)) }
        }
        guard ["x", "for", "over", "times", "\u{D7}"].contains(note.key(place)) else { return nil }
        place += 1
        while ["a", "total", "of", "the", "next", "up", "to", "an", "additional", "initial", "estimated"].contains(
            note.key(place))
        { place += 1 }
        if let span = span(at: place) { return span }
        // 2x/wk x 8: weeks are meant
        guard found.perWeek <= 7, let weeks = note.wholeNumber(place), weeks > 0, weeks <= 52,
            note.key(place + 1) != "/",
            Quantity.readUnit(note, place + 1).unit == nil
        else { return nil }
        return PlanDuration(range: note.range(ofTokens: place..<(place + 1)), length: .days(weeks * 7))
    }

    // MARK: duration

    /// `8 weeks`, `90 days`, `24 visits`, `24 total visits` at token `at`.
    private func span(at: Int) -> PlanDuration? {
        if let count = note.wholeNumber(at) ?? Quantity.words[note.key(at)].map(Int.init), count > 0, count < 200 {
            var place = at + 1
            while [
                "total", "skilled", "therapy", "pt", "ot", "st", "slp", "treatment", "more", "additional", "outpatient",
            ].contains(note.key(place)) {
                place += 1
            }
            if ["visits", "sessions", "treatments", "visit", "appointments"].contains(note.key(place)) {
                return PlanDuration(range: note.range(ofTokens: at..<(place + 1)), length: .visits(count))
            }
        }
        guard let span = GoalHorizon.span(note, at: at) else { return nil }
        let last = note.key(span.tokens.upperBound - 1)
        if ["visits", "sessions", "treatments", "visit"].contains(last) { return nil }
        return PlanDuration(range: note.range(ofTokens: span.tokens), length: .days(span.days))
    }

    private func duration(at: Int, frequencies: [Range<Int>]) -> Ranked<PlanDuration>? {
        guard note.tokens[at].isNumber || Quantity.words[note.key(at)] != nil else { return nil }
        if frequencies.contains(where: { $0.contains(at) }) { return nil }
        if at > 0, ["/", "."].contains(note.key(at - 1)), note.tokens[at - 1].touches(note.tokens[at]) { return nil }
        guard let found = span(at: at) else { return nil }
        let tokens = note.tokens(in: found.range)
        let clause = clause(tokens)
        let before = max(clause.lowerBound, tokens.lowerBound - 9)..<tokens.lowerBound
        let behind = tokens.upperBound..<min(clause.upperBound, tokens.upperBound + 4)
        if TimingWords.past.occurs(note, in: behind) || TimingWords.pastBefore.occurs(note, in: before) { return nil }
        let near = max(clause.lowerBound, tokens.lowerBound - 6)..<behind.upperBound
        if TimingWords.otherDuration.occurs(note, in: near) { return nil }
        if TimingWords.denied.occurs(note, in: before) { return nil }
        let isCued =
            TimingWords.durationLabel.occurs(note, in: before) || TimingWords.durationBehind.occurs(note, in: behind)
        let sharesClause = frequencies.contains {
            $0.lowerBound >= clause.lowerBound && $0.upperBound <= clause.upperBound
        }
        if !isCued, !sharesClause {
            if isLedTo(tokens) { return Ranked(rank: 4, at: at, value: found) }
            guard isAlone(tokens) else { return nil }
            if isBelowLabel(tokens) { return Ranked(rank: 4, at: at, value: found) }
            return [.plan, .certification].contains(kind(at)) ? Ranked(rank: 2, at: at, value: found) : nil
        }
        switch kind(at) {
        case .subjective, .history, .reason, .intervention, .billing, .objective, .tests:
            guard isCued && TimingWords.therapy.occurs(note, in: clause) || sharesClause else { return nil }
            return Ranked(rank: 1, at: at, value: found)
        case .plan, .certification, .goals: return Ranked(rank: isCued ? 4 : 3, at: at, value: found)
        default: return Ranked(rank: isCued ? 3 : 2, at: at, value: found)
        }
    }

    /// A sentence that is nothing but this time: `12 weeks.`
    private func isAlone(_ tokens: Range<Int>) -> Bool {
        let sentence = note.tokens(in: note.sentence(at: note.tokens[tokens.lowerBound].range.lowerBound))
        return sentence.allSatisfy { at in
            tokens.contains(at) || !note.tokens[at].isWord && !note.tokens[at].isNumber
                || ["for", "x"].contains(note.key(at))
        }
    }

    /// `Duration .......... 6 weeks`
    private func isLedTo(_ tokens: Range<Int>) -> Bool {
        let line = note.tokensOfLine(tokens.lowerBound)
        return ["duration", "length"].contains(note.key(line.lowerBound))
            && (line.lowerBound + 1..<tokens.lowerBound).allSatisfy { !note.tokens[$0].isWord }
    }

    /// The line above says no more than `Duration`.
    private func isBelowLabel(_ tokens: Range<Int>) -> Bool {
        let line = note.line(at: note.tokens[tokens.lowerBound].range.lowerBound)
        guard line > 0 else { return false }
        let words = note.tokens(in: note.lines[line - 1]).filter { note.tokens[$0].isWord }
        guard let first = words.first, words.count <= 4 else { return false }
        return words.contains { ["duration", "length"].contains(note.key($0)) }
            && !TimingWords.otherDuration.occurs(note, in: first..<(words.last ?? first) + 1)
    }

    /// `Cert period 03/04/2025 - 05/28/2025`, `POC dates: … to …`, `through 5/28/25`.
    private func intervals() -> [Ranked<PlanDuration>] {
        let all = dates.dates
        var found: [Ranked<PlanDuration>] = []
        for (index, first) in all.enumerated() {
            guard let from = first.date else { continue }
            let token = note.firstToken(from: first.range.lowerBound)
            guard token < note.tokens.count, !isInGoal(token) else { continue }
            let clause = clause(token..<(token + 1))
            let before = max(clause.lowerBound, token - 10)..<token
            guard TimingWords.intervalLabel.occurs(note, in: before), !TimingWords.past.occurs(note, in: before) else {
                continue
            }
            if index + 1 < all.count, let to = all[index + 1].date, from < to,
                isJoined(first.range.upperBound..<all[index + 1].range.lowerBound)
            {
                let range = first.range.lowerBound..<all[index + 1].range.upperBound
                found.append(
                    Ranked(rank: 3, at: token, value: PlanDuration(range: range, length: .interval(from: from, to: to)))
                )
            } else if token > 0,
                ["through", "thru", "until", "to", "end", "ends", "expires"].contains(note.key(token - 1))
            {
                if index > 0, isJoined(all[index - 1].range.upperBound..<first.range.lowerBound) { continue }
                found.append(Ranked(rank: 2, at: token, value: PlanDuration(range: first.range, length: .until(from))))
            }
        }
        return found
    }

    private func isJoined(_ between: Range<Int>) -> Bool {
        guard between.count <= 14 else { return false }
        let keys = note.tokens[note.tokens(in: between)].map(\.key)
        return keys.contains { ["-", "\u{2013}", "\u{2014}", "to", "thru", "through", "until"].contains($0) }
            && keys.count <= 3
    }

    private func open(_ cues: CueTable<Bool>) -> Range<Int>? {
        for at in note.tokens.indices where !isInGoal(at) {
            if let (_, end) = cues.match(note, at: at) { return note.range(ofTokens: at..<end) }
        }
        return nil
    }
}
