import Testing
import Web

private let everything = """
    takeRegister* readRegister* requestAbsence* decideAbsences* seeReports* manageSchool* manageAccounts* seeInsights* \
    seeCohorts* manageInsights* seeSessions* recordSessions* studySessions*
    """

private let ofClinicalNotes = "reviewNotes:own seeTeamNotes* manageRubrics* studyCases*"

/// The table of operations.md and of the register's roles, written out a second time on purpose.
struct PermissionsTests {
    @Test(
        "What each role may do",
        arguments: [
            (Role.owner, everything + " " + ofClinicalNotes),
            (.administrator, everything + " manageRubrics*"),
            (
                .director,
                """
                readRegister* decideAbsences* seeReports* seeInsights* seeCohorts* manageInsights* seeSessions* \
                studySessions* \(ofClinicalNotes)
                """
            ),
            (
                .teacher,
                """
                takeRegister:taught readRegister:taught seeReports:taught seeInsights:taught seeCohorts:taught \
                seeSessions:taught recordSessions:taught studySessions:taught reviewNotes:own \
                studyCases*
                """
            ),
            (
                .adviser,
                """
                takeRegister:taught readRegister:advisees decideAbsences:advisees seeReports:advisees \
                seeInsights:advisees seeCohorts:advisees seeSessions:advisees recordSessions:taught \
                studySessions:advisees studyCases*
                """
            ),
            (.clinician, "reviewNotes:own studyCases*"),
            (
                .student,
                """
                readRegister:own requestAbsence:own checkIn:own seeInsights:own seeSessions:own studySessions:own \
                studyCases*
                """
            ),
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
