package import Kernel
import Persistence
package import Web

/// Sessions as somebody outside the register needs them who keeps something of each: what it is, and how far a caller's
/// rights go there.
package struct SessionFacts: Sendable {
    package let id: String
    package let title: String
    package let kind: String
    package let date: CivilDate
    /// `HH:MM` or `day`; with date and id the order of a list.
    package let period: String
    package let startTime: CivilTime?
    package let endTime: CivilTime?
    package let module: ModuleFacts
    package let group: (id: String, name: String)
    /// The caller teaches the group, or everything is theirs.
    package let isTaught: Bool
    /// The caller is a student with the status absent or excused.
    package let isAbsent: Bool
}

package struct ModuleFacts: Sendable, Equatable {
    package let id: String
    package let code: String
    package let title: String
}

package struct SessionFactsQuery: Sendable {
    package var module: String?
    package var text: String?
    /// Only these; cancelled ones among them count too.
    package var among: [String]?
    package var onlyAbsent = false
    /// Date, period and id of the last session of the page before.
    package var after: (date: String, period: String, id: String)?
    package var limit: Int?

    package init() {}
}

extension RegisterStore {
    /// The latest first.
    package func sessionFacts(_ query: SessionFactsQuery, for caller: Principal) async throws -> [SessionFacts] {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            var sql = Self.facts(caller, scope)
            if let among = query.among {
                sql += " AND s.id IN \(list: among)"
            } else {
                sql += " AND s.state <> 'cancelled'"
            }
            if let module = query.module { sql += " AND s.module_id = \(module)" }
            if query.onlyAbsent { sql += " AND k.status IN ('absent', 'excused')" }
            if let after = query.after {
                sql += " AND (s.date, s.period, s.id) < (\(after.date), \(after.period), \(after.id))"
            }
            sql += " ORDER BY s.date DESC, s.period DESC, s.id DESC"
            let words = SearchText.words(query.text ?? "")
            if let limit = query.limit, words.isEmpty { sql += " LIMIT \(limit)" }
            let found = try reader.fetchAll(sql).map { SessionFacts($0, scope, caller) }
            guard !words.isEmpty else { return found }
            return Array(found.filter { $0.matches(words) }.prefix(query.limit ?? .max))
        }
    }

    /// - Throws: `RegisterError.unknownSession`, also for a session out of the caller's view
    package func sessionFacts(of id: String, for caller: Principal) async throws -> SessionFacts {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            guard let row = try reader.fetchOne(Self.facts(caller, scope) + " AND s.id = \(id)") else {
                throw RegisterError.unknownSession
            }
            return SessionFacts(row, scope, caller)
        }
    }

    /// Ids of the sessions in a caller's view and whether they teach each; nil when everything is.
    package func sessionsInView(of caller: Principal) async throws -> [(id: String, isTaught: Bool)]? {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            if scope.breadth == .everything { return nil }
            return try reader.rows(
                "SELECT id, group_id FROM session WHERE deleted = 0 AND \(scope.group("group_id"))"
            ).values.map { row in (row[0].text ?? "", scope.teaches(group: row[1].text ?? "")) }
        }
    }

    /// Modules with a session in the caller's view, by code.
    package func modulesWithSessions(for caller: Principal) async throws -> [ModuleFacts] {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            return try reader.fetchAll(
                """
                SELECT id, code, title FROM module WHERE deleted = 0 AND id IN
                    (SELECT module_id FROM session WHERE deleted = 0 AND \(scope.group("group_id")))
                ORDER BY code
                """
            ).map { ModuleFacts(id: $0[0].text ?? "", code: $0[1].text ?? "", title: $0[2].text ?? "") }
        }
    }

    /// Students with the status absent or excused: person, number, name, status; by name.
    package func absentees(
        of session: String
    ) async throws -> [(person: String, number: String, name: String, status: String)] {
        try await database.read { reader in
            try reader.rows(
                """
                SELECT p.id, p.number, p.given_name, p.family_name, k.status FROM mark k
                JOIN person p ON p.id = k.student_id AND p.deleted = 0
                WHERE k.session_id = \(session) AND k.status IN ('absent', 'excused')
                ORDER BY p.family_name, p.given_name, p.id
                """
            ).values.map { row in
                let name = [row[2].text ?? "", row[3].text ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
                return (row[0].text ?? "", row[1].text ?? "", name, row[4].text ?? "")
            }
        }
    }

    private static func facts(_ caller: Principal, _ scope: Scope) -> SQL {
        """
        SELECT s.id, s.title, s.kind, s.date, s.period, s.start_time, s.end_time, m.id, m.code, m.title, g.id, g.name,
            k.status
        FROM session s JOIN module m ON m.id = s.module_id JOIN class_group g ON g.id = s.group_id
        LEFT JOIN mark k ON k.session_id = s.id AND k.student_id = \(caller.personID ?? "")
        WHERE s.deleted = 0 AND \(scope.group("s.group_id"))
        """
    }
}

extension SessionFacts {
    fileprivate init(_ row: Row, _ scope: Scope, _ caller: Principal) {
        id = row[0].text ?? ""
        title = row[1].text ?? ""
        kind = row[2].text ?? ""
        date = row[3].text.flatMap(CivilDate.init) ?? CivilDate(dayNumber: 0)
        period = row[4].text ?? ""
        startTime = row[5].text.flatMap(CivilTime.init)
        endTime = row[6].text.flatMap(CivilTime.init)
        module = ModuleFacts(id: row[7].text ?? "", code: row[8].text ?? "", title: row[9].text ?? "")
        group = (row[10].text ?? "", row[11].text ?? "")
        isTaught = scope.teaches(group: row[10].text ?? "")
        isAbsent = caller.role == .student && ["absent", "excused"].contains(row[12].text ?? "")
    }

    /// Every word begins some word of what the session is called.
    fileprivate func matches(_ words: [String]) -> Bool {
        let own = SearchText.words("\(title) \(kind) \(date) \(module.code) \(module.title) \(group.name)")
        return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }
}
