/// Who does something to whom. "What causes it?" is not answered by what it causes.
enum Roles {
    /// Whether the verb of the question stands in the sentence with its partner only on the wrong side.
    static func areExchanged(_ shape: QuestionShape, in words: [Word], _ clauses: Clauses) -> Bool {
        guard shape.asked != .other, let predicate = shape.predicate, !shape.partner.isEmpty else { return false }
        let verbs = words.indices.filter { Persons.isSame(words[$0], predicate) }
        guard !verbs.isEmpty else { return false }
        return verbs.allSatisfy { verb in
            let before = Array(words[..<verb])
            let after = Array(words[(verb + 1)...])
            let clause = words.indices.filter { clauses.number[$0] == clauses.number[verb] }.map { words[$0] }
            // the partner of an agent is the object: behind an active verb, before a passive one
            let isBehind = (shape.asked == .agent) != isPassive(words, verb)
            let (right, wrong) = isBehind ? (after, before) : (before, after)
            // "the sign, which he described"
            if clause.first.map({ ["which", "that", "whom", "who"].contains($0.folded) }) ?? false { return false }
            // "the nurse phoned them": a pronoun may stand for the partner
            return stems(right).isDisjoint(with: shape.partner) && !right.contains { pronouns.contains($0.folded) }
                && !stems(wrong.filter(clause.contains)).isDisjoint(with: shape.partner)
        }
    }

    /// Whether the kind of thing that is asked for stands only behind the deed: "which bacteria slow the yeast" is not
    /// answered by what slows bacteria.
    static func doesNotAct(_ kind: String, _ shape: QuestionShape, in words: [Word]) -> Bool {
        guard shape.asked == .agent, let predicate = shape.predicate else { return false }
        let verbs = words.indices.filter { Persons.isSame(words[$0], predicate) }
        let places = words.indices.filter { words[$0].stem == kind }
        return !verbs.isEmpty && !places.isEmpty
            && verbs.allSatisfy { verb in !isPassive(words, verb) && places.allSatisfy { $0 > verb } }
    }

    /// Whether the verb of "who runs the school" has another object in the sentence: "runs the extraction room".
    static func haveAnotherObject(_ shape: QuestionShape, in words: [Word], _ clauses: Clauses) -> Bool {
        guard shape.asked == .agent, let predicate = shape.predicate,
            let asked = shape.words.firstIndex(where: { $0.stem == predicate.stem })
        else { return false }
        let object = object(behind: asked, in: shape.words, shape.clauses)
        let verbs = words.indices.filter { Persons.isSame(words[$0], predicate) && !isPassive(words, $0) }
        guard !object.isEmpty, !verbs.isEmpty,
            !words.indices.contains(where: { Persons.isSame(words[$0], predicate) && isPassive(words, $0) })
        else { return false }
        return verbs.allSatisfy { verb in
            let said = Self.object(behind: verb, in: words, clauses)
            return !said.isEmpty && !said.contains { left in object.contains { Objections.isSame(left, $0) } }
        }
    }

    /// Stems between a verb and the next preposition of its clause; none where a pronoun stands there.
    private static func object(behind verb: Int, in words: [Word], _ clauses: Clauses) -> Set<String> {
        let behind = words.indices.filter { $0 > verb && clauses.number[$0] == clauses.number[verb] }.map { words[$0] }
        let phrase = behind.prefix { !QuestionShape.endsPhrase($0.folded) }
        return phrase.contains { pronouns.contains($0.folded) } ? [] : stems(Array(phrase))
    }

    /// Indices of the words where the one who does it stands; empty where a passive leaves him out.
    static func agents(at verb: Int, in words: [Word]) -> Range<Int> {
        guard isPassive(words, verb) else { return 0..<verb }
        guard let by = words[verb...].firstIndex(where: { $0.folded == "by" }) else { return verb..<verb }
        return (by + 1)..<words.count
    }

    static func isPassive(_ words: [Word], _ verb: Int) -> Bool {
        guard QuestionShape.isParticiple(words[verb]) else { return false }
        return words[max(0, verb - 3)..<verb].contains { QuestionShape.copulas.contains($0.folded) }
    }

    private static let pronouns: Set<String> = ["it", "them", "him", "her", "they", "he", "she", "this", "these"]

    private static func stems(_ words: [Word]) -> Set<String> {
        Set(words.filter { !$0.isStop }.map(\.stem))
    }
}
