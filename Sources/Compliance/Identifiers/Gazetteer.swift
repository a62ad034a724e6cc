/// What is known of a word before it is read in its place: a name, a place, a drug, a device, a word of the clinic or of
/// English. Lists of Sources/ComplianceData/gazetteers, loaded once; look-ups are by the folded `Token.key` in constant time.
package struct Gazetteer: Sendable {
    package static let shared = Gazetteer(EmbeddedFiles.below("gazetteers/"))

    private let givenNames, surnames: GazetteerList
    private let places, placeFirsts, counties, countyFirsts, states: GazetteerList
    private let restrictedZIPs: GazetteerList
    private let eponyms, eponymHeads, drugs, brands, clinicalWords, englishWords: GazetteerList

    init(_ files: [RubricFile]) {
        func list(_ names: String...) -> GazetteerList {
            GazetteerList(
                names.map { name in
                    files.first { $0.name == "gazetteers/\(name).txt" }.map { Array($0.text.utf8) } ?? []
                })
        }
        givenNames = list("given-names", "given-names-world")
        surnames = list("surnames", "surnames-world")
        places = list("places")
        placeFirsts = places.firstWords()
        counties = list("counties")
        countyFirsts = counties.firstWords()
        states = list("states")
        restrictedZIPs = list("zip3-restricted")
        eponyms = list("eponyms")
        eponymHeads = list("eponym-heads")
        drugs = list("drugs")
        brands = list("brands")
        clinicalWords = list("clinical-words")
        englishWords = list("english-words")
    }

    package func isGivenName(_ key: String) -> Bool { givenNames.contains(key) }
    package func isSurname(_ key: String) -> Bool { surnames.contains(key) }
    /// 0 for the most frequent given name in the United States; names of no known frequency come last.
    package func givenNameRank(_ key: String) -> Int? { givenNames.rank(of: key) }
    package func surnameRank(_ key: String) -> Int? { surnames.rank(of: key) }
    /// A name that is an English word as well, such as will, grace, walker: a name only where its surroundings say so.
    package func isAmbiguousName(_ key: String) -> Bool { isEnglishWord(key) && (isGivenName(key) || isSurname(key)) }

    /// What all lists together say of a word.
    func lexeme(_ key: String) -> Lexeme {
        var key = key
        return key.withUTF8 { bytes in
            guard !bytes.contains(0x27) else { return nil }
            let hash = GazetteerList.hash(bytes)
            var found: Lexeme = []
            let rank = givenNames.find(bytes, hash)
            if rank != nil { found.insert(.given) }
            if surnames.find(bytes, hash) != nil { found.insert(.surname) }
            let isWord =
                englishWords.find(bytes, hash) != nil || clinicalWords.find(bytes, hash) != nil
                || drugs.find(bytes, hash) != nil || brands.find(bytes, hash) != nil || isPlural(bytes)
            if isWord, rank ?? .max >= 400 || Words.verbalNames.contains(String(decoding: bytes, as: UTF8.self)) {
                // maria, john and jack are in dictionaries; in a note they are names
                found.insert(.ordinary)
            }
            return found
        } ?? apostrophised(key)
    }

    private func isPlural(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.last == 0x73, bytes.count > 1 else { return false }
        let singular = UnsafeBufferPointer(rebasing: bytes.dropLast())
        return englishWords.find(singular, GazetteerList.hash(singular)) != nil
    }

    /// O'Brien, don't
    private func apostrophised(_ key: String) -> Lexeme {
        var found: Lexeme = []
        let rank = givenNameRank(key)
        if rank != nil { found.insert(.given) }
        if isSurname(key) { found.insert(.surname) }
        if isEnglishWord(key) || isClinicalWord(key) || isDrug(key) || isBrand(key),
            rank ?? .max >= 400 || Words.verbalNames.contains(key)
        {
            found.insert(.ordinary)
        }
        return found
    }

    /// Words of a city or town of the United States of 2,500 inhabitants or more.
    package func isPlace(_ words: [String]) -> Bool { places.contains(words.joined(separator: " ")) }
    package func isPlace(_ key: String) -> Bool { places.contains(key) }
    /// How many tokens from `first` on are the longest place name that begins there; 0 when there is none.
    package func placeLength(in tokens: [Token], at first: Int) -> Int { longest(places, placeFirsts, tokens, first) }
    /// A county's name without the word County.
    package func isCounty(_ words: [String]) -> Bool { counties.contains(words.joined(separator: " ")) }
    package func countyLength(in tokens: [Token], at first: Int) -> Int {
        longest(counties, countyFirsts, tokens, first)
    }
    /// Full name or postal abbreviation of a state, the district or a territory.
    package func isState(_ key: String) -> Bool { states.contains(key) }
    /// Whether the area of these three first digits had 20,000 inhabitants or fewer in the census of 2000.
    package func isRestrictedZIP(_ prefix: String) -> Bool { restrictedZIPs.contains(prefix) }

    /// Somebody whose name a test, sign, disease or device bears.
    package func isEponym(_ key: String) -> Bool { eponyms.contains(key) }
    /// What follows an eponym: test, sign, palsy.
    package func isEponymHead(_ key: String) -> Bool { eponymHeads.contains(key) }
    package func isDrug(_ key: String) -> Bool { drugs.contains(key) }
    package func isBrand(_ key: String) -> Bool { brands.contains(key) }
    /// A term or abbreviation of therapy.
    package func isClinicalWord(_ key: String) -> Bool { clinicalWords.contains(key) }
    /// A common English word; plurals in -s count with their singular.
    package func isEnglishWord(_ key: String) -> Bool {
        englishWords.contains(key) || (key.utf8.last == 0x73 && englishWords.contains(String(key.dropLast())))
    }

    private func longest(_ list: GazetteerList, _ firsts: GazetteerList, _ tokens: [Token], _ first: Int) -> Int {
        guard tokens[first].isWord else { return 0 }
        var words = tokens[first].key
        var found = list.contains(words) ? 1 : 0
        guard firsts.contains(words) else { return found }
        var length = 1
        while length < 5, first + length < tokens.count {
            let next = tokens[first + length]
            length += 1
            // St. Paul, Winston-Salem
            if next.isSymbol(".") || next.isSymbol("-") { continue }
            guard next.isWord else { break }
            words += " " + next.key
            if list.contains(words) { found = length }
        }
        return found
    }
}
