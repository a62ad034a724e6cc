/// Reads kind and discipline out of a note's first lines.
struct TitleReader {
    var types: [(NoteType, Double, Range<Int>)] = []
    var disciplines: [(Discipline, Double, Range<Int>)] = []
    var isRecertification = false

    static func read(_ note: NoteText) -> TitleReader {
        var reader = TitleReader()
        var seen = 0
        for (index, line) in note.lines.enumerated() where !line.isEmpty && index < 14 {
            let all = note.tokens(in: line)
            guard note.tokens[all].contains(where: \.isWord) else { continue }
            seen += 1
            // a note run together has its title at the beginning of a long line
            reader.read(note, all.prefix(32), line: seen)
            if seen >= 5 { break }
        }
        return reader
    }

    private mutating func read(_ note: NoteText, _ tokens: Range<Int>, line: Int) {
        var kinds = TitleWords.types.matches(note, in: tokens).filter { !isMention(note, $0.tokens, line: line) }
        // SOAP is a format, a session or a treatment has every note: beside another kind they tell nothing
        if kinds.contains(where: { !$0.meaning.isFormat }) { kinds.removeAll { $0.meaning.isFormat } }
        // `progress note (daily)` is what was done that day
        if kinds.contains(where: { $0.meaning.type == .daily }) { kinds.removeAll { $0.meaning.isNote } }
        let named =
            TitleWords.disciplines.matches(note, in: tokens)
            + TitleWords.short.matches(note, in: tokens).filter { isDiscipline(note, $0.tokens, kinds.map(\.tokens)) }
        let hasTitle = !types.isEmpty
        let position = line <= 2 ? 1.0 : line == 3 ? 0.8 : 0.5
        for (kind, range) in kinds {
            let isNear = named.contains { gap($0.tokens, range) <= 8 }
            let weight = (isNear ? 10 : kind.weight) * position
            types.append((kind.type, hasTitle ? min(2, weight) : weight, range))
            if kind.isRecertification { isRecertification = true }
        }
        let hasDiscipline = disciplines.contains { $0.1 >= 8 }
        for (discipline, range) in named {
            let isNear = kinds.contains { gap($0.tokens, range) <= 8 }
            disciplines.append((discipline, (isNear && !hasDiscipline ? 10 : 3) * position, range))
        }
    }

    private func gap(_ one: Range<Int>, _ other: Range<Int>) -> Int {
        one.upperBound <= other.lowerBound ? other.lowerBound - one.upperBound : one.lowerBound - other.upperBound
    }

    /// `referred for evaluation`, `since discharge from hospital`, `last progress report`.
    private func isMention(_ note: NoteText, _ tokens: Range<Int>, line: Int) -> Bool {
        let before = note.key(tokens.lowerBound - 1)
        let next = note.key(tokens.upperBound)
        // `progress report written at visit 6`
        if line > 2,
            ["written", "done", "due", "completed", "sent", "was", "is", "at", "by", "on", "until"].contains(next)
        {
            return true
        }
        if next == "from", TitleWords.care.match(note, at: tokens.upperBound + 1) != nil { return false }
        return [
            "for", "from", "since", "after", "last", "until", "per", "hospital", "date", "previous", "prior", "see",
        ].contains(before)
            || tokens.count == 1 && ["date", "dx", "from", "home"].contains(next)
    }

    /// `PT` stands for patient more often than for physical therapy: a kind of note must stand beside it.
    private func isDiscipline(_ note: NoteText, _ tokens: Range<Int>, _ kinds: [Range<Int>]) -> Bool {
        if ["name", ":", "'s", "is", "was", "reports", "states", "seen", "id", "dob", ","].contains(
            note.key(tokens.upperBound)),
            !kinds.contains(where: { $0.upperBound <= tokens.lowerBound && tokens.lowerBound - $0.upperBound <= 2 })
        {
            return false
        }
        // `Summit Speech & Swallow Center` is a place
        if note.key(tokens.lowerBound) == "speech", !kinds.contains(where: { $0.lowerBound == tokens.upperBound }) {
            return false
        }
        return kinds.contains { gap($0, tokens) <= 5 }
    }
}

enum TitleWords {
    struct Kind: Sendable {
        let type: NoteType
        /// Without a discipline beside it.
        let weight: Double
        var isRecertification = false
        /// Says how the note is set or what it is about, not what kind it is.
        var isFormat = false
        /// `progress note`: what many call the note of each day; beside `daily` it tells nothing.
        var isNote = false
    }

