import Testing
import Web

/// The table of operations.md and of the register's roles, written out a second time on purpose.
struct PermissionsTests {
    @Test(
        "What each role may do",
        arguments: [
            (
                Role.owner,
                "takeRegister* readRegister* requestAbsence* decideAbsences* seeReports* manageSchool* manageAccounts*"
            ),
            (
                .administrator,
                "takeRegister* readRegister* requestAbsence* decideAbsences* seeReports* manageSchool* manageAccounts*"
            ),
            (.director, "readRegister* decideAbsences* seeReports*"),
            (.teacher, "takeRegister:taught readRegister:taught seeReports:taught"),
            (.adviser, "takeRegister:taught readRegister:advisees decideAbsences:advisees seeReports:advisees"),
            (.clinician, ""),
            (.student, "readRegister:own requestAbsence:own checkIn:own"),
            (.auditor, ""),
        ])
    func table(_ role: Role, _ expected: String) {
        let found = Permission.allCases.filter { role.may($0) }.map { permission in
            let reach = role.reach(permission)
            return permission.rawValue + (reach == .everybody ? "*" : ":\(reach)")
        }
        #expect(found.joined(separator: " ") == expected)
    }

    @Test("A route about a permission lets in exactly the roles that have it", arguments: Permission.allCases)
    func routes(_ permission: Permission) {
        for role in Role.allCases {
            #expect(Access.may(permission).admits(role) == role.may(permission))
        }
    }
}
