package import Kernel
import Persistence
package import Web

/// What the logbook of placements needs of the register.
extension RegisterStore {
    package struct StudentFacts: Sendable {
        package let id: String
        package let number: String
        package let name: String
    }

    package struct AbsenceFacts: Sendable {
        package let person: String
        package let day: CivilDate
        /// Title of the session missed, or the code of its module.
        package let session: String
    }

    /// Students in the caller's view, named by id or number.
    package func students(_ wanted: Set<String>, for caller: Principal) async throws -> [StudentFacts] {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            let names = wanted.sorted()
            return try reader.rows(
                """
                SELECT id, number, given_name, family_name FROM person
                WHERE kind = 'student' AND deleted = 0 AND (id IN \(list: names) OR number IN \(list: names))
                    AND \(scope.student("person.id")) ORDER BY id
                """
            ).values.map { row in
                let name = [row[2].text ?? "", row[3].text ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
                return StudentFacts(id: row[0].text ?? "", number: row[1].text ?? "", name: name)
            }
        }
    }

    /// Marks `absent` of these students in sessions of a span of days.
    package func absences(
        of students: Set<String>, from: CivilDate, to: CivilDate
    ) async throws -> [AbsenceFacts] {
        try await database.read { reader in
            try reader.rows(
                """
                SELECT k.student_id, s.date, s.title, m.code FROM mark k
                JOIN session s ON s.id = k.session_id AND s.deleted = 0 JOIN module m ON m.id = s.module_id
                WHERE k.status = 'absent' AND k.student_id IN \(list: students.sorted())
                    AND s.date >= \(from) AND s.date <= \(to) ORDER BY s.date, s.id
                """
            ).values.compactMap { row in
                guard let day = row[1].text.flatMap(CivilDate.init) else { return nil }
                let title = row[2].text ?? ""
                return AbsenceFacts(
                    person: row[0].text ?? "", day: day, session: title.isEmpty ? row[3].text ?? "" : title)
            }
        }
    }
}
