import Kernel

/// `LTG 1:`, `Long-term goals (8 weeks):`, `STG 2 wk:`, `Goal #3 -`, `Patient's goal:`.
struct GoalLabel {
    let term: Goal.Term
    let tokens: Range<Int>
    let number: Int?
    let horizon: GoalHorizon?

    /// Nothing but a line's end follows, or a line that ends with a colon: its goals stand below.
    func isHeading(_ note: NoteText) -> Bool {
        let line = note.tokens(from: tokens.upperBound, atMost: 60)
        let words = note.tokens[line].filter { $0.kind != .symbol }
        if words.isEmpty { return true }
        return line.count < 14 && note.key(line.upperBound - 1) == ":" && line.upperBound < note.tokens.count
    }

    /// Every label in order. A mention inside a sentence (`focusing on LTG 2.`) is none.
    static func all(_ note: NoteText, dates: NoteDates? = nil, start: CivilDate? = nil) -> [GoalLabel] {
        var found: [GoalLabel] = []
        var at = 0
        while at < note.tokens.count {
            if let label = read(note, at: at, dates, start) {
                found.append(label)
                at = label.tokens.upperBound
            } else {
                at += 1
            }
        }
        return found
    }

    private static func read(
        _ note: NoteText, at: Int, _ dates: NoteDates?, _ start: CivilDate?
    ) -> GoalLabel? {
        guard let (term, words) = names.match(note, at: at), note.tokens[at].isWord else { return nil }
        var place = words
        var number: Int?
        var horizon: GoalHorizon?
        if note.key(place) == "#" || note.key(place) == "-" && note.tokens[place - 1].touches(note.tokens[place]) {
            place += 1
        }
        if let span = GoalHorizon.span(note, at: place) {
            horizon = span
            place = span.tokens.upperBound
        } else if let written = note.wholeNumber(place), written < 30 {
            number = written
            place += 1
        } else if let letter = letter(note, place) {
            number = letter
            place += 1
        }
        // `(LTG, 10 wks)`; `Long-term goals, 8 weeks` over a list
        if note.key(place) == ",", let span = GoalHorizon.span(note, at: place + 1),
            note.key(at - 1) == "(" || ["\n", ":", ""].contains(note.key(span.tokens.upperBound))
        {
            horizon = span
            place = span.tokens.upperBound
        }
        while note.key(place) == "s" || note.key(place) == "'s" { place += 1 }
        if note.key(place) == "(", let close = closing(note, place) {
            for inner in place..<close where horizon == nil { horizon = GoalHorizon.span(note, at: inner) }
            place = close + 1
        } else if ["to", "in", "by", "for", "x"].contains(note.key(place)), horizon == nil,
            let span = GoalHorizon.span(note, at: place + 1),
            [":", "-", "\n", "."].contains(note.key(span.tokens.upperBound))
        {
            horizon = span
            place = span.tokens.upperBound
        }
        if let preamble = preamble(note, from: place, dates, start), isItemStart(note, at) {
            return GoalLabel(term: term, tokens: at..<preamble.end, number: nil, horizon: preamble.horizon ?? horizon)
        }
        // `our long-term goal is that …`, `the long-term goals are for her to …`
        if term == .long || term == .short, ["is", "are"].contains(note.key(place)),
            ["that", "to", "for", "as"].contains(note.key(place + 1))
        {
            return GoalLabel(term: term, tokens: at..<(place + 1), number: number, horizon: horizon)
        }
        if let heading = heading(note, at: at, from: place, dates, start) {
            if isOutcome(note, at), heading.horizon == nil { return nil }
            return GoalLabel(term: term, tokens: at..<heading.end, number: nil, horizon: heading.horizon ?? horizon)
        }
        if isOutcome(note, at) { return nil }
        let sign = note.key(place)
        let hasSign =
            [":", ")", "]", "=", "\u{2013}", "|"].contains(sign) || sign == "-" || sign == "." && number != nil
        let startsItem = isItemStart(note, at)
        if term == .patient {
            guard hasSign || startsItem || ["is", "are", "in", "to"].contains(sign) else { return nil }
        } else {
            guard
                startsItem || hasSign && sign != "." && sign != ")" || hasSign && number != nil && isFreePlace(note, at)
            else {
                return nil
            }
            // `Potential to achieve goals: good`
            if isGeneral(note, at..<words), !startsItem, at > 0, note.tokens[at - 1].isWord { return nil }
            if isGeneral(note, at..<words), !hasSign, note.key(place) != "\n", !(number != nil && startsItem) {
                return nil
            }
        }
        while place < note.tokens.count, [":", ")", "]", "=", ".", "*", "-", "\u{2013}", "|"].contains(note.key(place))
        {
            place += 1
        }
        return GoalLabel(term: term, tokens: at..<place, number: number, horizon: horizon)
    }

