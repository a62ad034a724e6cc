/// Words between a label and its values.
enum MeasureWords {
    /// What is to be reached, or to be done.
    static let target = CueTable<Bool>([
        "will", "goal", "goals", "ltg", "stg", "ltgs", "stgs", "target", "increase", "improve", "reach", "achieve",
        "attain", "score of", "at least", "return to", "restore", "to be", "able to", "until", "retest", "re-test",
        "repeat", "reassess", "next visit", "next session", "if", "when", "criteria", "criterion", ">", "\u{2265}",
        "within", "in order to", "decrease", "reduce", "progress to", "maximize", "so that",
    ])

    /// What was found when treatment began.
    static let baseline = CueTable<Bool>([
        "initial assessment", "initial evaluation", "at start of care", "start of care", "baseline", "current",
        "currently", "present", "presents", "at evaluation", "at eval", "on evaluation", "evaluation findings",
        "findings", "functional limitation", "functional limitations", "functional level", "level of function",
        "limitation", "limitations", "deficit", "deficits", "impairment", "impairments", "today", "measured",
        "problem", "problems", "history", "objective", "status", "exam",
    ])

    /// Of the time before the condition.
    static let past = CueTable<Bool>([
        "prior level", "prior function", "prior functional", "prior status", "plof", "premorbid", "premorbidly",
        "before the", "before this", "before her", "before his", "prior to", "used to", "previous level", "until the",
    ])

    static let earlier = CueTable<Bool>([
        "initial", "initially", "baseline", "eval", "evaluation", "ie", "at eval", "at evaluation", "start",
        "admission", "adm", "soc",
        "start of care", "previous", "previously", "prev", "prior", "last", "last report", "last visit", "last pr",
        "was",
        "were", "from", "pre", "preop", "first", "before", "at ie", "intake", "on eval", "last note",
        "last reporting period", "beginning", "then", "admit", "outset", "at the outset", "entry", "initial visit",
        "first visit", "first day", "at admission", "on admission", "start of therapy",
    ])
    static let now = CueTable<Bool>([
        "now", "today", "current", "currently", "present", "discharge", "d/c", "dc", "final", "end", "at discharge",
        "re-eval",
        "reeval", "post", "to", "this report", "this visit", "presently", "recent", "latest", "at d/c", "is now",
        "status",
        "progressed to", "exit", "at exit", "finish", "completion", "closing", "this date", "re-assessment",
        "reassessment", "at present", "retest", "re-test",
    ])
    static let change = CueTable<Bool>([
        "improved", "increased", "decreased", "reduced", "declined", "progressed", "gained", "up", "down", "rose",
        "dropped",
        "improvement", "increase", "decrease", "gain", "vs", "versus", "compared", "change", "advanced", "lost",
        "worsened", "risen", "grew", "grown", "climbed", "fallen", "gone",
        "unchanged", "regressed", "fell", "went", "changed", "better", "worse",
    ])
    /// Joins values of one measure without telling when.
    static let joining: Set<String> = [
        "and", "at", "in", "on", "of", "is", "are", "the", "a", "score", "scored", "scores", "with", "then", "by", "no",
        "out", "for", "as", "visit",
        "today's", "x", "r", "l", "per", "remains", "still", "same", "report", "reported", "total", "date", "measured",
        "mean",
        "average", "avg", "approximately", "only", "now:", "using", "without", "w", "c", "wk", "week", "weeks", "has",
        "have", "been", "pt", "which", "day", "it", "took", "takes", "take", "needed", "needs", "measured", "measures",
    ]
    static let arrows: Set<String> = ["\u{2192}", "\u{27F6}", "\u{2794}", "\u{BB}", "\u{21D2}", "\u{27A1}"]

    /// Tokens of an arrow at `at`; zero when there is none.
    static func arrow(_ note: NoteText, _ at: Int) -> Int {
        if arrows.contains(note.key(at)) { return 1 }
        if ["-", "="].contains(note.key(at)), note.key(at + 1) == ">" { return 2 }
        if note.key(at) == "-", note.key(at + 1) == "-", note.key(at + 2) == ">" { return 3 }
        if note.key(at) == ">", note.key(at + 1) == ">" { return 2 }
        return 0
    }
}

extension Measure.Value {
    func isComparable(to other: Self) -> Bool {
        if let level, let theirs = other.level { return level >= 0 && theirs >= 0 }
        if level == 0 || other.level == 0 { return true }
        guard level == nil, other.level == nil else { return false }
        if let denominator, let theirs = other.denominator { return denominator == theirs }
        guard (denominator == nil) == (other.denominator == nil) else { return unit == nil && other.unit == nil }
        return unit == other.unit || unit == nil || other.unit == nil
    }
}
