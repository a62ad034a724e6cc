/// What says how far a goal has come.
enum GoalStatus {
    /// Code points of the first in some tokens.
    static func first(_ note: NoteText, in tokens: Range<Int>) -> Range<Int>? {
        for at in tokens {
            if let (_, end) = words.match(note, at: at), end <= tokens.upperBound, isStatus(note, at, tokens) {
                return note.range(ofTokens: at..<end)
            }
            if let end = labelled(note, at, tokens) { return note.range(ofTokens: at..<end) }
            if let end = share(note, at, tokens) { return note.range(ofTokens: at..<end) }
        }
        return nil
    }

    /// `will have met`, `until met` and `to be achieved` are part of a goal.
    private static func isStatus(_ note: NoteText, _ at: Int, _ tokens: Range<Int>) -> Bool {
        var before = at - 1
        while before >= tokens.lowerBound, at - before <= 2 {
            if ["will", "be", "until", "till", "if", "once", "when", "by"].contains(note.key(before)) { return false }
            before -= 1
        }
        return true
    }

    /// `Status: 500 ft`, and a goal that ends with `: yes` or `: no, needs help`.
    private static func labelled(_ note: NoteText, _ at: Int, _ tokens: Range<Int>) -> Int? {
        guard at + 2 < tokens.upperBound, note.key(at + 1) == ":" || note.key(at) == ":" else { return nil }
        if note.key(at) == "status" {
            let next = note.tokens[at + 2]
            return next.isWord || next.isNumber ? at + 3 : nil
        }
        guard note.key(at) == ":", ["yes", "no"].contains(note.key(at + 1)) else { return nil }
        return at + 2
    }

    /// `75 % met`, `40% of target reached`, `60 percent progress`, `at 50% of goal`.
    private static func share(_ note: NoteText, _ at: Int, _ tokens: Range<Int>) -> Int? {
        guard note.number(at) != nil, ["%", "percent"].contains(note.key(at + 1)) else { return nil }
        for place in (at + 2)..<(at + 8) where place < tokens.upperBound {
            if ["met", "reached", "achieved", "attained", "progress", "complete", "completed", "accomplished"].contains(
                note.key(place))
                || ["target", "goal", "way"].contains(note.key(place)) && note.key(at + 2) == "of"
            {
                return place + 1
            }
        }
        return nil
    }

    private static let words = CueTable<Bool>([
        "met", "not met", "partially met", "partly met", "mostly met", "nearly met", "unmet", "goal met", "not yet met",
        "achieved", "partially achieved", "not achieved", "attained", "not attained", "accomplished", "mastered",
        "progressing", "not progressing", "in progress", "making progress", "ongoing", "on going", "on-going",
        "on track",
        "emerging", "regressed", "regressing", "declined", "no change", "unchanged", "no progress", "minimal progress",
        "limited progress", "good progress", "steady progress", "slow progress", "some progress", "partial progress",
        "plateaued", "plateau", "discontinued", "discontinue goal", "deferred", "revised", "upgraded", "downgraded",
        "modified goal", "continue goal", "goal continues", "continue with goal", "cont goal", "not addressed",
        "not yet addressed", "not initiated", "improving", "improved", "partial", "advancing", "exceeded", "surpassed",
        "resolved", "close to met", "almost met", "nearly achieved", "not started", "goal remains",
        "remains appropriate",
        "carried over", "d/c goal", "not yet", "reached", "not reached", "partly reached", "partially reached",
        "fulfilled",
        "exceeded", "completed", "not completed", "not assessed", "not reassessed", "not retested", "unable to assess",
        "unknown", "nearly there", "almost there", "on hold", "abandoned", "dropped", "worsening", "worsened",
        "status quo", "maintained", "half way", "halfway", "half-way", "under way", "underway",
    ])
}
