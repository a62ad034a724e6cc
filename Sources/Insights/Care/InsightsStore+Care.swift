import Kernel
import Persistence
import Web

/// The log of contacts and the flags. Callers have made sure that the student is in the caller's view.
extension InsightsStore {
    func contacts(module: String, student: String?) async throws -> [Contact] {
        try await database.read { try Self.contacts(module: module, student: student, $0) }
    }

    static func contacts(module: String, student: String?, _ reader: any Reader) throws -> [Contact] {
        let whose: SQL = student.map { "AND student = \($0)" } ?? ""
        return try reader.fetchAll(
            Contact.self,
            """
            SELECT \(Contact.columns) FROM insight_contact WHERE module = \(module) AND deleted = 0 \(whose)
            ORDER BY day DESC, id DESC
            """)
    }

    func addContact(
        module: String, student: String, day: CivilDate, how: ContactKind, outcome: String, by caller: Principal
    ) async throws -> Contact {
        let id = Identifier.v7()
        let now = clock.now()
        return try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO insight_contact (\(Contact.columns), deleted, change)
                VALUES (\(id), \(module), \(student), \(day), \(how), \(outcome), \(now), \(caller.userID), \(caller.name),
                    0, \(try tx.nextChange()))
                """)
            return Contact(
                id: id, module: module, student: student, day: day.description, how: how, outcome: outcome,
                notedAt: now.milliseconds, notedBy: caller.userID, notedByName: caller.name)
        }
    }

    /// Takes back an entry of the caller's own.
    /// - Throws: `InsightsError.unknownContact`
    func removeContact(_ id: String, by caller: Principal) async throws {
        try await database.write { tx in
            let count = try tx.execute(
                """
                UPDATE insight_contact SET deleted = 1, change = \(try tx.nextChange())
                WHERE id = \(id) AND noted_by = \(caller.userID) AND deleted = 0
                """)
            guard count == 1 else { throw InsightsError.unknownContact }
        }
    }

    /// - Parameter isOpen: nil for both.
    func flags(module: String, isOpen: Bool?, student: String? = nil) async throws -> [Flag] {
        try await database.read { try Self.flags(module: module, isOpen: isOpen, student: student, $0) }
    }

    static func flags(module: String, isOpen: Bool?, student: String?, _ reader: any Reader) throws -> [Flag] {
        let state: SQL =
            switch isOpen {
            case true?: "AND closed_at IS NULL"
            case false?: "AND closed_at IS NOT NULL"
            case nil: ""
            }
        let whose: SQL = student.map { "AND student = \($0)" } ?? ""
        return try reader.fetchAll(
            Flag.self,
            """
            SELECT \(Flag.columns) FROM insight_flag WHERE module = \(module) \(state) \(whose)
            ORDER BY opened_at DESC, id DESC
            """)
    }

    func flag(_ id: String) async throws -> Flag {
        let flag = try await database.read { reader in
            try reader.fetchOne(Flag.self, "SELECT \(Flag.columns) FROM insight_flag WHERE id = \(id)")
        }
        guard let flag else { throw InsightsError.unknownFlag }
        return flag
    }

    func openFlag(module: String, student: String, reason: String, by caller: Principal) async throws -> Flag {
        let id = Identifier.v7()
        let now = clock.now()
        try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO insight_flag (id, module, student, reason, opened_at, opened_by, opened_by_name, change)
                VALUES (\(id), \(module), \(student), \(reason), \(now), \(caller.userID), \(caller.name),
                    \(try tx.nextChange()))
                """)
        }
        return try await flag(id)
    }

    /// - Throws: `InsightsError.flagClosed`
    func closeFlag(_ id: String, remedy: String, by caller: Principal) async throws -> Flag {
        let now = clock.now()
        try await database.write { tx in
            let count = try tx.execute(
                """
                UPDATE insight_flag SET remedy = \(remedy), closed_at = \(now), closed_by = \(caller.userID),
                    closed_by_name = \(caller.name), change = \(try tx.nextChange())
                WHERE id = \(id) AND closed_at IS NULL
                """)
            guard count == 1 else { throw InsightsError.flagClosed }
        }
        return try await flag(id)
    }

    /// - Throws: `InsightsError.flagOpen`
    func reopenFlag(_ id: String) async throws -> Flag {
        try await database.write { tx in
            let count = try tx.execute(
                """
                UPDATE insight_flag SET remedy = NULL, closed_at = NULL, closed_by = NULL, closed_by_name = NULL,
                    change = \(try tx.nextChange())
                WHERE id = \(id) AND closed_at IS NOT NULL
                """)
            guard count == 1 else { throw InsightsError.flagOpen }
        }
        return try await flag(id)
    }

    /// Student → open flags and the last day somebody spoke to them.
    static func care(module: String, _ reader: any Reader) throws -> [String: Care] {
        var care: [String: Care] = [:]
        let flags = try reader.rows(
            """
            SELECT student, COUNT(*) FROM insight_flag WHERE module = \(module) AND closed_at IS NULL GROUP BY student
            """)
        for row in flags.values { care[row[0].text ?? "", default: Care()].openFlags = Int(row[1].integer ?? 0) }
        let contacts = try reader.rows(
            "SELECT student, MAX(day) FROM insight_contact WHERE module = \(module) AND deleted = 0 GROUP BY student")
        for row in contacts.values {
            care[row[0].text ?? "", default: Care()].lastContact = row[1].text.flatMap(CivilDate.init)
        }
        return care
    }
}
