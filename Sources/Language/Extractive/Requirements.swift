/// What a question asks about, and whether a sentence speaks of all of it: in its own words, in those of the sentence that it
/// leans on, under its heading, or as a part of what has been the subject since.
struct Requirements: Sendable {
    /// What a sentence takes from before.
    struct Support: Sendable {
        let sentences: Set<Int>
        /// Nothing but the subject of a sentence near joins it to the question.
        let isLoose: Bool
    }

    /// How far back a subject holds.
    static let reach = 3

    private let question: Question
    private let book: SentenceBook
    private let matcher: TermMatcher
    private let required: [Int]

    init(_ question: Question, _ book: SentenceBook, _ matcher: TermMatcher) {
        self.question = question
        self.book = book
        self.matcher = matcher
        required = question.terms.indices.filter { !question.terms[$0].isExcused && !question.terms[$0].isContext }
    }

    /// The sentences before it that the sentence needs to be understood as the answer; nil when it is none.
    /// - Parameter words: the stems of the sentence, or of as much of it as counts
    func support(of index: Int, words: Set<String>) -> Support? {
        let missing = required.filter { matcher.worth($0, in: words) < 0.5 }
        let leans = Anaphora.leans(book.entries[index])
        guard leans || missing.count * 2 <= required.count, hasNumbers(index), hasContext(index, words) else {
            return nil
        }
        let before = leans ? antecedents(of: index) : []
        var used: Set<Int> = []
        var isLoose = false
        for number in missing {
            if matcher.isOfTitle(number, index) || isOfHeading(number, index) { continue }
            let found =
                before.first { matcher.worth(number, in: book.entries[$0].set) >= 0.5 }
                ?? compound(number, index, words)
            if let found {
                used.insert(found)
            } else if let found = subject(number, index, words) {
                isLoose = true
                used.insert(found)
            } else {
                return nil
            }
        }
        guard missing.count < required.count || !used.isEmpty || required.isEmpty else { return nil }
        return Support(sentences: used, isLoose: isLoose)
    }

    /// Numbers of the question are the answer's, or those of what it leans on.
    private func hasNumbers(_ index: Int) -> Bool {
        let said = ([index] + antecedents(of: index)).flatMap { book.entries[$0].words }
            .compactMap { Quantities.value(of: $0.folded) }
        return question.numbers.subtracting(said).isEmpty
    }

    /// Of an earlier question half must be met, wherever near.
    private func hasContext(_ index: Int, _ words: Set<String>) -> Bool {
        let earlier = question.terms.indices.filter {
            question.terms[$0].isContext && !question.terms[$0].isExcused
        }
        guard !earlier.isEmpty else { return true }
        let near = before(index).prefix(Self.reach).reduce(words) { $0.union(book.entries[$1].set) }
        return earlier.count { matcher.worth($0, in: near) >= 0.5 || matcher.isOfTitle($0, index) } * 2 >= earlier.count
    }

    // MARK: What stands before

    /// Earlier sentences of the same source, the nearest first.
    private func before(_ index: Int) -> some Sequence<Int> {
        stride(from: index - 1, through: 0, by: -1).lazy.prefix { matcher.isSameSource($0, index) }
    }

    /// The sentences that it leans on by a pronoun, and those that they lean on.
    private func antecedents(of index: Int) -> [Int] {
        var found: [Int] = []
        var last = index
        for other in before(index).prefix(Self.reach) {
            guard Anaphora.leans(book.entries[last]) else { break }
            found.append(other)
            last = other
        }
        return found
    }

    /// "How do we make the diagnosis?" or "Monitoring." stands over what follows.
    private func isOfHeading(_ number: Int, _ index: Int) -> Bool {
        let heading = before(index).prefix(8).first {
            let entry = book.entries[$0]
            return entry.quality.isQuestion || !entry.quality.isComplete && entry.words.count < 9
        }
        return heading.map { matcher.worth(number, in: book.entries[$0].set) >= 0.5 } ?? false
    }

