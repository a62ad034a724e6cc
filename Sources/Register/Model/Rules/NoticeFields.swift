import Kernel

/// The fields of an absence notice.
enum NoticeFields {
    static let reasonLimit = 1000
    static let longestDays = 366
    static let names: Set<String> = ["student", "category", "firstDay", "lastDay", "reason", "state"]

    static func check(_ fields: [String: JSONValue]) throws(Rejection) {
        for (field, value) in fields {
            switch field {
            case "student": _ = try FieldCheck.id(value, field)
            case "category": _ = try FieldCheck.choice(value, field, of: AbsenceCategory.self)
            case "firstDay", "lastDay": _ = try FieldCheck.date(value, field)
            case "reason": try FieldCheck.optionalText(value, field, upTo: reasonLimit)
            case "state": _ = try FieldCheck.choice(value, field, of: NoticeState.self)
            default: throw .unknownField(field)
            }
        }
    }

    static func checkDays(first: String?, last: String?) throws(Rejection) {
        guard let first = first.flatMap({ CivilDate($0) }) else { throw .required("firstDay") }
        guard let last = last.flatMap({ CivilDate($0) }) else { throw .required("lastDay") }
        guard last >= first else {
            throw .endBeforeStart("lastDay", start: "firstDay")
        }
        guard first.days(to: last) < longestDays else { throw .periodTooLong("lastDay", days: longestDays - 1) }
    }
}
