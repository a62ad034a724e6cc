import Kernel

/// The fields of a mark and what they may hold. Each merges by itself.
enum MarkFields {
    static let remarkLimit = 500
    static let minutes: ClosedRange<Int64> = 0...600

    static func check(_ fields: [String: JSONValue]) throws(Rejection) {
        for (field, value) in fields {
            switch field {
            case "status":
                guard value.isNull || value.string.flatMap(MarkStatus.init) != nil else { throw .unknownStatus }
            case "minutesLate":
                guard value.isNull || value.integer.map(minutes.contains) == true else { throw .invalidMinutes }
            case "remark":
                try FieldCheck.optionalText(value, field, upTo: remarkLimit)
            default: throw .unknownField(field)
            }
        }
    }
}
