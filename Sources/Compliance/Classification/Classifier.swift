/// Adds up what the title, the signature, the codes, the headings and the words of a note say about its kind and its
/// discipline. The title weighs most; a body that disagrees with it is asked about.
package enum Classifier {
    package static func classify(_ note: NoteText, _ outline: Outline) -> Classification {
        let title = TitleReader.read(note)
        var types = Votes<NoteType>()
        var disciplines = Votes<Discipline>()
        for (type, weight, tokens) in title.types { types.add(type, weight, tokens) }
        for (discipline, weight, tokens) in title.disciplines { disciplines.add(discipline, weight, tokens) }
        BodySignals.types(note, outline, into: &types)
        BodySignals.disciplines(note, into: &disciplines)
        var result = Classification(
            type: types.winner, discipline: disciplines.winner,
            recertification: title.isRecertification || BodySignals.asksForRecertification(note),
            typeEvidence: types.evidence(note), disciplineEvidence: disciplines.evidence(note))
        if let (first, second) = types.rivals {
            result.conflicts.append("Is this \(Self.name(first)) or \(Self.name(second))? The note has signs of both.")
        } else if types.winner == nil {
            result.conflicts.append(
                "What kind of note is this? Neither its title nor its contents say. Choose evaluation, progress report, "
                    + "treatment note or discharge note; until then there is no score.")
        }
        if let (first, second) = disciplines.rivals {
            result.conflicts.append(
                "Is this note of \(first.rawValue) or of \(second.rawValue)? Title, signature and codes disagree.")
        } else if disciplines.winner == nil {
            result.conflicts.append("Which discipline wrote this note? No title, signature or code says.")
        }
        return result
    }

    private static func name(_ type: NoteType) -> String {
        switch type {
        case .evaluation: "an evaluation with a plan of care"
        case .progress: "a progress report"
        case .daily: "a treatment note"
        case .discharge: "a discharge note"
        }
    }
}

/// Weights by choice with the words they rest on.
struct Votes<Choice: Hashable & RawRepresentable & Sendable> where Choice.RawValue == String {
    private var weights: [Choice: Double] = [:]
    private var places: [Choice: [(weight: Double, tokens: Range<Int>)]] = [:]

    mutating func add(_ choice: Choice, _ weight: Double, _ tokens: Range<Int>) {
        weights[choice, default: 0] += weight
        places[choice, default: []].append((weight, tokens))
    }

    private var ranked: [(choice: Choice, weight: Double)] {
        weights.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
            .map { (choice: $0.0, weight: $0.1) }
    }

    var winner: Choice? {
        let ranked = ranked
        guard let first = ranked.first, first.weight >= 1, ranked.count < 2 || first.weight > ranked[1].weight else {
            return nil
        }
        return first.choice
    }

    /// The two between which a reader should choose: the second has real weight and is near the first.
    var rivals: (Choice, Choice)? {
        let ranked = ranked
        guard ranked.count > 1, ranked[1].weight >= 5, ranked[1].weight >= ranked[0].weight * 0.55 else { return nil }
        return (ranked[0].choice, ranked[1].choice)
    }

    /// Code points of the three heaviest signs for the winner, in order.
    func evidence(_ note: NoteText) -> [Range<Int>] {
        guard let winner else { return [] }
        let heaviest = (places[winner] ?? []).sorted {
            $0.weight > $1.weight || $0.weight == $1.weight && $0.tokens.lowerBound < $1.tokens.lowerBound
        }
        var ranges: [Range<Int>] = []
        for place in heaviest where ranges.count < 3 && !place.tokens.isEmpty {
            let range = note.range(ofTokens: place.tokens)
            if !ranges.contains(where: { $0.overlaps(range) }) { ranges.append(range) }
        }
        return ranges.sorted { $0.lowerBound < $1.lowerBound }
    }
}
