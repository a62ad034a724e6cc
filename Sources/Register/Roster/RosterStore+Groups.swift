import Kernel
import Persistence
import Web

extension RegisterStore {
    func groups(_ caller: Principal, module: String?, archived: Bool?, _ page: RosterPage) async throws -> [Row] {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            var query: SQL = """
                SELECT \(RecordColumns.group) FROM class_group WHERE deleted = 0 AND \(scope.group("id"))
                AND \(page.position(["name", "id"]))
                """
            if let module { query += " AND module_id = \(module)" }
            if let archived { query += " AND archived = \(archived)" }
            return try reader.fetchAll(query + " ORDER BY name, id LIMIT \(page.limit + 1)")
        }
    }

    /// - Throws: `RosterError.unknownGroup`
    func group(_ id: String, _ caller: Principal) async throws -> Row {
        try await database.read { reader in
            try Self.requireGroup(id, caller, reader)
            return try Self.groupRow(id, reader)
        }
    }

    /// - Throws: `InvalidInput`, `RosterError`
    func addGroup(_ members: [String: JSONValue]) async throws -> Row {
        try await database.write { tx in
            let group = try GroupInput(members, current: nil)
            guard try tx.integer("SELECT 1 FROM module WHERE id = \(group.module) AND deleted = 0") != nil else {
                throw InvalidInput("module", code: "unknown_module", "There is no such module.")
            }
            let taken = try tx.integer(
                "SELECT 1 FROM class_group WHERE module_id = \(group.module) AND name = \(group.name) AND deleted = 0")
            if taken != nil { throw RosterError.nameTaken }
            let derived = RosterIdentity.group(module: group.module, name: group.name)
            return try Self.store(group, id: try Self.freeID(derived, in: "class_group", tx), tx)
        }
    }

    /// - Throws: `InvalidInput`, `RosterError`
    func changeGroup(_ id: String, _ members: [String: JSONValue]) async throws -> Row {
        try await database.write { tx in
            let group = try GroupInput(members, current: try Self.groupRow(id, tx))
            let taken = try tx.integer(
                """
                SELECT 1 FROM class_group
                WHERE module_id = \(group.module) AND name = \(group.name) AND id <> \(id) AND deleted = 0
                """)
            if taken != nil { throw RosterError.nameTaken }
            return try Self.store(group, id: id, tx)
        }
    }

    /// Removes a group without sessions; its enrolments and teachers go with it.
    /// - Throws: `RosterError.unknownGroup`, `.hasRecords`
    func removeGroup(_ id: String) async throws {
        try await database.write { tx in
            _ = try Self.groupRow(id, tx)
            if try tx.integer("SELECT 1 FROM session WHERE group_id = \(id) AND deleted = 0 LIMIT 1") != nil {
                throw RosterError.hasRecords("sessions")
            }
            let change = try tx.nextChange()
            try tx.execute("UPDATE class_group SET deleted = 1, change = \(change) WHERE id = \(id)")
            for table in ["enrolment", "teaching"] {
                try tx.execute(
                    "UPDATE \(raw: table) SET deleted = 1, change = \(change) WHERE group_id = \(id) AND deleted = 0")
            }
        }
    }

    static func groupRow(_ id: String, _ reader: any Reader) throws -> Row {
        let row = try reader.fetchOne("SELECT \(RecordColumns.group) FROM class_group WHERE id = \(id) AND deleted = 0")
        guard let row else { throw RosterError.unknownGroup }
        return row
    }

    static func requireGroup(_ id: String, _ caller: Principal, _ reader: any Reader) throws {
        guard try Scope.of(caller, reader).contains(group: id) else { throw RosterError.unknownGroup }
    }

    private static func store(_ group: GroupInput, id: String, _ tx: any Transaction) throws -> Row {
        try tx.execute(
            """
            INSERT INTO class_group (\(RecordColumns.group)) VALUES (\(id), \(group.module), \(group.name),
                \(group.firstDay), \(group.lastDay), \(group.archived), \(try tx.nextChange()), 0)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, first_day = excluded.first_day,
                last_day = excluded.last_day, archived = excluded.archived, change = excluded.change, deleted = 0
            """)
        return try groupRow(id, tx)
    }
}

private struct GroupInput {
    let module: String
    let name: String
    let firstDay: CivilDate
    let lastDay: CivilDate
    let archived: Bool

    init(_ members: [String: JSONValue], current: Row?) throws {
        var names: Set<String> = ["name", "firstDay", "lastDay", "archived"]
        if current == nil { names.insert("module") }
        var fields = RosterFields(members, allowed: names)
        let reference = fields.reference("module", current: current?[1].text)
        if current == nil && members["module"] == nil { fields.refuse("module", "required", "The module is missing.") }
        module = reference ?? ""
        name = fields.requiredText("name", current: current?[2].text, limit: 120)
        firstDay = fields.requiredDay("firstDay", current: current?[3].text.flatMap(CivilDate.init))
        lastDay = fields.requiredDay("lastDay", current: current?[4].text.flatMap(CivilDate.init))
        archived = fields.flag("archived", current: current?[5].integer == 1)
        if lastDay < firstDay {
            fields.refuse("lastDay", "end_before_start", "The lastDay may not come before the firstDay.")
        }
        try fields.finish()
    }
}
