/// Words of opposite meaning. Each line of the table is an axis with two ends; a word may lie on several.
///
/// Antonyms are contradictory (what is not forbidden is allowed) or contrary (what does not rise may stay as it is); a
/// negation turns the former round and leaves nothing of the latter (after J. Lyons, "Semantics", 1977, chapter 9).
enum Opposites {
    struct Sense: Hashable, Sendable {
        let axis: Int
        /// +1 or -1: the end of the axis.
        let end: Int
        /// Does something, and so must be said by whoever answers; a quality may be left unsaid.
        let isAct: Bool
        let isContradictory: Bool
    }

    static func senses(of word: Word) -> [Sense] { senses[word.isStop ? word.folded : word.stem] ?? [] }

    /// Whether two stems say the same act: they lie at one end of an axis.
    static func areAlike(_ left: String, _ right: String) -> Bool {
        guard let left = senses[left], let right = senses[right] else { return false }
        return left.contains { $0.isAct && right.contains($0) }
    }

    /// Whether two stems differ in a prefix that turns a word round: `stable` and `unstable`, `hypotonia` and `hypertonia`.
    static func differInPrefix(_ left: String, _ right: String) -> Bool {
        let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
        if short.utf8.count >= 4, privative.contains(where: { $0 + short == long }) { return true }
        return exchanged.contains { pair in
            exchanges(pair, left, right) || exchanges(pair, right, left)
        }
    }

    private static func exchanges(_ pair: (String, String), _ left: String, _ right: String) -> Bool {
        left.hasPrefix(pair.0) && right.hasPrefix(pair.1) && left.utf8.count > pair.0.utf8.count + 2
            && left.dropFirst(pair.0.count) == right.dropFirst(pair.1.count)
    }

    private static let privative = ["un", "in", "im", "ir", "non", "dis", "mis", "contra", "anti", "ab", "de"]
    private static let exchanged = [
        ("hyper", "hypo"), ("tachy", "brady"), ("pre", "post"), ("ex", "in"), ("over", "under"), ("in", "out"),
        ("macro", "micro"), ("supra", "infra"), ("intra", "extra"), ("poly", "oligo"),
    ]

    private static let senses: [String: [Sense]] = {
        var senses: [String: [Sense]] = [:]
        var axis = 0
        for (table, isAct, isContradictory) in [
            (contradictoryActs, true, true), (contraryActs, true, false), (qualities, false, false),
        ] {
            for line in table.split(separator: "\n") {
                for (end, words) in zip([1, -1], line.split(separator: "|")) {
                    for word in Word.words(in: String(words)) {
                        let sense = Sense(axis: axis, end: end, isAct: isAct, isContradictory: isContradictory)
                        senses[word.isStop ? word.folded : word.stem, default: []].append(sense)
                    }
                }
                axis += 1
            }
        }
        return senses
    }()

    private static let contradictoryActs = """
        give administer provide | withhold omit
        allow permit indicate indication recommend | forbid prohibit ban disallow contraindicate contraindication
        remove discard clear | leave spare retain preserve
        pass succeed success | fail failure
        live survive survival | die death kill
        accept agree | reject refuse decline disagree
        include | exclude omit
        remember | forget
        present | absent absence
        """

    private static let contraryActs = """
        start begin commence initiate introduce launch onset resume | stop cease discontinue end finish halt terminate withdraw
        continue maintain persist | stop cease discontinue withdraw abandon interrupt
        increase raise rise grow elevate boost heighten | decrease reduce lower fall drop decline diminish lessen shrink
        lengthen prolong | shorten
        strengthen | weaken
        accelerate hasten quicken | delay retard decelerate
        improve ease relieve alleviate soothe | worsen aggravate exacerbate impair deteriorate
        open | close shut
        gain acquire regain win | lose loss
        insert add attach apply fit implant | remove detach extract subtract
        enter arrive admit admission | leave exit depart discharge
        appear emerge arise | disappear vanish subside
        activate stimulate excite | inhibit suppress block deactivate
        expand dilate widen | contract constrict narrow shrink
        build construct assemble erect | demolish destroy dismantle
        inhale inspiration | exhale expiration
        flex flexion bend | extend extension straighten
        abduct abduction | adduct adduction
        push | pull
        lift | lower drop
        sit | stand
        heat warm | cool chill freeze
        attack | defend
        ascend climb | descend
        buy | sell
        import | export
        borrow | lend
        tighten | loosen
        absorb | secrete excrete release
        lock | unlock
        fill | empty drain
        """

    private static let qualities = """
        left | right
        above over | below under
        high highest tall | low lowest
        strong | weak
        fast quick rapid | slow
        early | late
        large big great | small little
        long | short
        best | worst
        better | worse
        maximum | minimum
        safe harmless | dangerous unsafe harmful
        common frequent usual | rare uncommon infrequent unusual
        easy simple | difficult hard
        mild | severe
        benign | malignant
        healthy | sick ill diseased
        normal | abnormal
        positive | negative
        true | false
        hot warm | cold cool
        wet moist | dry
        hard firm | soft
        thick | thin
        young | old
        superior | inferior
        internal inner | external outer
        afferent | efferent
        active | passive
        primary | secondary
        advantage benefit | disadvantage drawback harm
        profit | loss
        northern north | southern south
        eastern east | western west
        """
}