    /// The A of `Goal A`; in small letters with a sign behind it, as in `ltg a.`.
    private static func letter(_ note: NoteText, _ at: Int) -> Int? {
        guard at < note.tokens.count, note.tokens[at].isWord, note.tokens[at].range.count == 1,
            note.tokens[at].shape != .lower || [".", ")", ":"].contains(note.key(at + 1))
        else { return nil }
        return ["a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6][note.key(at)]
    }

    /// `Goals by D/C (10 wks):`, `LTGs to be met in 8 weeks:`: a line that begins with the label and ends with a colon.
    private static func heading(
        _ note: NoteText, at: Int, from: Int, _ dates: NoteDates?, _ start: CivilDate?
    ) -> (end: Int, horizon: GoalHorizon?)? {
        let line = note.tokens(from: from, atMost: 14)
        guard isItemStart(note, at), line.count > 1, line.count < 14 else { return nil }
        let hasColon = note.key(line.upperBound - 1) == ":"
        // a heading without a colon stands over a list
        guard hasColon || GoalNumber.read(note, at: line.upperBound + 1) != nil else { return nil }
        let inside = line.lowerBound..<(hasColon ? line.upperBound - 1 : line.upperBound)
        guard !inside.contains(where: { note.key($0) == ":" }) else { return nil }
        let horizon = GoalHorizon.first(note, in: inside, dates: dates, start: start)
        let hasDate = dates.map { !$0.dates(in: note.range(ofTokens: inside)).isEmpty } ?? false
        return horizon == nil && !(hasColon && hasDate) ? nil : (line.upperBound, horizon)
    }

    /// `, to be met in 12 weeks.`, `, by the end of 6 weeks:`: words that only say until when, up to a stop or a colon.
    private static func preamble(
        _ note: NoteText, from: Int, _ dates: NoteDates?, _ start: CivilDate?
    ) -> (end: Int, horizon: GoalHorizon?)? {
        let line = note.tokens(from: from, atMost: 16)
        guard let stop = line.first(where: { [".", ":"].contains(note.key($0)) }), stop > from + 1 else { return nil }
        let inside = from..<stop
        guard let horizon = GoalHorizon.first(note, in: inside, dates: dates, start: start),
            inside.allSatisfy({ at in
                horizon.tokens.contains(at) || !note.tokens[at].isWord || untilWhen.contains(note.key(at))
            })
        else { return nil }
        return (stop + 1, horizon)
    }

    private static let untilWhen: Set<String> = [
        "to", "be", "met", "reached", "achieved", "attained", "completed", "in", "by", "within", "the", "end", "of",
        "over", "next", "for", "this", "plan", "care", "episode", "are", "expected", "target", "date", "set", "at",
        "discharge", "time", "frame", "timeframe", "functional", "a", "period", "about",
    ]

    /// The term that words of a heading tell.
    static func term(_ note: NoteText, in tokens: Range<Int>) -> Goal.Term {
        for at in tokens {
            if let (term, _) = names.match(note, at: at) { return term }
        }
        return .unlabelled
    }

    private static func closing(_ note: NoteText, _ open: Int) -> Int? {
        note.tokens(from: open, atMost: 14).first { note.key($0) == ")" }
    }

    private static func isItemStart(_ note: NoteText, _ at: Int) -> Bool {
        guard at > 0 else { return true }
        if note.sentenceOfToken[at - 1] != note.sentenceOfToken[at] { return true }
        let before = note.tokens[at - 1]
        if before.kind == .lineBreak { return true }
        return before.kind == .symbol && ["-", "*", "\u{2022}", "|", ":", "[", "#", ">", "=", "("].contains(before.key)
            || [")", "."].contains(before.key) && at > 1 && note.tokens[at - 2].isNumber
    }

    /// Not behind a word that makes it a mention: `toward LTG 1)`, `per LTG 2`.
    private static func isFreePlace(_ note: NoteText, _ at: Int) -> Bool {
        at == 0
            || !["on", "to", "toward", "towards", "of", "per", "for", "and", "with", "see", "met", "upgrade"].contains(
                note.key(at - 1))
    }

    /// `OUTCOMES BY 10 WEEKS` are goals, `Outcomes:` are results.
    private static func isOutcome(_ note: NoteText, _ at: Int) -> Bool {
        ["outcomes", "aims", "targets", "objectives", "what", "expected", "anticipated"].contains(note.key(at))
    }

    private static func isGeneral(_ note: NoteText, _ words: Range<Int>) -> Bool {
        words.count == 1 && ["goal", "goals", "outcome", "objectives"].contains(note.key(words.lowerBound))
    }

    private static let names = CueTable<Goal.Term>([
        (
            [
                "LTG", "LTGs", "LTG's", "long term goal", "long term goals", "long-term goal", "long-term goals",
                "longterm goal", "longterm goals", "long term functional goal", "long term functional goals",
                "long-term functional goal", "long-term functional goals", "long term objective",
                "long term objectives",
                "long-term objectives", "long range goal", "long range goals", "long-range goals", "LT goal",
                "LT goals",
                "L.T.G.", "discharge goal", "discharge goals", "D/C goals", "DC goals", "episode goals", "end goals",
                "long term outcome", "long-term outcome", "long term outcomes", "long-term outcomes", "long term",
                "long-term", "outcome (long term)", "outcomes (long term)", "goals (long term)", "goal (long term)",
                "goals - long term",
                "goals for discharge", "goals by discharge", "goals at discharge", "goals for this episode",
                "goals for the episode", "LT",
            ], .long
        ),
        (
            [
                "STG", "STGs", "STG's", "short term goal", "short term goals", "short-term goal", "short-term goals",
                "shortterm goals", "short term functional goals", "short-term functional goals", "short term objective",
                "short term objectives", "short-term objectives", "short range goals", "ST goal", "ST goals", "S.T.G.",
                "short term", "short-term", "goals (short term)", "goal (short term)", "goals - short term",
            ], .short
        ),
        (
            [
                "patient goal", "patient goals", "patient's goal", "patient's goals", "pt goal", "pt goals",
                "pt's goal",
                "pt's goals", "client goal", "client goals", "client's goal", "client's goals", "his goal", "her goal",
                "their goal", "his goals", "her goals", "family goal", "family goals", "personal goal",
                "personal goals",
                "patient stated goal", "patient-stated goal", "pt stated goal", "goal in own words", "my goal",
                "goal in patient's own words", "caregiver goal", "resident goal", "patient reported goal",
                "goal of patient",
                "goal per patient", "goals per patient", "goal per pt", "stated goal",
            ], .patient
        ),
        (
            [
                "goal", "goals", "functional goal", "functional goals", "therapy goal", "therapy goals",
                "treatment goal",
                "treatment goals", "PT goals", "OT goals", "SLP goals", "ST goals", "rehab goals", "plan goals",
                "outcome goals", "measurable goals", "goals of care", "goals of treatment", "outcomes", "aims",
                "targets",
                "objectives", "what we aim for", "expected outcomes", "anticipated outcomes",
                "expected functional outcomes", "anticipated goals",
            ], .unlabelled
        ),
    ])
}
