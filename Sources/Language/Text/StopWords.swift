/// Words that say nothing of what a text is about.
package enum StopWords {
    package static func contains(_ folded: String) -> Bool { function.contains(folded) || talk.contains(folded) }

    /// English function words.
    package static let function: Set<String> = words(
        """
        a about above across after again against all almost along already also although always am among an and another any \
        anybody anyone anything are aren't around as at away be because been before behind being below between both but by \
        can can't cannot could couldn't did didn't do does doesn't doing don't done down during each either else enough \
        etc even ever every everybody everyone everything few for from further had hadn't has hasn't have haven't having he \
        her here hers herself him himself his how however i i'd i'll i'm i've if in indeed instead into is isn't it it's its \
        itself just least less let let's like many may me might mine more most much must my myself near neither never no \
        nobody none nor not nothing now of off often on once one ones one's only onto or other others otherwise our ours ourselves out \
        over own per perhaps please quite rather same she she's should shouldn't since so some somebody someone something \
        sometimes still such than that that's the their theirs them themselves then there there's therefore these they \
        they'd they'll they're they've this those though through thus to together too toward towards under unless until up \
        upon us very via was wasn't we we'd we'll we're we've were weren't what what's whatever when whenever where where's \
        whereas whether which while who who's whoever whole whom whose why will with within without won't would wouldn't yes \
        yet you you'd you'll you're you've your yours yourself yourselves
        """)

    /// What lecturers say between the words that matter.
    package static let talk: Set<String> = words(
        """
        actually alright anyway basically bit er erm folks get gets getting go goes going gonna got guys hello hmm kind lot \
        lots maybe mean means oh ok okay please really right say saying says see slide slides sort stuff sure thank thanks \
        thing things um uh wanna want well yeah
        """)

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}

extension Word {
    package var isStop: Bool { StopWords.contains(folded) || folded.utf8.count < 2 && !hasDigit }

    /// What retrieval and verification compare. The possessive ending and `-ly` are no part of it.
    package var stem: String {
        var word = folded
        if word.hasSuffix("'s") { word.removeLast(2) }
        word = IrregularForms.base(of: word)
        if word.hasSuffix("ly"), word.utf8.count > 5 { word.removeLast(2) }
        return PorterStemmer.stem(word)
    }

    /// The stems of the words that say what a text is about, in their order.
    package static func contentStems(of text: String) -> [String] {
        words(in: text).filter { !$0.isStop }.map(\.stem)
    }
}
