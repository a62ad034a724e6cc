/// "A before B", "A above B": two things in an order, that a question and its answer must share.
struct Order: Sendable, Hashable {
    /// As it was said.
    let word: String
    /// Stems of what stands behind the word, and of what stands before it in the clause.
    let object: Set<String>
    let subject: Set<String>

    static func all(in words: [Word], _ clauses: Clauses) -> [Order] {
        words.indices.compactMap { index in
            guard opposite[words[index].folded] != nil else { return nil }
            let clause = clauses.number[index]
            let behind = words[(index + 1)...].enumerated().prefix { clauses.number[index + 1 + $0.offset] == clause }
            let object = behind.prefix(6).map(\.element).filter(says).map(\.stem)
            let subject = words[..<index].enumerated().filter { clauses.number[$0.offset] == clause }.map(\.element)
            guard !object.isEmpty else { return nil }
            return Order(word: words[index].folded, object: Set(object), subject: Set(subject.filter(says).map(\.stem)))
        }
    }

    /// Whether what is asked for in this order is said in the other one and not in this.
    func isTurned(in said: [Order]) -> Bool {
        let agrees = said.contains { other in
            other.kind == kind && (other.word == word || Self.same(other.word, word))
                && !other.object.isDisjoint(with: object)
                || Self.opposes(other.word, word) && !other.subject.isDisjoint(with: object)
                    && other.object.isDisjoint(with: object)
        }
        if agrees { return false }
        return said.contains { other in
            Self.opposes(other.word, word) && !other.object.isDisjoint(with: object)
                || Self.same(other.word, word) && !other.subject.isDisjoint(with: object)
        }
    }

    private var kind: Int { Self.opposite[word].map { abs($0) } ?? 0 }

    private static func same(_ left: String, _ right: String) -> Bool { opposite[left] == opposite[right] }
    private static func opposes(_ left: String, _ right: String) -> Bool {
        guard let left = opposite[left], let right = opposite[right] else { return false }
        return left == -right
    }

    private static func says(_ word: Word) -> Bool { !word.isStop }

    /// Words of a question that ask for an order of time → words of which an answer has one.
    static let signs: [String: Set<String>] = {
        let before: Set<String> = [
            "before", "until", "till", "prior", "preceding", "previous", "previously", "first", "ahead", "pre",
            "beforehand",
        ]
        let after: Set<String> = [
            "after", "following", "once", "when", "since", "post", "within", "from", "then", "afterwards", "later",
            "next",
            "if", "until", "soon", "follows", "postoperative", "subsequent", "subsequently", "alongside", "of",
        ]
        return ["before": before, "preceding": before, "after": after, "following": after]
    }()

    /// Words of one order have one number, those of the other its negative.
    private static let opposite: [String: Int] = [
        "before": 1, "after": -1, "following": -1, "preceding": 1, "above": 2, "over": 2, "below": -2, "under": -2,
        "beneath": -2,
    ]
}
