import Accounts
import Compliance
import Foundation
import Kernel
import Register
import Web

/// The register's days, students and absences, and the names of accounts, for the notes' workspace.
struct RegisterSchool: SchoolDirectory {
    let register: RegisterStore
    let accounts: AccountsStore

    func zone() async throws -> TimeZone { try await register.school().zone }

    func names(ofUsers ids: Set<String>) async throws -> [String: String] {
        var names: [String: String] = [:]
        for id in ids { names[id] = try await accounts.name(ofEnabled: id) }
        return names
    }

    func students(_ wanted: Set<String>, for caller: Principal) async throws -> [LogbookStudent] {
        try await register.students(wanted, for: caller).map {
            LogbookStudent(id: $0.id, number: $0.number, name: $0.name)
        }
    }

    func absences(_ persons: Set<String>, from: CivilDate, to: CivilDate) async throws -> [Absence] {
        try await register.absences(of: persons, from: from, to: to).map {
            Absence(person: $0.person, day: $0.day, session: $0.session)
        }
    }
}