    /// "The cycle" after "a gait cycle": half of a compound stands for the whole.
    private func compound(_ number: Int, _ index: Int, _ words: Set<String>) -> Int? {
        let stem = question.terms[number].stem
        let all = question.shape.words
        let pairs = all.indices.dropLast().filter { place in
            !all[place].isStop && !all[place + 1].isStop && [all[place].stem, all[place + 1].stem].contains(stem)
        }.map { (all[$0].stem, all[$0 + 1].stem) }
        for (left, right) in pairs where holds(left == stem ? right : left, index, words) {
            let found = before(index).prefix(12).first { other in
                zip(book.entries[other].words, book.entries[other].words.dropFirst())
                    .contains { $0.stem == left && $1.stem == right }
            }
            if let found { return found }
        }
        return nil
    }

    private func holds(_ stem: String, _ index: Int, _ words: Set<String>) -> Bool {
        words.contains(stem)
            || question.terms.indices.contains { question.terms[$0].stem == stem && matcher.isOfTitle($0, index) }
    }

    /// A sentence shortly before whose subject it is; a sentence with a subject of its own that the question does not name
    /// speaks of that one.
    private func subject(_ number: Int, _ index: Int, _ words: Set<String>) -> Int? {
        // what is done to it must be said with the deed
        guard question.shape.asked != .agent || !question.shape.partner.contains(question.terms[number].stem) else {
            return nil
        }
        // a pronoun stands for the sentence right before
        guard !book.entries[index].quality.leansOnPrevious else { return nil }
        let own = Set(Anaphora.subjects(of: book.entries[index]).map(\.stem).filter { !Quantities.isUnit($0) })
        let isNamed = required.contains { matcher.worth($0, in: own) >= 0.5 }
        guard own.isEmpty || isNamed || question.asksSubject else { return nil }
        return before(index).prefix(Self.reach).first { other in
            matcher.worth(number, in: Set(Anaphora.subject(of: book.entries[other]).map(\.stem))) >= 0.5
        }
    }
}

/// What a sentence takes from the one before.
enum Anaphora {
    /// A pronoun that nothing of the same sentence stands for, or a word such as "alternative" that needs another thing.
    static func leans(_ entry: SentenceBook.Entry) -> Bool {
        if entry.quality.leansOnPrevious { return true }
        let clauses = Clauses(entry.words, in: entry.text)
        var content = 0
        for (index, word) in entry.words.enumerated() {
            if pronouns.contains(word.folded), content < 2 || index < 3 { return true }
            if objects.contains(word.folded), clauses.number[index] == 0 { return true }
            if linking.contains(word.folded) { return true }
            if !word.isStop { content += 1 }
        }
        return false
    }

    /// The subject, and the first content word of each clause.
    static func subjects(of entry: SentenceBook.Entry) -> [Word] {
        let clauses = Clauses(entry.words, in: entry.text)
        let firsts = Set(clauses.number).compactMap { clause in
            entry.words.indices.first { clauses.number[$0] == clause && !entry.words[$0].isStop }
        }
        return subject(of: entry) + firsts.filter { $0 > 5 }.map { entry.words[$0] }
    }

    /// The content words before the first verb that can be told, at most five words in.
    static func subject(of entry: SentenceBook.Entry) -> [Word] {
        entry.words.prefix(6).prefix { !QuestionShape.copulas.contains($0.folded) && !verbs.contains($0.folded) }
            .filter { !$0.isStop && Quantities.value(of: $0.folded) == nil }
    }

    private static let verbs: Set<String> = [
        "has", "have", "had", "can", "may", "must", "should", "will", "does", "do", "did", "could", "would", "cannot",
        "means",
    ]
    private static let pronouns: Set<String> = [
        "it", "its", "they", "them", "their", "this", "these", "those", "he", "she", "his", "her", "such",
    ]
    /// Nothing of its own clause stands for it.
    private static let objects: Set<String> = ["it", "them", "him"]
    private static let linking: Set<String> = ["alternative", "another", "remainder", "latter", "former"]
}
