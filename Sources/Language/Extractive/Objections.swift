/// What speaks against a sentence as the answer to a question although it has the words of it: it says the opposite, denies
/// what is asked (or asserts what is asked to be denied), has the roles or the order exchanged, or leaves out the very act.
struct Objections: Sendable {
    private let question: Question
    private let shape: QuestionShape
    private let order: [Order]
    /// Senses of the question's words, with the word that has each.
    private let senses: [(sense: Opposites.Sense, end: Int, word: Word)]

    init(_ question: Question) {
        let shape = question.shape
        let order = Order.all(in: shape.words, shape.clauses)
        self.question = question
        self.shape = shape
        self.order = order
        senses = shape.words.indices.flatMap { index -> [(Opposites.Sense, Int, Word)] in
            let word = shape.words[index]
            let before = index > 0 ? shape.words[index - 1].folded : ""
            // "how long", "at least" ask for no end of an axis
            let isOrder = word.isStop && order.contains { $0.word == word.folded }
            guard !["how", "at"].contains(before), !isOrder else { return [] }
            return Opposites.senses(of: word).map { ($0, Self.end($0, isDenied: shape.clauses.isDenied[index]), word) }
        }
    }

    /// - Parameter previous: what the sentence leans on, where it does.
    func exist(against entry: SentenceBook.Entry, leaningOn previous: SentenceBook.Entry?) -> Bool {
        if question.kind == .yesOrNo { return false }
        let clauses = Clauses(entry.words, in: entry.text)
        return saysOpposite(entry, clauses) || hasOtherPolarity(entry, clauses)
            || order.contains { $0.isTurned(in: Order.all(in: entry.words, clauses)) }
            || Roles.areExchanged(shape, in: entry.words, clauses) || leavesOutTheAct(entry, previous)
    }

    private static func end(_ sense: Opposites.Sense, isDenied: Bool) -> Int {
        isDenied && sense.isContradictory ? -sense.end : sense.end
    }

    // MARK: Opposites

    private func saysOpposite(_ entry: SentenceBook.Entry, _ clauses: Clauses) -> Bool {
        let others = Set(shape.words.map(\.stem)).union(question.terms.map(\.stem))
        let isTurned = question.terms.contains { term in
            !entry.set.contains(term.stem)
                && entry.stems.contains { Opposites.differInPrefix($0, term.stem) && !others.contains($0) }
        }
        if isTurned { return true }
        return senses.contains { sense, end, word in
            let found = entry.words.indices.filter { index in
                Opposites.senses(of: entry.words[index]).contains { $0.axis == sense.axis }
            }
            let same = found.filter { self.end(at: $0, on: sense.axis, entry, clauses) == end }
            let opposite = found.filter { self.end(at: $0, on: sense.axis, entry, clauses) == -end }
            guard !opposite.isEmpty else { return false }
            if same.isEmpty {
                return !entry.words.contains { $0.stem == word.stem && !$0.isStop } || sense.isContradictory
            }
            // both are said: the one that is asked for must be said of what is asked about
            return sense.isAct && !same.contains { isBound($0, besides: word, entry, clauses) }
        }
    }

    private func end(at index: Int, on axis: Int, _ entry: SentenceBook.Entry, _ clauses: Clauses) -> Int {
        let sense = Opposites.senses(of: entry.words[index]).first { $0.axis == axis }
        return sense.map { Self.end($0, isDenied: clauses.isDenied[index]) } ?? 0
    }

    private func isBound(_ index: Int, besides word: Word, _ entry: SentenceBook.Entry, _ clauses: Clauses) -> Bool {
        let others = question.terms.filter { $0.stem != word.stem && !$0.isVague && !$0.isContext }
        let around = clauses.surroundings(of: index, in: entry.words)
        return others.isEmpty || others.contains { term in around.contains { Self.isSame($0, term.stem) } }
    }

    static func isSame(_ left: String, _ right: String) -> Bool {
        left == right || Thesaurus.areRelated(left, right) || Thesaurus.areAlike(left, right)
            || Opposites.areAlike(left, right)
    }

    // MARK: Polarity

    private func hasOtherPolarity(_ entry: SentenceBook.Entry, _ clauses: Clauses) -> Bool {
        if shape.isNegated { return !denies(entry, clauses) }
        if question.isNegated || clauses.hasEndOfDenial { return false }
        let states = question.terms.map { state(of: $0.stem, entry, clauses) }
        let isPredicateDenied = shape.predicate.map { state(of: $0.stem, entry, clauses) == .denied } ?? false
        let denied = states.count { $0 == .denied }
        return isPredicateDenied || denied > 0 && denied * 2 >= states.count { $0 != .absent }
    }

    private enum State { case asserted, denied, absent }

    private func state(of stem: String, _ entry: SentenceBook.Entry, _ clauses: Clauses) -> State {
        var places = entry.words.indices.filter { entry.words[$0].stem == stem }
        if places.isEmpty {
            places = entry.words.indices.filter { !entry.words[$0].isStop && Self.isSame(entry.words[$0].stem, stem) }
        }
        if places.isEmpty { return .absent }
        return places.allSatisfy { clauses.isDenied[$0] } ? .denied : .asserted
    }

    /// Whether a sentence denies what a question asks to be denied, or says what is left out of it.
    private func denies(_ entry: SentenceBook.Entry, _ clauses: Clauses) -> Bool {
        let denied = shape.words.indices.filter { shape.clauses.isDenied[$0] && !shape.words[$0].isStop }.map {
            shape.words[$0]
        }
        let states = denied.map { state(of: $0.stem, entry, clauses) }
        if states.contains(.denied) || clauses.hasException && states.contains(.asserted) { return true }
        let isOpposite = denied.contains { word in
            Opposites.senses(of: word).contains { sense in
                sense.isContradictory
                    && entry.words.indices.contains { end(at: $0, on: sense.axis, entry, clauses) == -sense.end }
            }
        }
        return isOpposite || !states.contains(.asserted) && clauses.hasNegation
    }

    // MARK: The act

    /// What is asked to be done must be done in the sentence, or in the one that it leans on.
    private func leavesOutTheAct(_ entry: SentenceBook.Entry, _ previous: SentenceBook.Entry?) -> Bool {
        guard let predicate = shape.predicate, !predicate.isStop, !Self.light.contains(predicate.stem) else {
            return false
        }
        if Persons.isSpeech(predicate), entry.words.contains(where: { $0.folded == "according" }) { return false }
        let isAct = Opposites.senses(of: predicate).contains(where: \.isAct)
        guard isAct || !VagueWords.contains(predicate.stem) || shape.asked != .other else { return false }
        let axes = Set(Opposites.senses(of: predicate).filter(\.isAct))
        return ![entry, previous].compactMap { $0 }.contains { said in
            said.words.contains { word in
                Persons.isSame(word, predicate)
                    || !axes.isEmpty
                        && Opposites.senses(of: word).contains {
                            axes.contains($0) || $0.isContradictory && axes.map(\.axis).contains($0.axis)
                        }
            }
        }
    }

    /// Verbs that any sentence may stand for: "what happens to potassium".
    private static let light = Set(
        [
            "happen", "occur", "use", "make", "take", "look", "work", "call", "mean", "come", "become", "need",
            "involve", "describe", "deal", "like", "think",
        ].map(PorterStemmer.stem))
}
