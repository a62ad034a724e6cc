/// A person's name where the wording around says that it is one.
struct NameMention: Sendable {
    enum Role: String, Sendable {
        case patient = "PATIENT"
        case relative = "RELATIVE"
        case provider = "PROVIDER"
        case person = "PERSON"

        /// Who a word stands for that belongs to several.
        var rank: Int {
            switch self {
            case .patient: 3
            case .relative: 2
            case .provider: 1
            case .person: 0
            }
        }
    }

    var tokens: Range<Int>
    var role: Role
    /// The relation's word as the note has it: daughter.
    var relation: String?
    var confidence: Double
    var source: String
    /// `LAST, FIRST M`.
    var isReversed = false
}
