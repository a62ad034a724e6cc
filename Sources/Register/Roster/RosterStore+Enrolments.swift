import Kernel
import Persistence
import Web

/// Who belongs to a group on which days, and who teaches it.
extension RegisterStore {
    /// With the student's number and names beside each enrolment.
    func enrolments(ofGroup id: String, _ caller: Principal, on day: CivilDate?) async throws -> [Row] {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            guard scope.contains(group: id) else { throw RosterError.unknownGroup }
            _ = try Self.groupRow(id, reader)
            var query: SQL = """
                SELECT e.id, e.group_id, e.student_id, e.first_day, e.last_day, p.number, p.given_name, p.family_name
                FROM enrolment e JOIN person p ON p.id = e.student_id
                WHERE e.group_id = \(id) AND e.deleted = 0 AND p.deleted = 0
                AND \(scope.row(group: "e.group_id", student: "e.student_id"))
                """
            if let day { query += " AND e.first_day <= \(day) AND (e.last_day IS NULL OR e.last_day >= \(day))" }
            return try reader.fetchAll(query + " ORDER BY p.family_name, p.given_name, p.id, e.first_day")
        }
    }

    /// - Throws: `InvalidInput`, `RosterError`
    func enrol(inGroup group: String, _ members: [String: JSONValue]) async throws -> Row {
        try await database.write { tx in
            let groupRow = try Self.groupRow(group, tx)
            var fields = RosterFields(members, allowed: ["student", "firstDay", "lastDay"])
            let student = fields.reference("student", current: nil)
            if members["student"] == nil { fields.refuse("student", "required", "The student is missing.") }
            let firstDay = fields.day("firstDay", current: groupRow[3].text.flatMap(CivilDate.init))
            let lastDay = fields.day("lastDay", current: nil)
            Self.check(firstDay, lastDay, &fields)
            try fields.finish()
            guard let student, let firstDay,
                try tx.integer("SELECT 1 FROM person WHERE id = \(student) AND kind = 'student' AND deleted = 0") != nil
            else { throw InvalidInput("student", code: "unknown_student", "There is no such student.") }
            try Self.refuseOverlap(of: nil, group, student, firstDay, lastDay, tx)
            let derived = RosterIdentity.enrolment(group: group, student: student, firstDay: firstDay)
            // an enrolment whose first day was moved keeps the id it was made with
            let id = try Self.freeID(derived, in: "enrolment", tx)
            return try Self.storeEnrolment(id, group, student, firstDay, lastDay, tx)
        }
    }

    /// Moves the days of an enrolment; marks outside them stay and are flagged `not_enrolled` when they arrive later.
    /// - Throws: `InvalidInput`, `RosterError`
    func changeEnrolment(_ id: String, inGroup group: String, _ members: [String: JSONValue]) async throws -> Row {
        try await database.write { tx in
            let row = try Self.enrolmentRow(id, group, tx)
            var fields = RosterFields(members, allowed: ["firstDay", "lastDay"])
            let firstDay = fields.requiredDay("firstDay", current: row[3].text.flatMap(CivilDate.init))
            let lastDay = fields.day("lastDay", current: row[4].text.flatMap(CivilDate.init))
            Self.check(firstDay, lastDay, &fields)
            try fields.finish()
            let student = row[2].text ?? ""
            try Self.refuseOverlap(of: id, group, student, firstDay, lastDay, tx)
            return try Self.storeEnrolment(id, group, student, firstDay, lastDay, tx)
        }
    }

    /// - Throws: `RosterError.unknownEnrolment`
    func removeEnrolment(_ id: String, inGroup group: String) async throws {
        try await database.write { tx in
            _ = try Self.enrolmentRow(id, group, tx)
            try tx.execute("UPDATE enrolment SET deleted = 1, change = \(try tx.nextChange()) WHERE id = \(id)")
        }
    }

    private static func enrolmentRow(_ id: String, _ group: String, _ reader: any Reader) throws -> Row {
        let row = try reader.fetchOne(
            "SELECT \(RecordColumns.enrolment) FROM enrolment WHERE id = \(id) AND group_id = \(group) AND deleted = 0")
        guard let row else { throw RosterError.unknownEnrolment }
        return row
    }

    private static func check(_ firstDay: CivilDate?, _ lastDay: CivilDate?, _ fields: inout RosterFields) {
        if let firstDay, let lastDay, lastDay < firstDay {
            fields.refuse("lastDay", "end_before_start", "The lastDay may not come before the firstDay.")
        }
    }

    private static func refuseOverlap(
        of id: String?, _ group: String, _ student: String, _ firstDay: CivilDate, _ lastDay: CivilDate?,
        _ tx: any Transaction
    ) throws {
        var query: SQL = """
            SELECT 1 FROM enrolment WHERE group_id = \(group) AND student_id = \(student) AND deleted = 0
            AND (last_day IS NULL OR last_day >= \(firstDay))
            """
        if let id { query += " AND id <> \(id)" }
        if let lastDay { query += " AND first_day <= \(lastDay)" }
        if try tx.integer(query) != nil { throw RosterError.overlappingEnrolment }
    }

    private static func storeEnrolment(
        _ id: String, _ group: String, _ student: String, _ firstDay: CivilDate, _ lastDay: CivilDate?,
        _ tx: any Transaction
    ) throws -> Row {
        try tx.execute(
            """
            INSERT INTO enrolment (\(RecordColumns.enrolment))
            VALUES (\(id), \(group), \(student), \(firstDay), \(lastDay), \(try tx.nextChange()), 0)
            ON CONFLICT (id) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day,
                change = excluded.change, deleted = 0
            """)
        return try enrolmentRow(id, group, tx)
    }
}

/// Finds accounts by id. Accounts are another feature; the program joins the two.
package protocol UserDirectory: Sendable {
    /// The name of an account that exists and is not disabled; nil otherwise.
    func name(ofUser id: String) async throws -> String?
}

// MARK: teachers

extension RegisterStore {
    func teachers(ofGroup id: String, _ caller: Principal) async throws -> [Row] {
        try await database.read { reader in
            try Self.requireGroup(id, caller, reader)
            _ = try Self.groupRow(id, reader)
            return try reader.fetchAll(
                """
                SELECT \(RecordColumns.teaching) FROM teaching WHERE group_id = \(id) AND deleted = 0
                ORDER BY user_name, id
                """)
        }
    }

    /// Doing it twice is doing it once.
    /// - Throws: `RosterError.unknownGroup`
    func addTeacher(_ user: String, name: String, toGroup group: String) async throws -> Row {
        try await database.write { tx in
            _ = try Self.groupRow(group, tx)
            let id = RosterIdentity.teaching(group: group, user: user)
            try tx.execute(
                """
                INSERT INTO teaching (\(RecordColumns.teaching))
                VALUES (\(id), \(group), \(user), \(name), \(try tx.nextChange()), 0)
                ON CONFLICT (group_id, user_id) DO UPDATE SET user_name = excluded.user_name, change = excluded.change,
                    deleted = 0
                """)
            let row = try tx.fetchOne(
                "SELECT \(RecordColumns.teaching) FROM teaching WHERE group_id = \(group) AND user_id = \(user)")
            guard let row else { throw PersistenceError.unreadable }
            return row
        }
    }

    func removeTeacher(_ user: String, fromGroup group: String) async throws {
        try await database.write { tx in
            _ = try Self.groupRow(group, tx)
            try tx.execute(
                """
                UPDATE teaching SET deleted = 1, change = \(try tx.nextChange())
                WHERE group_id = \(group) AND user_id = \(user) AND deleted = 0
                """)
        }
    }
}
