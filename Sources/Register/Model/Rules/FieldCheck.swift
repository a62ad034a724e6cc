import Kernel

/// Reads the values of an operation's fields, each with a sentence that names the field when it cannot be used.
/// Lengths count Unicode code points.
enum FieldCheck {
    static func text(_ value: JSONValue, _ field: String, upTo limit: Int) throws(Rejection) -> String {
        guard let text = value.string else { throw .wrongType(field, "text") }
        try bounded(text, field, upTo: limit)
        guard !text.allSatisfy(\.isWhitespace) else { throw .required(field) }
        return text
    }

    static func optionalText(_ value: JSONValue, _ field: String, upTo limit: Int) throws(Rejection) {
        if value.isNull { return }
        guard let text = value.string else { throw .wrongType(field, "text or null") }
        try bounded(text, field, upTo: limit)
    }

    static func choice<T: RawRepresentable & CaseIterable>(
        _ value: JSONValue, _ field: String, of type: T.Type
    ) throws(Rejection) -> T where T.RawValue == String {
        guard let choice = value.string.flatMap(T.init(rawValue:)) else {
            throw .unknownValue(field, T.allCases.map(\.rawValue))
        }
        return choice
    }

    static func date(_ value: JSONValue, _ field: String) throws(Rejection) -> CivilDate {
        guard let date = value.string.flatMap({ CivilDate($0) }) else { throw .invalidDate(field) }
        return date
    }

    static func time(_ value: JSONValue, _ field: String) throws(Rejection) -> CivilTime? {
        if value.isNull { return nil }
        guard let time = value.string.flatMap({ CivilTime($0) }) else { throw .invalidTime(field) }
        return time
    }

    static func id(_ value: JSONValue, _ field: String) throws(Rejection) -> String {
        guard let id = value.string, Identifier.isValid(id) else { throw .wrongType(field, "an id") }
        return id
    }

    private static func bounded(_ text: String, _ field: String, upTo limit: Int) throws(Rejection) {
        guard text.unicodeScalars.count <= limit else {
            throw field == "remark" ? .remarkTooLong : .tooLong(field, limit)
        }
        guard !text.utf8.contains(0) else { throw .malformed(field, "The \(field) may not hold the character U+0000.") }
    }
}
