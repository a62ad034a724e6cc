/// What is known of a word before it is read in its place: a name, a place, a drug, a device, a word of the clinic or of
/// English. Lists of Sources/ComplianceData/gazetteers, loaded once; look-ups are by the folded `Token.key` in constant time.
package struct Gazetteer: Sendable {
    package static let shared = Gazetteer(EmbeddedFiles.below("gazetteers/"))

    private let givenNames, surnames: GazetteerList
    private let places, placeFirsts, counties, countyFirsts, states: GazetteerList
    private let streetSuffixes, unitWords, restrictedZIPs: GazetteerList
    private let facilityWords, facilityHeads: GazetteerList
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
        streetSuffixes = list("street-suffixes")
        unitWords = list("unit-words")
        restrictedZIPs = list("zip3-restricted")
        facilityWords = list("facility-words")
        facilityHeads = list("facility-heads")
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
    package func isState(_ words: [String]) -> Bool { states.contains(words.joined(separator: " ")) }
    package func isState(_ key: String) -> Bool { states.contains(key) }
    package func isStreetSuffix(_ key: String) -> Bool { streetSuffixes.contains(key) }
    /// Apt, suite, unit, # …
    package func isUnitWord(_ key: String) -> Bool { unitWords.contains(key) }
    /// Whether the area of these three first digits had 20,000 inhabitants or fewer in the census of 2000.
    package func isRestrictedZIP(_ prefix: String) -> Bool { restrictedZIPs.contains(prefix) }

    package func isFacilityWord(_ key: String) -> Bool { facilityWords.contains(key) }
    /// A word that ends the name of a place of care: hospital, clinic, SNF.
    package func isFacilityHead(_ key: String) -> Bool { facilityHeads.contains(key) }
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
