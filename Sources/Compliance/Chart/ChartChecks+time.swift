import Kernel

extension ChartChecks {
    // MARK: CHT-04

    /// Runs of three words that the patient's and the therapist's own words of consecutive treatment notes share.
    static func clonedNotes(_ rule: Rule, _ chart: Chart) -> ChartVerdict {
        let limit = rule.number("similarity") ?? 0.9
        let least = rule.integer("words") ?? 12
        var compared = false
        for episode in chart.episodes {
            let notes = episode.notes.filter { $0.type == .daily }
            for (one, other) in zip(notes, notes.dropFirst()) {
                let (first, second) = (ownWords(one), ownWords(other))
                guard first.words.count >= least, second.words.count >= least else { continue }
                compared = true
                let (left, right) = (shingles(first.words), shingles(second.words))
                let share = Double(left.intersection(right).count) / Double(max(1, left.union(right).count))
                if share > limit {
                    return ChartVerdict(
                        .violated,
                        places: first.bodies.prefix(1).map { ChartVerdict.Place(note: one.id, range: $0) }
                            + second.bodies.prefix(1).map { ChartVerdict.Place(note: other.id, range: $0) },
                        about: [one.id, other.id],
                        values: [
                            "first": one.date.map { "\($0)" } ?? "?", "second": other.date.map { "\($0)" } ?? "?",
                            "percent": "\(Int((share * 100).rounded()))",
                        ])
                }
            }
        }
        return ChartVerdict(compared ? .satisfied : .notApplicable)
    }

    /// Subjective, response and assessment, folded, dates and other numbers left out.
    private static func ownWords(_ note: ChartNote) -> (words: [String], bodies: [Range<Int>]) {
        let bodies = note.facts.outline.bodies([.subjective, .assessment, .response])
        let text = note.facts.note
        let words = bodies.flatMap { body in text.tokens(in: body).filter { text.tokens[$0].isWord }.map(text.key) }
        return (words, bodies)
    }

    private static func shingles(_ words: [String]) -> Set<[String]> {
        Set((0...max(0, words.count - 3)).map { Array(words[$0..<min(words.count, $0 + 3)]) })
    }

    // MARK: CHT-08

    /// Group and one-to-one on one day: stamps that overlap, or minutes that do not fit side by side into the total.
    static func groupApart(_ rule: Rule, _ chart: Chart) -> ChartVerdict {
        var verdict = ChartVerdict(.notApplicable)
        for note in chart.notes where note.type == .daily {
            let facts = note.facts
            guard let group = facts.billing.first(where: { $0.code == "97150" }), !facts.timedServices.isEmpty else {
                continue
            }
            let day = ["day": note.date.map { "\($0)" } ?? "one day"]
            let spans = ClockSpan.all(in: facts.note)
            let groups = spans.filter { $0.isGroup(in: facts.note) }
            let single = spans.filter { !$0.isGroup(in: facts.note) }
            if !groups.isEmpty, !single.isEmpty {
                let clash = groups.flatMap { one in single.filter { $0.overlaps(one) } }
                if let other = clash.first {
                    return ChartVerdict(
                        .violated, places: [place(note, groups[0].range), place(note, other.range)].compactMap { $0 },
                        values: day)
                }
                verdict = ChartVerdict(
                    .satisfied, places: [place(note, groups[0].range), place(note, single[0].range)].compactMap { $0 })
                continue
            }
            let timed = facts.minutes.timed?.minutes ?? facts.timedServices.compactMap(\.minutes).reduce(0, +)
            if let minutes = group.minutes, let total = facts.minutes.total, timed > 0 {
                if minutes + timed > total.minutes {
                    return ChartVerdict(
                        .violated, places: [place(note, group.range), place(note, total.range)].compactMap { $0 },
                        values: day)
                }
                verdict = ChartVerdict(.satisfied, places: [place(note, group.range)].compactMap { $0 })
            } else {
                return .undeterminable(["times of group and of one-to-one treatment"])
            }
        }
        return verdict
    }

    // MARK: CHT-09

