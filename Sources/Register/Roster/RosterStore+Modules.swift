import Kernel
import Persistence
import Web

extension RegisterStore {
    func modules(_ caller: Principal, archived: Bool?, _ page: RosterPage) async throws -> [Row] {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            var query: SQL = """
                SELECT \(RecordColumns.module) FROM module WHERE deleted = 0 AND \(scope.module("id"))
                AND \(page.position(["code", "id"]))
                """
            if let archived { query += " AND archived = \(archived)" }
            return try reader.fetchAll(query + " ORDER BY code, id LIMIT \(page.limit + 1)")
        }
    }

    /// - Throws: `RosterError.unknownModule`
    func module(_ id: String, _ caller: Principal) async throws -> Row {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            let row = try reader.fetchOne(
                "SELECT \(RecordColumns.module) FROM module WHERE id = \(id) AND deleted = 0 AND \(scope.module("id"))")
            guard let row else { throw RosterError.unknownModule }
            return row
        }
    }

    /// - Throws: `InvalidInput`, `RosterError.codeTaken`
    func addModule(_ members: [String: JSONValue]) async throws -> Row {
        try await database.write { tx in
            let module = try ModuleInput(members, current: nil)
            if try tx.integer("SELECT 1 FROM module WHERE code = \(module.code) AND deleted = 0") != nil {
                throw RosterError.codeTaken
            }
            let removed = try tx.text("SELECT id FROM module WHERE code = \(module.code) AND deleted = 1")
            let derived = RosterIdentity.module(code: module.code)
            return try Self.store(module, id: try removed ?? Self.freeID(derived, in: "module", tx), tx)
        }
    }

    /// - Throws: `InvalidInput`, `RosterError`
    func changeModule(_ id: String, _ members: [String: JSONValue]) async throws -> Row {
        try await database.write { tx in
            guard
                let row = try tx.fetchOne("SELECT \(RecordColumns.module) FROM module WHERE id = \(id) AND deleted = 0")
            else { throw RosterError.unknownModule }
            let module = try ModuleInput(members, current: row)
            let taken = try tx.integer(
                "SELECT 1 FROM module WHERE code = \(module.code) AND id <> \(id) AND deleted = 0")
            if taken != nil { throw RosterError.codeTaken }
            // One that was removed gives its code up.
            try tx.execute("UPDATE module SET code = id WHERE code = \(module.code) AND deleted = 1")
            return try Self.store(module, id: id, tx)
        }
    }

    /// - Throws: `RosterError.unknownModule`, `.hasRecords`
    func removeModule(_ id: String) async throws {
        try await database.write { tx in
            guard try tx.integer("SELECT 1 FROM module WHERE id = \(id) AND deleted = 0") != nil else {
                throw RosterError.unknownModule
            }
            if try tx.integer("SELECT 1 FROM class_group WHERE module_id = \(id) AND deleted = 0 LIMIT 1") != nil {
                throw RosterError.hasRecords("groups")
            }
            try tx.execute("UPDATE module SET deleted = 1, change = \(try tx.nextChange()) WHERE id = \(id)")
        }
    }

    private static func store(_ module: ModuleInput, id: String, _ tx: any Transaction) throws -> Row {
        try tx.execute(
            """
            INSERT INTO module (\(RecordColumns.module))
            VALUES (\(id), \(module.code), \(module.title), \(module.archived), \(try tx.nextChange()), 0)
            ON CONFLICT (id) DO UPDATE SET code = excluded.code, title = excluded.title, archived = excluded.archived,
                change = excluded.change, deleted = 0
            """)
        guard let row = try tx.fetchOne("SELECT \(RecordColumns.module) FROM module WHERE id = \(id)") else {
            throw PersistenceError.unreadable
        }
        return row
    }
}

extension Scope {
    func module(_ column: String) -> SQL {
        breadth == .everything
            ? "1 = 1" : "\(raw: column) IN (SELECT module_id FROM class_group WHERE \(group("id")))"
    }
}

private struct ModuleInput {
    let code: String
    let title: String
    let archived: Bool

    init(_ members: [String: JSONValue], current: Row?) throws {
        var fields = RosterFields(members, allowed: ["code", "title", "archived"])
        code = fields.requiredText("code", current: current?[1].text, limit: 40)
        title = fields.requiredText("title", current: current?[2].text, limit: 200)
        archived = fields.flag("archived", current: current?[3].integer == 1)
        try fields.finish()
    }
}
