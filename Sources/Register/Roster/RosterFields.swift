import Kernel

/// Reads the members of a JSON object one by one and collects everything that is wrong with them.
///
/// Used for making a record (no current values) and for changing one: a member that is absent keeps the current value,
/// `null` or blank text clears it.
struct RosterFields {
    private let members: [String: JSONValue]
    private var errors: [FieldError] = []

    /// - Parameter allowed: other names are refused, so that a typing error is not taken for success.
    init(_ members: [String: JSONValue], allowed: Set<String>) {
        self.members = members
        for name in members.keys.sorted() where !allowed.contains(name) {
            refuse(String(name.prefix(40)), "unknown_field", "There is no field of this name.")
        }
    }

    mutating func refuse(_ field: String, _ code: String, _ message: String) {
        errors.append(FieldError(field: field, code: code, message: message))
    }

    /// - Throws: `InvalidInput` when anything was refused
    func finish() throws {
        if !errors.isEmpty { throw InvalidInput(errors) }
    }

    /// Text of at most `limit` code points, white space at the ends removed; nil when blank.
    mutating func text(_ name: String, current: String?, limit: Int) -> String? {
        guard let member = members[name] else { return current }
        if member.isNull { return nil }
        guard let text = member.string?.trimmingWhitespace else {
            refuse(name, "malformed", "The \(name) must be text.")
            return current
        }
        guard text.unicodeScalars.count <= limit, !text.utf8.contains(0) else {
            refuse(name, "text_too_long", "The \(name) may have at most \(limit) characters.")
            return current
        }
        return text.isEmpty ? nil : text
    }

    mutating func requiredText(_ name: String, current: String?, limit: Int) -> String {
        let failures = errors.count
        if let text = text(name, current: current, limit: limit) { return text }
        if errors.count == failures { refuse(name, "required", "The \(name) is missing.") }
        return ""
    }

    mutating func day(_ name: String, current: CivilDate?) -> CivilDate? {
        guard let member = members[name] else { return current }
        if member.isNull { return nil }
        guard let day = member.string.flatMap(CivilDate.init) else {
            refuse(name, "invalid_date", "The \(name) must be a day that exists, as YYYY-MM-DD.")
            return current
        }
        return day
    }

    mutating func requiredDay(_ name: String, current: CivilDate?) -> CivilDate {
        let failures = errors.count
        if let day = day(name, current: current) { return day }
        if errors.count == failures { refuse(name, "required", "The \(name) is missing.") }
        return CivilDate(dayNumber: 0)
    }

    mutating func flag(_ name: String, current: Bool) -> Bool {
        guard let member = members[name] else { return current }
        guard let flag = member.bool else {
            refuse(name, "malformed", "The \(name) must be true or false.")
            return current
        }
        return flag
    }

    mutating func choice<T: RawRepresentable & CaseIterable>(_ name: String, of type: T.Type, current: T?) -> T?
    where T.RawValue == String {
        guard let member = members[name] else {
            if current == nil { refuse(name, "required", "The \(name) is missing.") }
            return current
        }
        guard let value = member.string.flatMap(T.init) else {
            let values = T.allCases.map(\.rawValue).joined(separator: ", ")
            refuse(name, "unknown_\(name)", "The \(name) must be one of \(values).")
            return current
        }
        return value
    }

    /// The id of another record; whether there is one is for the store to say.
    mutating func reference(_ name: String, current: String?) -> String? {
        guard let member = members[name] else { return current }
        if member.isNull { return nil }
        guard let id = member.string, Identifier.isValid(id) else {
            refuse(name, "malformed", "The \(name) must be an identifier.")
            return current
        }
        return id
    }
}
