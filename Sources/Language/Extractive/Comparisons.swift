/// Words of the highest degree.
enum Superlatives {
    static func occur(in words: [Word]) -> Bool {
        words.contains { word in
            known.contains(word.folded)
                || word.folded.utf8.count > 5 && word.folded.hasSuffix("est") && !others.contains(word.folded)
        }
    }

    private static let known: Set<String> = [
        "most", "main", "principal", "chief", "primary", "commonest", "best", "worst", "least",
    ]
    private static let others: Set<String> = [
        "digest", "ingest", "arrest", "suggest", "request", "harvest", "interest", "protest",
    ]
}

/// "The A of B": what something is said to be of.
enum Relations {
    /// Stem of A → stem of B, articles and further adjectives left out.
    static func all(in words: [Word]) -> [String: String] {
        var relations: [String: String] = [:]
        for (index, word) in words.enumerated().dropFirst()
        where word.folded == "of" || word.folded == "for" && index > 1 {
            let left = words[index - 1]
            guard !left.isStop, let right = words[(index + 1)...].first(where: { !$0.isStop }) else { continue }
            relations[left.stem] = right.stem
        }
        return relations
    }
}

/// "More than", "faster than": what is compared with what, and which way.
struct Degree: Sendable {
    /// +1 for more, -1 for less.
    let way: Int
    /// Stems of the clause before the word, and of what stands behind `than`.
    let before: Set<String>
    let behind: Set<String>

    /// nil without a comparison, and for one with a number: "more than 15 per cent".
    init?(_ words: [Word]) {
        guard let than = words.firstIndex(where: { $0.folded == "than" }), than + 1 < words.count, than > 0,
            Quantities.value(of: words[than + 1].folded) == nil
        else { return nil }
        let object = words[(than + 1)...].prefix(5).filter { !$0.isStop }
        let isLess = words[..<than].suffix(4).contains { ["less", "fewer"].contains($0.folded) }
        way = isLess ? -1 : 1
        before = Set(words[..<than].filter { !$0.isStop }.map(\.stem))
        behind = Set(object.map(\.stem))
    }

    /// Whether the same is said here, or the same the other way round.
    func agrees(with said: Degree?) -> Bool {
        guard let said else { return false }
        if said.way == way { return !said.behind.isDisjoint(with: behind) }
        return !said.before.isDisjoint(with: behind) && said.behind.isDisjoint(with: behind)
    }
}

/// Kinds of one thing that exclude each other: a sentence about one does not answer even a yes-or-no question about the
/// other. For words of opposite meaning see `Opposites`.
enum Contrasts {
    static func excludes(_ asked: [String], _ said: Set<String>) -> Bool {
        pairs.contains { left, right in
            asked.contains(left) && !asked.contains(right) && said.contains(right) && !said.contains(left)
                || asked.contains(right) && !asked.contains(left) && said.contains(left) && !said.contains(right)
        }
    }

    private static let pairs: [(String, String)] = [
        ("adult", "child"), ("man", "woman"), ("male", "female"), ("anterior", "posterior"),
        ("medial", "lateral"), ("proximal", "distal"), ("upper", "lower"), ("acute", "chronic"),
        ("systolic", "diastolic"),
        ("intravenous", "oral"), ("subcutaneous", "intravenous"), ("oral", "subcutaneous"), ("artery", "vein"),
        ("arterial", "venous"), ("inspiration", "expiration"), ("flexion", "extension"), ("mother", "baby"),
        ("hypokalaemia", "hyperkalaemia"), ("hypoglycaemia", "hyperglycaemia"), ("hyponatraemia", "hypernatraemia"),
        ("hypothyroidism", "hyperthyroidism"), ("hypertension", "hypotension"), ("bradycardia", "tachycardia"),
        ("ischaemic", "haemorrhagic"), ("bacterial", "viral"), ("aerobic", "anaerobic"), ("sensory", "motor"),
    ].map { (Word.words(in: $0)[0].stem, Word.words(in: $1)[0].stem) }
}
