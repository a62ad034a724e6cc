import Kernel
import Web

/// Collects what is wrong with a form, so that a person sees all of it at once.
final class FieldChecks {
    private var errors: [FieldError] = []

    func add(_ field: String, _ code: String, _ message: String) {
        errors.append(FieldError(field: field, code: code, message: message))
    }

    func email(_ text: String) -> EmailAddress? {
        let email = EmailAddress(text)
        if email == nil { add("email", "invalid_email", "Write an e-mail address such as ada@example.org.") }
        return email
    }

    func name(_ text: String) -> String? {
        let name = PersonName.cleaned(text)
        if name == nil { add("name", "invalid_name", "Write a name of 1 to 200 characters.") }
        return name
    }

    func role(_ text: String) -> Role? {
        let role = Role(rawValue: text)
        if role == nil {
            add("role", "unknown_role", "Write one of \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return role
    }

    func personId(_ id: String?) {
        if let id, !Identifier.isValid(id) { add("personId", "invalid_id", "A person's id is a lowercase UUID.") }
    }

    @discardableResult func device(_ id: String) -> FieldChecks {
        if !Identifier.isValid(id) { add("device", "invalid_id", "Send the device's id, a lowercase UUID.") }
        return self
    }

    @discardableResult func deviceName(_ name: String?) -> FieldChecks {
        if let name, name.unicodeScalars.count > InputLimit.deviceName || name.unicodeScalars.contains("\0") {
            add("deviceName", "too_long", "A device's name has at most \(InputLimit.deviceName) characters.")
        }
        return self
    }

    /// - Throws: `InvalidInput` with everything that was wrong.
    func finish() throws {
        if !errors.isEmpty { throw InvalidInput(errors) }
    }
}
