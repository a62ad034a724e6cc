/// The grammar of a question as far as an answer must keep to it: what is said of what, and which of the two is asked for.
struct QuestionShape: Sendable {
    /// Which part of "somebody does something to something" is asked for.
    enum Asked: Sendable { case agent, object, other }

    let words: [Word]
    let clauses: Clauses
    let asked: Asked
    /// The verb of the question; nil when it cannot be told.
    let predicate: Word?
    /// Stems of the other part: what it is done to when the agent is asked for, and the other way round.
    let partner: Set<String>
    /// "not", "never", "without" and the like; not `avoid`, which is a verb of its own.
    let isNegated: Bool

    init(_ words: [Word], in text: String) {
        self.words = words
        clauses = Clauses(words, in: text)
        isNegated = words.contains { Clauses.isNegation($0.folded) && !$0.folded.hasPrefix("avoid") }
        let folded = words.map(\.folded)
        guard let start = folded.firstIndex(where: Self.asking.contains), start + 1 < folded.count else {
            (asked, predicate, partner) = (.other, nil, [])
            return
        }
        // "who first described it"
        let all = Array(words[(start + 1)...].drop { ["first", "originally", "actually"].contains($0.folded) })
        guard !all.isEmpty else {
            (asked, predicate, partner) = (.other, nil, [])
            return
        }
        let verbs = all.prefix { !Self.subordinators.contains($0.folded) }
        let auxiliary = verbs.firstIndex { Self.helpers.contains($0.folded) || Self.copulas.contains($0.folded) }
        let isWhole = start == 0 && Self.objects.contains(folded[start])
        guard let auxiliary else {
            // "what lowers it", "which drug lowers it"
            let ofKind = start < 2 && folded[start] != "who" ? Self.verb(behindKindAt: 0, in: all) : nil
            let isVerb =
                isWhole && !all[0].isStop && (ofKind.map { !Self.isVerbal(all[$0]) } ?? true || Self.isVerbal(all[0]))
            let verb = isVerb ? 0 : ["which", "what"].contains(folded[start]) ? ofKind : nil
            predicate = verb.map { all[$0] }
            partner = verb.map { Set(all.dropFirst($0 + 1).filter { !$0.isStop }.map(\.stem)) } ?? []
            asked = verb == nil ? .other : .agent
            return
        }
        let rest = Array(all[auxiliary...])
        let isObject = isWhole && auxiliary == 0
        if Self.helpers.contains(rest[0].folded) {
            let verb = Self.verbAfterSubject(rest)
            predicate = verb.map { rest[$0] }
            partner = Set(rest.prefix(verb ?? 0).filter { !$0.isStop }.map(\.stem))
            asked = verb != nil && isObject && !partner.isEmpty ? .object : .other
        } else {
            let verb = rest.indices.dropFirst().first { Self.isParticiple(rest[$0]) }
            predicate = verb.map { rest[$0] }
            let subject = Set(rest.prefix(verb ?? 0).filter { !$0.isStop }.map(\.stem))
            let behind = verb.map { rest[($0 + 1)...] } ?? []
            let after = Set(behind.filter { !$0.isStop }.map(\.stem))
            let isBy = behind.contains { $0.folded == "by" }
            if isBy, isObject, !subject.isEmpty, after.isEmpty {
                // "what is it caused by"
                (asked, partner) = (.agent, subject)
            } else if isBy, isObject, subject.isEmpty {
                // "what is caused by it"
                (asked, partner) = (.object, after)
            } else {
                (asked, partner) = (.other, subject)
            }
        }
    }

    /// The verb of "does the brace help with walking": before the first preposition behind the subject, else the last word.
    private static func verbAfterSubject(_ rest: [Word]) -> Int? {
        let content = rest.indices.dropFirst().filter { !rest[$0].isStop }
        if rest.count > 1, pronouns.contains(rest[1].folded) { return content.first }
        guard content.count > 1 else { return content.first }
        if let negation = rest.indices.first(where: { Clauses.isNegation(rest[$0].folded) }), negation > 1 {
            return content.first { $0 > negation }
        }
        let breaks = rest.indices.filter { prepositions.contains(rest[$0].folded) }
        return breaks.first { $0 > content[1] }.flatMap { end in content.last { $0 < end } } ?? content.last
    }

    /// The verb of "which ketone body causes …", with the kind of thing before it; nil when there is none.
    static func verb(behindKindAt start: Int, in words: [Word]) -> Int? {
        let places = words.indices.filter {
            $0 > start && $0 < start + 4 && (!words[$0].isStop || words[$0].folded == "means")
        }
        guard start < words.count, !words[start].isStop, let first = places.first else { return nil }
        return places.first { isVerbal(words[$0]) } ?? first
    }

    private static func isVerbal(_ word: Word) -> Bool {
        word.folded.hasSuffix("s") && !word.folded.hasSuffix("ss") || isParticiple(word)
    }

    static func isAuxiliary(_ folded: String) -> Bool { helpers.contains(folded) || copulas.contains(folded) }

    static func isParticiple(_ word: Word) -> Bool {
        !word.isStop
            && (word.folded.hasSuffix("ed") && word.folded.utf8.count > 4
                || word.folded.hasSuffix("en") && word.folded.utf8.count > 4
                || irregular.contains(word.folded))
    }

    private static let pronouns: Set<String> = [
        "you", "we", "i", "they", "it", "he", "she", "one", "somebody", "people",
    ]
    static let copulas: Set<String> = ["is", "are", "was", "were", "be", "been", "being", "gets", "get", "got"]
    /// A preposition that leads to something else; `of` and `as` go on with the same.
    static func endsPhrase(_ folded: String) -> Bool {
        prepositions.contains(folded) && folded != "of" && folded != "as"
    }

    private static let helpers: Set<String> = [
        "do", "does", "did", "can", "could", "should", "may", "must", "will", "would", "don't", "doesn't", "didn't",
        "has", "have", "had", "shouldn't", "can't", "won't",
    ]
    private static let asking: Set<String> = ["what", "who", "whom", "which", "when", "where", "why", "how"]
    private static let objects: Set<String> = ["what", "who", "whom"]
    private static let subordinators: Set<String> = [
        "when", "if", "that", "because", "while", "once", "after", "before",
    ]
    private static let irregular: Set<String> = [
        "made", "built", "held", "kept", "found", "left", "lost", "told", "taught", "paid", "put", "cut", "shut", "set",
        "hurt", "fed", "led", "sent", "bought", "brought", "caught", "sold", "said", "won", "met", "done", "seen",
        "known",
        "shown", "grown", "drawn", "worn", "begun", "sunk", "read", "bound", "wound", "dealt", "bent",
    ]
    private static let prepositions: Set<String> = [
        "in", "on", "at", "for", "to", "with", "by", "from", "of", "before", "after", "during", "when", "if", "once",
        "into", "after", "while", "than", "as", "about", "through", "under", "over", "between", "without",
    ]
}
