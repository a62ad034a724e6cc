/// Kinds of things that are known by their names: nothing but the name of a drug answers "which drug".
enum Categories {
    /// Whether the sentence may name one of the kind that is asked for, besides those of the question.
    static func fits(_ entry: SentenceBook.Entry, _ question: Question) -> Bool {
        guard let kind = question.askedKind else { return true }
        if kind == "side" || kind == "hand" { return entry.words.contains { sides.contains($0.folded) } }
        guard drugs.contains(kind) else { return true }
        let asked = Set(question.terms.map(\.stem))
        // the one that does it, where the sentence has the deed
        let words = entry.words
        let verbs =
            question.shape.asked == .agent
            ? question.shape.predicate.map { verb in words.indices.filter { Persons.isSame(words[$0], verb) } } ?? []
            : []
        let ranges = verbs.isEmpty ? [words.indices] : verbs.map { Roles.agents(at: $0, in: words) }
        return ranges.joined().contains {
            !asked.contains(words[$0].stem) && (isDrug(words[$0].folded) || drugs.contains(words[$0].stem))
        }
    }

    private static let sides: Set<String> = [
        "left", "right", "opposite", "same", "other", "both", "either", "affected", "unaffected", "contralateral",
        "ipsilateral", "good", "bad", "weak", "strong", "dominant", "painful", "upper", "lower", "front", "back",
        "outer",
        "inner", "medial", "lateral",
    ]
    private static let drugs = Set(["drug", "medicine", "medication", "antidote"].map(PorterStemmer.stem))

    /// Endings of international nonproprietary names ("The use of stems in the selection of INN", WHO, 2018) and classes.
    private static func isDrug(_ folded: String) -> Bool {
        let word = folded.hasSuffix("s") ? String(folded.dropLast()) : folded
        return word.utf8.count > 4 && endings.contains(where: word.hasSuffix) || known.contains(word)
    }

    private static let endings = [
        "in", "ine", "ol", "one", "ide", "ate", "am", "an", "pril", "mab", "nib", "vir", "ium", "xaban", "fen", "xen",
        "ac", "ase", "ole", "il", "en", "at", "et", "ant", "or", "er", "ic", "oid", "id", "on", "ax", "alfa",
    ]
    private static let known: Set<String> = [
        "alcohol", "iron", "salt", "oxygen", "potassium", "calcium", "vaccine", "thiazide", "toxin", "tablet", "glp1",
        "sglt2", "ssri", "nsaid", "opioid", "opiate",
    ]
}
