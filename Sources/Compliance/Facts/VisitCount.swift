/// What a note says about treatment days.
package struct VisitCount: Sendable {
    /// The number of this visit in the episode.
    package var visit: Int?
    /// The number of the visit with which the last report was written.
    package var lastReport: Int?
    /// Stated outright: treatment days since the last report, or in the period that a report covers.
    package var sinceReport: Int?
    /// Code points of what says so.
    package var evidence: [Range<Int>] = []

    /// Treatment days behind the last report; the first report counts from the first day.
    package var days: Int? {
        if let sinceReport { return sinceReport }
        guard let visit, let lastReport else { return nil }
        return visit - lastReport
    }
}

/// Reads `Visit 13; last progress report at visit 1`, `visits to date: 8 of 18`, `treatment days since last PR: 11`.
struct VisitReader {
    let note: NoteText
    let dates: NoteDates

    static let visitWords: Set<String> = [
        "visit", "visits", "session", "sessions", "tx", "treatment", "treatments", "appointments", "appointment",
        "encounters", "encounter", "vst", "vis",
    ]
    static let reportWords: Set<String> = [
        "pr", "pn", "progress", "report", "reassessment", "recert", "recertification", "re-assessment", "10th",
    ]

    func read() -> VisitCount {
        var count = VisitCount()
        for sentence in clauses() { read(sentence, into: &count) }
        return count
    }

    /// Sentences and their parts behind a semicolon that speak of visits.
    private func clauses() -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = 0
        for at in 0...note.tokens.count {
            let isEnd =
                at == note.tokens.count || note.tokens[at].kind == .lineBreak || note.tokens[at].isSymbol(";")
                || note.tokens[at].isSymbol("|")
                || note.tokens[at].isSymbol(".")
                    && (at + 1 >= note.tokens.count || !note.tokens[at].touches(note.tokens[at + 1]))
                    && note.key(at - 1) != "no" && !["dr", "vs", "approx"].contains(note.key(at - 1))
            if !isEnd, at > start, isColumn(at, from: start) {
                ends(start..<at, &clauses)
                start = at
            }
            guard isEnd else { continue }
            ends(start..<at, &clauses)
            start = at + 1
        }
        return clauses
    }

    /// A word far behind the one before it begins another field, unless it is the value of the label before the gap.
    private func isColumn(_ at: Int, from start: Int) -> Bool {
        guard note.tokens[at].isWord, !note.tokens[at - 1].isSymbol(":"),
            note.tokens[at].range.lowerBound - note.tokens[at - 1].range.upperBound >= 3
        else { return false }
        return (start..<at).contains { note.tokens[$0].isNumber }
    }

    private func ends(_ clause: Range<Int>, _ clauses: inout [Range<Int>]) {
        if clause.contains(where: { Self.visitWords.contains(note.key($0)) || note.key($0) == "days" }) {
            clauses.append(clause)
        }
    }

    private func read(_ clause: Range<Int>, into count: inout VisitCount) {
        let keys = clause.map(note.key)
        let speaksOfReport = speaksOfLastReport(keys)
        // a report of visits 11 to 20 covers ten treatment days
        if !speaksOfReport, !isOther(keys), let covered = covered(clause) {
            count.visit = count.visit ?? covered.upperBound
            count.sinceReport = count.sinceReport ?? covered.count
            count.evidence.append(note.range(ofTokens: clause))
            return
        }
        func note_(_ range: Range<Int>) { count.evidence.append(note.range(ofTokens: range)) }
        // treatment days since last PR: 11; 11 visits since the last progress report
        if let since = keys.firstIndex(of: "since"),
            keys[since...].contains(where: {
                Self.reportWords.contains($0) || $0 == "eval" || $0 == "evaluation" || $0 == "soc"
            }),
            let number = countBeside(clause, isSince: true)
        {
            // none since the evaluation at visit 1: the visit of the last report
            let place = clause.lowerBound + since
            if let visit = index(place..<clause.upperBound, evaluationToo: true) {
                if count.visit == nil, let today = index(clause.lowerBound..<place) { count.visit = today }
                count.lastReport = count.lastReport ?? visit
                note_(clause)
            } else if count.sinceReport == nil {
                count.sinceReport = number
                note_(clause)
            }
            return
        }
        if speaksOfReport {
            // the visit of the last report; a visit of today may stand before it
            let last = lastReport(keys) ?? 0
            let split = clause.lowerBound + last
            if last > 0, count.visit == nil, let number = index(clause.lowerBound..<split) {
                count.visit = number
                note_(clause.lowerBound..<split)
            }
            if count.lastReport == nil, let number = index(split..<clause.upperBound, evaluationToo: true) {
                count.lastReport = number
                note_(split..<clause.upperBound)
            }
            return
        }
        if isPeriod(keys) {
            if count.sinceReport == nil,
                let number = countBeside(clause, isSince: false)
            {
                count.sinceReport = number
                note_(clause)
            }
            return
        }
        let today = isOther(keys) ? index(clause, apart: true) : index(clause) ?? toDate(clause, keys)
        if count.visit == nil, let today {
            count.visit = today
            note_(clause)
        }
    }

    /// `visits 11 - 20`, `sessions 11 to 19`, `treatment days 1 through 10`.
    private func covered(_ clause: Range<Int>) -> ClosedRange<Int>? {
        for at in clause where Self.periodWords.contains(note.key(at)) {
            var first = at + 1
            while ["#", ":", "("].contains(note.key(first)) { first += 1 }
            guard let from = note.wholeNumber(first), Self.joining.contains(note.key(first + 1)) else { continue }
            let second = note.key(first + 2) == "#" ? first + 3 : first + 2
            guard second < clause.upperBound, let to = note.wholeNumber(second), (1...400).contains(from), to > from,
                to - from < 60, isCount(second, clause), !["/", "per", "a", "x"].contains(note.key(second + 1))
            else { continue }
            return from...to
        }
        return nil
    }

    private static let periodWords: Set<String> = ["visits", "sessions", "treatments", "days", "encounters", "visit"]
    private static let joining: Set<String> = ["-", "\u{2013}", "\u{2014}", "to", "through", "thru"]

    /// Where a clause begins to speak of a report that was written: `last progress report`, `PN done at visit 6`; one that
    /// is due is none.
    private func lastReport(_ keys: [String]) -> Int? {
        if let last = keys.firstIndex(where: { ["last", "previous", "prior", "most"].contains($0) }),
            keys[last...].prefix(5).contains(where: { Self.reportWords.contains($0) })
        {
            return last
        }
        guard !keys.contains(where: ["due", "next", "by", "scheduled", "required", "needed", "will"].contains) else {
            return nil
        }
        return keys.indices.first { at in
            Self.reportWords.contains(keys[at])
                && keys[at...].prefix(6).contains { ["written", "done", "completed", "sent", "filed"].contains($0) }
        }
    }

    private func speaksOfLastReport(_ keys: [String]) -> Bool { lastReport(keys) != nil }

    /// `10 visits attended this period`, `seen 9 visits in this reporting period`.
    private func isPeriod(_ keys: [String]) -> Bool {
        zip(keys, keys.dropFirst()).contains { one, other in
            ["this", "reporting", "report", "current", "progress"].contains(one)
                && ["period", "reporting", "interval"].contains(other) || one == "this" && other == "report"
        } && !keys.contains("planned")
    }
}

enum VisitFact: Fact {
    static func find(in facts: NoteFacts) -> VisitCount { VisitReader(note: facts.note, dates: facts.dates).read() }
}

extension NoteFacts {
    package var visit: VisitCount { self[VisitFact.self] }
}
