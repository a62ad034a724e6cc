/// What can answer "who": somebody with a title or a name, a profession, a group of people – where the question asks for the
/// one who does something, there.
enum Persons {
    static func occur(in entry: SentenceBook.Entry, for question: Question) -> Bool {
        let words = entry.words
        let shape = question.shape
        let verbs = shape.predicate.map { verb in words.indices.filter { isSame(words[$0], verb) } } ?? []
        let isDoer = shape.asked == .agent && shape.predicate != nil
        if isDoer, isSpeech(shape.predicate), verbs.isEmpty, !words.contains(where: { $0.folded == "according" }) {
            return false
        }
        let ranges = isDoer && !verbs.isEmpty ? verbs.map { Roles.agents(at: $0, in: words) } : [words.indices]
        let asked = Set(question.terms.map(\.stem))
        return ranges.contains { range in
            range.contains { !asked.contains(words[$0].stem) && isPerson(words, at: $0, isDoer: isDoer, verbs) }
        }
    }

    /// Verbs of saying stand for each other: who "said" it has "explained", "argued" or "shown" it.
    static func isSpeech(_ word: Word?) -> Bool { word.map { speech.contains($0.stem) } ?? false }

    static func isSame(_ word: Word, _ verb: Word) -> Bool {
        word.stem == verb.stem
            || !word.isStop
                && (Objections.isSame(word.stem, verb.stem) || Thesaurus.areAlikeOfPersons(word.stem, verb.stem))
            || isSpeech(verb) && saying.contains(verb.stem) && isSpeech(word)
    }

    private static func isPerson(_ words: [Word], at index: Int, isDoer: Bool, _ verbs: [Int]) -> Bool {
        let word = words[index]
        if people.contains(word.folded) || people.contains(singular(word.folded)) { return true }
        if isDoer, word.folded.utf8.count > 5, endings.contains(where: singular(word.folded).hasSuffix),
            !things.contains(singular(word.folded))
        {
            return true
        }
        let capitals = word.text.unicodeScalars.count { $0.properties.isUppercase }
        guard capitals == 1, word.text.first?.isUppercase == true, word.folded.utf8.count > 2, !word.isStop,
            !Moments.calendar.contains(word.folded)
        else { return false }
        let next = index + 1 < words.count ? words[index + 1].folded : ""
        if index > 0 {
            let before = words[index - 1].folded
            return !named.contains(next) && !["in", "at", "near"].contains(before)
                && !(before == "the" && !word.text.hasSuffix("s"))
        }
        // the first word has its capital from the sentence: a name when it does what is asked about
        return isDoer && !notions.contains(where: word.folded.hasSuffix)
            && verbs.contains {
                (1...2).contains($0) && (words[1].text.first?.isUppercase == true || $0 == 1) || next == "and" && $0 < 5
            }
    }

    private static func singular(_ folded: String) -> String {
        folded.hasSuffix("s") && folded.utf8.count > 3 ? String(folded.dropLast()) : folded
    }

    private static let saying = stems(
        "say said state explain tell told mention claim argue believe think report suggest")
    private static let speech = saying.union(
        stems("recommend show write describe teach note conclude propose warn find advise insist demonstrate call deny")
    )

    private static func stems(_ words: String) -> Set<String> { Set(Word.words(in: words).map(\.stem)) }

    private static let people: Set<String> = [
        "doctor", "dr", "professor", "nurse", "therapist", "pharmacist", "dietitian", "surgeon", "physiotherapist",
        "consultant", "mr", "mrs", "ms", "team", "specialist", "carer", "family", "patient", "people", "person", "man",
        "men", "woman", "women", "child", "children", "adult", "boy", "girl", "student", "infant", "baby", "babies",
        "parent", "mother", "father", "everyone", "everybody", "anyone", "anybody", "someone", "somebody", "nobody",
        "staff", "colleague", "king", "queen", "company", "committee", "relative", "smoker", "athlete", "families",
        "you", "we", "i", "he", "she", "those", "worker", "employee", "employer", "owner", "member", "user", "teacher",
        "lawyer", "judge", "officer", "engineer", "farmer", "driver", "manager", "tenant", "client", "customer",
        "citizen", "resident", "guest", "apprentice", "trainee", "volunteer", "researcher", "author", "inventor",
        "union", "tribunal", "court", "government", "council", "board", "ministry", "parliament", "police", "army",
        "crew", "population", "victim", "survivor", "neighbour", "friend",
    ]
    private static let endings = ["er", "or", "ist", "ian", "eer"]
    private static let things: Set<String> = [
        "ulcer", "fever", "liver", "cancer", "fibre", "order", "matter", "number", "water", "river", "winter", "summer",
        "factor", "motor", "tumor", "power", "paper", "receptor", "inhibitor", "blocker", "reliever", "preventer",
        "shoulder", "disorder", "bladder", "finger", "layer", "barrier", "computer", "trigger", "marker", "monitor",
        "sensor", "vector", "another", "either", "rather", "other", "danger", "cylinder", "chapter", "letter",
        "booster",
        "mirror", "error", "tremor", "carrier", "transfer", "catheter", "ventilator", "tractor", "corner", "border",
        "however", "whether", "together", "further", "register", "weather", "flavor", "behavior", "center", "spacer",
    ]
    /// Nouns that a name is put before: "the Berg scale".
    static let named: Set<String> = [
        "sign", "gait", "test", "scale", "score", "syndrome", "disease", "fracture", "trial", "protocol", "exercise",
        "reflex", "law", "effect", "method", "manoeuvre", "maneuver", "unit", "ward", "hospital", "street", "river",
        "valley", "school", "university", "position", "classification", "index", "criteria", "cell", "body", "node",
        "balance", "study", "palsy", "contracture", "technique",
    ]
    private static let notions = [
        "tion", "sion", "ment", "ness", "ity", "ism", "osis", "itis", "aemia", "emia", "ing", "ine", "ide", "ate",
        "oma",
    ]
}
