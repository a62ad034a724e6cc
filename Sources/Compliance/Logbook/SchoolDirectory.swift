package import Foundation
package import Kernel
package import Web

/// What the register knows; `Rounds` joins the two.
package protocol SchoolDirectory: Sendable {
    /// The school's time zone, for "today".
    func zone() async throws -> TimeZone
    /// Names of accounts by their ids.
    func names(ofUsers ids: Set<String>) async throws -> [String: String]
    /// Students by the numbers or ids given, as far as the caller sees them.
    func students(_ wanted: Set<String>, for caller: Principal) async throws -> [LogbookStudent]
    /// Days on which these persons are marked absent.
    func absences(_ persons: Set<String>, from: CivilDate, to: CivilDate) async throws -> [Absence]
}

package struct LogbookStudent: Sendable, Hashable {
    package let id: String
    package let number: String
    package let name: String

    package init(id: String, number: String, name: String) {
        self.id = id
        self.number = number
        self.name = name
    }
}

/// A session of a day on which a student is marked absent.
package struct Absence: Sendable, Hashable {
    package let person: String
    package let day: CivilDate
    package let session: String

    package init(person: String, day: CivilDate, session: String) {
        self.person = person
        self.day = day
        self.session = session
    }
}
