/// What speaks against a sentence as the answer to a question although it has the words of it: it says the opposite, denies
/// what is asked (or asserts what is asked to be denied), has the roles or the order exchanged, or leaves out the very act.
struct Objections: Sendable {
    private let question: Question
    private let shape: QuestionShape
    private let order: [Order]
    private let sides: Sides
    private let degree: Degree?
    /// Senses of the question's words, with the word that has each.
    private let senses: [(sense: Opposites.Sense, end: Int, word: Word)]

    init(_ question: Question) {
        let shape = question.shape
        let order = Order.all(in: shape.words, shape.clauses)
        self.question = question
        self.shape = shape
        self.order = order
        sides = Sides(shape.words)
        degree = Degree(shape.words)
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
        reason(against: entry, leaningOn: previous) != nil
    }

    /// What speaks against a sentence.
    enum Reason: Sendable { case side, kind, relation, degree, opposite, polarity, order, roles, object, act }

    func reason(against entry: SentenceBook.Entry, leaningOn previous: SentenceBook.Entry?) -> Reason? {
        let clauses = Clauses(entry.words, in: entry.text)
        let near = [entry, previous].compactMap { $0 }
        if near.contains(where: { sides.contradict(Sides($0.words)) }) { return .side }
        if question.kind == .yesOrNo { return nil }
        if !Categories.fits(entry, question) { return .kind }
        if isOfAnother(entry) { return .relation }
        if let degree, !degree.agrees(with: Degree(entry.words)) { return .degree }
        if saysOpposite(entry, clauses) { return .opposite }
        if hasOtherPolarity(entry, clauses) { return .polarity }
        let said = Order.all(in: entry.words, clauses)
        if order.contains(where: { $0.isTurned(in: said) }) || isOutOfOrder(near) { return .order }
        let isUndone = question.askedKind.map { Roles.doesNotAct($0, shape, in: entry.words) } ?? false
        if isUndone || Roles.areExchanged(shape, in: entry.words, clauses) { return .roles }
        if Roles.haveAnotherObject(shape, in: entry.words, clauses) { return .object }
        return leavesOutTheAct(near) ? .act : nil
    }

    /// "Before the test" is answered by what is said to come before something, or not until it.
    private func isOutOfOrder(_ near: [SentenceBook.Entry]) -> Bool {
        let said = Set(near.flatMap(\.words).map(\.folded))
        return shape.words.indices.contains { index in
            guard let words = Order.signs[shape.words[index].folded], index + 1 < shape.words.count else {
                return false
            }
            return said.isDisjoint(with: words)
        }
    }

    private static func end(_ sense: Opposites.Sense, isDenied: Bool) -> Int {
        isDenied && sense.isContradictory ? -sense.end : sense.end
    }

    /// "The half-life of A" where the question asks for that of B.
    private func isOfAnother(_ entry: SentenceBook.Entry) -> Bool {
        let relations = Relations.all(in: entry.words)
        return question.relations.contains { stem, other in
            guard let found = relations[stem] else { return false }
            return !Self.isSame(found, other) && !question.terms.contains { Self.isSame($0.stem, found) }
                && question.terms.contains { $0.stem == other && !$0.isExcused }
        }
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
        // "the disease, and exercises ease it"
        let clause = clauses.number[index]
        if entry.words.indices.contains(where: {
            $0 > index && clauses.number[$0] == clause && entry.words[$0].folded == "it"
        }) {
            return true
        }
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
        let folded = shape.words.map(\.folded)
        let isEnd = clauses.hasEndOfDenial && !folded.contains("before") && !folded.contains("until")
        // "when may they drive again": not for a month
        let isPause = folded.contains("again") && entry.words.contains { ["for", "until"].contains($0.folded) }
        if question.isNegated || isEnd || isPause { return false }
        let states = question.terms.map { state(of: $0.stem, entry, clauses) }
        let isPredicateDenied = shape.predicate.map { state(of: $0.stem, entry, clauses) == .denied } ?? false
        let denied = states.count { $0 == .denied }
        // "no potassium in the first bag, and after that you add 40": the number is said of what is not denied
        let isAmount =
            question.kind == .quantity && shape.predicate.map { state(of: $0.stem, entry, clauses) } == .asserted
        if isAmount, denied < states.count(where: { $0 == .asserted }) { return false }
        let isCoreDenied = zip(question.terms, states).contains { !$0.isExcused && !$0.isContext && $1 == .denied }
        return isPredicateDenied || isCoreDenied || denied > 0 && denied * 2 >= states.count { $0 != .absent }
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
    private func leavesOutTheAct(_ near: [SentenceBook.Entry]) -> Bool {
        guard let predicate = shape.predicate, !predicate.isStop, !Self.light.contains(predicate.stem) else {
            return false
        }
        if Persons.isSpeech(predicate), near[0].words.contains(where: { $0.folded == "according" }) { return false }
        let isAct = Opposites.senses(of: predicate).contains(where: \.isAct)
        guard isAct || !VagueWords.contains(predicate.stem) || shape.asked != .other && !question.isFollowUp
        else { return false }
        let axes = Set(Opposites.senses(of: predicate).filter(\.isAct))
        return !near.contains { said in
            said.words.contains { word in
                Persons.isSame(word, predicate) || said.set.contains(predicate.stem)
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
            "involve", "describe", "deal", "like", "think", "show", "find", "reveal", "suspect", "do", "last", "mean",
        ].map(PorterStemmer.stem))
}
