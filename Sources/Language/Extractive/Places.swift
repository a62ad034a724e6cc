/// What can answer "where": a preposition of place with something new behind it that is neither a time nor a person.
enum Places {
    static func occur(in words: [Word], for question: Question) -> Bool {
        let asked = Set(question.shape.words.map(\.stem))
        return words.indices.contains { index in
            guard prepositions.contains(words[index].folded) else { return false }
            let first = words[(index + 1)...].prefix(4).first { !$0.isStop && !ordinals.contains($0.folded) }
            return first.map { word in
                !asked.contains(word.stem) && !Moments.isTime(word, after: words[index].folded)
                    && Quantities.value(of: word.folded) == nil && !people.contains(word.folded)
            } ?? false
        } || words.dropFirst().contains { $0.folded == "where" }
            || words.contains { adverbs.contains($0.folded) && !asked.contains($0.stem) }
    }

    private static let prepositions: Set<String> = [
        "in", "at", "on", "near", "under", "behind", "between", "inside", "outside", "beside", "above", "below", "into",
        "along", "around", "across", "through", "over", "within", "from", "onto", "towards", "toward", "beneath", "to",
        "opposite", "against",
    ]
    private static let ordinals: Set<String> = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    private static let adverbs: Set<String> = ["home", "abroad", "upstairs", "downstairs", "outdoors", "indoors"]
    private static let people: Set<String> = [
        "people", "patients", "patient", "boy", "girl", "man", "men", "woman", "women", "children", "adults", "child",
    ]
}
