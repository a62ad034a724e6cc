import Foundation
import Kernel
import Web

enum InputLimit {
    /// No honest body of these routes comes near it.
    static let bytes = 16 << 10
    static let deviceName = 100
}

struct LoginInput: Decodable {
    let email: String
    let password: String
    let device: String
    let deviceName: String?

    func checked() throws -> LoginInput {
        try FieldChecks().device(device).deviceName(deviceName).finish()
        return self
    }
}

struct RefreshInput: Decodable {
    let device: String

    func checked() throws -> RefreshInput {
        try FieldChecks().device(device).finish()
        return self
    }
}

struct TokenRefreshInput: Decodable {
    let refreshToken: String
    let device: String

    func checked() throws -> TokenRefreshInput {
        try FieldChecks().device(device).finish()
        return self
    }
}

struct PasswordInput: Decodable {
    let current: String
    let new: String
}

struct AccountInput: Decodable {
    let email: String
    let name: String
    let role: String
    let personId: String?
    let password: String
    let device: String?
    let deviceName: String?

    func checked() throws -> NewAccount {
        let checks = FieldChecks()
        let (email, name, role) = (checks.email(email), checks.name(name), checks.role(role))
        checks.personId(personId)
        try checks.finish()
        guard let email, let name, let role else { throw InvalidInput([]) }
        return NewAccount(email: email, name: name, role: role, personId: personId, password: password)
    }

    /// The first account is the owner's, and signs in at once.
    func checkedFirst() throws -> (NewAccount, Device) {
        let checks = FieldChecks()
        if role != Role.owner.rawValue {
            checks.add("role", "owner_first", "The first account is the owner's.")
        }
        checks.device(device ?? "").deviceName(deviceName)
        try checks.finish()
        return (try checked(), Device(id: device ?? "", name: deviceName, kind: .browser))
    }
}

struct AccountChangeInput: Decodable {
    let email: String?
    let name: String?
    let role: String?
    let disabled: Bool?
    let personId: String??
    let password: String?

    private enum Key: CodingKey { case email, name, role, disabled, personId, password }

    /// `"personId": null` takes the link away; without the field it stays.
    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        email = try fields.decodeIfPresent(String.self, forKey: .email)
        name = try fields.decodeIfPresent(String.self, forKey: .name)
        role = try fields.decodeIfPresent(String.self, forKey: .role)
        disabled = try fields.decodeIfPresent(Bool.self, forKey: .disabled)
        personId =
            fields.contains(.personId) ? .some(try fields.decodeIfPresent(String.self, forKey: .personId)) : .none
        password = try fields.decodeIfPresent(String.self, forKey: .password)
    }

    func checked() throws -> AccountChange {
        let checks = FieldChecks()
        let change = AccountChange(
            name: name.flatMap(checks.name), email: email.flatMap(checks.email), role: role.flatMap(checks.role),
            disabled: disabled, personId: personId, password: password)
        checks.personId(personId ?? nil)
        try checks.finish()
        return change
    }
}
