/// Words of a question that its answer need not have.
enum ExcusedWords {
    /// People in general, verbs that any verb stands for, and adverbs that only soften.
    static func contains(_ stem: String) -> Bool { always.contains(stem) }

    /// The kind of thing that is asked for, as in "which drug": an answer names the thing and not its kind.
    static func isKind(_ stem: String) -> Bool { kinds.contains(stem) }

    /// "How long does it last", "how many does he take": the duration or the number says it.
    static func isSaidByAmount(_ stem: String) -> Bool { ["last", "take"].contains(stem) }

    private static let always = stems(
        """
        patient people person individual somebody someone survivor student
        happen occur become mean look think suspect expect consider involve concern deal aim spend show
        perform use
        usual normal general typical average approximate rough main exact actual about current
        amount number quantity share percentage proportion fraction
        differ difference compare comparison distinguish versus contrast
        thing way kind type sort reason purpose effect point phase order
        """)

    private static let kinds = stems(
        """
        drug medicine medication substance chemical agent preparation muscle nerve artery vessel vein bone joint ligament
        organ structure tissue hormone enzyme vitamin part area region place site side hand direction position room
        test examination investigation assessment scale tool instrument device aid equipment method technique approach
        treatment therapy intervention measure exercise disease disorder condition illness symptom sign finding problem
        complication factor event step stage time moment year month day date hour century period age range level rate
        value limit dose temperature distance length speed size function country city town animal bird fish insect plant
        tree material metal language company law word term name thing item group man woman person doctor scientist
        professional specialist criterion result outcome body
        """)

    private static func stems(_ words: String) -> Set<String> { Set(Word.words(in: words).map(\.stem)) }
}
