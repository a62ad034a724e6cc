package import Kernel
package import Web

/// A session of the register as one caller sees it. What is recorded of it is Scribe's.
package struct SessionInfo: Sendable, Equatable {
    package struct Module: Sendable, Equatable {
        package let id: String
        package let code: String
        package let title: String

        package init(id: String, code: String, title: String) {
            (self.id, self.code, self.title) = (id, code, title)
        }
    }

    package struct Group: Sendable, Equatable {
        package let id: String
        package let name: String

        package init(id: String, name: String) { (self.id, self.name) = (id, name) }
    }

    package let id: String
    package let title: String
    /// Of the register: lecture, placement, …
    package let kind: String
    package let date: CivilDate
    /// nil: the whole day
    package let startTime: CivilTime?
    package let endTime: CivilTime?
    package let module: Module
    package let group: Group
    /// The caller may record, correct, share and delete here.
    package let mayEdit: Bool
    /// The caller sees what is not shared too.
    package let seesUnshared: Bool
    /// The caller is a student who was marked absent or excused.
    package let absent: Bool

    package init(
        id: String, title: String, kind: String, date: CivilDate, startTime: CivilTime?, endTime: CivilTime?,
        module: Module, group: Group, mayEdit: Bool, seesUnshared: Bool, absent: Bool
    ) {
        (self.id, self.title, self.kind, self.date) = (id, title, kind, date)
        (self.startTime, self.endTime, self.module, self.group) = (startTime, endTime, module, group)
        (self.mayEdit, self.seesUnshared, self.absent) = (mayEdit, seesUnshared, absent)
    }
}

/// Which sessions a list is about; the latest first.
package struct SessionQuery: Sendable {
    /// The place after which a page begins: of the last session of the page before.
    package struct Place: Sendable, Equatable {
        package let date: String
        package let period: String
        package let id: String

        package init(date: String, period: String, id: String) {
            (self.date, self.period, self.id) = (date, period, id)
        }
    }

    package var module: String?
    /// Words that the title, the kind, the date, the module's code or title, or the group's name begin with.
    package var text: String?
    /// Only these; with them cancelled sessions count too, for they may hold something.
    package var among: [String]?
    /// Only sessions that the caller was absent from.
    package var onlyAbsent = false
    package var after: Place?
    /// nil: all of them
    package var limit: Int?

    package init() {}
}

/// What somebody sees of all sessions, for a search.
package enum SessionReach: Sendable, Equatable {
    /// Everything, shared or not.
    case all
    /// - whole: sessions of which everything is seen; shared: sessions of which only what is shared is
    case sessions(whole: Set<String>, shared: Set<String>)

    /// Of one session.
    init(of session: SessionInfo) {
        self = .sessions(whole: session.seesUnshared ? [session.id] : [], shared: [session.id])
    }

    /// Whether something of a session is seen that is shared or not.
    func sees(_ session: String, isShared: Bool) -> Bool {
        switch self {
        case .all: true
        case .sessions(let whole, let shared): whole.contains(session) || (isShared && shared.contains(session))
        }
    }
}

/// Somebody on a session's roll who was not there.
package struct Absentee: Sendable, Equatable {
    package let person: String
    package let number: String
    package let name: String
    /// absent or excused
    package let status: String

    package init(person: String, number: String, name: String, status: String) {
        (self.person, self.number, self.name, self.status) = (person, number, name, status)
    }
}

/// The register's sessions, modules and rolls. Scribe asks, the register answers, `Rounds` joins the two.
package protocol SessionDirectory: Sendable {
    /// Modules with a session in the caller's reach, by code.
    func modules(for caller: Principal) async throws -> [SessionInfo.Module]

    /// Sessions in the caller's reach, each with its place in the list.
    func sessions(
        _ query: SessionQuery, for caller: Principal
    ) async throws -> [(session: SessionInfo, place: SessionQuery.Place)]

    /// - Throws: `ScribeError.unknownSession`, also for a session out of the caller's reach
    func session(_ id: String, for caller: Principal) async throws -> SessionInfo

    func reach(for caller: Principal) async throws -> SessionReach

    /// Students marked absent or excused, by name.
    func absentees(_ session: String) async throws -> [Absentee]

    /// Codes of modules are unique, names of groups in their module, and a group has one session for each day and start:
    /// what exists is taken, what is missing is made.
    /// - Throws: `ScribeError.forbidden` when something is missing that the caller may not make
    func makeSession(_ wanted: WantedSession, by caller: Principal) async throws -> SessionInfo
}

/// A session as an import names it.
package struct WantedSession: Sendable, Equatable {
    package var moduleCode: String
    package var moduleTitle: String
    package var group: String
    package var title: String
    package var kind: String
    package var date: CivilDate
    package var startTime: CivilTime?
    package var endTime: CivilTime?

    package init(
        moduleCode: String, moduleTitle: String, group: String, title: String, kind: String, date: CivilDate,
        startTime: CivilTime?, endTime: CivilTime?
    ) {
        (self.moduleCode, self.moduleTitle, self.group, self.title) = (moduleCode, moduleTitle, group, title)
        (self.kind, self.date, self.startTime, self.endTime) = (kind, date, startTime, endTime)
    }
}
