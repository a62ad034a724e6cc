/// A test or measure with what was found: `Berg 38/56 -> 45/56`, `transfers: min A`.
package struct Measure: Sendable {
    package enum Kind: Sendable, Equatable {
        /// A test or measure with a name of its own.
        case named
        /// A grade of a condition or a screen (Ashworth, Glasgow, dermatomes): tells the state, not the function.
        case screening
        /// Words with a figure and a unit: `pill identification accuracy 40 %`.
        case described
        /// An activity with a level of help.
        case assistance
    }

    package struct Value: Sendable {
        /// Indexes of tokens.
        package let tokens: Range<Int>
        package let number: Double?
        package let denominator: Double?
        package let unit: String?
        /// 0 unable … 9 independent.
        package let level: Int?
        /// Said to be of the beginning or of now.
        package let time: Time?

        package enum Time: Sendable { case earlier, now }
    }

    package let kind: Kind
    /// Code points from the label to the last value.
    package let range: Range<Int>
    package let label: Range<Int>
    package let values: [Value]
    /// Two values at different times, or a change with its size.
    package let isCompared: Bool
    /// Stands with a goal.
    package let isOfGoal: Bool

    /// Every value that can be compared with the first is equal to it.
    package var isUnchanged: Bool {
        guard isCompared, let first = values.first else { return false }
        let others = values.dropFirst()
        return !others.isEmpty
            && others.allSatisfy {
                $0.number == first.number && $0.level == first.level && $0.denominator == first.denominator
            }
    }
}

/// Levels of help, from none done to all done by oneself.
enum AssistLevel {
    /// The level written at token `at` and the token after it.
    static func read(_ note: NoteText, at: Int) -> (level: Int, end: Int)? {
        guard let (level, end) = table.match(note, at: at) else { return nil }
        return (level, end)
    }

    private static let table = CueTable<Int>([
        (["unable", "not tested", "not testable", "NT", "could not perform", "not able"], 0),
        (["total A", "total assist", "total assistance", "dependent", "totally dependent", "dep"], 1),
        (
            [
                "max A", "maxA", "max assist", "maximal assist", "maximum assist", "maximal assistance",
                "maximum assistance", "max assistance", "max cues",
            ], 2
        ),
        (["mod A", "modA", "mod assist", "moderate assist", "moderate assistance", "mod assistance", "mod cues"], 3),
        (
            [
                "min A", "minA", "min assist", "minimal assist", "minimum assist", "minimal assistance",
                "minimum assistance", "min assistance", "min cues",
            ], 4
        ),
        (
            [
                "CGA", "contact guard", "contact guard assist", "contact-guard assist", "steadying assist",
                "hand held assist", "HHA",
            ], 5
        ),
        (["SBA", "stand by assist", "standby assist", "stand-by assist", "close supervision", "CS"], 6),
        (
            [
                "supervision", "supervised", "distant supervision", "S/U", "set up", "setup", "set-up", "set-up assist",
                "setup assist", "verbal cues only",
            ], 7
        ),
        (["mod I", "mod Ind", "mod indep", "modified independent", "modified independence", "modI", "MI"], 8),
        (["independent", "independently", "indep", "ind"], 9),
    ])
}
