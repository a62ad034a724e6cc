/// All names of a note: harvested where the wording shows them, then followed through the text.
struct Names {
    let candidates: [Candidate]
    let book: NameBook
    /// Tokens of names.
    let covered: [Bool]

    init(_ scan: NoteScan) {
        var mentions =
            LabelledNames(scan: scan).find() + TitledNames(scan: scan).find() + CredentialNames(scan: scan).find()
        var covered = [Bool](repeating: false, count: scan.count)
        for mention in mentions { for at in mention.tokens { covered[at] = true } }
        mentions += HeadNames(scan: scan).find().filter { mention in !mention.tokens.contains { covered[$0] } }
        for mention in mentions { for at in mention.tokens { covered[at] = true } }
        mentions += LooseNames(scan: scan).find().filter { mention in !mention.tokens.contains { covered[$0] } }
        mentions += Names.nicknames(mentions, scan)
        Names.adoptPatient(&mentions)
        let book = NameBook(mentions.filter { $0.confidence >= Scrubber.threshold }, scan)
        var found: [Candidate] = []
        var sure = 0
        for mention in mentions {
            var person: Int?
            if mention.confidence >= Scrubber.threshold {
                person = book.owners[sure]
                sure += 1
                for at in mention.tokens { covered[at] = true }
            }
            found.append(Names.candidate(scan.range(mention.tokens), person, book, mention))
        }
        for mention in NamePropagation(scan: scan, book: book).find(covered) {
            var candidate = Candidate(
                range: scan.range(mention.token), type: .name, sub: book.persons[mention.person].role.rawValue,
                confidence: mention.confidence, source: "propagated")
            candidate.person = mention.person
            found.append(candidate)
            for at in mention.token { covered[at] = true }
        }
        candidates = found
        self.covered = covered
        self.book = book
    }

    private static func candidate(_ range: Range<Int>, _ person: Int?, _ book: NameBook, _ mention: NameMention)
        -> Candidate
    {
        var candidate = Candidate(
            range: range, type: .name, sub: (person.map { book.persons[$0].role } ?? mention.role).rawValue,
            confidence: mention.confidence, source: mention.source)
        candidate.person = person
        return candidate
    }

    /// `("Otis")` right behind a name is that person's.
    private static func nicknames(_ mentions: [NameMention], _ scan: NoteScan) -> [NameMention] {
        mentions.compactMap { mention in
            var at = mention.tokens.upperBound
            if scan.key(at) == "(" { at += 1 }
            // PRZYBYLSKI, THOMASINA "TOMMIE"
            guard scan.isQuote(at), let (tokens, _) = scan.name(at: at + 1),
                scan.isQuote(tokens.upperBound) || scan.key(tokens.upperBound) == ")"
            else { return nil }
            var nickname = mention
            nickname.tokens = tokens
            nickname.source = "nickname"
            return nickname
        }
    }

    /// A note without a header: the first person with a title and no doctorate is whom it is about.
    private static func adoptPatient(_ mentions: inout [NameMention]) {
        guard !mentions.contains(where: { $0.role == .patient && $0.source != "initials" }),
            let first = mentions.indices.filter({ mentions[$0].role == .person && mentions[$0].source == "title" })
                .min(by: { mentions[$0].tokens.lowerBound < mentions[$1].tokens.lowerBound })
        else { return }
        mentions[first].role = .patient
    }
}