    private static let together = CueTable<Bool>([
        "co-treatment", "co-treat", "co-treated", "cotreatment", "cotreat", "cotreated", "co treatment", "co tx",
        "co-tx", "joint session", "treated jointly",
        "treated together with", "joint treatment",
    ])
    private static let why = CueTable<Bool>([
        "because", "due to", "to allow", "to address", "so that", "in order to", "for safety", "necessary", "needed",
        "required", "rationale", "since", "skills of both",
        "to maximize", "to facilitate", "to ensure", "medically",
    ])

    /// Notes of two disciplines on one day whose times overlap, or of which one speaks of co-treatment.
    static func coTreatment(_ rule: Rule, _ chart: Chart) -> ChartVerdict {
        var verdict = ChartVerdict(.notApplicable)
        let notes = chart.notes.filter { $0.type == .daily && $0.discipline != nil && $0.date != nil }
        for (index, one) in notes.enumerated() {
            for other in notes[(index + 1)...] where other.date == one.date && other.discipline != one.discipline {
                let (left, right) = (mention(one), mention(other))
                let clash = overlap(one, other)
                guard clash != nil || left != nil || right != nil else { continue }
                var problem: String?
                if left == nil || right == nil {
                    problem =
                        "\(left == nil && right == nil ? "neither note says" : "one note does not say") that it was co-treatment"
                } else if !says(Self.why, one) || !says(Self.why, other) {
                    problem = "both notes have to say why both disciplines were needed at once"
                } else if let clash, (one.facts.timedMinutes ?? 0) + (other.facts.timedMinutes ?? 0) > clash.union {
                    problem = "together they bill more minutes than there were"
                }
                let places = [place(one, left ?? clash?.left), place(other, right ?? clash?.right)].compactMap { $0 }
                guard let problem else {
                    verdict = ChartVerdict(.satisfied, places: places, about: [one.id, other.id])
                    continue
                }
                return ChartVerdict(
                    .violated, places: places, about: [one.id, other.id],
                    values: [
                        "disciplines": "\(one.discipline?.rawValue ?? "") and \(other.discipline?.rawValue ?? "")",
                        "day": one.date.map { "\($0)" } ?? "", "problem": problem,
                    ])
            }
        }
        return verdict
    }

    private static func mention(_ note: ChartNote) -> Range<Int>? {
        let text = note.facts.note
        return together.first(text, in: 0..<text.tokens.count).map(text.range(ofTokens:))
    }

    private static func says(_ cues: CueTable<Bool>, _ note: ChartNote) -> Bool {
        let text = note.facts.note
        return together.matches(text, in: 0..<text.tokens.count).contains { match in
            let sentence = text.sentence(at: text.tokens[match.tokens.lowerBound].range.lowerBound)
            let after = text.tokens(in: sentence.upperBound..<min(text.scalars.count, sentence.upperBound + 160))
            return cues.occurs(text, in: text.tokens(in: sentence)) || cues.occurs(text, in: after)
        }
    }

    private static func overlap(_ one: ChartNote, _ other: ChartNote) -> (
        left: Range<Int>, right: Range<Int>, union: Int
    )? {
        for left in ClockSpan.all(in: one.facts.note) {
            for right in ClockSpan.all(in: other.facts.note) where left.overlaps(right) {
                return (left.range, right.range, max(left.end, right.end) - min(left.start, right.start))
            }
        }
        return nil
    }
}

/// A stretch of a day by the clock: `10:00-10:30`, `Time in 9:05 AM, time out 9:50 AM`.
struct ClockSpan {
    /// Minutes of the day.
    let start: Int
    let end: Int
    /// Code points.
    let range: Range<Int>

    func overlaps(_ other: ClockSpan) -> Bool { start < other.end && other.start < end }

    /// The words before it, or on its line, speak of a group.
    func isGroup(in note: NoteText) -> Bool {
        let first = note.firstToken(from: range.lowerBound)
        let clause = note.clause(around: first..<(first + 1), endedBy: [".", ";", "|", ","])
        return clause.contains { ["group", "97150"].contains(note.key($0)) }
    }

    static func all(in note: NoteText) -> [ClockSpan] {
        MinutesReader(note: note).clocks().map { ClockSpan(start: $0.start, end: $0.end, range: $0.range) }
    }
}
