/// Words that part a goal from what stands around it.
enum GoalWords {
    /// `Frequency:`, `Type of therapy:`, `Planned interventions:` begin something else.
    static func isOtherLabel(_ note: NoteText, at: Int) -> Bool {
        guard note.tokens[at].isWord, let (_, end) = otherLabels.match(note, at: at) else { return false }
        let sign = note.key(end)
        let isFirst =
            at == 0 || note.tokens[at - 1].kind != .word || note.sentenceOfToken[at - 1] != note.sentenceOfToken[at]
        return sign == ":" || isFirst && [".", "-", "\u{2013}", "|"].contains(sign)
            || end > at + 1 && isFirst
                && note.tokens[at].shape != .lower
    }

    /// A line that begins with the name of something else: `plan 2x/wk`.
    static func beginsOther(_ note: NoteText, at: Int) -> Bool {
        at < note.tokens.count && otherLabels.match(note, at: at) != nil
    }

    /// A line that says how often treatment is to be, without a label: `Rec ST 2x/wk x 12 wks`, `See pt 2x/wk`.
    static func isPlan(_ note: NoteText, _ tokens: Range<Int>) -> Bool {
        guard let frequency = tokens.first(where: { FrequencyReader.read(note, at: $0) != nil }) else { return false }
        if beginsOther(note, at: tokens.lowerBound) || frequency == tokens.lowerBound { return true }
        guard let (_, end) = planLeads.match(note, at: tokens.lowerBound), end <= frequency, frequency - end <= 6 else {
            return false
        }
        return !(end..<frequency).contains { ["will", "to", "able", "can", "walks", "walk"].contains(note.key($0)) }
    }

    private static let planLeads = CueTable<Bool>([
        "pt", "ot", "st", "slp", "skilled", "therapy", "treat", "treatment", "tx", "physical therapy",
        "occupational therapy", "speech therapy", "outpatient", "see pt", "see patient", "see client", "to be seen",
        "pt to be seen", "patient to be seen", "will see", "will be seen", "will treat", "pt will be seen",
        "patient will be seen", "recommend", "recommended", "recommending", "attend", "visits", "sessions", "request",
        "requesting", "begin", "start", "initiate", "schedule", "continue", "cont",
    ])

    /// A sentence or line that goes on about the goal before it: its status, baseline, target or time.
    static func continues(_ note: NoteText, at: Int, limit: Int) -> Bool {
        guard at < limit, note.tokens[at].kind != .lineBreak else { return false }
        var place = at
        while place < limit, ["-", "\u{2013}", ">", "(", "*", "[", "\u{2022}"].contains(note.key(place)) { place += 1 }
        guard place < limit else { return false }
        // `3 h, on track`
        if note.number(place) != nil, GoalNumber.read(note, at: place) == nil,
            GoalStatus.first(note, in: place..<min(limit, place + 8)) != nil
        {
            return true
        }
        guard let (_, end) = goesOn.match(note, at: place) else { return false }
        return end <= limit
    }

    static func isNone(_ note: NoteText, _ tokens: Range<Int>) -> Bool {
        guard let (_, end) = none.match(note, at: tokens.lowerBound) else { return false }
        return tokens.upperBound - end <= 6
    }

    /// A line of a section of goals that is a goal and no remark (`Goals discussed.`).
    static func isGoalLike(_ note: NoteText, _ tokens: Range<Int>) -> Bool {
        let words = note.tokens[tokens].filter { $0.isWord || $0.isNumber }
        guard words.count >= 4 else { return false }
        if remark.occurs(note, in: tokens.lowerBound..<min(tokens.upperBound, tokens.lowerBound + 6)) { return false }
        if tokens.contains(where: { ["will", "to", "able", "within", "return"].contains(note.key($0)) }) {
            return true
        }
        return tokens.contains { Quantity.read(note, at: $0) != nil }
    }

    static let columns: Set<String> = [
        "goal", "goals", "ltg", "stg", "baseline", "target", "time", "frame", "timeframe", "status", "current", "date",
        "no",
        "number", "level", "due", "initial", "progress", "area", "long", "short", "term", "measure", "by", "met",
        "weeks",
        "duration", "type", "functional", "problem", "outcome", "prior", "previous", "now", "comments", "n",
    ]

    private static let otherLabels = CueTable<Bool>([
        "frequency", "freq", "duration", "frequency and duration", "frequency/duration", "type of therapy",
        "therapy type",
        "planned interventions", "planned intervention", "interventions", "intervention", "treatment", "treatments",
        "treatment plan", "plan", "plan of care", "poc", "recommend", "rec", "recs", "recommendation",
        "recommendations", "prognosis",
        "rehab potential", "rehabilitation potential", "potential to achieve", "certification", "cert period", "cert",
        "physician certification", "physician signature", "signature", "signed", "electronically signed", "assessment",
        "amount", "therapist", "cpt", "codes", "procedures", "diagnosis", "dx", "treatment dx", "precautions",
        "discharge plan", "reason for discharge", "disposition", "barriers", "assessment/plan", "modalities", "hep",
        "home exercise program", "clinical impression", "skilled need", "medical necessity", "education", "response",
        "billing", "objective", "subjective", "summary", "impression", "reason", "after discharge", "aftercare",
        "after care",
        "home plan", "home program", "home programme", "next steps", "professional judgement", "professional judgment",
        "patient education", "plan frequency",
    ])

    private static let goesOn = CueTable<Bool>([
        "goal met", "goal not met", "goal partially met", "goal partly met", "goal progressing", "goal ongoing",
        "goal status", "goal achieved", "goal discontinued", "goal revised", "goal upgraded", "goal in progress",
        "status", "baseline", "current", "currently", "target", "target date", "timeframe", "time frame", "due",
        "initial",
        "met", "not met", "partially met", "partly met", "unmet", "progressing", "ongoing", "in progress", "achieved",
        "progress", "% met", "now", "eval", "initially", "at eval", "today", "level", "to be met", "to be achieved",
        "expected", "anticipated", "by discharge", "emerging", "improving", "continue goal", "discontinued", "deferred",
        "prior", "previous", "previously", "this goal", "last report", "plof", "percent", "partial",
    ])

    private static let none = CueTable<Bool>([
        "none", "tbd", "to be determined", "to be set", "to be established", "not established", "not set", "n/a",
        "pending",
        "deferred", "see flow sheet", "see flowsheet", "see chart", "not applicable", "unknown", "will be set",
        "will be established", "will be determined", "not yet", "see attached",
    ])

    private static let remark = CueTable<Bool>([
        "goals discussed", "goals reviewed", "goals established", "goals set", "goals were discussed",
        "goals were reviewed",
        "goals updated", "discussed with", "reviewed with", "pt agrees", "patient agrees", "in agreement",
        "pt in agreement",
        "pt and family agree",
    ])
}
