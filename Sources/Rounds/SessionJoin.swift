import Kernel
import Register
import Scribe
import Web

/// The register's sessions for whoever keeps recordings of them.
struct RegisterSessions: SessionDirectory {
    let register: RegisterStore

    func modules(for caller: Principal) async throws -> [SessionInfo.Module] {
        try await register.modulesWithSessions(for: caller).map(SessionInfo.Module.init)
    }

    func sessions(
        _ query: SessionQuery, for caller: Principal
    ) async throws -> [(session: SessionInfo, place: SessionQuery.Place)] {
        var wanted = SessionFactsQuery()
        wanted.module = query.module
        wanted.text = query.text
        wanted.among = query.among
        wanted.onlyAbsent = query.onlyAbsent
        wanted.after = query.after.map { ($0.date, $0.period, $0.id) }
        wanted.limit = query.limit
        return try await register.sessionFacts(wanted, for: caller).map { facts in
            let place = SessionQuery.Place(date: facts.date.description, period: facts.period, id: facts.id)
            return (SessionInfo(facts, caller), place)
        }
    }

    func session(_ id: String, for caller: Principal) async throws -> SessionInfo {
        do {
            return SessionInfo(try await register.sessionFacts(of: id, for: caller), caller)
        } catch RegisterError.unknownSession {
            throw ScribeError.unknownSession
        }
    }

    func reach(for caller: Principal) async throws -> SessionReach {
        guard let sessions = try await register.sessionsInView(of: caller) else { return .all }
        return .sessions(
            whole: Set(sessions.filter(\.isTaught).map(\.id)),
            shared: Set(sessions.filter { !$0.isTaught }.map(\.id)))
    }

    func absentees(_ session: String) async throws -> [Absentee] {
        try await register.absentees(of: session).map { absentee in
            Absentee(
                person: absentee.person, number: absentee.number, name: absentee.name, status: absentee.status)
        }
    }

    func makeSession(_ wanted: WantedSession, by caller: Principal) async throws -> SessionInfo {
        let id = try await register.findOrMakeSession(
            module: (wanted.moduleCode, wanted.moduleTitle), group: wanted.group, title: wanted.title,
            kind: wanted.kind, date: wanted.date, start: wanted.startTime, end: wanted.endTime, by: caller)
        return try await session(id, for: caller)
    }
}

extension SessionInfo.Module {
    init(_ facts: ModuleFacts) {
        self.init(id: facts.id, code: facts.code, title: facts.title)
    }
}

extension SessionInfo {
    init(_ facts: SessionFacts, _ caller: Principal) {
        let records = caller.role.reach(.recordSessions)
        self.init(
            id: facts.id, title: facts.title, kind: facts.kind, date: facts.date, startTime: facts.startTime,
            endTime: facts.endTime, module: Module(facts.module),
            group: Group(id: facts.group.id, name: facts.group.name),
            mayEdit: records == .everybody || (records == .taught && facts.isTaught), seesUnshared: facts.isTaught,
            absent: facts.isAbsent)
    }
}