    static let types = CueTable<Kind>([
        (
            [
                "initial evaluation", "initial eval", "IE", "I/E", "initial examination", "initial assessment",
                "evaluation and plan of care",
                "eval and poc", "eval/poc", "eval & poc", "evaluation/plan of care", "evaluation & plan of care",
                "plan of care", "initial plan of care",
                "evaluation report", "therapy evaluation", "clinical swallow evaluation", "bedside swallow evaluation",
                "initial visit evaluation", "evaluation note", "eval note", "initial consultation",
                "swallow evaluation", "initial therapy evaluation",
                "new patient", "new patient visit", "new patient evaluation", "new evaluation", "new eval", "consult",
                "initial consult", "intake evaluation", "initial plan of treatment", "CMS-700", "CMS 700",
                "first visit",
                "start of care evaluation", "SOC evaluation", "eval report", "assessment and plan of care",
                "plan of treatment", "initial OT evaluation", "initial PT evaluation", "initial SLP evaluation",
            ], Kind(type: .evaluation, weight: 9)
        ),
        (["evaluation", "eval", "poc", "initial visit", "initial", "intake"], Kind(type: .evaluation, weight: 6)),
        (
            [
                "progress report", "progress summary", "progress update", "monthly progress",
                "monthly summary", "10th visit",
                "tenth visit", "10 visit", "progress/recert", "interim report", "re-evaluation", "reevaluation",
                "re-eval", "reeval", "reassessment",
                "re-assessment", "interim summary", "progress evaluation", "10-day report", "ten visit",
                "periodic report", "functional progress", "prog report", "prog rpt", "prog-rpt", "prog note",
                "progress rpt",
                "progress-rpt", "status report", "interim note", "interval summary", "interval report",
                "30-day progress",
                "30 day progress", "monthly report", "quarterly report", "functional reassessment", "visit report",
                "10th visit report", "progress review", "progress letter", "report of progress",
            ], Kind(type: .progress, weight: 9)
        ),
        (["progress note", "prog note", "note of progress"], Kind(type: .progress, weight: 9, isNote: true)),
        (["progress", "PR", "PN", "prog"], Kind(type: .progress, weight: 4)),
        (
            [
                "recertification", "recert", "re-certification", "re-cert", "updated plan of care", "UPOC",
                "recertification note",
                "progress report and recertification", "progress report / recertification",
                "progress report/recertification", "progress note/recertification", "updated poc",
                "recertification of plan of care", "recertification plan of care", "revised plan of care",
                "plan of care update",
                "update of plan of care", "update to plan of care", "poc update", "care plan update", "plan update",
                "updated plan of treatment", "plan of treatment update", "updated plan of progress", "CMS-701",
                "CMS 701",
                "plan of care review", "continuing plan of care", "plan of care renewal",
            ], Kind(type: .progress, weight: 9, isRecertification: true)
        ),
        (
            [
                "daily note", "daily treatment note", "daily treatment", "treatment note", "treatment encounter",
                "treatment encounter note", "encounter note",
                "visit note", "session note", "soap note", "daily soap", "daily progress note", "daily visit",
                "treatment session", "daily session",
                "daily documentation", "treatment record", "daily encounter", "therapy note", "treatment day",
                "daily visit note", "treatment visit",
                "daily skilled note", "therapy session", "tx note", "follow up visit note", "follow-up visit note",
                "treatment log", "contact note", "note of treatment", "tx record", "daily tx", "daily tx record",
                "tx encounter",
                "treatment documentation", "record of treatment", "visit record", "daily rx note", "routine visit",
            ], Kind(type: .daily, weight: 9)
        ),
        (["daily"], Kind(type: .daily, weight: 4)),
        (["soap", "treatment", "session", "tx", "visit"], Kind(type: .daily, weight: 4, isFormat: true)),
        (
            [
                "discharge summary", "discharge note", "discharge report", "d/c summary", "d/c note", "dc summary",
                "dc note", "discharge evaluation",
                "discontinuation summary", "discontinuation of therapy", "end of care summary", "final report",
                "episode summary", "discharge from therapy",
                "therapy discharge", "discharge progress report", "final discharge", "case closure", "closing summary",
                "discharge visit",
                "end of episode summary", "discontinuation note", "therapy discharge summary",
                "discontinuation of services",
                "discontinuation", "termination of services", "closure note", "closure summary", "final visit",
                "final visit note", "final note", "last visit note", "discharge letter", "discharged from care",
                "dc summ", "dc report", "d/c report", "disch summary", "disch note", "disch summ", "disch rpt",
                "discharge rpt", "summary of care at discharge", "end of care", "end of care note",
            ], Kind(type: .discharge, weight: 9)
        ),
        (["discharge", "d/c", "dc", "disch"], Kind(type: .discharge, weight: 5)),
    ])

    /// What one is discharged from when the note is of the discharge: not a hospital.
    static let care = CueTable<Bool>([
        "therapy", "physical therapy", "occupational therapy", "speech therapy", "speech", "PT", "OT", "ST", "SLP",
        "services", "skilled", "outpatient", "care", "rehab", "the",
    ])

    static let disciplines = CueTable<Discipline>([
        (["physical therapy", "physiotherapy", "physical therapist", "P.T."], .PT),
        (["occupational therapy", "occupational therapist", "O.T."], .OT),
        (
            [
                "speech therapy", "speech-language pathology", "speech language pathology", "speech/language pathology",
                "speech pathology",
                "speech-language therapy", "speech language therapy", "speech & language",
                "speech and language therapy", "speech/language therapy", "speech therapist", "swallow evaluation",
                "swallowing evaluation", "dysphagia evaluation", "speech-language pathologist",
            ], .SLP
        ),
    ])
    static let short = CueTable<Discipline>([(["PT"], .PT), (["OT"], .OT), (["SLP", "ST", "Speech"], .SLP)])
}
