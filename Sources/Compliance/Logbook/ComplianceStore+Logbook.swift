import Foundation
import Kernel
import Persistence

/// Hours that somebody claims a student was at a placement.
struct LogbookEntry: Sendable {
    let student: LogbookStudent
    let day: CivilDate
    let hours: Double
    let site: String
}

/// Hours on a day that the register has as absent.
struct LogbookFinding: Sendable {
    let entry: LogbookEntry
    let sessions: [String]
}

extension ComplianceStore {
    static let longestSite = 200
    static let mostEntries = 2_000

    /// Keeps entries; the same student, day and site again replaces the hours.
    /// - Throws: `InvalidInput` naming the entries with a student whom the caller does not see
    func addToLogbook(
        _ entries: [(student: String, day: CivilDate, hours: Double, site: String)], by actor: Actor
    ) async throws -> Int {
        let students = try await school.students(Set(entries.map(\.student)), for: actor.caller)
        var known: [String: String] = [:]
        for student in students { (known[student.id], known[student.number]) = (student.id, student.id) }
        let unknown = entries.indices.filter { known[entries[$0].student] == nil }
        guard unknown.isEmpty else {
            throw InvalidInput(
                unknown.map {
                    FieldError(
                        field: "entries[\($0)].student", code: "unknown_student",
                        message: "There is no such student among those whom you see.")
                })
        }
        let now = clock.now()
        return try await database.write { [known] tx in
            for entry in entries {
                try tx.execute(
                    """
                    INSERT INTO compliance_logbook (id, student, day, hours, site, entered_by, at)
                    VALUES (\(Identifier.v7()), \(known[entry.student]), \(entry.day), \(entry.hours), \(entry.site),
                        \(actor.userID), \(now))
                    ON CONFLICT (student, day, site) DO UPDATE SET hours = excluded.hours,
                        entered_by = excluded.entered_by, at = excluded.at
                    """)
            }
            try tx.audit(actor.entry("logbook.add", "logbook"), at: now)
            return entries.count
        }
    }

    /// Entries of a span whose students the caller sees, and those that the register contradicts.
    func logbook(
        _ from: CivilDate, _ to: CivilDate, for actor: Actor
    ) async throws -> (entries: [LogbookEntry], findings: [LogbookFinding]) {
        struct Entry: Decodable, Sendable {
            let student: String
            let day: CivilDate
            let hours: Double
            let site: String
        }
        let rows = try await database.read { reader in
            try reader.fetchAll(
                Entry.self,
                """
                SELECT student, day, hours, site FROM compliance_logbook WHERE day >= \(from) AND day <= \(to)
                ORDER BY day, student, site
                """)
        }
        let students = try await school.students(Set(rows.map(\.student)), for: actor.caller)
        let byID = Dictionary(students.map { ($0.id, $0) }) { first, _ in first }
        let entries = rows.compactMap { row in
            byID[row.student].map { LogbookEntry(student: $0, day: row.day, hours: row.hours, site: row.site) }
        }
        let absences = try await school.absences(Set(byID.keys), from: from, to: to)
        let byDay = Dictionary(grouping: absences) { "\($0.person)/\($0.day)" }
        let findings = entries.compactMap { entry -> LogbookFinding? in
            guard entry.hours > 0, let absent = byDay["\(entry.student.id)/\(entry.day)"] else { return nil }
            return LogbookFinding(entry: entry, sessions: absent.map(\.session).sorted())
        }
        return (entries, findings)
    }
}
