/// What a role may do. Routes let roles in; features narrow by `Reach`.
package enum Permission: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    /// Make sessions, set and correct marks.
    case takeRegister
    case readRegister
    /// Ask that an absence be excused.
    case requestAbsence
    case decideAbsences
    case checkIn
    case seeReports
    /// People, modules, groups, enrolments, imports, settings of the school.
    case manageSchool
    case manageAccounts
    /// What attendance means for a student: rates, trends, absences.
    case seeInsights
    /// The same of many students together, with the log of who was spoken to.
    case seeCohorts
    /// Attendance exports in and out of the analysis, and its settings.
    case manageInsights
    /// Recordings and transcripts of sessions; a student what is shared.
    case seeSessions
    /// Record and upload, correct transcripts, share and delete.
    case recordSessions
    /// Notes, questions, cards and tags of one's own.
    case studySessions
    /// Clinical notes of one's own checked against the documentation rules.
    case reviewNotes
    /// How a team's notes meet the rules, in numbers; never a note.
    case seeTeamNotes
    /// Versions of the documentation rules, and what is kept of notes.
    case manageRubrics
    /// Masked notes that were made into exercises.
    case studyCases
}

/// How far a permission reaches. Ordered: whoever may do something for all may do it for one.
package enum Reach: Int, Sendable, Comparable, CaseIterable {
    case nobody
    /// The person of the account itself.
    case own
    /// Students whose adviser the person of the account is.
    case advisees
    /// Groups that the account teaches.
    case taught
    case everybody

    package static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}

extension Role {
    /// The one table of roles and permissions; the app hides by it what the server refuses by it.
    package func reach(_ permission: Permission) -> Reach {
        switch self {
        case .owner:
            switch permission {
            case .checkIn: .nobody
            case .reviewNotes: .own
            default: .everybody
            }
        case .administrator:
            switch permission {
            // who runs the machine has no business with patients
            case .checkIn, .reviewNotes, .seeTeamNotes, .studyCases: .nobody
            default: .everybody
            }
        case .director:
            switch permission {
            case .readRegister, .seeReports, .decideAbsences, .seeInsights, .seeCohorts, .manageInsights, .seeSessions,
                .studySessions, .seeTeamNotes, .manageRubrics, .studyCases:
                .everybody
            case .reviewNotes: .own
            case .takeRegister, .requestAbsence, .checkIn, .manageSchool, .manageAccounts, .recordSessions: .nobody
            }
        case .teacher:
            switch permission {
            case .takeRegister, .readRegister, .seeReports, .seeInsights, .seeCohorts, .seeSessions, .recordSessions,
                .studySessions:
                .taught
            // as a clinical educator
            case .reviewNotes: .own
            case .studyCases: .everybody
            case .requestAbsence, .decideAbsences, .checkIn, .manageSchool, .manageAccounts, .manageInsights,
                .seeTeamNotes, .manageRubrics:
                .nobody
            }
        case .adviser:
            switch permission {
            case .readRegister, .seeReports, .decideAbsences, .seeInsights, .seeCohorts, .seeSessions, .studySessions:
                .advisees
            // an adviser who teaches too takes the registers of those groups, reads them, and records there
            case .takeRegister, .recordSessions: .taught
            case .studyCases: .everybody
            case .requestAbsence, .checkIn, .manageSchool, .manageAccounts, .manageInsights, .reviewNotes,
                .seeTeamNotes, .manageRubrics:
                .nobody
            }
        case .student:
            switch permission {
            case .readRegister, .requestAbsence, .checkIn, .seeInsights, .seeSessions, .studySessions: .own
            case .studyCases: .everybody
            case .takeRegister, .decideAbsences, .seeReports, .manageSchool, .manageAccounts, .seeCohorts,
                .manageInsights, .recordSessions, .reviewNotes, .seeTeamNotes, .manageRubrics:
                .nobody
            }
        case .clinician:
            switch permission {
            case .reviewNotes: .own
            case .studyCases: .everybody
            default: .nobody
            }
        case .auditor: .nobody
        }
    }

    package func may(_ permission: Permission) -> Bool { reach(permission) != .nobody }

    /// The roles that a route about `permission` lets in.
    package static func with(_ permission: Permission) -> Set<Role> {
        Set(allCases.filter { $0.may(permission) })
    }
}

extension Access {
    /// `allow: .may(.manageSchool)` on a route's line.
    package static func may(_ permission: Permission) -> Access { .roles(Role.with(permission)) }
}
