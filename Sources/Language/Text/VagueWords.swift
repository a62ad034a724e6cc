/// Content words of every subject. A question may have them where the source has others: they are asked for mildly, and
/// they never make a key term.
package enum VagueWords {
    package static func contains(_ stem: String) -> Bool { stems.contains(stem) }

    static let stems: Set<String> = Set(
        """
        able according act actual add advice advise affect allow amount answer apply approach appropriate arise arrive ask \
        aspect associate average avoid aware bad base become begin benefit best better big bring build call care carry case \
        certain change characteristic check choose clear clinic clinician close come common compare complete concern condition \
        consider consist contain continue correct count cover create current deal decide defin definition degree depend \
        describe detail determine difference different difficult discuss do doctor easy effect effective end ensure \
        essential evidence exact example exist expect experience explain fact factor feature feel figure find first fit follow \
        form frequent full function general give good great group happen hard help hold hospital idea identify importance \
        important improve include increase indicate individual inform involve issue judge keep key know large last late lead \
        learn leave lecture lecturer left length let level life likely limit list live long look lose low main major make \
        manage manner matter maximum mean measure mention method minimum minute moment name near necessary need new normal \
        note number obtain occur offer old open order outcome part particular patient people perform period person place play \
        point poor possible practice prefer present prevent previous problem proceed process produce provide purpose put \
        quantity question quick range rate reach reason receive recommend reduce refer regard relate remain remember report \
        require response result right risk role rule run same score second see seem select separate serious session set \
        several short show side sign significant similar simple single situation size slow small special specific speaker stand \
        start state step stop structure student study subject suggest suitable support sure system take talk task teach tell \
        term test think third time today topic total treat treatment try turn type typical understand unit use useful usual \
        value various view want way week well word work worse worst write wrong year young day hour month second minute \
        percent percentage proportion fraction share device tool main principal chief primary cause sort stage criteria \
        criterion warn warning definition meaning purpose sentence source text transcript recording professor teacher someone high higher \
        raised bigger smaller drive get whom adult child man woman men women clinical medical
        """.split(separator: " ").map { Word.words(in: String($0))[0].stem })
}
