/// What somebody is in the school. One role for each account; a registration never states one.
package enum Role: String, Codable, Sendable, CaseIterable {
    case owner, administrator, director, teacher, adviser, clinician, student, auditor
}

/// The signed-in user of a request.
package struct Principal: Sendable, Equatable {
    package let userID: String
    package let name: String
    package let role: Role
    /// The person of the school's register that this account belongs to.
    package let personID: String?
    package let sessionID: String?

    package init(userID: String, name: String, role: Role, personID: String? = nil, sessionID: String? = nil) {
        self.userID = userID
        self.name = name
        self.role = role
        self.personID = personID
        self.sessionID = sessionID
    }
}

/// Who may call a route. It stands on the line that declares the route.
package enum Access: Sendable, Equatable {
    case anyone
    case signedIn
    case roles(Set<Role>)

    package static func only(_ roles: Role...) -> Access { .roles(Set(roles)) }

    /// The roles let in, in the order of their declaration.
    package var roles: [Role] {
        switch self {
        case .anyone, .signedIn: Role.allCases
        case .roles(let roles): Role.allCases.filter(roles.contains)
        }
    }

    package func admits(_ role: Role) -> Bool {
        switch self {
        case .anyone, .signedIn: true
        case .roles(let roles): roles.contains(role)
        }
    }
}
