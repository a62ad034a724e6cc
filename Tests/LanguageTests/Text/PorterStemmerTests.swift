import Language
import Testing

@Suite struct PorterStemmerTests {
    /// Examples of the paper for each step, and the two departures of the author's programs.
    @Test(arguments: [
        ("caresses", "caress"), ("ponies", "poni"), ("ties", "ti"), ("cats", "cat"), ("feed", "feed"),
        ("agreed", "agre"), ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"), ("sing", "sing"),
        ("conflated", "conflat"), ("troubled", "troubl"), ("sized", "size"), ("hopping", "hop"), ("falling", "fall"),
        ("hissing", "hiss"), ("failing", "fail"), ("filing", "file"), ("happy", "happi"), ("sky", "sky"),
        ("relational", "relat"), ("conditional", "condit"), ("rational", "ration"), ("digitizer", "digit"),
        ("radically", "radic"), ("vietnamization", "vietnam"), ("operator", "oper"), ("hopefulness", "hope"),
        ("formality", "formal"), ("sensitivity", "sensit"), ("triplicate", "triplic"), ("electrical", "electr"),
        ("goodness", "good"), ("revival", "reviv"), ("allowance", "allow"), ("adjustable", "adjust"),
        ("replacement", "replac"), ("adoption", "adopt"), ("effective", "effect"), ("probate", "probat"),
        ("rate", "rate"), ("cease", "ceas"), ("controlling", "control"), ("roll", "roll"), ("physiology", "physiolog"),
        ("is", "is"), ("ketoacidosis", "ketoacidosi"), ("naïve", "naïve"), ("課程", "課程"),
    ])
    func stems(word: String, expected: String) {
        #expect(PorterStemmer.stem(word) == expected)
    }
}
