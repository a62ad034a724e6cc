package import Kernel
package import Web

/// Somebody who may sign in. The owner's row exists from the first start, without e-mail and password (desktop mode).
package struct Account: Decodable, Sendable, Equatable {
    package let id: String
    package let email: String?
    package let name: String
    package let role: Role
    package let personId: String?
    package let disabled: Bool
    package let createdAt: Instant
    package let passwordHash: String?
}

/// What `POST /accounts` and `rounds users add` ask for, already in its stored form.
package struct NewAccount: Sendable, Equatable {
    package let email: EmailAddress
    package let name: String
    package let role: Role
    package let personId: String?
    package let password: String

    package init(email: EmailAddress, name: String, role: Role, personId: String? = nil, password: String) {
        self.email = email
        self.name = name
        self.role = role
        self.personId = personId
        self.password = password
    }
}

/// What `PATCH /accounts/{id}` may touch; `nil` leaves a value as it is.
package struct AccountChange: Sendable, Equatable {
    package var name: String?
    package var email: EmailAddress?
    package var role: Role?
    package var disabled: Bool?
    /// `.some(nil)` takes the link to a person away.
    package var personId: String??
    package var password: String?

    package init(
        name: String? = nil, email: EmailAddress? = nil, role: Role? = nil, disabled: Bool? = nil,
        personId: String?? = nil, password: String? = nil
    ) {
        self.name = name
        self.email = email
        self.role = role
        self.disabled = disabled
        self.personId = personId
        self.password = password
    }
}
