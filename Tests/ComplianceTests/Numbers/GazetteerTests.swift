import Compliance
import Testing

struct GazetteerTests {
    let gazetteer = Gazetteer.shared

    @Test(arguments: [
        "mary", "guadalupe", "thi", "hiroshi", "priya", "fatimah", "chukwuemeka", "oksana", "bjorn", "kealoha",
        "siobhan", "bubba", "aaliyah",
    ])
    func givenNames(_ name: String) {
        let isFound = Gazetteer.shared.isGivenName(name)
        #expect(isFound)
    }

    @Test(arguments: [
        "smith", "o'brien", "smith's", "delacruz", "nguyen", "watanabe", "patel", "alshehri", "okonkwo", "kowalczyk",
        "johansson",
        "kahananui", "begay", "papadopoulos", "haile", "toussaint",
    ])
    func surnames(_ name: String) {
        let isFound = Gazetteer.shared.isSurname(name)
        #expect(isFound)
    }

    @Test func nothingIsFoundThatIsInNoList() {
        for key in ["", "zzyzxq", "\n", "12"] {
            #expect(
                !gazetteer.isGivenName(key) && !gazetteer.isSurname(key) && !gazetteer.isPlace(key)
                    && !gazetteer.isDrug(key))
        }
    }

    @Test func namesAreRankedByFrequency() throws {
        let (mary, smith) = (
            try #require(gazetteer.givenNameRank("mary")), try #require(gazetteer.surnameRank("smith"))
        )
        #expect(mary < 20 && smith == 0)
        #expect(try #require(gazetteer.surnameRank("kowalczyk")) > smith)
    }

    @Test func placesOfSeveralWordsAreFoundWhole() {
        let note = NoteText("Las Cruces, St. Paul and Winston-Salem; Bend")
        func length(_ word: String) -> Int {
            note.tokens.firstIndex { $0.key == word }.map { gazetteer.placeLength(in: note.tokens, at: $0) } ?? -1
        }
        #expect(
            length("las") == 2 && length("st") == 3 && length("winston") == 3 && length("bend") == 1
                && length("and") == 0)
        #expect(
            gazetteer.isPlace(["grand", "junction"]) && gazetteer.isCounty(["prince", "george's"])
                && gazetteer.isState("new mexico"))
    }

    @Test func clinicalWordsAreKnown() {
        #expect(
            gazetteer.isEponym("tinetti") && gazetteer.isEponymHead("palsy") && gazetteer.isDrug("gabapentin")
                && gazetteer.isDrug("eliquis"))
        #expect(gazetteer.isBrand("nustep") && gazetteer.isBrand("jamar") && gazetteer.isClinicalWord("dorsiflexion"))
        #expect(
            gazetteer.isAmbiguousName("grace") && gazetteer.isAmbiguousName("walker")
                && !gazetteer.isAmbiguousName("kowalczyk"))
        #expect(
            gazetteer.isEnglishWord("exercises") && gazetteer.isRestrictedZIP("036")
                && !gazetteer.isRestrictedZIP("454"))
    }
}
