import Kernel

extension Schema {
    /// What is wrong with the text of a query parameter; nil when it is as the schema says.
    func complaint(about text: String) -> String? {
        switch shape {
        case .text(let least, let most, let format, _):
            return complaint(about: text, length: least...(most ?? .max), format: format)
        case .integer(let least, let most):
            let range = (least ?? .min)...(most ?? .max)
            guard let number = Int(text), range.contains(number), String(number) == text else {
                return "Write a whole number\(Self.words(least, most))."
            }
        case .number:
            guard let number = Double(text), number.isFinite else { return "Write a number." }
        case .boolean:
            guard ["true", "false", "1", "0"].contains(text) else { return "Write true or false." }
        case .enumeration(let values):
            guard values.contains(text) else { return "Write one of \(values.joined(separator: ", "))." }
        case .nullable(let schema): return schema.complaint(about: text)
        case .array, .object, .map, .either, .any, .file, .events: return nil
        }
        return nil
    }

    private func complaint(about text: String, length: ClosedRange<Int>, format: String?) -> String? {
        guard length.contains(text.unicodeScalars.count) else {
            return "Write \(length.lowerBound) to \(length.upperBound) characters."
        }
        switch format {
        case "uuid" where !Identifier.isValid(text): return "Write an identifier (a UUID in lower case)."
        case "date" where CivilDate(text) == nil: return "Write a date as YYYY-MM-DD."
        case "date-time" where Instant(rfc3339: text) == nil: return "Write a time as in RFC 3339."
        default: return nil
        }
    }

    private static func words(_ least: Int?, _ most: Int?) -> String {
        switch (least, most) {
        case (let least?, let most?): " from \(least) to \(most)"
        case (let least?, nil): " of at least \(least)"
        case (nil, let most?): " of at most \(most)"
        case (nil, nil): ""
        }
    }
}
