/// Named rules by which a row is read and yet makes no record of its own. Each row of a file comes in, is unchanged, falls
/// under exactly one of these, or is refused.
enum ImportRule: String, Codable, Sendable, CaseIterable {
    // merged with another row
    case duplicateRow = "duplicate_row"
    case checkInJoined = "check_in_joined"
    case sameMinute = "same_minute"
    // ignored
    case cancelled
    case registerWins = "register_wins"
    case referenceOnly = "reference_only"
    case roleNotKept = "role_not_kept"
    case teacherWithoutAccount = "teacher_without_account"
    case toBeDeleted = "to_be_deleted"

    var sentence: String {
        switch self {
        case .duplicateRow: "Another row says the same."
        case .checkInJoined: "A check-in less than ten minutes after the one before joins it."
        case .sameMinute: "Another event of this name began in the same minute, which makes them one session."
        case .cancelled: "The event was cancelled."
        case .registerWins: "The register of this session was taken in Rounds; what people marked there stays."
        case .referenceOnly: "The row only describes others, such as a term or an organisation."
        case .roleNotKept: "People of this role are not kept, such as parents."
        case .teacherWithoutAccount: "Who teaches a group is set under Groups, from the accounts."
        case .toBeDeleted: "The row asks for a deletion; imports never delete."
        }
    }
}
