package import Kernel

/// What can go wrong with people, modules and groups.
package enum RosterError: Failure, Equatable {
    case unknownPerson
    case unknownModule
    case unknownGroup
    case unknownEnrolment
    case numberTaken
    case codeTaken
    case nameTaken
    case hasRecords(String)
    case overlappingEnrolment

    package var code: String {
        switch self {
        case .unknownPerson: "unknown_person"
        case .unknownModule: "unknown_module"
        case .unknownGroup: "unknown_group"
        case .unknownEnrolment: "unknown_enrolment"
        case .numberTaken: "number_taken"
        case .codeTaken: "code_taken"
        case .nameTaken: "name_taken"
        case .hasRecords: "has_records"
        case .overlappingEnrolment: "overlapping_enrolment"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .unknownPerson, .unknownModule, .unknownGroup, .unknownEnrolment: .notFound
        case .numberTaken, .codeTaken, .nameTaken, .hasRecords, .overlappingEnrolment: .conflict
        }
    }

    package var sentence: String {
        switch self {
        case .unknownPerson: "There is no such person."
        case .unknownModule: "There is no such module."
        case .unknownGroup: "There is no such group."
        case .unknownEnrolment: "There is no such enrolment."
        case .numberTaken: "Somebody of this kind has this number already."
        case .codeTaken: "A module has this code already."
        case .nameTaken: "The module has a group of this name already."
        case .hasRecords(let what): "This cannot be removed, because \(what) belong to it. Archive it instead."
        case .overlappingEnrolment: "The student is enrolled in this group on some of these days already."
        }
    }
}
